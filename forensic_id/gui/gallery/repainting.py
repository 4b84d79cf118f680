"""What makes long lists cheap to paint: one repaint a frame, a share of the new texts in each."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

_FRAME = 16
"""Milliseconds: sixty frames a second."""
_NEW_TEXTS = 24
"""Texts taken up in one frame while a list moves; a screen of new ones is complete after three."""
_MOST_TEXTS = 4000
"""Of one font; more than the largest screen shows, so that no text that is in sight is missing for a frame."""


class CalmRepaint(QObject):
    """Repaints a view once a frame at most, however many rows and photos arrive meanwhile.

    Texts that were never shown before take most of the time of a painting. While the list appears, moves or fills,
    each frame may take up only some of them, and the others follow in the next frames. Any other painting shows
    everything.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._is_asked = False
        self._is_hurried = False
        self._left = math.inf

    def ask(self) -> None:
        """Repaint soon."""
        if not self._is_asked:
            self._is_asked = True
            QTimer.singleShot(_FRAME, self, self._repaint)

    def fill(self) -> None:
        """Repaint with rows that have come: the view may do so at once."""
        self.hurry()
        self.ask()

    def hurry(self) -> None:
        """The next painting is one of many: it may leave texts to those that follow."""
        self._is_hurried = self._view.isVisible()

    def begin(self) -> None:
        """A painting begins."""
        self._left = _NEW_TEXTS if self._is_hurried else math.inf
        self._is_hurried = False

    def may_measure(self) -> bool:
        """Whether this painting may measure and draw one more new text; the next one will, if not."""
        if self._left > 0:
            self._left -= 1
            return True
        self.ask()
        return False

    def _repaint(self) -> None:
        self._is_asked = False
        self.hurry()
        self._view.viewport().update()


class FittingTexts:
    """Texts of one font, with an ellipsis where they are too long for their room; the same ones come again and again.

    To measure and to shorten a text takes longer than to draw it.
    """

    def __init__(self, font: QFont, repaint: CalmRepaint) -> None:
        self._metrics, self._repaint = QFontMetrics(font), repaint
        self._height, self._ascent = self._metrics.height(), self._metrics.ascent()
        self._known: OrderedDict[tuple[str, int], tuple[str, int]] = OrderedDict()

    def draw(self, painter: QPainter, room: QRect, text: str, *, align: float = 0.0) -> None:
        """Draw a text in the middle of a room's height, now or in one of the next frames.

        `align` is 0 for the left side of the room, 0.5 for its centre and 1 for its right side.
        """
        fitting = self.get(text, room.width())
        if fitting is not None:
            shown, length = fitting
            left = room.left() + int(align * (room.width() - length))
            painter.drawText(left, room.top() + int((room.height() - self._height) / 2) + self._ascent, shown)

    def get(self, text: str, width: int) -> tuple[str, int] | None:
        """The text as it fits into `width` device-independent pixels, and how many it takes; None: not yet."""
        fitting = self._known.get((text, width))
        if fitting is not None:
            self._known.move_to_end((text, width))
        elif self._repaint.may_measure():
            fitting = self._known[text, width] = self._fit(text, width)
            if len(self._known) > _MOST_TEXTS:
                self._known.popitem(last=False)
        return fitting

    def _fit(self, text: str, width: int) -> tuple[str, int]:
        length = self._metrics.horizontalAdvance(text)
        if length <= width:
            return text, length
        shortened = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return shortened, self._metrics.horizontalAdvance(shortened)
