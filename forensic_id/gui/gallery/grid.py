"""Subjects as cards with their newest photo: a table whose rows are lines of cards, for any number of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forensic_id.core.browsing import SubjectRow
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.cards import TEXT_HEIGHT, Card, CardPainter
from forensic_id.gui.gallery.model import SubjectModel
from forensic_id.gui.gallery.repainting import CalmRepaint
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.tables import NO_PARENT, Index

SMALLEST, LARGEST = 72, 168
"""Side of a photo on a card in device-independent pixels."""
_CARD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class GridModel(QAbstractTableModel):
    """The subjects of a SubjectModel, so many a line."""

    def __init__(self, subjects: SubjectModel) -> None:
        super().__init__(subjects)
        self.subjects = subjects
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
        if not index.isValid():
            return -1
        position = index.row() * self._columns + index.column()
        return position if position < self.subjects.count else -1

    def at(self, position: int) -> QModelIndex:
        """The card at a position; `index` would count rows and columns again for each card that is painted."""
        if not 0 <= position < self.subjects.count:
            return QModelIndex()
        return self.createIndex(*divmod(position, self._columns))

    def subject(self, index: Index) -> SubjectRow | None:
        """The row behind a card."""
        position = self.position(index)
        return None if position < 0 else self.subjects.subject(position)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else -(-self.subjects.count // self._columns)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.position(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return _CARD

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.subject(index)
        return None if row is None else " ".join(filter(None, (row.details.external_id, row.details.name)))


def ranges_of(model: QItemSelectionModel) -> list[QItemSelectionRange]:
    """What is chosen, as rectangles."""
    selection = model.selection()
    return [selection.at(place) for place in range(selection.count())]


class GridView(QTableView):
    """The cards; arrow keys go on from line to line. It paints itself, as the table does."""

    chosen = Signal(int)
    """The position of the subject under the cursor."""
    opened = Signal(int)
    """The position of a subject that was double-clicked or opened with Enter."""
    selection_changed = Signal()
    """Others are chosen."""

    def __init__(self, desk: Desk, subjects: SubjectModel) -> None:
        super().__init__()
        self._quiet = False
        self._repaint = CalmRepaint(self)
        self.setAccessibleName(self.tr("Subjects as pictures"))
        self.cards = GridModel(subjects)
        self.setModel(self.cards)
        self._card = CardPainter(desk, self._repaint)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.activated.connect(lambda index: self.opened.emit(self.cards.position(index)))
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self.selection_changed.emit())
        desk.thumbnails.loaded.connect(self._repaint.ask)
        subjects.rows_loaded.connect(self._repaint.fill)
        self._arrange()

    def set_side(self, side: int) -> None:
        """Another size of the photos; the subject under the cursor stays in sight."""
        self._card.side = side
        self._arrange()

    def show_position(self, position: int) -> None:
        """Put the cursor on a subject without telling anybody."""
        if position != self.cards.position(self.currentIndex()):
            self._quiet = True
            self.setCurrentIndex(self.cards.at(position) if position >= 0 else QModelIndex())
            self._quiet = False
        if position >= 0:
            self.scrollTo(self.cards.at(position))

    def positions(self) -> list[int]:
        """Where those stand who are chosen, in order."""
        places = {
            row * self.cards.columns + column
            for each in ranges_of(self.selectionModel())
            for row in range(each.top(), each.bottom() + 1)
            for column in range(each.left(), each.right() + 1)
        }
        return sorted(place for place in places if place < self.cards.subjects.count)

    def choose_one(self) -> None:
        """Choose nobody but whoever is under the cursor."""
        self.setCurrentIndex(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._repaint.hurry()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._repaint.hurry()
        super().scrollContentsBy(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._repaint.begin()
        painter = QPainter(self.viewport())
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            lines = range(first, (last if last >= 0 else self.cards.rowCount() - 1) + 1)
            self._card.paint(painter, self._cards_of(lines))
        painter.end()

    def _cards_of(self, lines: range) -> list[Card]:
        """The cards of some lines, where they are now."""
        hovered, chosen = self._hovered(), self.selectionModel()
        current = self.cards.position(self.currentIndex()) if self.hasFocus() else -1
        count, columns = self.cards.subjects.count, self.cards.columns
        sides = [(self.columnViewportPosition(column), self.columnWidth(column)) for column in range(columns)]
        lines_at = [(self.rowViewportPosition(line), self.rowHeight(line), line * columns) for line in lines]
        return [
            Card(
                QRect(left, top, width, height),
                self.cards.subjects.subject(place),
                is_selected=chosen.isSelected(self.cards.at(place)),
                is_hovered=place == hovered,
                is_current=place == current,
            )
            for top, height, first in lines_at
            for place, (left, width) in enumerate(sides, first)
            if place < count
        ]

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

    def _hovered(self) -> int:
        """The position of the card under the mouse."""
        if not self.viewport().underMouse():
            return -1
        return self.cards.position(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())))

    def _arrange(self) -> None:
        position, chosen = self.cards.position(self.currentIndex()), self.positions()
        width = max(1, self.viewport().width())
        columns = max(1, width // (self._card.side + 2 * SPACE["s"]))
        self.cards.set_columns(columns)
        self.horizontalHeader().setDefaultSectionSize(width // columns)
        self.verticalHeader().setDefaultSectionSize(self._card.side + TEXT_HEIGHT + 2 * SPACE["s"])
        if position >= 0:
            self.show_position(position)
        if self.positions() != chosen:  # the lines were broken anew
            self._choose(chosen)

    def _choose(self, positions: list[int]) -> None:
        """Choose these again, the cursor stays where it is."""
        if len(positions) == self.cards.subjects.count:
            self.selectAll()
            return
        ranges = QItemSelection()
        for position in positions:
            ranges.select(self.cards.at(position), self.cards.at(position))
        self.selectionModel().select(ranges, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _tell(self, index: QModelIndex) -> None:
        if not self._quiet and self.cards.position(index) >= 0:
            self.chosen.emit(self.cards.position(index))
