"""The searches of a case, newest first, with the face of each sketch."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QPixmap

from forensic_id.core.summaries import SearchSummary
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.widgets.tables import NO_PARENT, Index, short_time

_SIDE = 52


class HistoryColumn(IntEnum):
    """The columns of the table."""

    SKETCH = 0
    NUMBER = 1
    WHEN = 2
    WHO = 3
    POOL = 4
    LISTED = 5
    VERDICT = 6


class HistoryModel(QAbstractTableModel):
    """Faces are those of the desk, read when they are painted for the first time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._searches: tuple[SearchSummary, ...] = ()
        desk.sketches.loaded.connect(self._tell)

    def show_searches(self, searches: Sequence[SearchSummary]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._searches = tuple(searches)
        self.endResetModel()

    def search_id(self, index: Index) -> int | None:
        """The search at an index."""
        return self._searches[index.row()].search_id if index.isValid() else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._searches)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HistoryColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found, column = self._searches[index.row()], HistoryColumn(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(found, column)
        if role == Qt.ItemDataRole.DecorationRole and column is HistoryColumn.SKETCH:
            return self._face(found.search_id)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            HistoryColumn.SKETCH: self.tr("Sketch"),
            HistoryColumn.NUMBER: self.tr("Search"),
            HistoryColumn.WHEN: self.tr("Made (UTC)"),
            HistoryColumn.WHO: self.tr("By"),
            HistoryColumn.POOL: self.tr("People"),
            HistoryColumn.LISTED: self.tr("Listed"),
            HistoryColumn.VERDICT: self.tr("Verdict on the list"),
        }[HistoryColumn(section)]

    def _text(self, found: SearchSummary, column: HistoryColumn) -> str:
        return {
            HistoryColumn.SKETCH: lambda: found.sketch_name,
            HistoryColumn.NUMBER: lambda: str(found.search_id),
            HistoryColumn.WHEN: lambda: short_time(found.created_at),
            HistoryColumn.WHO: lambda: found.searched_by,
            HistoryColumn.POOL: lambda: counted(found.pool_subjects),
            HistoryColumn.LISTED: lambda: counted(found.candidates),
            HistoryColumn.VERDICT: lambda: self._verdict(found),
        }[column]()

    def _verdict(self, found: SearchSummary) -> str:
        if found.informative is None:
            return self.tr("Not assessed")
        return self.tr("The first candidate stands out") if found.informative else self.tr("Nothing stands out")

    def _face(self, search_id: int) -> QPixmap | None:
        face = self._desk.sketches.get(search_id)
        smooth = Qt.TransformationMode.SmoothTransformation
        return None if face is None or face.isNull() else face.scaledToHeight(_SIDE, smooth)

    def _tell(self, search_id: int) -> None:
        for place, found in enumerate(self._searches):
            if found.search_id == search_id:
                index = self.index(place, HistoryColumn.SKETCH)
                self.dataChanged.emit(index, index)
