"""The candidates of a stored search as a table model: the list at once, names and states as they arrive.

The views share it. Rows are arranged here and not in a proxy: sorting 10,000 rows is one `sorted`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from forensic_id.core.records import Candidate, SearchRecord
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.search.fields import decision_name
from forensic_id.gui.sentences import translated, translated_values
from forensic_id.gui.widgets.tables import NO_PARENT, Index
from forensic_id.services.report_candidates import KnownCandidate

UNDECIDED = "undecided"
BOOKMARKED = "bookmarked"


class Column(IntEnum):
    """The columns of the table."""

    RANK = 0
    SUBJECT = 1
    NAME = 2
    RECORDED = 3
    PHOTO = 4
    DENSITY = 5
    STATUS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateStatus:
    """What was decided on a candidate: the decision's name, and whether it was bookmarked."""

    decision: str = UNDECIDED
    bookmarked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """Everything a view paints of one candidate. `share` is its place in the list, from 0 (last) to 1 (first)."""

    candidate: Candidate
    known: KnownCandidate | None
    share: float
    status: CandidateStatus

    @property
    def identity(self) -> str:
        """External id; empty until it was looked up."""
        return "" if self.known is None else _held(self.known, self.known.identity)

    @property
    def name(self) -> str:
        """The recorded name."""
        return "" if self.known is None else _held(self.known, self.known.name)

    @property
    def recorded(self) -> str:
        """Sex, year of birth and so on, as recorded."""
        return translated_values(self.known.recorded) if self.known else ""

    @property
    def photo(self) -> str:
        """File name, date and source of the photo that matched."""
        return translated_values(self.known.photo_text) if self.known else ""


def _held(known: KnownCandidate, text: str) -> str:
    """What the gallery holds as it is; what is told instead of what it lost, in the language of the interface."""
    return text if known.subject else translated(text)


ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Gives the CandidateRow."""

_KEYS: dict[Column, Callable[[CandidateRow], Any]] = {
    Column.RANK: lambda row: row.candidate.rank,
    Column.SUBJECT: lambda row: row.identity.casefold(),
    Column.NAME: lambda row: row.name.casefold(),
    Column.RECORDED: lambda row: row.recorded.casefold(),
    Column.PHOTO: lambda row: row.photo.casefold(),
    Column.DENSITY: lambda row: row.candidate.log_density,
    Column.STATUS: lambda row: (row.status.decision, not row.status.bookmarked),
}


class CandidateModel(QAbstractTableModel):
    """Rows in the order and selection asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[CandidateRow] = []
        self._shown: list[int] = []
        self._column, self._order = Column.RANK, Qt.SortOrder.AscendingOrder
        self._wanted = ""

    def show_record(self, record: SearchRecord | None) -> None:
        """Show the list of a search, or none."""
        candidates = record.candidates if record else ()
        densities = [each.log_density for each in candidates] or [0.0]
        low, span = min(densities), max(densities) - min(densities)
        self.beginResetModel()
        self._rows = [
            CandidateRow(
                candidate=each,
                known=None,
                share=(each.log_density - low) / span if span else 1.0,
                status=CandidateStatus(),
            )
            for each in candidates
        ]
        self._shown = self._arranged()
        self.endResetModel()

    def fill(self, first: int, known: Sequence[KnownCandidate]) -> None:
        """Add what the gallery holds of the candidates from place `first` of the list on."""
        for place, each in enumerate(known, first):
            row = self._rows[place]
            self._rows[place] = CandidateRow(candidate=row.candidate, known=each, share=row.share, status=row.status)
        self._refresh(rearrange=self._column not in {Column.RANK, Column.DENSITY})

    def set_statuses(self, statuses: Mapping[int, CandidateStatus]) -> None:
        """Show what was decided, by rank; the others are undecided."""
        self._rows = [
            CandidateRow(
                candidate=row.candidate,
                known=row.known,
                share=row.share,
                status=statuses.get(row.candidate.rank, CandidateStatus()),
            )
            for row in self._rows
        ]
        self._refresh(rearrange=bool(self._wanted) or self._column is Column.STATUS)

    def want(self, status: str) -> None:
        """Show candidates of one decision, those bookmarked, or (empty) all."""
        if status != self._wanted:
            self._wanted = status
            self._refresh(rearrange=True)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Arrange by a column; equal ones by rank."""
        self._column, self._order = Column(max(0, column)), order
        self._refresh(rearrange=True)

    @property
    def total(self) -> int:
        """Candidates on the list, shown or not."""
        return len(self._rows)

    def row(self, index: Index) -> CandidateRow | None:
        """The candidate at an index."""
        return self._rows[self._shown[index.row()]] if index.isValid() else None

    def index_of_rank(self, rank: int) -> QModelIndex:
        """Where the candidate of a rank is shown; invalid when it is not."""
        for place, number in enumerate(self._shown):
            if self._rows[number].candidate.rank == rank:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None or role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {Column.RANK, Column.DENSITY}:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._told(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.RANK: self.tr("Rank"),
            Column.SUBJECT: self.tr("Subject"),
            Column.NAME: self.tr("Name"),
            Column.RECORDED: self.tr("As recorded"),
            Column.PHOTO: self.tr("Nearest photo"),
            Column.DENSITY: self.tr("Log density"),
            Column.STATUS: self.tr("Status"),
        }[Column(section)]

    def _text(self, row: CandidateRow, column: Column) -> str:
        return {
            Column.RANK: lambda: counted(row.candidate.rank),
            Column.SUBJECT: lambda: row.identity,
            Column.NAME: lambda: row.name,
            Column.RECORDED: lambda: row.recorded,
            Column.PHOTO: lambda: row.photo,
            Column.DENSITY: lambda: measured(row.candidate.log_density, ".4f"),
            Column.STATUS: lambda: self._status(row.status),
        }[column]()

    def _status(self, status: CandidateStatus) -> str:
        decision = decision_name(status.decision)
        return self.tr("{}, bookmarked").format(decision) if status.bookmarked else decision

    def _told(self, row: CandidateRow) -> str:
        parts = (
            self.tr("Rank {}").format(counted(row.candidate.rank)),
            row.identity,
            row.name,
            row.recorded,
            row.photo,
            self.tr("log density {} (orders this list only)").format(measured(row.candidate.log_density, ".4f")),
            self._status(row.status),
        )
        return "\n".join(part for part in parts if part)

    def _arranged(self) -> list[int]:
        wanted = self._wanted
        places = [
            place
            for place, row in enumerate(self._rows)
            if not wanted or (row.status.bookmarked if wanted == BOOKMARKED else row.status.decision == wanted)
        ]
        key = _KEYS[self._column]
        down = self._order is Qt.SortOrder.DescendingOrder
        return sorted(places, key=lambda place: key(self._rows[place]), reverse=down)

    def _refresh(self, *, rearrange: bool) -> None:
        """Tell the views; the selection stays on its candidates."""
        if not rearrange:
            if self._shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index.column(), self._shown[index.row()]) for index in before]
        self._shown = self._arranged()
        places = {number: place for place, number in enumerate(self._shown)}
        after = [self.index(places[number], column) if number in places else QModelIndex() for column, number in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
