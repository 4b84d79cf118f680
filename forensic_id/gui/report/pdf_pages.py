"""The pages of a PDF as pictures. PDFium works for one thread at a time: a lock of the process guards every call."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from forensic_id.gui.pixels import to_image

_PDFIUM = threading.RLock()
POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """One place of a searched text: the page (from 0) and the rectangles of its lines, in points from upper left."""

    page: int
    places: tuple[QRectF, ...]


class PdfPages:
    """One document held in memory; methods may be called from any thread. To be closed when done with."""

    def __init__(self, data: bytes) -> None:
        with _PDFIUM:
            self._document = pdfium.PdfDocument(data)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )
            """Width and height of each page in points."""
        self._closed = False

    def render(self, number: int, scale: float) -> QImage:
        """A page at `scale` pixels a point; an empty picture once closed."""
        with _PDFIUM:
            if self._closed:
                return QImage()
            page = self._document[number]
            try:
                bitmap = page.render(scale=scale, rev_byteorder=True)
                pixels = np.ascontiguousarray(bitmap.to_numpy()[:, :, :3]).copy()
                bitmap.close()
            finally:
                page.close()
        return to_image(pixels)

    def find(self, text: str) -> list[FoundText]:
        """Every place of a text, in order, without regard to case."""
        found: list[FoundText] = []
        with _PDFIUM:
            for number in range(0 if self._closed else len(self.sizes)):
                page = self._document[number]
                try:
                    found += _found_on(page, number, text, self.sizes[number][1])
                finally:
                    page.close()
        return found

    def close(self) -> None:
        """Let go of the document."""
        with _PDFIUM:
            if not self._closed:
                self._closed = True
                self._document.close()


def _found_on(page: pdfium.PdfPage, number: int, text: str, height: float) -> list[FoundText]:
    layer = page.get_textpage()
    searcher = layer.search(text)
    found = []
    try:
        while (place := searcher.get_next()) is not None:
            first, count = place
            rects = [layer.get_rect(index) for index in range(layer.count_rects(first, count))]
            places = tuple(
                QRectF(left, height - top, right - left, top - bottom) for left, bottom, right, top in rects
            )
            found.append(FoundText(page=number, places=places))
    finally:
        searcher.close()
        layer.close()
    return found
