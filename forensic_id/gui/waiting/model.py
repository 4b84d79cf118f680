"""Second reviews as a table: those to be made, or those that were asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from forensic_id.core.second_review import State
from forensic_id.gui.numbers import counted
from forensic_id.gui.widgets.tables import NO_PARENT, Index, short_time
from forensic_id.services.second_review import Waiting


class WaitingModel(QAbstractTableModel):
    """A row each; `asked`: who looks at it asked for them."""

    def __init__(self, parent: QObject, *, asked: bool) -> None:
        super().__init__(parent)
        self._asked = asked
        self._rows: tuple[Waiting, ...] = ()

    def show_rows(self, rows: tuple[Waiting, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> Waiting:
        """The second review in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        return self._texts(self._rows[index.row()])[index.column()] if index.isValid() and role in shown else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        return super().headerData(section, orientation, role)

    def _heads(self) -> tuple[str, ...]:
        person = self.tr("Second examiner") if self._asked else self.tr("Asked by")
        return (
            self.tr("Case"),
            self.tr("Search"),
            self.tr("Sketch"),
            person,
            self.tr("Asked (UTC)"),
            self.tr("State"),
        )

    def _texts(self, waiting: Waiting) -> tuple[str, ...]:
        review, record = waiting.review, waiting.record
        return (
            record.case_number,
            str(record.search_id),
            record.sketch.file_name,
            review.examiner if self._asked else review.assigned_by,
            short_time(review.assigned_at),
            self._state(waiting),
        )

    def _state(self, waiting: Waiting) -> str:
        review = waiting.review
        if review.state is State.SUBMITTED:
            ranks = ", ".join(map(counted, review.unresolved))
            return self.tr("To be agreed on, by rank: {}").format(ranks)
        if self._asked:
            return self.tr("Not submitted yet")
        done = len(review.ranks) - len(review.missing)
        return self.tr("Decided: {} of {}").format(counted(done), counted(len(review.ranks)))
