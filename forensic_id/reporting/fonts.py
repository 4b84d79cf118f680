"""The fonts a report may use: which file prints which characters, loaded only when a text needs it.

Font objects belong to one document: reportlab gives shaped glyphs private code points in the order of their first
use, so sharing them between documents would make a report's bytes depend on the reports before it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from forensic_id.core.errors import LibraryError

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINERS = frozenset("\u200c\u200d")
_NAMED_AT_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A font and the Unicode blocks (inclusive) it is asked for; `complex_script`: glyphs must be shaped."""

    file_name: str
    blocks: tuple[tuple[int, int], ...]
    complex_script: bool = True


_EVERYTHING = ((0x0020, 0x10FFFF),)
REGULAR = FontFile(file_name="NotoSans-Regular.ttf", blocks=_EVERYTHING, complex_script=False)
BOLD = FontFile(file_name="NotoSans-Bold.ttf", blocks=_EVERYTHING, complex_script=False)
SCRIPTS = (
    FontFile(
        file_name="NotoSansArabic-Regular.ttf",
        blocks=((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
    ),
    FontFile(file_name="NotoSansHebrew-Regular.ttf", blocks=((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    FontFile(file_name="NotoSansArmenian-Regular.ttf", blocks=((0x0530, 0x058F), (0xFB13, 0xFB17))),
    FontFile(file_name="NotoSansGeorgian-Regular.ttf", blocks=((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    FontFile(file_name="NotoSansDevanagari-Regular.ttf", blocks=((0x0900, 0x097F), (0xA8E0, 0xA8FF))),
    FontFile(file_name="NotoSansBengali-Regular.ttf", blocks=((0x0980, 0x09FF),)),
    FontFile(file_name="NotoSansGurmukhi-Regular.ttf", blocks=((0x0A00, 0x0A7F),)),
    FontFile(file_name="NotoSansGujarati-Regular.ttf", blocks=((0x0A80, 0x0AFF),)),
    FontFile(file_name="NotoSansTamil-Regular.ttf", blocks=((0x0B80, 0x0BFF),)),
    FontFile(file_name="NotoSansTelugu-Regular.ttf", blocks=((0x0C00, 0x0C7F),)),
    FontFile(file_name="NotoSansKannada-Regular.ttf", blocks=((0x0C80, 0x0CFF),)),
    FontFile(file_name="NotoSansMalayalam-Regular.ttf", blocks=((0x0D00, 0x0D7F),)),
    FontFile(file_name="NotoSansSinhala-Regular.ttf", blocks=((0x0D80, 0x0DFF),)),
    FontFile(file_name="NotoSansThai-Regular.ttf", blocks=((0x0E00, 0x0E7F),)),
    FontFile(file_name="NotoSansLao-Regular.ttf", blocks=((0x0E80, 0x0EFF),)),
    FontFile(file_name="NotoSansMyanmar-Regular.ttf", blocks=((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))),
    FontFile(file_name="NotoSansEthiopic-Regular.ttf", blocks=((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))),
    FontFile(file_name="NotoSansKhmer-Regular.ttf", blocks=((0x1780, 0x17FF), (0x19E0, 0x19FF))),
    FontFile(
        file_name="NanumGothicCoding.ttf",
        blocks=((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
        complex_script=False,
    ),
    FontFile(
        file_name="DroidSansFallbackFull.ttf",
        blocks=((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF)),
        complex_script=False,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FontRun:
    """A stretch of text that one font prints; `shaped`: it needs OpenType shaping."""

    text: str
    font_name: str
    shaped: bool


class FontSet:
    """The fonts of one document. Raises LibraryError when a font file is missing or broken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, TTFont] = {}
        self._known: dict[tuple[str, bool], FontFile | None] = {}

    def printable(self, text: str) -> str:
        """The text composed (NFC), with every unprintable character replaced and named in a remark at the end."""
        composed = unicodedata.normalize("NFC", text)
        missing = [character for character in composed if not self._prints(character)]
        if not missing:
            return composed
        shown = "".join(character if self._prints(character) else REPLACEMENT for character in composed)
        return f"{shown} {_remark(missing)}"

    def runs(self, text: str, *, bold: bool = False) -> tuple[FontRun, ...]:
        """Split printable text into runs of one font; marks and joiners stay with the letter before them."""
        chosen: list[tuple[FontFile, str]] = []
        for character in text:
            previous = chosen[-1][0] if chosen else None
            chosen.append((self._choose(character, previous, bold=bold), character))
        return tuple(
            self._run(font, "".join(character for _font, character in group))
            for font, group in groupby(chosen, key=lambda pair: pair[0])
        )

    def _run(self, font: FontFile, text: str) -> FontRun:
        shaped = font.complex_script or any(unicodedata.combining(character) for character in text)
        return FontRun(text=text, font_name=self._font(font).fontName, shaped=shaped)

    def _choose(self, character: str, previous: FontFile | None, *, bold: bool) -> FontFile:
        clings = character in _JOINERS or unicodedata.category(character).startswith("M")
        if clings and previous is not None and (character in _JOINERS or self._has(previous, character)):
            return previous
        return self._first_with(character, bold=bold) or (BOLD if bold else REGULAR)

    def _prints(self, character: str) -> bool:
        if character in "\n\t" or character in _JOINERS:
            return True
        if unicodedata.category(character).startswith("C"):  # bidi overrides could make a name read as another
            return False
        return self._first_with(character, bold=False) is not None

    def _first_with(self, character: str, *, bold: bool) -> FontFile | None:
        """The first font of the catalogue that has the character."""
        key = (character, bold)
        if key not in self._known:
            fonts = (BOLD, REGULAR, *SCRIPTS) if bold else (REGULAR, *SCRIPTS)
            self._known[key] = next((font for font in fonts if self._has(font, character)), None)
        return self._known[key]

    def _has(self, font: FontFile, character: str) -> bool:
        code = ord(character)
        return any(low <= code <= high for low, high in font.blocks) and code in self._font(font).face.charToGlyph

    def _font(self, font: FontFile) -> TTFont:
        if font.file_name not in self._loaded:
            self._loaded[font.file_name] = self._load(font.file_name)
        return self._loaded[font.file_name]

    def _load(self, file_name: str) -> TTFont:
        path = self._folder / file_name
        try:
            loaded = TTFont(path.stem, str(path))
        except (TTFError, OSError) as error:
            raise LibraryError(
                f"The font {path} cannot be read ({error}). Reinstall the program: reports need its fonts."
            ) from error
        pdfmetrics.registerFont(loaded)
        return loaded


def _remark(missing: list[str]) -> str:
    codes = list(dict.fromkeys(f"U+{ord(character):04X}" for character in missing))
    more = f" and {len(codes) - _NAMED_AT_MOST} more" if len(codes) > _NAMED_AT_MOST else ""
    counted = "1 character" if len(missing) == 1 else f"{len(missing)} characters"
    return f"[{counted} of this text could not be printed: {', '.join(codes[:_NAMED_AT_MOST])}{more}]"
