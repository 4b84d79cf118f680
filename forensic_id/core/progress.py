"""How long-running services report where they are and learn that they should stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forensic_id.core.errors import CancelledError


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One report: the stage's name and how many of its units are done (`total` None: unknown)."""

    stage: str
    done: int
    total: int | None = None


ProgressListener = Callable[[Progress], None]
CancelCheck = Callable[[], bool]


def ignore_progress(_progress: Progress) -> None:
    """Drop the report (the default listener)."""


def never_cancelled() -> bool:
    """Go on (the default cancel check)."""
    return False


def stop_if_cancelled(cancelled: CancelCheck) -> None:
    """Raise CancelledError when the user has asked to stop."""
    if cancelled():
        raise CancelledError("Stopped on request. Everything finished so far is kept.")
