"""The searches of one case as a table; a page of them is fetched when the one before has been scrolled through."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, QSize, Qt
from PySide6.QtGui import QPixmap

from forensic_id.core.errors import NotFoundError
from forensic_id.core.summaries import SearchSummary
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.tables import NO_PARENT, Index, short_time
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_cases import list_searches

PAGE = 200
THUMBNAIL = 56
"""Side of a sketch in the table, in device-independent pixels."""


class SearchTableModel(QAbstractTableModel):
    """Sketch, search, date, who searched, pool, verdict; newest first."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number, self._expected = "", 0
        self._searches: list[SearchSummary] = []
        self._task: Task | None = None
        desk.sketches.loaded.connect(self._show_sketch)

    def show_case(self, number: str, expected: int) -> None:
        """Show a case that has that many searches."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.beginResetModel()
        self._number, self._expected, self._searches = number, expected, []
        self.endResetModel()
        self.fetchMore()

    def search_at(self, row: int) -> SearchSummary:
        """The search in a row."""
        return self._searches[row]

    def canFetchMore(self, parent: Index = NO_PARENT) -> bool:
        return not parent.isValid() and self._task is None and len(self._searches) < self._expected

    def fetchMore(self, parent: Index = NO_PARENT) -> None:
        if not self.canFetchMore(parent):
            return
        number, before = self._number, self._searches[-1].search_id if self._searches else None

        def load(place: Workplace, _task: Task) -> tuple[SearchSummary, ...]:
            return list_searches(place.library(), number, before=before, limit=PAGE)

        self._task = self._desk.run(Lane.BROWSE, load, owner=self, on_done=self._append, on_failed=self._lost)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._searches)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        search = self._searches[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(search)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            told = self.tr("Photos searched: {} of {}\nModel: {}")
            return told.format(counted(search.pool_photos), counted(search.gallery_photos), search.bundle_name)
        return self._of_sketch(search, role) if index.column() == 0 else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        return super().headerData(section, orientation, role)

    def _append(self, searches: tuple[SearchSummary, ...]) -> None:
        self._task = None
        if not searches:
            self._expected = len(self._searches)
            return
        first = len(self._searches)
        self.beginInsertRows(NO_PARENT, first, first + len(searches) - 1)
        self._searches += searches
        self.endInsertRows()

    def _lost(self, error: Exception) -> None:
        """Another program may have erased the case; its page is left as soon as that is noticed."""
        self._task, self._expected = None, len(self._searches)
        if not isinstance(error, NotFoundError):
            self._desk.tasks.failed.emit(error)

    def _of_sketch(self, search: SearchSummary, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sketch(search.search_id)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(THUMBNAIL, THUMBNAIL)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Sketch of search {}").format(search.search_id)
        return None

    def _sketch(self, search_id: int) -> QPixmap | None:
        picture = self._desk.sketches.get(search_id)
        if picture is None or picture.isNull():
            return None
        return picture.scaled(
            THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def _show_sketch(self, search_id: int) -> None:
        row = next((row for row, each in enumerate(self._searches) if each.search_id == search_id), -1)
        if row >= 0:
            cell = self.index(row, 0)
            self.dataChanged.emit(cell, cell, [Qt.ItemDataRole.DecorationRole])

    def _texts(self, search: SearchSummary) -> tuple[str, ...]:
        verdict = {
            True: self.tr("Somebody stands out"),
            False: self.tr("Nobody stands out"),
            None: self.tr("Not assessed"),
        }[search.informative]
        people = search.pool_subjects
        pool = self.tr("1 person") if people == 1 else self.tr("{} people").format(counted(people))
        return (
            "",
            str(search.search_id),
            search.sketch_name,
            short_time(search.created_at),
            search.searched_by,
            pool,
            self.tr("{} of {}").format(counted(search.reviewed), counted(search.candidates)),
            verdict,
        )

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Sketch"),
            self.tr("Search"),
            self.tr("File"),
            self.tr("Searched (UTC)"),
            self.tr("By"),
            self.tr("Pool"),
            self.tr("Reviewed"),
            self.tr("Verdict"),
        )
