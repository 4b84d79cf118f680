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
        f"{what} ({detail}). Use a smaller batch (--set pretraining.phases.0.batch=N, --set adversarial.batch=N), a "
        "smaller network, or fewer crops (--limit N); a batch other than that of the checkpoint needs another --run."
    )
