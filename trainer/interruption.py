"""Ctrl-C and termination end a training after the step that is under way, with a checkpoint."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import torch
from torch import distributed

from forensic_id.core.errors import CancelledError

_AGREE_EVERY = 20
"""Steps between two agreements of several processes: asking costs a synchronisation."""


class _Request:
    """Whether this process was asked to stop."""

    made = False


@contextmanager
def stopping_after_a_step() -> Iterator[None]:
    """Turn the first SIGINT or SIGTERM into a request; a second one stops at once. Main thread only."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    _Request.made = False
    for number in before:
        signal.signal(number, _ask)
    try:
        yield
    finally:
        _Request.made = False
        for number, handler in before.items():
            signal.signal(number, handler)


def _ask(_number: int, _frame: FrameType | None) -> None:
    if _Request.made:
        raise KeyboardInterrupt
    _Request.made = True
    print("Stopping after this step; once more stops at once.", file=sys.stderr, flush=True)


def stop_requested(step: int) -> bool:
    """Whether to stop after `step`; several processes agree on it, so that none waits for one that left."""
    if not (distributed.is_available() and distributed.is_initialized()):
        return _Request.made
    if step % _AGREE_EVERY:
        return False
    device = "cuda" if distributed.get_backend() == "nccl" else "cpu"
    asked = torch.tensor(int(_Request.made), device=device)
    distributed.all_reduce(asked, op=distributed.ReduceOp.MAX)
    return bool(asked.item())


def stopped(step: int) -> CancelledError:
    """Return the error to raise once the checkpoint of `step` is written."""
    return CancelledError(
        f"Stopped after step {step}, with a checkpoint. Go on with the same command (train: with --resume)."
    )
