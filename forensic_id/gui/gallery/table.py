"""Subjects as a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.grid import paint_photo
from forensic_id.gui.gallery.model import NUMBERS, Column, SubjectModel
from forensic_id.gui.theme.tokens import SPACE

_ROW_HEIGHT = 44
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_STATE = "gallery-table"
_WIDTHS = {
    Column.PHOTO: 52,
    Column.EXTERNAL_ID: 110,
    Column.NAME: 160,
    Column.SEX: 66,
    Column.BIRTH_YEAR: 58,
    Column.ETHNICITY: 100,
    Column.PHOTOS: 68,
    Column.BOOKED: 100,
}


class CellDelegate(QStyledItemDelegate):
    """Paints cells itself: a style sheet's item takes ten times as long, and a dragged scroll bar shows it."""

    def __init__(self, desk: Desk, model: SubjectModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = self._desk.appearance.colours
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        column = index.column()
        if column == Column.PHOTO:
            row = self._model.subject(index.row())
            pixmap = None if row is None else self._desk.thumbnails.get(row.photo_id)
            paint_photo(painter, rect.adjusted(4, 3, -4, -3), pixmap, colours.raised)
            return
        text = self._model.text(index.row(), column)
        if text:
            room = rect.adjusted(SPACE["s"], 0, -SPACE["s"], 0)
            painter.setPen(QColor(colours.text))
            elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _RIGHT if column in NUMBERS else _LEFT, elided)


class SubjectTable(QTableView):
    """A line a subject; sorted by the database when a header is clicked."""

    chosen = Signal(int)
    """The position of the subject under the cursor."""
    opened = Signal(int)
    """The position of a subject that was double-clicked or opened with Enter."""

    def __init__(self, desk: Desk, model: SubjectModel) -> None:
        super().__init__()
        self._desk = desk
        self._quiet = False
        self.setAccessibleName(self.tr("Subjects as a table"))
        self.setModel(model)
        self.setItemDelegate(CellDelegate(desk, model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._arrange_headers()
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentChanged.connect(self._tell)
        desk.thumbnails.loaded.connect(self._repaint)
        model.rows_loaded.connect(self._repaint)

    def show_position(self, position: int) -> None:
        """Put the cursor on a subject without telling anybody."""
        if position != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self.model().index(position, Column.EXTERNAL_ID) if position >= 0 else QModelIndex())
            self._quiet = False
        if position >= 0:
            self.scrollTo(self.model().index(position, Column.EXTERNAL_ID))

    def save_state(self) -> None:
        """Remember widths and order of the columns."""
        self._desk.preferences.set_state(_STATE, self.horizontalHeader().saveState())

    def _arrange_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.restoreState(self._desk.preferences.state(_STATE))
        header.setSortIndicator(Column.EXTERNAL_ID, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self.save_state)
        header.sectionMoved.connect(self.save_state)

    def _repaint(self) -> None:
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.chosen.emit(index.row())
