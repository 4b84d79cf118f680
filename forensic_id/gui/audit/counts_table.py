"""Tables of names and how often each occurred."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

_ACROSS = Qt.Orientation.Horizontal
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def counts_table(name: str, heads: Sequence[str], *, words: int = 1) -> QTableWidget:
    """An empty table; after so many columns of words, the last of them wide, come numbers at the right.

    `name` is what a screen reader calls it.
    """
    table = QTableWidget(0, len(heads))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(words - 1, QHeaderView.ResizeMode.Stretch)
    for column in range(words, len(heads)):
        table.model().setHeaderData(column, _ACROSS, _RIGHT, _ALIGNMENT)
    return table


def fill_counts(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    """Show these rows instead of what was there; each cell stands as its head does."""
    table.setRowCount(len(rows))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(_ALIGNMENT, table.model().headerData(column, _ACROSS, _ALIGNMENT))
            table.setItem(row, column, item)
