"""What becomes of each sketch of a batch while it runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forensic_id.core.records import SearchRecord


class SketchStage(StrEnum):
    """How far a sketch has come; `done` and `failed` are final for a run."""

    WAITING = "waiting"
    READING = "reading"
    SEARCHING = "searching"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchState:
    """One sketch by its path below the batch's folder. `record` once it is searched, `reason` when it failed."""

    sketch: str
    stage: SketchStage
    record: SearchRecord | None = None
    reason: str = ""


StateListener = Callable[[Sequence[SketchState]], None]
"""Called first with all sketches in their order, then with those whose state has changed.

Several threads call it, so it must be quick and safe to be called from any of them.
"""


def ignore_states(_states: Sequence[SketchState]) -> None:
    """Drop the states (the default listener)."""
