"""A page is a stack of strips: bands of known height that draw themselves and are never cut.

Lengths are points; `x` is a strip's left edge, `top` its upper edge in page coordinates (y grows upwards).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from forensic_id.reporting.fonts import FontSet
from forensic_id.reporting.theme import TextStyle
from forensic_id.reporting.typesetting import Line, draw_line, set_lines

Draw = Callable[[Any, float, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A band across the column.

    `keep_with_next` strips are not left alone at the foot of a page; `header` is drawn above the strip when it opens
    a page; `new_page` starts a page; `bookmark` enters the outline; `blank` strips vanish at the head of a page.
    """

    height: float
    draw: Draw
    keep_with_next: bool = False
    header: Strip | None = None
    new_page: bool = False
    bookmark: str = ""
    blank: bool = False


def space(height: float, *, keep_with_next: bool = False) -> Strip:
    """Leave room."""
    return Strip(height=height, draw=_draw_nothing, keep_with_next=keep_with_next, blank=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Text set into lines of a column `width` wide."""

    lines: tuple[Line, ...]
    style: TextStyle
    width: float
    align_right: bool = False
    centred: bool = False

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.style.leading

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """Draw all lines downwards from `top`."""
        for index, line in enumerate(self.lines):
            self.draw_one(canvas, line, x, top - index * self.style.leading)

    def draw_one(self, canvas: Any, line: Line, x: float, top: float) -> None:
        """Draw one line whose band begins at `top`."""
        left = x + (self.width - line.width) * (0.5 if self.centred else float(self.align_right))
        canvas.setFillColor(self.style.colour)
        baseline = top - (self.style.leading + 0.72 * self.style.size) / 2  # capital letters sit mid-band
        draw_line(canvas, line, x=left, y=baseline, size=self.style.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setter:
    """Sets text with the document's fonts."""

    fonts: FontSet

    def cell(
        self, text: str, style: TextStyle, width: float, *, align_right: bool = False, most_lines: int | None = None
    ) -> Cell:
        """Set a text; beyond `most_lines` the rest is left out and a remark says how much."""
        printable = self.fonts.printable(text)
        lines = set_lines(self.fonts, printable, size=style.size, width=width, bold=style.bold)
        if most_lines is not None and len(lines) > most_lines:
            kept = lines[: most_lines - 1]
            remark = f"[… {len(lines) - len(kept)} more lines in the library]"
            lines = kept + set_lines(self.fonts, remark, size=style.size, width=width, bold=style.bold)
        return Cell(lines=tuple(lines), style=style, width=width, align_right=align_right)

    def strips(self, text: str, style: TextStyle, width: float, *, indent: float = 0) -> list[Strip]:
        """Set a running text as one strip a line, so that it may continue on the next page.

        No page begins or ends with a single line of it.
        """
        cell = self.cell(text, style, width - indent)
        count = len(cell.lines)
        return [
            Strip(
                height=style.leading,
                draw=_line_drawer(cell, line, indent),
                keep_with_next=_stays(index, count),
            )
            for index, line in enumerate(cell.lines)
        ]


def row_strips(cells: Sequence[tuple[float, Cell]]) -> list[Strip]:
    """Cells side by side at their offsets, one strip a line of the longest, so that a long row may be parted.

    No page begins or ends with a single line of it.
    """
    count = max(len(cell.lines) for _offset, cell in cells)
    height = max(cell.style.leading for _offset, cell in cells)
    return [
        Strip(height=height, draw=_row_drawer(cells, index), keep_with_next=_stays(index, count))
        for index in range(count)
    ]


def _stays(index: int, count: int) -> bool:
    """Whether a line of `count` shares the page of the next: the first and the last but one do."""
    return index < count - 1 and index in {0, count - 2}


def _row_drawer(cells: Sequence[tuple[float, Cell]], index: int) -> Draw:
    def draw(canvas: Any, x: float, top: float) -> None:
        for offset, cell in cells:
            if index < len(cell.lines):
                cell.draw_one(canvas, cell.lines[index], x + offset, top)

    return draw


def _line_drawer(cell: Cell, line: Line, indent: float) -> Draw:
    def draw(canvas: Any, x: float, top: float) -> None:
        cell.draw_one(canvas, line, x + indent, top)

    return draw


def _draw_nothing(_canvas: Any, _x: float, _top: float) -> None:
    """A space shows nothing."""
