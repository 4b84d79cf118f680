"""Pictures of a report: scaled for print and drawn from memory. Lengths are points."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from forensic_id.core.records import UInt8Array
from forensic_id.core.report import ReportPicture
from forensic_id.reporting.strips import Cell, Setter, Strip
from forensic_id.reporting.theme import CAPTION, GAP, HAIRLINE, TINT

_DOTS_PER_POINT = 220 / 72
_JPEG_QUALITY = 90
_MOST_CAPTION_LINES = 5
_MISSING_INSET = 2 * mm


def draw_picture(
    canvas: Any, setter: Setter, picture: ReportPicture, *, x: float, top: float, width: float, height: float
) -> None:
    """Fit a picture into a box, centred, with a hairline round it; a missing one is a tinted box with the reason."""
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    if picture.pixels is None:
        canvas.setFillColor(TINT)
        canvas.rect(x, top - height, width, height, stroke=1, fill=1)
        reason = setter.cell(
            picture.missing, CAPTION, width - 2 * _MISSING_INSET,
            most_lines=max(1, int((height - 2 * _MISSING_INSET) // CAPTION.leading)),
        )  # fmt: skip
        reason.draw(canvas, x + _MISSING_INSET, top - _MISSING_INSET)
        return
    rows, columns = picture.pixels.shape[:2]
    scale = min(width / columns, height / rows)
    shown_width, shown_height = columns * scale, rows * scale
    left, bottom = x + (width - shown_width) / 2, top - height + (height - shown_height) / 2
    reader = _exact(picture.pixels) if picture.exact else _reduced(picture.pixels, shown_width, shown_height)
    canvas.drawImage(reader, left, bottom, shown_width, shown_height)
    canvas.rect(left, bottom, shown_width, shown_height, stroke=1, fill=0)


def picture_row(
    setter: Setter, pictures: Sequence[ReportPicture], *, width: float, height: float, keep_with_next: bool = False
) -> Strip:
    """Pictures of equal box side by side over the whole width, each with its caption beneath.

    The boxes are `height` high, or lower where no picture fills them.
    """
    box = (width - GAP * (len(pictures) - 1)) / len(pictures)
    filled = (_filled(picture.pixels, box) for picture in pictures if picture.pixels is not None)
    height = min(height, max(filled, default=height))
    captions = [
        replace(setter.cell(picture.caption, CAPTION, box, most_lines=_MOST_CAPTION_LINES), centred=True)
        for picture in pictures
    ]
    caption_height = max(caption.height for caption in captions)

    def draw(canvas: Any, x: float, top: float) -> None:
        for index, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
            _draw_captioned(canvas, setter, picture, caption, x=x + index * (box + GAP), top=top, box=(box, height))

    return Strip(height=height + GAP / 2 + caption_height, draw=draw, keep_with_next=keep_with_next)


def _filled(pixels: UInt8Array, width: float) -> float:
    """Height of a picture that is drawn as wide as its box."""
    rows, columns = pixels.shape[:2]
    return width * float(rows) / float(columns)


def _draw_captioned(
    canvas: Any,
    setter: Setter,
    picture: ReportPicture,
    caption: Cell,
    *,
    x: float,
    top: float,
    box: tuple[float, float],
) -> None:
    draw_picture(canvas, setter, picture, x=x, top=top, width=box[0], height=box[1])
    caption.draw(canvas, x, top - box[1] - GAP / 2)


def _exact(pixels: UInt8Array) -> ImageReader:
    """Every pixel as it is, compressed without loss."""
    return ImageReader(Image.fromarray(pixels))


def _reduced(pixels: UInt8Array, width: float, height: float) -> ImageReader:
    """A JPEG of print resolution."""
    image = Image.fromarray(pixels)
    most = (max(1, round(width * _DOTS_PER_POINT)), max(1, round(height * _DOTS_PER_POINT)))
    if image.width > most[0]:
        image = image.resize(most, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    buffer.seek(0)
    return ImageReader(buffer)
