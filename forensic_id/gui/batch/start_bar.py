"""The line below a batch that is being set up: what would be searched or is missing, and the button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.buttons import push_button
from forensic_id.gui.widgets.labels import label


class StartBar(QFrame):
    """Asks for the start; knows nothing of what it needs."""

    start_requested = Signal()
    details_requested = Signal()
    """The field that lacks something is to be shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._appearance = desk.appearance
        self.setProperty("role", "card")
        self._summary = label("", "muted", wrap=True)
        self.details_button = push_button(self.tr("Fill &in"), self.details_requested.emit)
        self.details_button.setToolTip(self.tr("Go to the first detail that is needed"))
        self.start_button = push_button(self.tr("&Start the batch"), self.start_requested.emit)
        self.start_button.setProperty("role", "primary")
        desk.rights.guard(self.start_button, Right.SEARCH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["s"])
        layout.setSpacing(SPACE["m"])
        layout.addWidget(self._summary, 1)
        layout.addWidget(self.details_button)
        layout.addWidget(self.start_button)
        self._show_icon()
        self._appearance.changed.connect(self._show_icon)

    @property
    def summary(self) -> str:
        """What is said of the batch to be started."""
        return self._summary.text()

    def show_ready(self, summary: str, *, may_start: bool, lacking: bool) -> None:
        """Say what would be searched or is missing; `lacking`: details of the sketches are."""
        self._summary.setText(summary)
        self.start_button.setEnabled(may_start)
        self.details_button.setVisible(lacking)

    def _show_icon(self) -> None:
        self.start_button.setIcon(self._appearance.icon("play", self._appearance.colours.on_accent))
