"""Sizes, colours and distances of the printed report, in points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm

from forensic_id.core.report import PaperSize

ACCENT: Color = HexColor("#1f3d63")
INK: Color = HexColor("#1c2128")
MUTED: Color = HexColor("#5a6572")
HAIRLINE: Color = HexColor("#d3d9e0")
TINT: Color = HexColor("#eef2f7")

MARGIN = 18 * mm
TOP = 27 * mm
BOTTOM = 24 * mm
GAP = 3 * mm
PAGES: dict[PaperSize, tuple[float, float]] = {"a4": A4, "letter": LETTER}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How text is set: font size, distance of baselines, weight, colour."""

    size: float
    leading: float
    bold: bool = False
    colour: Color = INK


TITLE = TextStyle(size=20, leading=26, bold=True, colour=ACCENT)
HEADING = TextStyle(size=12, leading=16, bold=True, colour=ACCENT)
SUBHEADING = TextStyle(size=9, leading=14, bold=True)
OFFICE = TextStyle(size=9, leading=12, colour=MUTED)
OFFICE_NAME = TextStyle(size=10, leading=14, bold=True)
BODY = TextStyle(size=9, leading=13)
LABEL = TextStyle(size=9, leading=13, colour=MUTED)
CELL = TextStyle(size=8, leading=11)
CELL_STRONG = TextStyle(size=8, leading=11, bold=True)
COLUMN_HEAD = TextStyle(size=7.5, leading=10, bold=True, colour=ACCENT)
CAPTION = TextStyle(size=7.5, leading=10, colour=MUTED)
FOOTER = TextStyle(size=6.5, leading=9, colour=MUTED)
BANNER = TextStyle(size=9.5, leading=13, bold=True, colour=ACCENT)
BANNER_NOTE = TextStyle(size=8, leading=11, colour=ACCENT)
