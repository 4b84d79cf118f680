"""Verdict and warnings of the search in one line, unfolded where they need more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.elided_label import ElidedLabel
from forensic_id.gui.widgets.labels import label


class FoldedNotice(QFrame):
    """Takes one line until it is unfolded; a notice where something is to be wary of, else a card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line = ElidedLabel()
        self._whole: QLabel = label("", wrap=True)
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.tr("Show all of the verdict and the warnings"))
        self.more.setToolTip(self.more.accessibleName())
        self.more.toggled.connect(self._fold)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["xs"], SPACE["xs"], SPACE["xs"])
        layout.addWidget(self._line, 1)
        layout.addWidget(self._whole, 1)
        layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        self._fold()
        desk.appearance.changed.connect(self._fold)

    @property
    def text(self) -> str:
        """What it says."""
        return self._whole.text()

    def say(self, text: str, *, warns: bool) -> None:
        """Say something else."""
        self.setProperty("role", "notice" if warns else "card")
        for widget in (self, self._line, self._whole):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._line.say(text)
        self._whole.setText(text)
        self.setVisible(bool(text))

    def _fold(self) -> None:
        unfolded = self.more.isChecked()
        self._line.setVisible(not unfolded)
        self._whole.setVisible(unfolded)
        self.more.setIcon(self._desk.appearance.icon("chevron-up" if unfolded else "chevron-down"))
