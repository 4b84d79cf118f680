"""Failures of machine and libraries as sentences that say what to do."""

from __future__ import annotations

import errno

import torch

from forensic_id.core.errors import TrainingStoppedError, UserFacingError

_CPU_MEMORY = ("DefaultCPUAllocator", "not enough memory", "std::bad_alloc")


def explained(error: BaseException) -> UserFacingError | None:
    """The sentence for a failure that the user can act on, or None for one that is ours."""
    if isinstance(error, torch.OutOfMemoryError):
        return _out_of_memory("The GPU's memory ran out", str(error).splitlines()[0])
    if isinstance(error, MemoryError):
        return _out_of_memory("The memory ran out", str(error) or "MemoryError")
    if isinstance(error, RuntimeError) and any(word in str(error) for word in _CPU_MEMORY):
        return _out_of_memory("The memory ran out", str(error).splitlines()[0])
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return TrainingStoppedError(
            f"The disk is full ({error.filename or 'a file of the run'} could not be written). Checkpoints written "
            "before are whole: free some space and run the same command again (train: with --resume)."
        )
    if isinstance(error, PermissionError):
        return TrainingStoppedError(f"{error.filename} cannot be used ({error.strerror}). Check its permissions.")
    return None


def _out_of_memory(what: str, detail: str) -> TrainingStoppedError:
    return TrainingStoppedError(
        f"{what} ({detail}). Close other programs, or use a smaller network or fewer images (train: a smaller batch "
        "by --set pretraining.phases.0.batch=N or --set adversarial.batch=N, which needs another run folder than the "
        "checkpoint's, or fewer crops by --limit N)."
    )
