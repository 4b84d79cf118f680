"""The assistant of the first start: four steps, each done before the next one begins."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.first_start.accounts_step import AccountsStep
from forensic_id.gui.first_start.library_step import LibraryStep
from forensic_id.gui.first_start.people_step import PeopleStep
from forensic_id.gui.first_start.policy_step import PolicyStep
from forensic_id.gui.first_start.step import Step
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_SIZE = (760, 600)
"""Fits on a screen of 768 lines with its task bar."""


class FirstStart(QDialog):
    """Accepted: `page` is where work begins. Rejected: the user went away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = "cases"
        self.setWindowTitle(self.tr("Welcome to forensic_id"))
        self.resize(*_SIZE)
        self.library, self.accounts = LibraryStep(desk), AccountsStep(desk)
        self.policy, self.people = PolicyStep(desk), PeopleStep(desk)
        self._steps: tuple[Step, ...] = (self.library, self.accounts, self.policy, self.people)
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(step)
            step.completed.connect(self._advance)
        self.people.page_chosen.connect(self._finish)
        self._count = label("", "muted")
        self.leave = QPushButton(self.tr("&Quit"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.back = QPushButton(self.tr("&Back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._go_back)
        self.further = QPushButton(self.tr("&Next"))
        self.further.setDefault(True)
        self.further.setProperty("role", "primary")
        self.further.clicked.connect(self._perform)
        self._lay_out()
        self._show(0)

    @property
    def step(self) -> Step:
        """The step in front."""
        return self._steps[self._stack.currentIndex()]

    def reject(self) -> None:
        """Stop what runs and go away."""
        self.people.stop()
        super().reject()

    def _perform(self) -> None:
        self.step.perform()

    def _go_back(self) -> None:
        """To the step before; what it made or stored stays, and can be chosen anew."""
        self.people.stop()
        self._show(self._stack.currentIndex() - 1)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.back)
        buttons.addWidget(self.further)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["xl"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["l"])
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)

    def _advance(self) -> None:
        if self.library.found_one:
            self._finish("cases")
            return
        self._show(self._stack.currentIndex() + 1)

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._count.setText(self.tr("Step {} of {}").format(number + 1, len(self._steps)))
        self.back.setVisible(number > 0)
        self.further.setVisible(self.step is not self.people)
        self.step.begin()

    def _finish(self, page: str) -> None:
        self.page = page
        self.accept()
