"""Subjects as cards with their newest photo: a table whose rows are lines of cards, for any number of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from forensic_id.core.browsing import SubjectRow
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.model import SubjectModel
from forensic_id.gui.theme.tokens import RADIUS, SPACE, TYPE

SMALLEST, LARGEST, USUAL = 72, 168, 120
"""Side of a photo on a card in device-independent pixels."""
_TEXT_LINES = 38
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class GridModel(QAbstractTableModel):
    """The subjects of a SubjectModel, so many a line."""

    def __init__(self, subjects: SubjectModel) -> None:
        super().__init__(subjects)
        self._subjects = subjects
        self._columns = 1
        subjects.modelAboutToBeReset.connect(self.beginResetModel)
        subjects.modelReset.connect(self.endResetModel)

    @property
    def columns(self) -> int:
        """Cards a line."""
        return self._columns

    def set_columns(self, columns: int) -> None:
        """Break the lines anew."""
        if columns != self._columns:
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()

    def position(self, index: Index) -> int:
        """The subject's position; -1 where there is none."""
        position = index.row() * self._columns + index.column()
        return position if index.isValid() and position < self._subjects.count else -1

    def at(self, position: int) -> QModelIndex:
        """The card at a position."""
        return self.index(*divmod(position, self._columns))

    def subject(self, index: Index) -> SubjectRow | None:
        """The row behind a card."""
        position = self.position(index)
        return None if position < 0 else self._subjects.subject(position)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else -(-self._subjects.count // self._columns)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.position(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.subject(index)
        return None if row is None else " ".join(filter(None, (row.details.external_id, row.details.name)))


class CardDelegate(QStyledItemDelegate):
    """Paints a card."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.side = USUAL
        self._id_font = QFont()
        self._id_font.setWeight(QFont.Weight.DemiBold)
        self._name_font = QFont()
        self._name_font.setPointSizeF(TYPE["small"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GridModel) or model.position(index) < 0:
            return
        row = model.subject(index)
        card = QRect(option.rect).adjusted(3, 3, -3, -3)
        self._paint_back(painter, card, option.state)
        photo = QRect(card.left() + SPACE["xs"], card.top() + SPACE["xs"], card.width() - 2 * SPACE["xs"], self.side)
        pixmap = None if row is None else self._desk.thumbnails.get(row.photo_id)
        paint_photo(painter, photo, pixmap, self._desk.appearance.colours.raised)
        if row is not None:
            self._paint_text(painter, card, photo.bottom(), row)

    def _paint_back(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        colours = self._desk.appearance.colours
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        painter.setPen(QPen(QColor(colours.accent), 1) if selected else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.selection if selected else colours.raised))
        painter.drawRoundedRect(card, RADIUS["m"], RADIUS["m"])

    def _paint_text(self, painter: QPainter, card: QRect, top: int, row: SubjectRow) -> None:
        colours = self._desk.appearance.colours
        lines = (
            (row.details.external_id, self._id_font, colours.text),
            (row.details.name, self._name_font, colours.muted),
        )
        line = QRect(card.left() + SPACE["xs"], top + 3, card.width() - 2 * SPACE["xs"], _TEXT_LINES // 2 - 2)
        for text, font, colour in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), elided)
            line.translate(0, line.height())


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


class GridView(QTableView):
    """The cards; arrow keys go on from line to line."""

    chosen = Signal(int)
    """The position of the subject under the cursor."""
    opened = Signal(int)
    """The position of a subject that was double-clicked or opened with Enter."""

    def __init__(self, desk: Desk, subjects: SubjectModel) -> None:
        super().__init__()
        self._quiet = False
        self.setAccessibleName(self.tr("Subjects as pictures"))
        self.cards = GridModel(subjects)
        self.setModel(self.cards)
        self._delegate = CardDelegate(desk, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.activated.connect(lambda index: self.opened.emit(self.cards.position(index)))
        self.selectionModel().currentChanged.connect(self._tell)
        desk.thumbnails.loaded.connect(self._repaint)
        subjects.rows_loaded.connect(self._repaint)
        self._arrange()

    def set_side(self, side: int) -> None:
        """Another size of the photos; the subject under the cursor stays in sight."""
        self._delegate.side = side
        self._arrange()

    def show_position(self, position: int) -> None:
        """Put the cursor on a subject without telling anybody."""
        if position != self.cards.position(self.currentIndex()):
            self._quiet = True
            self.setCurrentIndex(self.cards.at(position) if position >= 0 else QModelIndex())
            self._quiet = False
        if position >= 0:
            self.scrollTo(self.cards.at(position))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go on in the line before or after."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        position = self.cards.position(self.currentIndex())
        if event.key() in steps and position >= 0 and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            target = position + steps[Qt.Key(event.key())]
            index = self.cards.at(max(0, target))
            if self.cards.position(index) >= 0:
                self.setCurrentIndex(index)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(600, 480)

    def _repaint(self) -> None:
        self.viewport().update()

    def _arrange(self) -> None:
        position = self.cards.position(self.currentIndex())
        width = max(1, self.viewport().width())
        columns = max(1, width // (self._delegate.side + 2 * SPACE["s"]))
        self.cards.set_columns(columns)
        self.horizontalHeader().setDefaultSectionSize(width // columns)
        self.verticalHeader().setDefaultSectionSize(self._delegate.side + _TEXT_LINES + 2 * SPACE["s"])
        if position >= 0:
            self.show_position(position)

    def _tell(self, index: QModelIndex) -> None:
        if not self._quiet and self.cards.position(index) >= 0:
            self.chosen.emit(self.cards.position(index))
