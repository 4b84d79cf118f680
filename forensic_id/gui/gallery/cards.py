"""How cards of subjects are painted: photo, number and name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from forensic_id.core.browsing import SubjectRow
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.repainting import CalmRepaint, FittingTexts
from forensic_id.gui.theme.tokens import RADIUS, SPACE, TYPE

USUAL = 120
"""Side of a photo on a card in device-independent pixels."""
TEXT_HEIGHT = 38
"""Of number and name under the photo."""
_GAP = 3
"""Around a card."""


@dataclass(frozen=True, slots=True)
class Card:
    """Where a card is, and of whom; without a row, the place where it will be."""

    room: QRect
    row: SubjectRow | None
    is_selected: bool
    is_hovered: bool
    is_current: bool
    """Whether the keyboard's cursor is on it."""

    @property
    def inside(self) -> QRect:
        """The room without the gap between cards."""
        return self.room.adjusted(_GAP, _GAP, -_GAP, -_GAP)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text under the photos."""

    text: Callable[[SubjectRow], str]
    font: QFont
    fitting: FittingTexts


class CardPainter:
    """Paints cards, many at once."""

    def __init__(self, desk: Desk, repaint: CalmRepaint) -> None:
        self._desk = desk
        self.side = USUAL
        id_font, name_font = card_fonts()
        self._id = _Line(lambda row: row.details.external_id, id_font, FittingTexts(id_font, repaint))
        self._name = _Line(lambda row: row.details.name, name_font, FittingTexts(name_font, repaint))

    def paint(self, painter: QPainter, cards: Sequence[Card]) -> None:
        """Paint the photos, then all numbers, then all names.

        To change the font from text to text takes longer than to draw the texts.
        """
        colours = self._desk.appearance.colours
        placed = [(card, self._photo_room(card)) for card in cards]
        for card, room in placed:
            self._paint_picture(painter, card, room)
        self._write(painter, placed, self._id, colours.text, top=0)
        self._write(painter, placed, self._name, colours.muted, top=TEXT_HEIGHT // 2 - 2)

    def _paint_picture(self, painter: QPainter, card: Card, room: QRect) -> None:
        if card.is_selected or card.is_hovered or card.is_current:
            self._paint_back(painter, card)
        pixmap = None if card.row is None else self._desk.thumbnails.get(card.row.photo_id)
        paint_photo(painter, room, pixmap, self._desk.appearance.colours.raised)

    def _photo_room(self, card: Card) -> QRect:
        gap = _GAP + SPACE["xs"]
        return QRect(card.room.left() + gap, card.room.top() + gap, card.room.width() - 2 * gap, self.side)

    def _paint_back(self, painter: QPainter, card: Card) -> None:
        colours = self._desk.appearance.colours
        width = 2 if card.is_current else 1
        framed = card.is_selected or card.is_current
        painter.setPen(QPen(QColor(colours.accent), width) if framed else Qt.PenStyle.NoPen)
        back = colours.selection if card.is_selected else colours.raised if card.is_hovered else colours.surface
        painter.setBrush(QColor(back))
        painter.drawRoundedRect(card.inside, RADIUS["m"], RADIUS["m"])

    def _write(
        self, painter: QPainter, placed: Sequence[tuple[Card, QRect]], line: _Line, colour: str, *, top: int
    ) -> None:
        painter.setFont(line.font)
        painter.setPen(QColor(colour))
        for card, photo in placed:
            if card.row is not None and (text := line.text(card.row)):
                room = QRect(photo.left(), photo.bottom() + 3 + top, photo.width(), TEXT_HEIGHT // 2 - 2)
                line.fitting.draw(painter, room, text, align=0.5)


def card_fonts() -> tuple[QFont, QFont]:
    """Of the number and of the name."""
    id_font, name_font = QFont(), QFont()
    id_font.setWeight(QFont.Weight.DemiBold)
    name_font.setPointSizeF(TYPE["small"])
    return id_font, name_font


def paint_photo(painter: QPainter, room: QRect, pixmap: QPixmap | None, back: str) -> None:
    """Draw a photo as large as it fits into the room; a plain square while it is loaded or cannot be read."""
    if pixmap is None or pixmap.isNull():
        side = min(room.width(), room.height())
        square = QRect(0, 0, side * 4 // 5, side)
        square.moveCenter(room.center())
        painter.fillRect(square, QColor(back))
        return
    size = pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=size != pixmap.size())
    painter.drawPixmap(target, pixmap)
