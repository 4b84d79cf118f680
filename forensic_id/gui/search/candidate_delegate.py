"""Paints a candidate as a card: photo, rank, status, what is recorded, and where it lies in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.search.candidate_model import ROW_ROLE, UNDECIDED, CandidateRow
from forensic_id.gui.search.fields import decision_name
from forensic_id.gui.theme.tokens import RADIUS, SPACE, TYPE

SMALLEST, STANDARD, LARGEST = 120, 164, 240
"""Widths of a card."""

_MARGIN = SPACE["s"]
_TEXT_LINES = 3
_BAR_HEIGHT = 4
_BADGE_HEIGHT = 20


class CandidateDelegate(QStyledItemDelegate):
    """All cards have one size, so that a view of thousands need not ask for each."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._width = STANDARD
        self._small = QFont(parent.font())
        self._small.setPointSizeF(TYPE["small"])
        self._bold = QFont(parent.font())
        self._bold.setBold(True)

    @property
    def size(self) -> QSize:
        """Size of a card."""
        return QSize(self._width, self._picture_height + 2 * _MARGIN + self._text_height)

    def set_width(self, width: int) -> None:
        """Make the cards narrower or wider; the pictures keep their shape."""
        self._width = min(LARGEST, max(SMALLEST, width))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return self.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, CandidateRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = option.rect.adjusted(3, 3, -3, -3)
        self._paint_frame(painter, card, option.state)
        picture = QRect(card.left() + _MARGIN, card.top() + _MARGIN, card.width() - 2 * _MARGIN, self._picture_height)
        self._paint_picture(painter, picture, row)
        self._paint_badges(painter, picture, row)
        below = QRect(picture.left(), picture.bottom() + SPACE["s"], picture.width(), self._text_height)
        self._paint_text(painter, below, row)
        painter.restore()

    @property
    def _picture_height(self) -> int:
        return round((self._width - 2 * _MARGIN) * 1.15)

    @property
    def _text_height(self) -> int:
        lines = QFontMetrics(self._bold).height() + (_TEXT_LINES - 1) * QFontMetrics(self._small).height()
        return lines + _BAR_HEIGHT + 2 * SPACE["s"]

    def _paint_frame(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        colours = self._desk.appearance.colours
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        back = colours.selection if selected else colours.raised if hovered else colours.surface
        painter.setBrush(QColor(back))
        painter.setPen(QPen(QColor(colours.accent if selected or focused else colours.line), 2 if focused else 1))
        painter.drawRoundedRect(card, RADIUS["m"], RADIUS["m"])

    def _paint_picture(self, painter: QPainter, place: QRect, row: CandidateRow) -> None:
        colours = self._desk.appearance.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(place, RADIUS["s"], RADIUS["s"])
        pixmap = self._desk.thumbnails.get(row.candidate.photo_id)
        if pixmap is None:
            return
        if pixmap.isNull():
            side = min(place.width(), 32)
            spot = QRect(0, 0, side, side)
            spot.moveCenter(place.center())
            self._desk.appearance.icon("image", colours.muted).paint(painter, spot)
            return
        size = pixmap.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRect(0, 0, size.width(), size.height())
        spot.moveCenter(place.center())
        painter.setOpacity(0.45 if row.status.decision == "excluded" else 1.0)
        painter.drawPixmap(spot, pixmap)
        painter.setOpacity(1.0)

    def _paint_badges(self, painter: QPainter, picture: QRect, row: CandidateRow) -> None:
        colours = self._desk.appearance.colours
        painter.setFont(self._bold)
        rank = counted(row.candidate.rank)
        width = max(_BADGE_HEIGHT + 4, QFontMetrics(self._bold).horizontalAdvance(rank) + SPACE["m"])
        self._badge(painter, QRect(picture.left(), picture.top(), width, _BADGE_HEIGHT), rank, colours.text)
        if row.status.bookmarked:
            spot = QRect(picture.right() - _BADGE_HEIGHT, picture.top(), _BADGE_HEIGHT, _BADGE_HEIGHT)
            self._badge(painter, spot, "", colours.accent)
            self._desk.appearance.icon("bookmark", colours.accent).paint(painter, spot.adjusted(3, 3, -3, -3))
        if row.status.decision != UNDECIDED:
            painter.setFont(self._small)
            text = decision_name(row.status.decision)
            colour = self._status_colour(row.status.decision)
            width = min(picture.width(), QFontMetrics(self._small).horizontalAdvance(text) + SPACE["l"])
            bottom = picture.bottom() - _BADGE_HEIGHT + 1
            self._badge(painter, QRect(picture.left(), bottom, width, _BADGE_HEIGHT), text, colour)

    def _badge(self, painter: QPainter, place: QRect, text: str, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 1) if text else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._desk.appearance.colours.surface))
        painter.drawRoundedRect(place, RADIUS["s"], RADIUS["s"])
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _status_colour(self, decision: str) -> str:
        colours = self._desk.appearance.colours
        return {"possible": colours.success, "excluded": colours.danger, "inconclusive": colours.warning}[decision]

    def _paint_text(self, painter: QPainter, place: QRect, row: CandidateRow) -> None:
        colours = self._desk.appearance.colours
        top = place.top()
        for text, font, colour in (
            (row.identity, self._bold, colours.text),
            (row.name, self._small, colours.text),
            (row.recorded, self._small, colours.muted),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = QRect(place.left(), top, place.width(), metrics.height())
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()),
            )
            top += metrics.height()
        paint_bar(painter, QRect(place.left(), top + SPACE["s"], place.width(), _BAR_HEIGHT), row.share, self._desk)


def paint_bar(painter: QPainter, place: QRect, share: float, desk: Desk) -> None:
    """Where a log density lies between the last and the first of its list; nothing more is told by its length."""
    colours = desk.appearance.colours
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRoundedRect(place, 2, 2)
    painter.setBrush(QColor(colours.accent))
    width = max(place.height(), round(place.width() * share))
    painter.drawRoundedRect(QRect(place.left(), place.top(), width, place.height()), 2, 2)
