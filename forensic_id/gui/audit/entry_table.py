"""The table of entries: one line each where there is room, else two and no details, which stand beside it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

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

    def __init__(self, model: EntryTableModel, preferences: Preferences) -> None:
        super().__init__(model, "")
        self.setAccessibleName(self.tr("Entries of the audit log"))
        self._preferences = preferences
        self._is_narrow = False
        self._is_arranging = False
        self._arrange()
        self.horizontalHeader().sectionResized.connect(self._remember)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow != (self.width() < _ROOM):
            self._is_narrow = not self._is_narrow
            self._arrange()

    def _arrange(self) -> None:
        self._is_arranging = True
        header = self.horizontalHeader()
        for column, width in enumerate(_NARROW if self._is_narrow else _WIDE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        header.restoreState(self._preferences.state(self._key))
        self.setColumnHidden(_DETAILS, self._is_narrow)
        header.setSectionResizeMode(_SUBJECT if self._is_narrow else _DETAILS, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(self._is_narrow)
        self.verticalHeader().setDefaultSectionSize(_TALL_ROW if self._is_narrow else ROW_HEIGHT)
        self._is_arranging = False

    @property
    def _key(self) -> str:
        return "audit/columns-narrow" if self._is_narrow else "audit/columns"

    def _remember(self) -> None:
        if not self._is_arranging:
            self._preferences.set_state(self._key, self.horizontalHeader().saveState())
