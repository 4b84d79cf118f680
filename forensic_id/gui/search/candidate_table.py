"""The candidates as a table, with a small picture and a bar for the log density."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from forensic_id.gui.desk import Desk
from forensic_id.gui.search.candidate_delegate import paint_bar
from forensic_id.gui.search.candidate_model import ROW_ROLE, CandidateModel, CandidateRow, Column
from forensic_id.gui.theme.tokens import SPACE

_ROW_HEIGHT = 52
_PICTURE = 44
_STATE = "search/candidates"
_WIDTHS = {
    Column.RANK: 110,
    Column.SUBJECT: 100,
    Column.NAME: 150,
    Column.RECORDED: 190,
    Column.PHOTO: 220,
    Column.DENSITY: 120,
    Column.STATUS: 130,
}


class _DeskDelegate(QStyledItemDelegate):
    """Paints with what lies on the desk."""

    def __init__(self, desk: Desk, parent: QTableView) -> None:
        super().__init__(parent)
        self._desk = desk


class _RankDelegate(_DeskDelegate):
    """The nearest photo before the rank."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        pixmap = self._desk.thumbnails.get(row.candidate.photo_id) if isinstance(row, CandidateRow) else None
        if pixmap is None or pixmap.isNull():
            return
        place: QRect = option.rect
        size = pixmap.size().scaled(QSize(_PICTURE, _PICTURE), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRect(place.left() + SPACE["s"], 0, size.width(), size.height())
        spot.moveTop(place.center().y() - size.height() // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(spot, pixmap)
        painter.restore()


class _DensityDelegate(_DeskDelegate):
    """The bar below the number."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if isinstance(row, CandidateRow):
            place: QRect = option.rect
            left, width = place.left() + SPACE["s"], place.width() - 2 * SPACE["s"]
            paint_bar(painter, QRect(left, place.bottom() - SPACE["s"], width, 4), row.share, self._desk)


class CandidateTable(QTableView):
    """Rows of one height; the order and widths of columns are remembered."""

    def __init__(self, desk: Desk, model: CandidateModel) -> None:
        super().__init__()
        self._desk = desk
        self.setModel(model)
        self.setAccessibleName(self.tr("Candidates as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setItemDelegateForColumn(Column.RANK, _RankDelegate(desk, self))
        self.setItemDelegateForColumn(Column.DENSITY, _DensityDelegate(desk, self))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.restoreState(desk.preferences.state(_STATE))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(Column.RANK, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for signal in (header.sectionResized, header.sectionMoved):
            signal.connect(lambda *_: desk.preferences.set_state(_STATE, header.saveState()))
