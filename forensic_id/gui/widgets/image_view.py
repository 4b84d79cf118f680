"""A picture that can be zoomed, moved, turned and mirrored for the eye; the picture itself never changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView

_STEP = 1.25
_MOVE = 0.1
_SMALLEST, _LARGEST = 0.02, 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewState:
    """How a picture is looked at. `zoom` is relative to fitting the view; `centre` in shares of the picture."""

    zoom: float = 1.0
    centre: tuple[float, float] = (0.5, 0.5)
    angle: float = 0.0
    """Degrees clockwise."""
    mirrored: bool = False


class ImageView(QGraphicsView):
    """Wheel and +/- zoom, dragging and arrow keys move, 0 fits; overlays are items of `scene()` in picture pixels."""

    view_changed = Signal(ViewState)
    """The user zoomed, moved, turned or mirrored; another view that shows the same state is locked to this one."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader calls the picture."""
        super().__init__()
        self.setAccessibleName(name)
        self.setScene(QGraphicsScene(self))
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.scene().addItem(self._item)
        self._state = ViewState()

    @property
    def state(self) -> ViewState:
        """How the picture is looked at now."""
        return self._state

    @property
    def has_image(self) -> bool:
        """Whether a picture is shown."""
        return not self._item.pixmap().isNull()

    def set_image(self, image: QImage | None, *, keep_state: bool = False) -> None:
        """Show another picture, or none; fitted unless the state is kept."""
        self._item.setPixmap(QPixmap() if image is None else QPixmap.fromImage(image))
        bounds = self._item.boundingRect()
        margin = max(bounds.width(), bounds.height())
        self.scene().setSceneRect(bounds.adjusted(-margin, -margin, margin, margin))
        self.show_state(self._state if keep_state else ViewState())

    def show_state(self, state: ViewState) -> None:
        """Look at the picture in this way, without telling anybody."""
        self._state = state
        if not self.has_image:
            return
        scale = self._fitting_scale() * state.zoom
        transform = QTransform().rotate(state.angle).scale(-scale if state.mirrored else scale, scale)
        self.setTransform(transform)
        bounds = self._item.boundingRect()
        self.centerOn(QPointF(bounds.width() * state.centre[0], bounds.height() * state.centre[1]))

    def change(self, **changes: float | bool | tuple[float, float]) -> None:
        """Change fields of the state as the user does: `view_changed` is emitted."""
        self.show_state(replace(self._state, **changes))  # type: ignore[arg-type]
        self.view_changed.emit(self._state)

    def zoom_by(self, factor: float) -> None:
        """Zoom around the middle."""
        self.change(zoom=min(_LARGEST, max(_SMALLEST, self._state.zoom * factor)), centre=self._centre())

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_by(_STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_by(1 / _STEP)

    def move_by(self, across: float, down: float) -> None:
        """Look at what lies these shares of the view to the right and below."""
        size = self.viewport().size()
        middle = self.viewport().rect().center() + QPoint(round(across * size.width()), round(down * size.height()))
        self.change(centre=self._share(self.mapToScene(middle)))

    def fit(self) -> None:
        """See all of the picture; turning and mirroring stay."""
        self.change(zoom=1.0, centre=(0.5, 0.5))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.has_image:
            return
        before = self.mapToScene(event.position().toPoint())
        factor = _STEP ** (event.angleDelta().y() / 120)
        zoom = min(_LARGEST, max(_SMALLEST, self._state.zoom * factor))
        self.show_state(replace(self._state, zoom=zoom, centre=self._centre()))
        moved = self.mapToScene(event.position().toPoint()) - before
        middle = self.mapToScene(self.viewport().rect().center()) - moved
        self.change(centre=self._share(middle))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Left: lambda: self.move_by(-_MOVE, 0),
            Qt.Key.Key_Right: lambda: self.move_by(_MOVE, 0),
            Qt.Key.Key_Up: lambda: self.move_by(0, -_MOVE),
            Qt.Key.Key_Down: lambda: self.move_by(0, _MOVE),
        }
        if event.key() in actions:
            actions[Qt.Key(event.key())]()
            return
        super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The user dragged the picture, or it was placed; only the former is told."""
        super().scrollContentsBy(dx, dy)
        if self.dragMode() is QGraphicsView.DragMode.ScrollHandDrag and self.has_image and self._is_dragged():
            self._state = replace(self._state, centre=self._centre())
            self.view_changed.emit(self._state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_state(self._state)

    def _is_dragged(self) -> bool:
        return self.viewport().cursor().shape() is Qt.CursorShape.ClosedHandCursor

    def _centre(self) -> tuple[float, float]:
        return self._share(self.mapToScene(self.viewport().rect().center()))

    def _share(self, point: QPointF) -> tuple[float, float]:
        bounds = self._item.boundingRect()
        return (point.x() / max(1.0, bounds.width()), point.y() / max(1.0, bounds.height()))

    def _fitting_scale(self) -> float:
        """Scale at which the turned picture just fits the view."""
        turned = QTransform().rotate(self._state.angle).mapRect(self._item.boundingRect())
        room = self.viewport().rect().adjusted(4, 4, -4, -4)
        return max(1e-6, min(room.width() / turned.width(), room.height() / turned.height()))
