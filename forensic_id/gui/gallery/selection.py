"""What can be done with several people chosen in the list; a strip above it, shown while they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from forensic_id.core.errors import UserFacingError
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.holding import Holding
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role


class SelectionStrip(QFrame):
    """Knows the numbers of those chosen; the page tells it when they change."""

    cleared = Signal()
    """Nobody but the one under the cursor is to be chosen any more."""
    held = Signal()
    """Holds were placed or lifted."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.ids: list[int] = []
        self.setProperty("role", "card")
        self.text = label("")
        self.told = label("", "success", wrap=True)
        self.holding = Holding(desk, page, lambda: self.ids)
        self.holding.changed.connect(self._tell)
        self.holding.refused.connect(self._refuse)
        self.clear_button = QPushButton(self.tr("Choose &one only"))
        self.clear_button.clicked.connect(self.cleared)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.text)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.holding.button)
        layout.addWidget(self.clear_button)
        self.hide()

    def choose(self, ids: list[int]) -> None:
        """Other people are chosen."""
        if ids != self.ids:
            self.told.setText("")
        self.ids = ids
        self.text.setText(self.tr("{} people are chosen.").format(counted(len(ids))))
        self.setVisible(len(ids) > 1)

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        set_role(self.told, "success")
        self.held.emit()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.told.setText(sentence_for(error))
            set_role(self.told, "danger")
        else:
            self._desk.tasks.failed.emit(error)
