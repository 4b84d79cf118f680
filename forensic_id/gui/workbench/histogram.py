"""The greys of a picture, with the two handles between which they are spread."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from forensic_id.core.edits import MOST_LEVEL
from forensic_id.gui.theme.appearance import Appearance

_HEIGHT, _WIDTH = 72, 160
_INSET = 6.0
_BLACK, _WHITE = 0, 1


class Histogram(QWidget):
    """Black and white are dragged here, or set in the fields beneath, which the keyboard reaches."""

    levels_moved = Signal(int, int)
    gesture_begun = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._counts: NDArray[np.int64] | None = None
        self._levels = [0, MOST_LEVEL]
        self._taken: int | None = None
        self.setAccessibleName(self.tr("Distribution of the greys"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def show_counts(self, counts: NDArray[np.int64] | None) -> None:
        """Show another distribution: int64 (256,)."""
        self._counts = counts
        self.update()

    def show_levels(self, black: int, white: int) -> None:
        """Put the handles elsewhere."""
        self._levels = [black, white]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._appearance.colours
        room = QRectF(self.rect()).adjusted(_INSET, 2.0, -_INSET, -10.0)
        painter.fillRect(room, QColor(colours.raised))
        if self._counts is not None and self._counts.any():
            heights = np.log1p(self._counts) / np.log1p(self._counts.max())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.muted))
            tops = [
                QPointF(self._x(value), room.bottom() - room.height() * high) for value, high in enumerate(heights)
            ]
            painter.drawPolygon(QPolygonF([room.bottomLeft(), *tops, room.bottomRight()]))
        for value, colour in zip(self._levels, ("black", "white"), strict=True):
            x = self._x(value)
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            painter.setBrush(QColor(colour))
            foot = room.bottom()
            painter.drawPolygon(QPolygonF([QPointF(x, foot), QPointF(x - 5, foot + 8), QPointF(x + 5, foot + 8)]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        away = [abs(self._x(value) - event.position().x()) for value in self._levels]
        self._taken = _BLACK if away[_BLACK] <= away[_WHITE] else _WHITE
        self.gesture_begun.emit()
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._taken is None:
            return
        share = (event.position().x() - _INSET) / max(1.0, self.width() - 2 * _INSET)
        value = round(min(1.0, max(0.0, share)) * MOST_LEVEL)
        if self._taken == _BLACK:
            self._levels[_BLACK] = min(value, self._levels[_WHITE] - 1)
        else:
            self._levels[_WHITE] = max(value, self._levels[_BLACK] + 1)
        self.update()
        self.levels_moved.emit(*self._levels)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._taken = None

    def _x(self, value: int) -> float:
        return _INSET + (self.width() - 2 * _INSET) * value / MOST_LEVEL
