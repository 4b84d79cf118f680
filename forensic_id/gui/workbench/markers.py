"""How faces, box, points and crop are drawn over a picture: in screen pixels, readable on dark and light drawings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from forensic_id.gui.theme.tokens import MARKERS

POINT_REACH = 12.0
"""Screen pixels around a point or edge in which it is taken hold of."""

_RADIUS = 6.0
_HANDLE = 4.0
_MAGNIFIER = 132.0
_MAGNIFICATION = 4.0
_MARGIN = 10.0
_CIRCLE, _TRIANGLE, _SQUARE = range(3)
_SHAPES = (_CIRCLE, _CIRCLE, _TRIANGLE, _SQUARE, _SQUARE)


def draw_point(painter: QPainter, number: int, at: QPointF, *, active: bool, name: str = "") -> None:
    """One of the five points; eyes are circles, the nose a triangle, mouth corners squares."""
    path = _shape(_SHAPES[number], at, _RADIUS + (2.0 if active else 0.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4.5))
    painter.drawPath(path)
    painter.setPen(QPen(QColor(MARKERS[number]), 2.5))
    painter.drawPath(path)
    painter.setPen(QPen(QColor("white"), 1.0))
    painter.drawPoint(at)
    if name:
        _draw_name(painter, name, at)


def draw_face(painter: QPainter, rectangle: QRectF, label: str, *, hovered: bool) -> None:
    """A face that was found and may be chosen."""
    _outline(painter, rectangle, QColor("white"), Qt.PenStyle.DashLine, 2.5 if hovered else 1.5)
    _draw_name(painter, label, rectangle.topLeft() + QPointF(-4.0, 14.0))


def draw_box(painter: QPainter, rectangle: QRectF, accent: QColor, *, active: bool) -> None:
    """The chosen face box with its handles."""
    _outline(painter, rectangle, accent, Qt.PenStyle.SolidLine, 3.0 if active else 2.0)
    _draw_handles(painter, rectangle, accent)


def draw_crop(painter: QPainter, rectangle: QRectF, whole: QRectF, accent: QColor) -> None:
    """The part that a crop keeps; the rest is darkened."""
    outside = QPainterPath()
    outside.addRect(whole)
    inside = QPainterPath()
    inside.addRect(rectangle)
    painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 130))
    _outline(painter, rectangle, accent, Qt.PenStyle.SolidLine, 2.0)
    _draw_handles(painter, rectangle, accent)


def draw_magnifier(painter: QPainter, pixmap: QPixmap, centre: QPointF, away_from: QPointF, room: QRectF) -> None:
    """The picture around `centre` (its pixels) enlarged, in the corner of `room` opposite to `away_from`."""
    left = away_from.x() > room.center().x()
    top = away_from.y() > room.center().y()
    x = room.left() + _MARGIN if left else room.right() - _MARGIN - _MAGNIFIER
    y = room.top() + _MARGIN if top else room.bottom() - _MARGIN - _MAGNIFIER
    target = QRectF(x, y, _MAGNIFIER, _MAGNIFIER)
    side = _MAGNIFIER / _MAGNIFICATION
    source = QRectF(centre.x() + 0.5 - side / 2, centre.y() + 0.5 - side / 2, side, side)
    clip = QPainterPath()
    clip.addEllipse(target)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(target, QColor(90, 90, 90))
    painter.drawPixmap(target, pixmap, source)
    painter.setPen(QPen(QColor(255, 255, 255, 180), 3.0))
    _cross(painter, target)
    painter.setPen(QPen(QColor(0, 0, 0, 220), 1.0))
    _cross(painter, target)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4.0))
    painter.drawEllipse(target)
    painter.setPen(QPen(QColor("white"), 2.0))
    painter.drawEllipse(target)


def _cross(painter: QPainter, target: QRectF) -> None:
    centre = target.center()
    for reach in (QPointF(1.0, 0.0), QPointF(-1.0, 0.0), QPointF(0.0, 1.0), QPointF(0.0, -1.0)):
        painter.drawLine(centre + reach * 6.0, centre + reach * 26.0)


def _shape(kind: int, at: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    if kind == _CIRCLE:
        path.addEllipse(at, radius, radius)
    elif kind == _SQUARE:
        path.addRect(QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)))
    else:
        corners = [
            at + QPointF(0.0, -radius - 2),
            at + QPointF(radius + 1, radius),
            at + QPointF(-radius - 1, radius),
        ]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    return path


def _outline(painter: QPainter, rectangle: QRectF, colour: QColor, style: Qt.PenStyle, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 170), width + 2.0))
    painter.drawRect(rectangle)
    painter.setPen(QPen(colour, width, style))
    painter.drawRect(rectangle)


def _draw_handles(painter: QPainter, rectangle: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1.0))
    painter.setBrush(QBrush(colour))
    for corner in _corners(rectangle):
        painter.drawRect(QRectF(corner - QPointF(_HANDLE, _HANDLE), QSizeF(2 * _HANDLE, 2 * _HANDLE)))


def _corners(rectangle: QRectF) -> Sequence[QPointF]:
    return (rectangle.topLeft(), rectangle.topRight(), rectangle.bottomLeft(), rectangle.bottomRight())


def _draw_name(painter: QPainter, name: str, at: QPointF) -> None:
    metrics = painter.fontMetrics()
    plate = QRectF(metrics.boundingRect(name)).adjusted(-5.0, -2.0, 5.0, 2.0)
    plate.moveTopLeft(at + QPointF(_RADIUS + 6.0, -plate.height() - 2.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(plate, 3.0, 3.0)
    painter.setPen(QColor("white"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)
