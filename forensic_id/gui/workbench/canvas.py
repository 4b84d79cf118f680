"""The sketch with everything that can be taken hold of: faces, box, five points, and the crop while one is drawn.

Mouse and keyboard reach the same: Tab goes through the points and the box, arrow keys move what is selected.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsView, QToolTip

from forensic_id.core.records import Box, FivePoints
from forensic_id.gui.numbers import measured
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.widgets.image_view import ImageView
from forensic_id.gui.workbench.markers import (
    POINT_REACH,
    draw_box,
    draw_crop,
    draw_face,
    draw_magnifier,
    draw_point,
)
from forensic_id.gui.workbench.rectangles import INSIDE, cursor_of, dragged, kept_inside, zone_at

_HALF = QPointF(0.5, 0.5)
"""Points count pixels by their centres, the scene by their corners."""

_SMALLEST_BOX, SMALLEST_CROP = 8.0, 16.0
_STEP, _LONG_STEP = 1.0, 10.0
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1.0, 0.0),
    Qt.Key.Key_Right: QPointF(1.0, 0.0),
    Qt.Key.Key_Up: QPointF(0.0, -1.0),
    Qt.Key.Key_Down: QPointF(0.0, 1.0),
}


class Held(IntEnum):
    """What is selected besides the points, which are 0 to 4."""

    NOTHING = -1
    BOX = 5
    CROP = 6


class SketchCanvas(ImageView):
    """Shows what `show_face` says and tells what the user wants otherwise; it changes nothing by itself."""

    face_chosen = Signal(int)
    box_moved = Signal(object)
    points_moved = Signal(object)
    crop_moved = Signal(QRectF)
    crop_accepted = Signal()
    crop_cancelled = Signal()
    gesture_begun = Signal()
    """A drag or a key press begins; what it changes is undone by itself."""
    reset_requested = Signal()
    gesture_ended = Signal()
    """What was dragged was let go."""
    peek_begun = Signal()
    """The user holds the key that shows the picture as received; until `peek_ended`."""
    peek_ended = Signal()
    search_requested = Signal()
    told = Signal(str)
    """A sentence about what is selected."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("The sketch"))
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        for taker in (self, self.viewport()):  # files dropped here are for the workbench
            taker.setAcceptDrops(False)
        self._appearance = appearance
        self._pixmap = QPixmap()
        self._faces: tuple[Box, ...] = ()
        self._box: Box | None = None
        self._points: FivePoints | None = None
        self._crop: QRectF | None = None
        self._held: int = Held.NOTHING
        self._zone = ""
        self._from: QPointF | None = None
        self._hovered: int = Held.NOTHING
        self._overlays = True

    @property
    def held(self) -> int:
        """What is selected: 0 to 4 the points, else a Held."""
        return self._held

    @property
    def picture_size(self) -> QSize:
        """Size of the picture shown, in its pixels."""
        return self._pixmap.size()

    @property
    def shows_overlays(self) -> bool:
        """Whether marks are drawn over the picture."""
        return self._overlays

    @property
    def crop(self) -> QRectF | None:
        """The rectangle of the crop that is being drawn."""
        return self._crop

    def show_picture(self, image: QImage | None, *, overlays: bool = True, keep_state: bool = True) -> None:
        """Show a picture; `overlays` False: nothing is drawn over it and nothing can be taken hold of."""
        self._overlays = overlays
        self.set_image(image, keep_state=keep_state)
        self._pixmap = self._item.pixmap()

    def show_face(self, faces: tuple[Box, ...], box: Box | None, points: FivePoints | None) -> None:
        """Draw the faces found, the chosen box and the points; while something is dragged only the faces."""
        self._faces = faces
        if self._from is None:
            self._box, self._points = box, points
            if points is None and self._held in range(5):
                self._select(Held.NOTHING)
        self.viewport().update()

    def begin_crop(self, rectangle: QRectF) -> None:
        """Let the user draw a crop, beginning with this rectangle."""
        self._crop = rectangle
        self._select(Held.CROP)
        self.setFocus()

    def end_crop(self) -> None:
        """Draw no crop any more."""
        self._crop = None
        self._select(Held.NOTHING)

    def select(self, held: int) -> None:
        """Take hold of a point (0 to 4), the box, or nothing."""
        self._select(held)
        self.setFocus()

    def point_name(self, number: int) -> str:
        """What a point is called; right is the person's right."""
        return (
            self.tr("Right eye (left in the picture)"),
            self.tr("Left eye (right in the picture)"),
            self.tr("Tip of the nose"),
            self.tr("Right corner of the mouth (left in the picture)"),
            self.tr("Left corner of the mouth (right in the picture)"),
        )[number]

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: ARG002
        if not (self._overlays and self.has_image):
            return
        painter.save()
        painter.resetTransform()
        accent = QColor(self._appearance.colours.accent)
        if self._crop is not None:
            whole = QRectF(self._pixmap.rect())
            draw_crop(painter, self._on_screen(self._crop), self._on_screen(whole), accent)
        else:
            self._draw_faces(painter, accent)
            self._draw_points(painter)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        taken = self._taken_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else Held.NOTHING
        if taken != Held.NOTHING:
            self._zone = self._zone_of(taken, event.position())
            self._from = self._in_picture(event.position())
            self.gesture_begun.emit()
            self._select(taken)
            return
        face = self._face_at(event.position())
        if face is not None and event.button() is Qt.MouseButton.LeftButton:
            self.gesture_begun.emit()
            self.face_chosen.emit(face)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseMoveEvent(event)
            if not event.buttons():
                self._hover(event.position())
            return
        now = self._in_picture(event.position())
        self._move(self._held, now - self._from)
        self._from = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseReleaseEvent(event)
            return
        self._from = None
        self.gesture_ended.emit()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and self._held != Held.NOTHING and self._overlays:
            self._step(_ARROWS[key], event)
        elif key is Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.peek_begun.emit()
        elif key is Qt.Key.Key_R and self._crop is None:
            self.reset_requested.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(event)
        elif key is Qt.Key.Key_Escape and self._held != Held.NOTHING:
            self._escape()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.peek_ended.emit()
        else:
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's name and signature
        stops = self._stops()
        place = stops.index(self._held) if self._held in stops else (-1 if next else len(stops))
        place += 1 if next else -1
        if 0 <= place < len(stops):
            self._select(stops[place])
            return True
        self._select(Held.CROP if self._crop is not None else Held.NOTHING)
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        stops = self._stops()
        if stops and event.reason() is Qt.FocusReason.TabFocusReason:
            self._select(stops[0])
        elif stops and event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._select(stops[-1])
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.peek_ended.emit()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            taken = self._taken_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._name_of(taken), self)
            return True
        return super().viewportEvent(event)

    def _stops(self) -> list[int]:
        if not self._overlays or self._crop is not None:
            return []
        return [*(range(5) if self._points is not None else ()), *((Held.BOX,) if self._box is not None else ())]

    def _enter(self, event: QKeyEvent) -> None:
        if self._crop is not None:
            self.crop_accepted.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search_requested.emit()

    def _escape(self) -> None:
        if self._crop is not None:
            self.crop_cancelled.emit()
        else:
            self._select(Held.NOTHING)

    def _step(self, direction: QPointF, event: QKeyEvent) -> None:
        by = direction * (_LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP)
        if not event.isAutoRepeat():
            self.gesture_begun.emit()
        resizes = bool(event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier))
        self._zone = "rb" if resizes else INSIDE
        self._move(self._held, by)

    def _move(self, held: int, by: QPointF) -> None:
        if held == Held.CROP and self._crop is not None:
            moved = dragged(self._crop, self._zone, by, SMALLEST_CROP)
            self._crop = kept_inside(moved, QRectF(self._pixmap.rect()))
            self.crop_moved.emit(self._crop)
        elif held == Held.BOX and self._box is not None:
            made = dragged(_rectangle(self._box), self._zone, by, _SMALLEST_BOX)
            self._box = Box(x=made.x() - 0.5, y=made.y() - 0.5, width=made.width(), height=made.height())
            self.box_moved.emit(self._box)
        elif self._points is not None and held in range(5):
            points = list(self._points)
            points[held] = (points[held][0] + by.x(), points[held][1] + by.y())
            first, second, third, fourth, fifth = points
            self._points = (first, second, third, fourth, fifth)
            self.points_moved.emit(self._points)
        self._tell()
        self.viewport().update()

    def _select(self, held: int) -> None:
        self._held = held
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        text = self._name_of(self._held)
        if self._points is not None and self._held in range(5):
            x, y = self._points[self._held]
            text = self.tr("{}: x {}, y {}").format(text, measured(x, ".0f"), measured(y, ".0f"))
        self.setAccessibleDescription(text)
        self.told.emit(text)

    def _name_of(self, held: int) -> str:
        if held in range(5):
            return self.point_name(held)
        return {Held.BOX: self.tr("Face box"), Held.CROP: self.tr("Part to keep")}.get(Held(held), "")

    def _hover(self, at: QPointF) -> None:
        taken = self._taken_at(at)
        zone = self._zone_of(taken, at)
        face = self._face_at(at)
        if taken in range(5):
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif zone:
            self.viewport().setCursor(cursor_of(zone))
        else:
            over_face = face is not None and self._overlays
            shape = Qt.CursorShape.PointingHandCursor if over_face else Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(shape)
        if taken != self._hovered:
            self._hovered = taken
            self.viewport().update()

    def _taken_at(self, at: QPointF) -> int:
        """What may be taken hold of at a place of the viewport."""
        if not self._overlays:
            return Held.NOTHING
        if self._crop is not None:
            return Held.CROP if self._zone_of(Held.CROP, at) else Held.NOTHING
        if self._points is not None:
            away = [(self._point_on_screen(number) - at).manhattanLength() for number in range(5)]
            if min(away) <= POINT_REACH:
                return away.index(min(away))
        return Held.BOX if self._zone_of(Held.BOX, at) else Held.NOTHING

    def _zone_of(self, held: int, at: QPointF) -> str:
        if held == Held.CROP and self._crop is not None:
            return zone_at(self._on_screen(self._crop), at, POINT_REACH, inside=True)
        if held == Held.BOX and self._box is not None:
            rectangle = self._on_screen(_rectangle(self._box))
            return zone_at(rectangle, at, POINT_REACH / 2, inside=self._held == Held.BOX)
        return ""

    def _face_at(self, at: QPointF) -> int | None:
        """The number of a face that is not the chosen one."""
        if self._crop is not None or not self._overlays:
            return None
        place = self._in_picture(at)
        hits = (number for number, face in enumerate(self._faces) if _rectangle(face).contains(place))
        return next((number for number in hits if not self._is_chosen(self._faces[number])), None)

    def _is_chosen(self, face: Box) -> bool:
        return self._box is not None and _rectangle(self._box).contains(_rectangle(face).center())

    def _draw_faces(self, painter: QPainter, accent: QColor) -> None:
        for number, face in enumerate(self._faces, start=1):
            if not self._is_chosen(face):
                draw_face(
                    painter, self._on_screen(_rectangle(face)), self.tr("Face {}").format(number), hovered=False
                )
        if self._box is not None:
            draw_box(painter, self._on_screen(_rectangle(self._box)), accent, active=self._held == Held.BOX)

    def _draw_points(self, painter: QPainter) -> None:
        if self._points is None:
            return
        for number in range(5):
            active = number == self._held
            name = self.point_name(number) if number == self._hovered and self._from is None else ""
            draw_point(painter, number, self._point_on_screen(number), active=active, name=name)
        if self._held in range(5) and (self._from is not None or self.hasFocus()):
            at = self._point_on_screen(self._held)
            x, y = self._points[self._held]
            draw_magnifier(painter, self._pixmap, QPointF(x, y), at, QRectF(self.viewport().rect()))

    def _point_on_screen(self, number: int) -> QPointF:
        assert self._points is not None  # noqa: S101 - callers have checked it
        return self.viewportTransform().map(QPointF(*self._points[number]) + _HALF)

    def _on_screen(self, rectangle: QRectF) -> QRectF:
        return self.viewportTransform().mapRect(rectangle)

    def _in_picture(self, at: QPointF) -> QPointF:
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(at)


def _rectangle(box: Box) -> QRectF:
    return QRectF(box.x + 0.5, box.y + 0.5, box.width, box.height)
