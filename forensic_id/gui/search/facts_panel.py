"""The record of a search as the report states it, beside the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from forensic_id.core.records import SearchRecord
from forensic_id.core.report import Facts
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.report_sections import search_section

_BREAK_AFTER = 16
"""Hashes are broken into lines: nobody scrolls sideways to read one."""


class FactsPanel(QScrollArea):
    """Names and values; values can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Record of this search"))
        self.setMinimumWidth(240)

    def forget(self) -> None:
        """Show nothing."""
        self.setWidget(QWidget())

    def show_record(self, record: SearchRecord) -> None:
        """Show the facts of a record."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(SPACE["s"], 0, SPACE["s"], 0)
        grid.setVerticalSpacing(SPACE["xs"])
        rows = [(self.tr("Search"), str(record.search_id)), (self.tr("Case"), record.case_number)]
        rows += [
            row for block in search_section(record, None).blocks if isinstance(block, Facts) for row in block.rows
        ]
        for place, (name, value) in enumerate(rows):
            grid.addWidget(label(name, "small", wrap=True), 2 * place, 0)
            grid.addWidget(_value(value), 2 * place + 1, 0)
        grid.setRowStretch(2 * len(rows), 1)
        self.setWidget(inside)


def _value(text: str) -> QLabel:
    broken = " ".join(text[place : place + _BREAK_AFTER] for place in range(0, len(text), _BREAK_AFTER))
    made = label(broken if " " not in text and len(text) > 2 * _BREAK_AFTER else text, wrap=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made
