"""What makes long lists cheap to paint: one repaint a frame, texts shortened once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractScrollArea

_FRAME = 16
"""Milliseconds: sixty frames a second."""
_MOST_TEXTS, _MOST_WIDTHS = 2000, 12


class CalmRepaint(QObject):
    """Repaints a view once a frame at most, however many rows and photos arrive meanwhile."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._is_asked = False

    def ask(self) -> None:
        """Repaint soon."""
        if not self._is_asked:
            self._is_asked = True
            QTimer.singleShot(_FRAME, self, self._repaint)

    def _repaint(self) -> None:
        self._is_asked = False
        self._view.viewport().update()


class ShortenedTexts:
    """Texts of one font, with an ellipsis where they are too long for their room; the same ones come again and again.

    Measuring a text takes longer than drawing it.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._known: dict[int, dict[str, str]] = {}

    def get(self, text: str, width: int) -> str:
        """The text as it fits into `width` device-independent pixels."""
        known = self._of_width(width)
        shortened = known.get(text)
        if shortened is None:
            if len(known) >= _MOST_TEXTS:
                known.clear()
            shortened = known[text] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return shortened

    def _of_width(self, width: int) -> dict[str, str]:
        if width not in self._known:
            if len(self._known) >= _MOST_WIDTHS:  # a column or the window is being resized
                self._known.clear()
            self._known[width] = {}
        return self._known[width]
