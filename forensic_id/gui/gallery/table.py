"""Subjects as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.cards import paint_photo
from forensic_id.gui.gallery.grid import ranges_of
from forensic_id.gui.gallery.model import NUMBERS, Column, SubjectModel
from forensic_id.gui.gallery.repainting import CalmRepaint, FittingTexts
from forensic_id.gui.theme.tokens import SPACE

_ROW_HEIGHT, _CURSOR = 44, 2
_STATE = "gallery-table"
_WIDTHS = {
    Column.PHOTO: 52,
    Column.EXTERNAL_ID: 96,
    Column.NAME: 160,
    Column.SEX: 66,
    Column.BIRTH_YEAR: 58,
    Column.ETHNICITY: 122,
    Column.PHOTOS: 68,
    Column.BOOKED: 100,
}


class SubjectTable(QTableView):
    """A line a subject; sorted by the database when a header is clicked.

    It paints itself: Qt asks a delegate cell by cell, which takes several times as long, and a dragged scroll bar
    shows it.
    """

    chosen = Signal(int)
    """The position of the subject under the cursor."""
    opened = Signal(int)
    """The position of a subject that was double-clicked or opened with Enter."""
    selection_changed = Signal()
    """Others are chosen."""

    def __init__(self, desk: Desk, model: SubjectModel) -> None:
        super().__init__()
        self._desk, self._subjects = desk, model
        self._quiet = False
        self._repaint = CalmRepaint(self)
        self._texts = FittingTexts(self.font(), self._repaint)
        self.setAccessibleName(self.tr("Subjects as a table"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._arrange_headers()
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self.selection_changed.emit())
        desk.thumbnails.loaded.connect(self._repaint.ask)
        model.rows_loaded.connect(self._repaint.fill)
        self.selectionModel().currentChanged.connect(self._repaint.ask)

    def show_position(self, position: int) -> None:
        """Put the cursor on a subject without telling anybody."""
        if position != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self.model().index(position, Column.EXTERNAL_ID) if position >= 0 else QModelIndex())
            self._quiet = False
        if position >= 0:
            self.scrollTo(self.model().index(position, Column.EXTERNAL_ID))

    def positions(self) -> list[int]:
        """Where those stand who are chosen, in order; read from ranges, as there may be 100,000."""
        return sorted(
            {row for each in ranges_of(self.selectionModel()) for row in range(each.top(), each.bottom() + 1)}
        )

    def choose_one(self) -> None:
        """Choose nobody but whoever is under the cursor."""
        self.setCurrentIndex(self.currentIndex())

    def _is_selected(self, position: int) -> bool:
        return self.selectionModel().isSelected(self.model().index(position, Column.EXTERNAL_ID))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._texts = FittingTexts(self.font(), self._repaint)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._repaint.hurry()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._repaint.hurry()
        super().scrollContentsBy(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._repaint.begin()
        painter = QPainter(self.viewport())
        top, bottom = event.rect().top(), event.rect().bottom()
        first, last = self.rowAt(top), self.rowAt(bottom)
        if first >= 0:
            cells = self._cells()
            for position in range(first, (last if last >= 0 else self._subjects.count - 1) + 1):
                self._paint_line(painter, position, cells, is_selected=self._is_selected(position))
            if self.hasFocus():
                self._paint_cursor(painter)
        painter.end()

    def _paint_cursor(self, painter: QPainter) -> None:
        """Frame the line where the keyboard is: with Ctrl it moves on without choosing."""
        current = self.currentIndex().row()
        if current >= 0:
            header = self.horizontalHeader()
            painter.setPen(QPen(QColor(self._desk.appearance.colours.accent), _CURSOR))
            top, width = self.rowViewportPosition(current), header.length()
            painter.drawRect(1 - header.offset(), top + 1, width - _CURSOR, _ROW_HEIGHT - _CURSOR)

    def _cells(self) -> list[tuple[int, int, int]]:
        """Column, left edge and width of what is in sight."""
        header, width = self.horizontalHeader(), self.viewport().width()
        places = (
            (column, self.columnViewportPosition(column), header.sectionSize(column))
            for column in range(len(Column))
            if not header.isSectionHidden(column)
        )
        return [place for place in places if place[1] < width and place[1] + place[2] > 0]

    def _paint_line(
        self, painter: QPainter, position: int, cells: list[tuple[int, int, int]], *, is_selected: bool
    ) -> None:
        colours = self._desk.appearance.colours
        top = self.rowViewportPosition(position)
        if is_selected:
            for _, left, width in cells:
                painter.fillRect(left, top, width, _ROW_HEIGHT, QColor(colours.selection))
        row = self._subjects.subject(position)
        painter.setPen(QColor(colours.text))
        for column, left, width in cells:
            if column == Column.PHOTO:
                pixmap = None if row is None else self._desk.thumbnails.get(row.photo_id)
                paint_photo(painter, QRect(left + 4, top + 3, width - 8, _ROW_HEIGHT - 6), pixmap, colours.raised)
            elif text := self._subjects.text_of(row, column):
                room = QRect(left + SPACE["s"], top, width - 2 * SPACE["s"], _ROW_HEIGHT)
                self._texts.draw(painter, room, text, align=float(column in NUMBERS))

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

    def _tell(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.chosen.emit(index.row())
