"""The wanted entries as a table of any length: their numbers are in memory, the entries of the rows in sight are."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from forensic_id.core.errors import UserFacingError
from forensic_id.core.moments import shown_time
from forensic_id.core.records import AuditEntry
from forensic_id.gui.audit.words import action_text, details_line
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.tables import NO_PARENT, Index
from forensic_id.gui.workplace import Workplace
from forensic_id.services.browse_audit import read_entries

PAGE = 100
PAGES_KEPT = 40
"""At most this many pages of entries are held; those seen longest ago are let go and read again when needed."""
_ACTION = 3
Page = dict[int, AuditEntry]


class EntryTableModel(QAbstractTableModel):
    """Number, time, person, action, subject, details; newest first."""

    page_read = Signal()
    """Entries arrived; the current row may have its entry now."""
    read_failed = Signal(str)
    """A sentence: entries of a page cannot be read."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sequences: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._wanted: list[int] = []
        self._task: Task | None = None

    def set_sequences(self, sequences: NDArray[np.int64]) -> None:
        """Show the entries of these numbers."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.beginResetModel()
        self._sequences = sequences
        self._pages.clear()
        self._wanted.clear()
        self.endResetModel()

    def entry_at(self, row: int) -> AuditEntry | None:
        """The entry of a row, None while it is being read or where the log lacks it."""
        if not 0 <= row < len(self._sequences):
            return None
        page = self._page(row // PAGE)
        return None if page is None else page.get(int(self._sequences[row]))

    def sequence_at(self, row: int) -> int:
        """The number of the entry of a row."""
        return int(self._sequences[row])

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._sequences)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        return super().headerData(section, orientation, role)

    def _text(self, row: int, column: int) -> str:
        sequence = self.sequence_at(row)
        page = self._page(row // PAGE)
        if column == 0:
            return counted(sequence)
        if page is None:
            return "…"
        entry = page.get(sequence)
        if entry is None:
            told = {_ACTION: self.tr("Missing"), self._last_column: self.tr("Entry {} is missing in the log.")}
            return told.get(column, "").format(sequence)
        texts = (shown_time(entry.at).removesuffix(" UTC"), entry.actor, action_text(entry.action), entry.subject)
        return details_line(entry.details) if column == self._last_column else texts[column - 1]

    @property
    def _last_column(self) -> int:
        return len(self._heads()) - 1

    def _page(self, number: int) -> Page | None:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        if number in self._wanted:
            self._wanted.remove(number)
        self._wanted.append(number)
        del self._wanted[:-PAGES_KEPT]
        self._read_next()
        return None

    def _read_next(self) -> None:
        if self._task is not None or not self._wanted:
            return
        number = self._wanted.pop()
        sequences = self._sequences[number * PAGE : (number + 1) * PAGE].tolist()

        def read(place: Workplace, _task: Task) -> Page:
            return {entry.sequence: entry for entry in read_entries(place.library(), sequences)}

        self._task = self._desk.run(
            Lane.BROWSE,
            read,
            owner=self,
            on_done=lambda page: self._keep(number, page),
            on_failed=lambda error: self._give_up(number, error),
        )

    def _keep(self, number: int, page: Page) -> None:
        self._task = None
        self._pages[number] = page
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min((number + 1) * PAGE, len(self._sequences)) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, self._last_column))
        self.page_read.emit()
        self._read_next()

    def _give_up(self, number: int, error: Exception) -> None:
        """Not asked for again: the rows stay empty, and what is wrong is told."""
        if not isinstance(error, UserFacingError):
            self._desk.tasks.failed.emit(error)
        else:
            self.read_failed.emit(sentence_for(error))
        self._keep(number, {})

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("No."),
            self.tr("Time (UTC)"),
            self.tr("Who"),
            self.tr("Action"),
            self.tr("Subject"),
            self.tr("Details"),
        )
