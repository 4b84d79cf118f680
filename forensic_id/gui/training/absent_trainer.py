"""What the page shows where there is no trainer: what is missing, and how to get it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

COMMAND = 'python3 -m venv training\ntraining/bin/python -m pip install "PATH-TO-FORENSIC-ID[trainer]"'


def what_is_needed() -> str:
    """What has to be there before anything is trained or measured, as a sentence."""
    return QCoreApplication.translate(
        "AbsentTrainer",
        "Training and measuring models need a Python with the package forensic_id and its extra “trainer”, which is "
        "not part of this application; searching needs none of it.",
    )


class AbsentTrainer(QFrame):
    """Lets the user name a Python that has the trainer, or look again."""

    python_chosen = Signal(str)
    look_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.reason = label("", "warning", wrap=True)
        explained = label(
            self.tr(
                "Set it up once, anywhere on this computer (PyTorch among it, some 200 MB without a GPU), then "
                "choose its Python here:"
            ),
            wrap=True,
        )
        command = QPlainTextEdit(COMMAND)
        command.setReadOnly(True)
        command.setAccessibleName(self.tr("Commands that set up the trainer"))
        command.setFixedHeight(64)
        command.setTabChangesFocus(True)
        self.choose = QPushButton(self.tr("Choose a &Python…"))
        self.choose.setProperty("role", "primary")
        self.choose.clicked.connect(self._choose)
        self.again = QPushButton(self.tr("&Look again"))
        self.again.clicked.connect(self.look_again)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(self.tr("The trainer is not installed here"), "title"))
        for widget in (label(what_is_needed(), wrap=True), self.reason, explained, command):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def tell(self, python: str, output: str) -> None:
        """Say what was tried and what came of it; without a Python there is nothing to look at again."""
        self.again.setVisible(bool(python))
        self.reason.setVisible(bool(python))
        lines = [line for line in output.splitlines() if line.strip()]
        why = lines[-1] if lines else self.tr("it gave no answer")
        self.reason.setText(self.tr("{python} has no trainer that works: {why}").format(python=python, why=why))

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("The Python of the trainer"), str(Path.home()))
        if path:
            self.python_chosen.emit(path)
