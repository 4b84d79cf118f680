"""What of a table cannot be read in full."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableView

_TALL = 1_000


def cut_off(table: QTableView) -> list[str]:
    """The heads and texts that are wider than their column, or need more lines than a row has room for."""
    header, model = table.horizontalHeader(), table.model()
    columns = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    heads = [column for column in columns if header.sectionSizeHint(column) > header.sectionSize(column)]
    found = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in heads]
    for row in range(model.rowCount()):
        found += [text for column in columns if (text := _too_long(table, row, column))]
    return found


def _too_long(table: QTableView, row: int, column: int) -> str:
    index, metrics = table.model().index(row, column), table.fontMetrics()
    text = str(index.data() or "")
    around = table.sizeHintForIndex(index).width() - metrics.horizontalAdvance(text)
    width = table.columnWidth(column) - around
    wrapped = Qt.TextFlag.TextWordWrap if table.wordWrap() else Qt.TextFlag.TextSingleLine
    needed = metrics.boundingRect(QRect(0, 0, width, _TALL), int(wrapped), text)
    return text if needed.width() > width or needed.height() > table.rowHeight(row) else ""
