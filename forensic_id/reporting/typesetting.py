"""Breaks text of any script into lines and draws them: shaping by HarfBuzz, direction by UAX #9.

Text is drawn as it is; there is no markup, so nothing in a user's text can be taken for an instruction.
Lengths are points (1/72 inch).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import shapeFragWord

from forensic_id.reporting.bidi import levels, mirrored, visual_order
from forensic_id.reporting.fonts import FontRun, FontSet

_IDEOGRAPHS = ((0x2E80, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF))
_FEATURES = {"kern": True, "liga": True, "dlig": False}
"""No discretionary ligatures: Noto Sans Arabic has some that add vowel signs to a name."""
_NEVER_FIRST = frozenset({"Pe", "Pf", "Po", "Lm"})
"""Categories of closing brackets, points and repetition marks: no line begins with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """A piece of text in one font and direction, ready to draw: `drawn` is a str or reportlab's shaped string."""

    text: str
    drawn: Any
    font_name: str
    width: float
    level: int
    is_space: bool = False
    breaks_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, its pieces in order from left to right."""

    glyphs: tuple[Glyphs, ...]
    width: float


def set_lines(fonts: FontSet, text: str, *, size: float, width: float, bold: bool = False) -> list[Line]:
    """Break printable text into lines no wider than `width`; a word wider than a line is broken where it must be."""
    lines: list[Line] = []
    for paragraph in text.replace("\t", " ").split("\n"):
        pieces = _fit(list(_pieces(fonts, paragraph, size=size, bold=bold)), size=size, width=width)
        lines += [_line(row) for row in _rows(pieces, width)]
    return lines


def draw_line(canvas: Any, line: Line, *, x: float, y: float, size: float) -> None:
    """Draw a line from its left edge at the baseline; shaped text carries its plain text for copying."""
    for glyphs in line.glyphs:
        if not glyphs.is_space:
            tagged = glyphs.drawn != glyphs.text
            if tagged:
                canvas.addLiteral(f"/Span <</ActualText <{_utf16(glyphs.text)}>>> BDC")
            canvas.setFont(glyphs.font_name, size)
            canvas.drawString(x, y, glyphs.drawn)
            if tagged:
                canvas.addLiteral("EMC")
        x += glyphs.width


def _pieces(fonts: FontSet, paragraph: str, *, size: float, bold: bool) -> Iterator[Glyphs]:
    """Cut a paragraph where font, direction or breakability changes."""
    character_levels = iter(levels(paragraph))
    previous_space = True
    for run in fonts.runs(paragraph, bold=bold):
        keyed = [(next(character_levels), character) for character in run.text]
        for (level, is_space), group in groupby(keyed, key=lambda pair: (pair[0], pair[1].isspace())):
            text = "".join(character for _level, character in group)
            for part in [text] if is_space else _ideographs_apart(text):
                glyphs = _shape(run, part, level=level, size=size)
                yield _with_break(glyphs, is_space=is_space, after_space=previous_space)
                previous_space = is_space


def _with_break(glyphs: Glyphs, *, is_space: bool, after_space: bool) -> Glyphs:
    breaks = after_space or (
        _is_ideograph(glyphs.text[0]) and unicodedata.category(glyphs.text[0]) not in _NEVER_FIRST
    )
    return Glyphs(
        text=glyphs.text, drawn=glyphs.drawn, font_name=glyphs.font_name, width=glyphs.width, level=glyphs.level,
        is_space=is_space, breaks_before=breaks and not is_space,
    )  # fmt: skip


def _shape(run: FontRun, text: str, *, level: int, size: float) -> Glyphs:
    drawn: Any = text
    width = float(pdfmetrics.stringWidth(text, run.font_name, size))
    if run.shaped and not text.isspace():
        # A fragment is what reportlab's paragraphs hand to HarfBuzz: [width, (style, text)].
        style = SimpleNamespace(fontName=run.font_name, fontSize=size)
        shaped = shapeFragWord([width, (style, text)], features=_FEATURES, force=True)
        width, drawn = float(shaped[0]), shaped[1][1]
    elif level % 2:
        drawn = mirrored(text)
    return Glyphs(text=text, drawn=drawn, font_name=run.font_name, width=width, level=level)


def _fit(pieces: list[Glyphs], *, size: float, width: float) -> list[Glyphs]:
    """Cut plain pieces that are wider than a whole line (hashes, paths) into pieces that fit."""
    fitted: list[Glyphs] = []
    for piece in pieces:
        fitted += [piece] if piece.width <= width or piece.is_space else _cut(piece, size=size, width=width)
    return fitted


def _cut(piece: Glyphs, *, size: float, width: float) -> list[Glyphs]:
    run = FontRun(
        text=piece.text,
        font_name=piece.font_name,
        shaped=not isinstance(piece.drawn, str) or piece.drawn != piece.text,
    )
    parts: list[Glyphs] = []
    start = 0
    for end in range(1, len(piece.text) + 1):
        if end == len(piece.text) or _width(piece, piece.text[start : end + 1], size) > width:
            parts.append(
                _with_break(
                    _shape(run, piece.text[start:end], level=piece.level, size=size), is_space=False, after_space=True
                )
            )
            start = end
    return parts


def _width(piece: Glyphs, text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, piece.font_name, size))


def _rows(pieces: list[Glyphs], width: float) -> list[list[Glyphs]]:
    """Greedy line breaking over words; a word of several pieces that no line can hold is parted between them."""
    rows: list[list[Glyphs]] = [[]]
    for group in _unbreakable(pieces, width):
        needed = _ink(group)
        if rows[-1] and sum(piece.width for piece in rows[-1]) + needed > width:
            rows.append([])
        rows[-1] += group
    return [_trimmed(row) for row in rows]


def _unbreakable(pieces: list[Glyphs], width: float) -> list[list[Glyphs]]:
    groups: list[list[Glyphs]] = []
    for piece in pieces:
        if piece.breaks_before or not groups or _ink([*groups[-1], piece]) > width:
            groups.append([])
        groups[-1].append(piece)
    return groups


def _ink(group: list[Glyphs]) -> float:
    """Width of a group without its spaces."""
    return sum(piece.width for piece in group if not piece.is_space)


def _trimmed(row: list[Glyphs]) -> list[Glyphs]:
    while row and row[-1].is_space:
        row = row[:-1]
    return row


def _line(row: list[Glyphs]) -> Line:
    ordered = visual_order(row, [piece.level for piece in row])
    return Line(glyphs=tuple(_joined(ordered)), width=sum(piece.width for piece in row))


def _joined(pieces: list[Glyphs]) -> Iterator[Glyphs]:
    """Neighbours in one font that read left to right are drawn at once, spaces too: copied text keeps its words."""
    for (plain, font_name), group in groupby(pieces, key=lambda piece: (_is_plain(piece), piece.font_name)):
        run = list(group)
        if plain:
            text = "".join(piece.text for piece in run)
            width = sum(piece.width for piece in run)
            yield Glyphs(text=text, drawn=text, font_name=font_name, width=width, level=run[0].level)
        else:
            yield from run


def _is_plain(piece: Glyphs) -> bool:
    return piece.level % 2 == 0 and piece.drawn == piece.text


def _ideographs_apart(text: str) -> list[str]:
    """Ideographs and Hangul one by one (a line may break before each), everything else together."""
    parts: list[str] = []
    for ideographic, group in groupby(text, key=_is_ideograph):
        run = "".join(group)
        parts += list(run) if ideographic else [run]
    return parts


def _is_ideograph(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in _IDEOGRAPHS)


def _utf16(text: str) -> str:
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper()
