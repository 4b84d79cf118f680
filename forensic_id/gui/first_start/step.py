"""What the steps of the assistant have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.scrolled import scrolled


class Step(QWidget):
    """A headline, a sentence, what the step asks, and room for the sentence why it cannot go on."""

    completed = Signal()
    """The step's work is done."""

    def __init__(self, headline: str, sentence: str) -> None:
        super().__init__()
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE["m"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(headline, "title", wrap=True))
        layout.addWidget(label(sentence, "muted", wrap=True))
        layout.addSpacing(SPACE["s"])
        layout.addWidget(scrolled(content), 1)
        layout.addWidget(self.problem)

    def begin(self) -> None:
        """The step came to the front."""

    def perform(self) -> None:
        """Do what was asked for; ends with `completed`, or with `say_problem`."""
        self.completed.emit()

    def say_problem(self, error: Exception | str) -> None:
        """Tell why it did not work; empty: nothing is wrong any more."""
        self.problem.setText(sentence_for(error))
        self.problem.setVisible(bool(error))
        self.setEnabled(True)
