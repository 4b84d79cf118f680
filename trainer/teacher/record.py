"""Who the teacher of a run is, for its configuration and the bundle's manifest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherRecord:
    """A teacher and what it said of the training photos."""

    name: str
    licence: str
    """Of the teacher's weights (SPDX)."""
    weights_sha256: str
    descriptions_sha256: str
    """Of the numbers that `python -m trainer describe` wrote, float32, row after row."""
