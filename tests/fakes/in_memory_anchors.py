"""Anchors for tests, kept in memory."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.anchors import Anchor, Anchoring
from forensic_id.core.errors import InvalidInputError


class InMemoryAnchors:
    """A list of anchors; None: there is no file."""

    def __init__(self, *anchors: Anchor | None) -> None:
        self.anchors: list[Anchor | None] | None = list(anchors)

    @property
    def path(self) -> Path:
        """A name."""
        return Path("anchors.jsonl")

    def read(self) -> tuple[Anchor | None, ...]:
        """All anchors."""
        if self.anchors is None:
            raise InvalidInputError("There is no file of anchors.")
        return tuple(self.anchors)

    def append(self, anchor: Anchor) -> None:
        """Add one."""
        self.anchors = [*(self.anchors or ()), anchor]


class InMemoryChoice:
    """What was chosen."""

    def __init__(self) -> None:
        self.chosen: Anchoring | None = None

    def read(self) -> Anchoring | None:
        """The choice."""
        return self.chosen

    def write(self, anchoring: Anchoring | None) -> None:
        """Choose."""
        self.chosen = anchoring
