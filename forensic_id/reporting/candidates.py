"""The candidate table: every candidate of the list with a thumbnail, the header repeated on each page."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm

from forensic_id.core.report import CandidateLine, CandidateTable
from forensic_id.reporting.pictures import draw_picture
from forensic_id.reporting.strips import Cell, Setter, Strip
from forensic_id.reporting.theme import ACCENT, CELL, CELL_STRONG, COLUMN_HEAD, GAP, HAIRLINE, TextStyle

_THUMBNAIL = 16 * mm
_PADDING = 1.6 * mm
_MOST_LINES = 6
_HEADS = ("Rank", "Photo", "Subject", "As recorded", "Best-matching photo", "Log density")
_SHARES = (0.075, 0.125, 0.28, 0.2, 0.2, 0.12)
"""Widths of the columns as shares of the page's column."""


def candidate_strips(setter: Setter, table: CandidateTable, width: float) -> list[Strip]:
    """One strip a candidate."""
    header = _header(setter, width)
    rows = [_row(setter, line, width, header) for line in table.lines]
    return [header, *rows]


def _columns(width: float) -> list[tuple[float, float]]:
    """Offset and width of each column."""
    offsets = [sum(_SHARES[:index]) * width for index in range(len(_SHARES))]
    return [(offset, share * width - GAP) for offset, share in zip(offsets, _SHARES, strict=True)]


def _header(setter: Setter, width: float) -> Strip:
    columns = _columns(width)
    last = len(_HEADS) - 1
    cells = [
        (offset + (GAP if index == last else 0), setter.cell(head, COLUMN_HEAD, space, align_right=index == last))
        for index, (head, (offset, space)) in enumerate(zip(_HEADS, columns, strict=True))
    ]
    height = max(cell.height for _offset, cell in cells) + 2 * _PADDING

    def draw(canvas: Any, x: float, top: float) -> None:
        for offset, cell in cells:
            cell.draw(canvas, x + offset, top - _PADDING)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(0.8)
        canvas.line(x, top - height, x + width, top - height)

    return Strip(height=height, draw=draw, keep_with_next=True)


def _row(setter: Setter, line: CandidateLine, width: float, header: Strip) -> Strip:
    columns = _columns(width)

    def cell(index: int, text: str, style: TextStyle = CELL, *, right: bool = False) -> tuple[float, Cell]:
        offset, space = columns[index]
        shift = GAP if right else 0
        return offset + shift, setter.cell(text, style, space, align_right=right, most_lines=_MOST_LINES)

    subject = cell(2, line.subject, CELL_STRONG)
    below = [cell(2, text)[1] for text in (line.name, line.status) if text]
    singles = [
        cell(0, str(line.rank), CELL_STRONG),
        cell(3, line.recorded),
        cell(4, line.photo),
        cell(5, line.log_density, right=True),
    ]
    subject_height = subject[1].height + sum(item.height for item in below)
    text_height = max(subject_height, *(item.height for _offset, item in singles))
    height = max(_THUMBNAIL, text_height) + 2 * _PADDING

    def draw(canvas: Any, x: float, top: float) -> None:
        inner = top - _PADDING
        box_left = x + columns[1][0]
        draw_picture(canvas, setter, line.thumbnail, x=box_left, top=inner, width=_THUMBNAIL, height=_THUMBNAIL)
        for offset, item in (*singles, subject):
            item.draw(canvas, x + offset, inner)
        lower = inner - subject[1].height
        for item in below:
            item.draw(canvas, x + subject[0], lower)
            lower -= item.height
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        canvas.line(x, top - height, x + width, top - height)

    return Strip(height=height, draw=draw, header=header)
