"""Asks for the reason that goes on the record with what somebody is about to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_SIZE = (460, 260)


class ReasonDialog(QDialog):
    """Nothing is done without a reason; `given` brings it."""

    given = Signal(str)

    def __init__(self, title: str, sentence: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why; it is kept for good, with your name and the time"))
        self.act = QPushButton(action)
        self.act.setProperty("role", "primary")
        self.act.setEnabled(False)
        self.act.clicked.connect(self._give)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.act, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(lambda: self.act.setEnabled(bool(self.text)))
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(sentence, wrap=True))
        layout.addWidget(self.reason, 1)
        layout.addWidget(buttons)
        self.finished.connect(self.deleteLater)

    @property
    def text(self) -> str:
        """The reason as it would be recorded."""
        return self.reason.toPlainText().strip()

    def _give(self) -> None:
        self.given.emit(self.text)
        self.accept()
