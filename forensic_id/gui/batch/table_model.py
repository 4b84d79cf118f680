"""The sketches of a batch as a table, and the filter before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon

from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.widgets.tables import NO_PARENT, Index
from forensic_id.services.run_batch import SketchRow
from forensic_id.services.sketch_states import SketchStage

SKETCH, STATE, STANDS_OUT, OUTCOME = range(4)
COLUMNS = 4
_ICONS = {
    SketchStage.WAITING: "pause",
    SketchStage.READING: "eye",
    SketchStage.SEARCHING: "search",
    SketchStage.DONE: "check",
    SketchStage.FAILED: "warning",
}


def stage_word(stage: SketchStage) -> str:
    """The stage in the language of the interface."""
    return {
        SketchStage.WAITING: QCoreApplication.translate("BatchTable", "Waiting"),
        SketchStage.READING: QCoreApplication.translate("BatchTable", "Reading"),
        SketchStage.SEARCHING: QCoreApplication.translate("BatchTable", "Searching"),
        SketchStage.DONE: QCoreApplication.translate("BatchTable", "Done"),
        SketchStage.FAILED: QCoreApplication.translate("BatchTable", "Failed"),
    }[stage]


class SketchTable(QAbstractTableModel):
    """Rows by the sketch's name; a row that comes again replaces the former one in place."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows: list[SketchRow] = []
        self._places: dict[str, int] = {}
        self._counts = dict.fromkeys(SketchStage, 0)
        self._icons: dict[SketchStage, QIcon] = {}
        appearance.changed.connect(self._repaint)
        self._paint()

    @property
    def rows(self) -> tuple[SketchRow, ...]:
        """All rows in the batch's order."""
        return tuple(self._rows)

    def count(self, stage: SketchStage) -> int:
        """Sketches at a stage."""
        return self._counts[stage]

    def row(self, number: int) -> SketchRow:
        """One row."""
        return self._rows[number]

    def replace(self, rows: Sequence[SketchRow]) -> None:
        """Show another batch, or the same one from its beginning."""
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {row.sketch: number for number, row in enumerate(self._rows)}
        self._counts = dict.fromkeys(SketchStage, 0)
        for row in self._rows:
            self._counts[row.stage] += 1
        self.endResetModel()

    def update(self, rows: Sequence[SketchRow]) -> None:
        """Take rows that changed; sketches that are new are added below."""
        if not self._rows:
            self.replace(list({row.sketch: row for row in rows}.values()))
            return
        for row in {row.sketch: row for row in rows}.values():
            place = self._places.get(row.sketch)
            if place is None:
                self._append(row)
            elif row != self._rows[place]:
                self._counts[self._rows[place].stage] -= 1
                self._counts[row.stage] += 1
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, COLUMNS - 1))

    def settle(self) -> None:
        """Nothing runs any more: what was begun and not finished waits again."""
        begun = (SketchStage.READING, SketchStage.SEARCHING)
        self.update([_waiting(row) for row in self._rows if row.stage in begun])

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Sketch"),
            self.tr("State"),
            self.tr("Stands out"),
            self.tr("First candidate or reason"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return self._icons[row.stage]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (SKETCH, OUTCOME):
            return self._text(row, index.column())
        return None

    def _append(self, row: SketchRow) -> None:
        number = len(self._rows)
        self.beginInsertRows(NO_PARENT, number, number)
        self._rows.append(row)
        self._places[row.sketch] = number
        self._counts[row.stage] += 1
        self.endInsertRows()

    def _text(self, row: SketchRow, column: int) -> str:
        if column == STANDS_OUT:
            return self._verdict(row)
        return (row.sketch, stage_word(row.stage), "", translated(row.reason) or row.candidate)[column]

    def _verdict(self, row: SketchRow) -> str:
        if not row.search_id:
            return ""
        return {None: self.tr("Not assessed"), True: self.tr("Yes"), False: self.tr("No")}[row.stands_out]

    def _colour(self, row: SketchRow, column: int) -> QColor | None:
        colours = self._appearance.colours
        if column in (STATE, OUTCOME) and row.stage is SketchStage.FAILED:
            return QColor(colours.danger)
        if column == STATE and row.stage is SketchStage.WAITING:
            return QColor(colours.muted)
        if column == STANDS_OUT and row.stands_out is not True:
            return QColor(colours.muted)
        return None

    def _paint(self) -> None:
        colours = self._appearance.colours
        tints = {
            SketchStage.WAITING: colours.muted,
            SketchStage.DONE: colours.success,
            SketchStage.FAILED: colours.danger,
        }
        self._icons = {
            stage: self._appearance.icon(name, tints.get(stage, colours.accent)) for stage, name in _ICONS.items()
        }

    def _repaint(self) -> None:
        self._paint()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, COLUMNS - 1))


def _waiting(row: SketchRow) -> SketchRow:
    return SketchRow(sketch=row.sketch, stage=SketchStage.WAITING)


class SketchFilter(QSortFilterProxyModel):
    """Sketches of one kind whose name, candidate or reason holds a text."""

    def __init__(self, table: SketchTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._kind = ""
        self._text = ""
        self.setSourceModel(table)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_only(self, kind: str, text: str) -> None:
        """`kind`: empty for all, `failed`, `done`, `open` or `stands-out`."""
        self._kind, self._text = kind, text.casefold()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - a flat table
        row = self._table.row(source_row)
        if self._text and self._text not in f"{row.sketch}\n{row.candidate}\n{translated(row.reason)}".casefold():
            return False
        if self._kind == "stands-out":
            return row.stands_out is True
        if self._kind == "open":
            return row.stage not in (SketchStage.DONE, SketchStage.FAILED)
        return not self._kind or row.stage.value == self._kind
