"""Lays strips out on pages before anything is drawn, so that 'page x of y' is known on page one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from forensic_id.core.errors import DefectError
from forensic_id.reporting.strips import Strip


@dataclass(slots=True, kw_only=True)
class Page:
    """Strips and the distance of each one's upper edge from the top of the column, in points."""

    placed: list[tuple[float, Strip]] = field(default_factory=list)
    used: float = 0

    def add(self, strip: Strip) -> None:
        """Put a strip below the last one; a strip that opens the page brings its header, a blank one is dropped."""
        if not self.placed and strip.blank:
            return
        if not self.placed and strip.header is not None:
            self._place(strip.header)
        self._place(strip)

    def _place(self, strip: Strip) -> None:
        self.placed.append((self.used, strip))
        self.used += strip.height


def paginate(strips: Sequence[Strip], height: float) -> list[Page]:
    """Fill pages of a column `height` points high, keeping what belongs together on one page."""
    pages = [Page()]
    for group in _groups(strips):
        needed = sum(strip.height for strip in group)
        if pages[-1].placed and (group[0].new_page or pages[-1].used + needed > height):
            pages.append(Page())
        if needed > height:
            raise DefectError(f"A part of the report is {needed:.0f} points high; a page has {height:.0f}.")
        for strip in group:
            pages[-1].add(strip)
    return pages


def _groups(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Strips that must share a page: each with those that want it as their next."""
    groups: list[list[Strip]] = [[]]
    for strip in strips:
        groups[-1].append(strip)
        if not strip.keep_with_next:
            groups.append([])
    return [group for group in groups if group]
