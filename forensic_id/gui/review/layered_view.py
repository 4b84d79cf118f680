"""Sketch and photo in one place: mixed, divided by a curtain, or in turn."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QImage, QMouseEvent, QPainter, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QStyleOptionGraphicsItem, QWidget

from forensic_id.gui.widgets.image_view import ImageView

SLOWEST, FASTEST = 5, 30
"""Changes in ten seconds; more than three flashes a second can harm people (WCAG 2.3.1)."""
_GRIP = 12
"""Pixels beside the curtain's edge where it can be taken."""


class Mode(StrEnum):
    """How the two pictures are compared."""

    SIDE_BY_SIDE = "side by side"
    OVERLAY = "overlay"
    CURTAIN = "curtain"
    BLINK = "blink"


class LayeredView(ImageView):
    """The sketch below, the photo above; `share` is the photo's opacity or where the curtain hangs, 0 to 1."""

    share_changed = Signal(float)
    """The user dragged the curtain."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._above = _Layer()
        self._above.setParentItem(self._item)
        self._mode = Mode.OVERLAY
        self._amount = 0.5
        self._dragging = False
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._turn)
        self.set_rate(12)

    @property
    def share(self) -> float:
        """The photo's opacity, or where the curtain hangs."""
        return self._amount

    @property
    def mode(self) -> Mode:
        """How the pictures are laid over each other."""
        return self._mode

    @property
    def blinking(self) -> bool:
        """Whether the pictures take turns now."""
        return self._clock.isActive()

    @property
    def photo_visible(self) -> bool:
        """Whether the photo is seen at all now."""
        return self._above.isVisible()

    def set_pictures(self, sketch: QImage | None, photo: QImage | None) -> None:
        """Show two pictures of the same size; how they are looked at is kept."""
        self.set_image(sketch if sketch is not None else photo, keep_state=self.has_image)
        self._above.setPixmap(QPixmap() if photo is None else QPixmap.fromImage(photo))
        self._arrange()

    def set_mode(self, mode: Mode) -> None:
        """Lay the pictures over each other in another way."""
        self._mode = mode
        self._arrange()

    def set_share(self, share: float) -> None:
        """Mix more of the photo in, or move the curtain."""
        self._amount = min(1.0, max(0.0, share))
        self._arrange()

    def set_rate(self, tenths: int) -> None:
        """How often the pictures change, in changes a ten seconds."""
        self._clock.setInterval(round(10_000 / min(FASTEST, max(SLOWEST, tenths))))

    def set_colour(self, colour: QColor) -> None:
        """The colour of the curtain's edge."""
        self._above.edge_colour = colour
        self._above.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = self._mode is Mode.CURTAIN and self._near_edge(event.position())
        if not self._dragging:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            super().mouseMoveEvent(event)
            return
        self.set_share(self._item.mapFromScene(self.mapToScene(event.position().toPoint())).x() / self._width())
        self.share_changed.emit(self._amount)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            super().mouseReleaseEvent(event)
        self._dragging = False

    def _arrange(self) -> None:
        self._above.setVisible(True)
        self._above.setOpacity(self._amount if self._mode is Mode.OVERLAY else 1.0)
        self._above.show_from(self._amount if self._mode is Mode.CURTAIN else None)
        if self._mode is Mode.BLINK and self.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    def _turn(self) -> None:
        self._above.setVisible(not self._above.isVisible())

    def _width(self) -> float:
        return max(1.0, self._item.boundingRect().width())

    def _near_edge(self, position: QPointF) -> bool:
        """Whether a place in the view is on the curtain's edge, however the picture is turned."""
        place = self._item.mapFromScene(self.mapToScene(position.toPoint()))
        middle = self._item.mapToScene(QPointF(self._amount * self._width(), place.y()))
        away = self.mapFromScene(middle) - position.toPoint()
        return away.manhattanLength() <= _GRIP


class _Layer(QGraphicsPixmapItem):
    """The upper picture, drawn only to the right of the curtain's edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._from: float | None = None
        self.edge_colour = QColor(Qt.GlobalColor.white)

    def show_from(self, share: float | None) -> None:
        """Draw from this share of the width on; None draws all."""
        self._from = share
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._from is None:
            super().paint(painter, option, widget)  # type: ignore[arg-type]
            return
        bounds = self.boundingRect()
        edge = bounds.left() + self._from * bounds.width()
        painter.save()
        painter.setClipRect(QRectF(edge, bounds.top(), bounds.right() - edge, bounds.height()))
        super().paint(painter, option, widget)  # type: ignore[arg-type]
        painter.restore()
        pen = QPen(self.edge_colour, 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLine(QPointF(edge, bounds.top()), QPointF(edge, bounds.bottom()))
