"""Tables as all pages show them, and the short form of a time in their cells."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forensic_id.gui.preferences import Preferences

Index = QModelIndex | QPersistentModelIndex
"""What Qt hands to the methods of a model."""
NO_PARENT = QModelIndex()
"""The parent of a table's rows."""
ROW_HEIGHT = 32
"""Of a line of text, in device-independent pixels."""


def short_time(moment: str) -> str:
    """An ISO 8601 time in UTC, to the minute; the column's head says that it is UTC. Empty stays empty."""
    return f"{datetime.fromisoformat(moment).astimezone(UTC):%Y-%m-%d %H:%M}" if moment else ""


class RowTable(QTableView):
    """Whole rows are chosen; Enter and double click open one. Its columns are remembered under a key."""

    opened = Signal(int)
    """The row that is to be opened."""

    def __init__(self, model: QAbstractTableModel, name: str, *, row_height: int = ROW_HEIGHT) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__()
        self._remembered: tuple[Preferences, str] | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().sectionResized.connect(self._keep_columns)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def remember_columns(self, preferences: Preferences, key: str, widths: tuple[int, ...], stretched: int) -> None:
        """Give the columns their widths, or those the user left them with; one takes the room that is left.

        Called again with another key it begins anew, where more or less room asks for other widths.
        """
        header = self.horizontalHeader()
        self._remembered = None  # what changes now, the user has not changed
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        header.restoreState(preferences.state(key))
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self._remembered = preferences, key

    def _keep_columns(self) -> None:
        if self._remembered is not None:
            preferences, key = self._remembered
            preferences.set_state(key, self.horizontalHeader().saveState())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row >= 0:
            self.opened.emit(self.row)
            return
        super().keyPressEvent(event)
