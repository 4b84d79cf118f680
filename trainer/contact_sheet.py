"""Pictures in labelled rows on one sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from forensic_id.core.records import UInt8Array

_GAP = 6
_LABEL_WIDTH = 190
_INK, _PAPER, _PALE = (30, 30, 30), (255, 255, 255), (110, 110, 110)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SheetRow:
    """A row: what it shows, a remark below that, and its pictures, grey uint8 (H, W) of one size."""

    label: str
    remark: str
    pictures: tuple[UInt8Array, ...]


def draw_sheet(title: str, rows: tuple[SheetRow, ...]) -> Image.Image:
    """Draw the rows below each other, their labels on the left."""
    height, width = rows[0].pictures[0].shape
    columns = max(len(row.pictures) for row in rows)
    top = 44
    size = (_LABEL_WIDTH + columns * (width + _GAP) + _GAP, top + len(rows) * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(sheet)
    large, small = ImageFont.load_default(17), ImageFont.load_default(13)
    draw.text((14, 13), title, fill=_INK, font=large)
    for number, row in enumerate(rows):
        y = top + number * (height + _GAP)
        draw.text((14, y + height / 2 - 20), row.label, fill=_INK, font=large)
        draw.text((14, y + height / 2 + 4), row.remark, fill=_PALE, font=small)
        for column, picture in enumerate(row.pictures):
            sheet.paste(Image.fromarray(picture), (_LABEL_WIDTH + column * (width + _GAP), y))
    return sheet
