"""The table of entries: one line each where there is room, else two and no details, which stand beside it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from forensic_id.gui.audit.entry_model import EntryTableModel
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.widgets.tables import ROW_HEIGHT, RowTable

_SUBJECT, _DETAILS = 4, 5
_WIDE, _NARROW = (52, 147, 84, 168, 152, 240), (56, 90, 78, 112, 96, 240)
"""Widths of the columns; the last one that is shown takes the room that is left."""
_ROOM = 700
"""A table this wide shows everything in one line."""
_TALL_ROW = 44


class EntryTable(RowTable):
    """Fits into the room it has; the widths are remembered for much and for little room."""

    def __init__(self, model: EntryTableModel, name: str, preferences: Preferences) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__(model, name)
        self._preferences = preferences
        self._is_narrow = False
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow != (self.width() < _ROOM):
            self._is_narrow = not self._is_narrow
            self._arrange()

    def _arrange(self) -> None:
        if self._is_narrow:
            self.remember_columns(self._preferences, "audit/columns-narrow", _NARROW, _SUBJECT)
        else:
            self.remember_columns(self._preferences, "audit/columns", _WIDE, _DETAILS)
        self.setColumnHidden(_DETAILS, self._is_narrow)
        self.setWordWrap(self._is_narrow)
        self.verticalHeader().setDefaultSectionSize(_TALL_ROW if self._is_narrow else ROW_HEIGHT)
