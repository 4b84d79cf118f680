"""Draws a report document as PDF: the same document and paper give the same bytes."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from forensic_id.core.report import PaperSize, ReportDocument, document_hash
from forensic_id.reporting.blocks import document_strips
from forensic_id.reporting.files import write_atomically
from forensic_id.reporting.fonts import FontSet
from forensic_id.reporting.pages import Page, paginate
from forensic_id.reporting.strips import Setter
from forensic_id.reporting.theme import (
    ACCENT,
    BANNER,
    BANNER_NOTE,
    BOTTOM,
    FOOTER,
    GAP,
    HAIRLINE,
    MARGIN,
    PAGES,
    TINT,
    TOP,
)

rl_config.useA85 = 0  # binary streams: a quarter smaller than text-encoded ones

_BANNER_HEIGHT = 22
_BANNER_TOP = 34
_FONT_REGISTRY = threading.Lock()
"""reportlab keeps fonts in one registry for the whole process: one document at a time."""


class PdfRenderer:
    """Writes reports with the fonts of a folder."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    def render(self, document: ReportDocument, path: Path, *, paper: PaperSize = "a4") -> None:
        """Write the document atomically. Raises LibraryError when the place cannot be written."""
        write_atomically(path, self.pdf_bytes(document, paper=paper))

    def pdf_bytes(self, document: ReportDocument, *, paper: PaperSize = "a4") -> bytes:
        """The finished PDF. Raises LibraryError when a font is missing."""
        with _FONT_REGISTRY:
            return _PdfDocument(document, FontSet(self._fonts), PAGES[paper]).finish()


class _PdfDocument:
    """One document on its way to bytes."""

    def __init__(self, document: ReportDocument, fonts: FontSet, page_size: tuple[float, float]) -> None:
        self._document = document
        self._digest = document_hash(document)
        self._setter = Setter(fonts=fonts)
        self._width, self._height = page_size
        self._column = self._width - 2 * MARGIN

    def finish(self) -> bytes:
        strips = document_strips(self._setter, self._document, self._column)
        pages = paginate(strips, self._height - TOP - BOTTOM)
        buffer = io.BytesIO()
        canvas = self._canvas(buffer)
        for number, page in enumerate(pages, start=1):
            self._draw_page(canvas, page, number=number, count=len(pages))
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def _canvas(self, buffer: io.BytesIO) -> Any:
        canvas = Canvas(
            buffer,
            pagesize=(self._width, self._height),
            invariant=1,
            pageCompression=1,
            lang="en",
            initialFontName=self._setter.fonts.runs(" ")[0].font_name,
        )
        canvas.setTitle(f"{self._document.title}: {self._document.reference}")
        canvas.setAuthor("forensic_id")
        canvas.setCreator("forensic_id")
        canvas.setSubject(self._document.banner)
        canvas.setKeywords(f"document-sha256:{self._digest}")
        moment = datetime.fromisoformat(self._document.produced_at).astimezone(UTC)
        canvas.setDateFormatter(lambda *_now: f"D:{moment:%Y%m%d%H%M%S}Z")
        return canvas

    def _draw_page(self, canvas: Any, page: Page, *, number: int, count: int) -> None:
        self._draw_banner(canvas)
        for offset, strip in page.placed:
            if strip.bookmark:
                key = f"section-{number}-{offset:.0f}"
                canvas.bookmarkHorizontal(key, 0, self._height - TOP - offset + GAP)
                canvas.addOutlineEntry(strip.bookmark, key, level=0)
            strip.draw(canvas, MARGIN, self._height - TOP - offset)
        self._draw_footer(canvas, number=number, count=count)

    def _draw_banner(self, canvas: Any) -> None:
        top = self._height - _BANNER_TOP
        canvas.setFillColor(TINT)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(0.8)
        note = self._document.banner_note
        height = _BANNER_HEIGHT + (BANNER_NOTE.leading if note else 0)
        canvas.rect(MARGIN, top - height, self._column, height, stroke=1, fill=1)
        upper = top - (_BANNER_HEIGHT - BANNER.leading) / 2
        for text, style, below in ((self._document.banner, BANNER, 0.0), (note, BANNER_NOTE, BANNER.leading)):
            cell = self._setter.cell(text, style, self._column - 2 * GAP, most_lines=1)
            replace(cell, centred=True).draw(canvas, MARGIN + GAP, upper - below)

    def _draw_footer(self, canvas: Any, *, number: int, count: int) -> None:
        top = BOTTOM - GAP
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, top, MARGIN + self._column, top)
        half = self._column * 0.72
        left = self._setter.cell(self._document.reference, FOOTER, half, most_lines=2)
        left.draw(canvas, MARGIN, top - 3)
        digest = self._setter.cell(f"Document SHA-256 {self._digest}", FOOTER, half)
        digest.draw(canvas, MARGIN, top - 3 - left.height)
        right = self._setter.cell(f"Page {number} of {count}", FOOTER, self._column - half, align_right=True)
        right.draw(canvas, MARGIN + half, top - 3)
