"""The cases of a library as a table: all in memory in short form, narrowed down and sorted here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from forensic_id.core.filters import folded
from forensic_id.core.moments import shown_time
from forensic_id.core.summaries import CaseSummary
from forensic_id.gui.numbers import counted
from forensic_id.gui.widgets.tables import NO_PARENT, Index, short_time

CaseState = Literal["all", "open", "closed"]
_SORT_KEYS: tuple[Callable[[CaseSummary], Any], ...] = (
    lambda each: folded(each.case.number),
    lambda each: folded(each.case.offence),
    lambda each: folded(each.case.requester),
    lambda each: each.case.opened_at,
    lambda each: each.searches,
    lambda each: each.case.closed_at or "",
)
SEARCHES_COLUMN = 4


class CaseTableModel(QAbstractTableModel):
    """Number, offence, requester, opened, searches, state."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[CaseSummary, ...] = ()
        self._held: frozenset[str] = frozenset()
        self._shown: list[CaseSummary] = []
        self._text, self._state = "", "all"
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder

    def set_cases(self, cases: tuple[CaseSummary, ...], held: frozenset[str] = frozenset()) -> None:
        """Show other cases, newest first unless sorted; `held` are the numbers of those on hold."""
        self._all, self._held = cases, held
        self._arrange()

    def narrow(self, text: str, state: CaseState) -> None:
        """Show only cases whose number, offence, authority or requester holds the text, in this state."""
        self._text, self._state = folded(text.strip()), state
        self._arrange()

    def case_at(self, row: int) -> CaseSummary:
        """The case in a row."""
        return self._shown[row]

    def row_of(self, number: str) -> int:
        """The row of a case, -1 when it is not shown."""
        return next((row for row, each in enumerate(self._shown) if each.case.number == number), -1)

    def offences(self) -> list[str]:
        """Offences used before, each once, in order."""
        return sorted({each.case.offence for each in self._all}, key=folded)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_SORT_KEYS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        summary = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(summary)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(summary)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SEARCHES_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == SEARCHES_COLUMN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = column, order
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [each for each in self._all if self._is_wanted(each)]
        if self._column >= 0:
            self._shown.sort(key=_SORT_KEYS[self._column], reverse=self._order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _is_wanted(self, summary: CaseSummary) -> bool:
        case = summary.case
        if self._state != "all" and (case.closed_at is None) != (self._state == "open"):
            return False
        places = f"{case.number}\n{case.offence}\n{case.authority}\n{case.requester}"
        return not self._text or self._text in folded(places)

    def _texts(self, summary: CaseSummary) -> tuple[str, ...]:
        case = summary.case
        state = self.tr("Open") if case.closed_at is None else self.tr("Closed")
        state = self.tr("{}, on hold").format(state) if case.number in self._held else state
        return (
            case.number,
            case.offence,
            case.requester,
            short_time(case.opened_at),
            counted(summary.searches),
            state,
        )

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Offence"),
            self.tr("Requested by"),
            self.tr("Opened (UTC)"),
            self.tr("Searches"),
            self.tr("State"),
        )

    def _tip(self, summary: CaseSummary) -> str:
        last = shown_time(summary.last_search_at) if summary.last_search_at else self.tr("none yet")
        told = self.tr("Legal authority: {}\nLast search: {}").format(summary.case.authority, last)
        closed_at = summary.case.closed_at
        return told if closed_at is None else f"{told}\n{self.tr('Closed: {}').format(shown_time(closed_at))}"
