"""A card of settings: a headline, and rows of what is set, what that means, and the control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_CONTROL_WIDTH = 260


class Card(QFrame):
    """Rows are added from top to bottom."""

    def __init__(self, headline: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, _CONTROL_WIDTH)
        self._grid.setHorizontalSpacing(SPACE["xl"])
        self._grid.setVerticalSpacing(SPACE["l"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(headline, "lead"))
        layout.addLayout(self._grid)

    def add_row(self, name: str, explanation: str, control: QWidget) -> tuple[QWidget, ...]:
        """A setting with its sentence; the control gets the setting's name for screen readers. Returns all of it."""
        words = QVBoxLayout()
        words.setSpacing(SPACE["xs"])
        texts = label(name), label(explanation, "small", wrap=True)
        for text in texts:
            words.addWidget(text)
        row = self._grid.rowCount()
        self._grid.addLayout(words, row, 0)
        self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignTop)
        if not control.accessibleName():
            control.setAccessibleName(name)
        return (*texts, control)

    def add_wide(self, widget: QWidget) -> None:
        """Something across the whole card."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)
