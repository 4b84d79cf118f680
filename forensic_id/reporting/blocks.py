"""Turns the blocks of a report document into strips. Lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.units import mm

from forensic_id.core.moments import shown_time
from forensic_id.core.report import (
    Block,
    Bullets,
    CandidateTable,
    Facts,
    Grid,
    Paragraph,
    PictureRow,
    Plate,
    ReportDocument,
    Section,
    Subheading,
)
from forensic_id.reporting.candidates import candidate_strips
from forensic_id.reporting.pictures import picture_row
from forensic_id.reporting.strips import Draw, Setter, Strip, row_strips, space
from forensic_id.reporting.theme import (
    ACCENT,
    BODY,
    CELL,
    COLUMN_HEAD,
    GAP,
    HAIRLINE,
    HEADING,
    LABEL,
    OFFICE,
    OFFICE_NAME,
    SUBHEADING,
    TINT,
    TITLE,
    TextStyle,
)

_LABEL_WIDTH = 46 * mm
_BULLET_INDENT = 5 * mm
_BETWEEN_BULLETS = 3
_SKETCH_HEIGHT = 66 * mm
_PLATE_ORIGINAL_HEIGHT = 100 * mm
_PLATE_CROP_HEIGHT = 56 * mm
_MOST_GRID_LINES = 12
_WHOLE_ROW = 8
"""Rows of labelled values up to as many lines are not parted between pages."""
_SHORT_FACTS = 60 * mm
"""Labelled values up to this height are not parted between pages."""
_MOST_HEADING_LINES = 3
_PEN_ROW = 15 * mm
_SHORT_GRID = 80 * mm
"""Grids up to this height are not parted between pages."""
_SHORT_LIST = 110 * mm
"""Lists of sentences up to this height are not parted either."""


def document_strips(setter: Setter, document: ReportDocument, width: float) -> list[Strip]:
    """All strips of a document for a column `width` wide."""
    strips = _office_strips(setter, document.office, width)
    strips += setter.strips(document.title, TITLE, width)
    strips += setter.strips(f"{document.reference} · produced {shown_time(document.produced_at)}", LABEL, width)
    for number, section in enumerate(document.sections, start=1):
        strips += _section_strips(setter, section, number, width)
    return strips


def _office_strips(setter: Setter, office: Sequence[str], width: float) -> list[Strip]:
    """The name of the office and its address, at the head of the first page."""
    if not office:
        return []
    name, *address = office
    lines = setter.strips(name, OFFICE_NAME, width)
    for line in address:
        lines += setter.strips(line, OFFICE, width)
    return [*lines, _rule(width), Strip(height=2 * GAP, draw=lambda *_place: None)]


def _section_strips(setter: Setter, section: Section, number: int, width: float) -> list[Strip]:
    strips = [_heading(setter, section, number, width), space(GAP / 2, keep_with_next=True)]
    if not section.new_page:
        strips.insert(0, space(2.4 * GAP))
    for block in section.blocks:
        stays = isinstance(block, Subheading)
        strips += [*_block_strips(setter, block, width), space(GAP / 4 if stays else GAP, keep_with_next=stays)]
    signed = any(isinstance(block, Grid) and block.by_hand for block in section.blocks)
    return _together(strips, _SHORT_LIST) if signed else strips  # nobody signs a page that says nothing else


def _heading(setter: Setter, section: Section, number: int, width: float) -> Strip:
    title = f"{number}  {section.title}"
    cell = setter.cell(title, HEADING, width)

    def draw(canvas: Any, x: float, top: float) -> None:
        cell.draw(canvas, x, top)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(0.8)
        canvas.line(x, top - cell.height - 1.5, x + width, top - cell.height - 1.5)

    return Strip(height=cell.height + 4, draw=draw, keep_with_next=True, new_page=section.new_page, bookmark=title)


def _block_strips(setter: Setter, block: Block, width: float) -> list[Strip]:
    strips: list[Strip]
    match block:
        case Paragraph():
            strips = setter.strips(block.text, BODY, width)
        case Subheading():
            cell = setter.cell(block.text, SUBHEADING, width, most_lines=_MOST_HEADING_LINES)
            strips = [Strip(height=cell.height, draw=cell.draw, keep_with_next=True)]
        case Bullets():
            strips = _bullet_strips(setter, block, width)
        case Facts():
            strips = _together(_fact_strips(setter, block, width), _SHORT_FACTS)
        case Grid():
            strips = _grid_strips(setter, block, width)
        case PictureRow():
            strips = [picture_row(setter, block.pictures, width=width, height=_SKETCH_HEIGHT)]
        case CandidateTable():
            strips = candidate_strips(setter, block, width)
        case Plate():
            strips = _plate_strips(setter, block, width)
    return strips


def _bullet_strips(setter: Setter, bullets: Bullets, width: float) -> list[Strip]:
    """Sentences with a mark each; warnings stand on a tint with the accent colour at their left."""
    strips: list[Strip] = []
    for item in bullets.items:
        first, *rest = setter.strips(item, BODY, width - GAP, indent=_BULLET_INDENT)
        strips += [_over(first, _mark_drawer(setter)), *rest, space(_BETWEEN_BULLETS)]
    if not bullets.alert:
        return _together(strips, _SHORT_LIST)
    padded = [space(_BETWEEN_BULLETS, keep_with_next=True), *strips]
    return _together([_over(strip, _tint_drawer(width, strip.height)) for strip in padded], _SHORT_LIST)


def _fact_strips(setter: Setter, facts: Facts, width: float) -> list[Strip]:
    strips: list[Strip] = []
    for label, value in facts.rows:
        label_cell = setter.cell(label, LABEL, _LABEL_WIDTH - GAP)
        value_cell = setter.cell(value or "not recorded", BODY if value else LABEL, width - _LABEL_WIDTH)
        row = row_strips(((0, label_cell), (_LABEL_WIDTH, value_cell)))
        strips += [*(map(_kept, row) if len(row) <= _WHOLE_ROW else row), _rule(width)]
    return strips


def _grid_strips(setter: Setter, grid: Grid, width: float) -> list[Strip]:
    columns = _columns(grid, width)
    header = _grid_row(setter, grid.header, COLUMN_HEAD, columns, width)
    least = _PEN_ROW if grid.by_hand else 0.0
    rows = [_grid_row(setter, row, CELL, columns, width, header=header, least=least) for row in grid.rows]
    return [_kept(header), *_together(rows, _SHORT_GRID)]


def _columns(grid: Grid, width: float) -> list[tuple[float, float]]:
    """Offset and width of each column."""
    shares = grid.shares or (1.0,) * len(grid.header)
    widths = [width * share / sum(shares) for share in shares]
    return [(sum(widths[:index]), column) for index, column in enumerate(widths)]


def _grid_row(
    setter: Setter,
    texts: Sequence[str],
    style: TextStyle,
    columns: Sequence[tuple[float, float]],
    width: float,
    *,
    header: Strip | None = None,
    least: float = 0.0,
) -> Strip:
    cells = [
        (offset, setter.cell(text, style, column - GAP, most_lines=_MOST_GRID_LINES))
        for text, (offset, column) in zip(texts, columns, strict=True)
    ]
    height = max(least, max(cell.height for _offset, cell in cells) + 5)

    def draw(canvas: Any, x: float, top: float) -> None:
        for offset, cell in cells:
            cell.draw(canvas, x + offset, top - 2.5)
        _hairline(canvas, x, top - height, width)

    return Strip(height=height, draw=draw, header=header)


def _plate_strips(setter: Setter, plate: Plate, width: float) -> list[Strip]:
    originals = picture_row(
        setter, plate.originals.pictures, width=width, height=_PLATE_ORIGINAL_HEIGHT, keep_with_next=True
    )
    crops = picture_row(setter, plate.crops.pictures, width=width, height=_PLATE_CROP_HEIGHT, keep_with_next=True)
    return [
        originals, space(GAP, keep_with_next=True),
        crops, space(GAP, keep_with_next=True), *_fact_strips(setter, plate.facts, width),
    ]  # fmt: skip


def _rule(width: float) -> Strip:
    def draw(canvas: Any, x: float, top: float) -> None:
        _hairline(canvas, x, top - 1.5, width)

    return Strip(height=3, draw=draw, blank=True)


def _hairline(canvas: Any, x: float, y: float, width: float) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(x, y, x + width, y)


def _mark_drawer(setter: Setter) -> Draw:
    mark = setter.cell("•", BODY, _BULLET_INDENT)

    def draw(canvas: Any, x: float, top: float) -> None:
        mark.draw(canvas, x + 4, top)

    return draw


def _tint_drawer(width: float, height: float) -> Draw:
    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setFillColor(TINT)
        canvas.rect(x, top - height, width, height, stroke=0, fill=1)
        canvas.setFillColor(ACCENT)
        canvas.rect(x, top - height, 2, height, stroke=0, fill=1)

    return draw


def _over(strip: Strip, below: Draw) -> Strip:
    """The strip with something drawn first."""

    def draw(canvas: Any, x: float, top: float) -> None:
        below(canvas, x, top)
        strip.draw(canvas, x, top)

    return Strip(height=strip.height, draw=draw, keep_with_next=strip.keep_with_next)


def _together(strips: list[Strip], most: float) -> list[Strip]:
    """Keep strips on one page where they are at most so high together."""
    if sum(strip.height for strip in strips) > most:
        return strips
    return [*map(_kept, strips[:-1]), *strips[-1:]]


def _kept(strip: Strip) -> Strip:
    return replace(strip, keep_with_next=True)
