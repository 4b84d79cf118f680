"""Rectangles that are moved and resized by their edges, in pixels of a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

INSIDE = "inside"
_CURSORS = {
    "": Qt.CursorShape.ArrowCursor,
    INSIDE: Qt.CursorShape.SizeAllCursor,
    "l": Qt.CursorShape.SizeHorCursor,
    "r": Qt.CursorShape.SizeHorCursor,
    "t": Qt.CursorShape.SizeVerCursor,
    "b": Qt.CursorShape.SizeVerCursor,
    "lt": Qt.CursorShape.SizeFDiagCursor,
    "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor,
    "lb": Qt.CursorShape.SizeBDiagCursor,
}


def zone_at(rectangle: QRectF, point: QPointF, reach: float, *, inside: bool) -> str:
    """What of a rectangle lies under a point: edges as `l`, `rt` ..., INSIDE if asked for, empty for nothing."""
    if not rectangle.adjusted(-reach, -reach, reach, reach).contains(point):
        return ""
    across = _edge(point.x(), rectangle.left(), rectangle.right(), reach, "lr")
    down = _edge(point.y(), rectangle.top(), rectangle.bottom(), reach, "tb")
    return across + down or (INSIDE if inside else "")


def dragged(rectangle: QRectF, zone: str, by: QPointF, smallest: float) -> QRectF:
    """The rectangle after its zone was dragged; no side becomes smaller than `smallest`."""
    if zone == INSIDE:
        return rectangle.translated(by)
    made = QRectF(rectangle)
    if "l" in zone:
        made.setLeft(min(made.left() + by.x(), made.right() - smallest))
    if "r" in zone:
        made.setRight(max(made.right() + by.x(), made.left() + smallest))
    if "t" in zone:
        made.setTop(min(made.top() + by.y(), made.bottom() - smallest))
    if "b" in zone:
        made.setBottom(max(made.bottom() + by.y(), made.top() + smallest))
    return made


def cursor_of(zone: str) -> Qt.CursorShape:
    """The cursor that tells what dragging would do."""
    return _CURSORS[zone]


def kept_inside(rectangle: QRectF, whole: QRectF) -> QRectF:
    """The rectangle moved, or cut, so that it lies inside the picture."""
    made = QRectF(rectangle)
    made.setSize(made.size().boundedTo(whole.size()))
    made.moveLeft(min(max(made.left(), whole.left()), whole.right() - made.width()))
    made.moveTop(min(max(made.top(), whole.top()), whole.bottom() - made.height()))
    return made


def _edge(value: float, low: float, high: float, reach: float, names: str) -> str:
    if abs(value - low) <= reach:
        return names[0]
    return names[1] if abs(value - high) <= reach else ""
