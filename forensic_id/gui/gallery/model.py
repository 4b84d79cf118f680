"""The subjects that match, as a table: ids known at once, rows fetched by the chunk when they are painted."""

from __future__ import annotations

import gc
from collections import OrderedDict
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from forensic_id.core.browsing import SortField, SubjectRow
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.tasks import Lane
from forensic_id.gui.widgets.tables import NO_PARENT, Index
from forensic_id.services.browse_gallery import subject_rows

CHUNK = 64
"""Rows fetched together: some two screens of the table, and a few milliseconds of reading."""
_KEPT = 32
"""Chunks in memory (some 2,000 rows): what Python's garbage collector may look through in one turn."""
_MOST_WAITING = 8
"""Chunks asked for and not fetched yet; older requests were scrolled past."""

_CENTRED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class Column(IntEnum):
    """Columns of the table."""

    PHOTO = 0
    EXTERNAL_ID = 1
    NAME = 2
    SEX = 3
    BIRTH_YEAR = 4
    ETHNICITY = 5
    PHOTOS = 6
    BOOKED = 7


SORT_FIELDS: dict[Column, SortField] = {
    Column.EXTERNAL_ID: "external_id",
    Column.NAME: "name",
    Column.SEX: "sex",
    Column.BIRTH_YEAR: "birth_year",
    Column.ETHNICITY: "ethnicity",
    Column.PHOTOS: "photos",
    Column.BOOKED: "booking_date",
}
_DETAILS: dict[int, str] = {int(column): field for column, field in SORT_FIELDS.items()}
_COLUMNS = len(Column)
NUMBERS = (Column.BIRTH_YEAR, Column.PHOTOS)


class SubjectModel(QAbstractTableModel):
    """Rows are positions in the list of ids."""

    rows_loaded = Signal()
    """Rows that were painted as placeholders are there."""
    sort_requested = Signal(str, bool)
    """By which field, and whether downwards."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._count = 0
        self._chunks: OrderedDict[int, list[SubjectRow | None]] = OrderedDict()
        self._stale: set[int] = set()
        self._waiting: OrderedDict[int, None] = OrderedDict()
        self._generation = 0
        self._busy = False
        self._titles = {
            Column.PHOTO: "",
            Column.EXTERNAL_ID: self.tr("Subject"),
            Column.NAME: self.tr("Name"),
            Column.SEX: self.tr("Sex"),
            Column.BIRTH_YEAR: self.tr("Born"),
            Column.ETHNICITY: self.tr("Ethnicity"),
            Column.PHOTOS: self.tr("Photos"),
            Column.BOOKED: self.tr("Last booked"),
        }

    def set_ids(self, ids: NDArray[np.int64]) -> None:
        """Show other subjects, or the same ones with rows read again while the old ones stay in sight."""
        self._generation += 1
        self._waiting.clear()
        if np.array_equal(ids, self._ids):
            self._stale = set(self._chunks)
            self.rows_loaded.emit()
            return
        self.beginResetModel()
        self._ids, self._count = ids, len(ids)
        self._chunks.clear()
        self._stale.clear()
        self.endResetModel()
        if self._count:
            self._want(0)  # before it is painted, and before anything else is asked of the library

    @property
    def count(self) -> int:
        """How many subjects there are."""
        return self._count

    def subject_id(self, position: int) -> int:
        """The id of the subject at a position; 0 beyond the list."""
        return int(self._ids[position]) if 0 <= position < self._count else 0

    def listed(self) -> list[int]:
        """The ids of all subjects, in their order."""
        return [int(each) for each in self._ids]

    def position(self, subject_id: int) -> int:
        """Where a subject stands; -1 when it is not in the list."""
        found = np.flatnonzero(self._ids == subject_id)
        return int(found[0]) if len(found) else -1

    def subject(self, position: int) -> SubjectRow | None:
        """The row at a position, or None while it is fetched or when it was removed meanwhile."""
        number, offset = divmod(position, CHUNK)
        chunk = self._chunks.get(number)
        if chunk is None or number in self._stale:
            self._want(number)
        if chunk is None:
            return None
        return chunk[offset]

    def text(self, position: int, column: int) -> str:
        """What a cell says."""
        return self.text_of(self.subject(position), column)

    def text_of(self, row: SubjectRow | None, column: int) -> str:
        """What a cell of a row says; an ellipsis in the first one while the row is fetched."""
        if row is None:
            return "…" if column == Column.EXTERNAL_ID else ""
        if column == Column.PHOTO:
            return ""
        if column == Column.PHOTOS:
            return counted(row.photos)
        if column == Column.BOOKED:
            return row.booking_date
        value = getattr(row.details, _DETAILS[column])
        return "" if value is None else str(value)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return _CENTRED
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.PHOTO:
            return self.tr("Photo")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the list in another order; the database sorts."""
        if column in SORT_FIELDS:
            self.sort_requested.emit(SORT_FIELDS[Column(column)], order is Qt.SortOrder.DescendingOrder)

    def _want(self, number: int) -> None:
        self._waiting[number] = None
        self._waiting.move_to_end(number)
        if len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        if not self._busy:
            self._fetch()

    def _fetch(self) -> None:
        if not self._waiting:
            return
        self._busy = True
        number, _ = self._waiting.popitem()
        ids = self._ids[number * CHUNK : (number + 1) * CHUNK].tolist()
        generation = self._generation
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: subject_rows(place.library(), ids),
            owner=self,
            on_done=lambda rows: self._keep(number, generation, ids, rows),
            on_failed=lambda _error: self._stop_waiting(),
            on_cancelled=self._stop_waiting,
        )

    def _keep(self, number: int, generation: int, ids: list[int], rows: tuple[SubjectRow, ...]) -> None:
        self._busy = False
        if generation == self._generation:
            by_id = {row.subject_id: row for row in rows}
            self._chunks[number] = [by_id.get(subject_id) for subject_id in ids]
            self._chunks.move_to_end(number)
            self._stale.discard(number)
            if len(self._chunks) > _KEPT:
                self._chunks.popitem(last=False)
                # As many rows leave as come, so that Python does not count its young objects as more, and would
                # look through all of them in one long turn later.
                gc.collect(0)
            self.rows_loaded.emit()
        self._fetch()

    def _stop_waiting(self) -> None:
        """The library cannot be read: the page tells so when it lists subjects."""
        self._busy = False
        self._waiting.clear()
