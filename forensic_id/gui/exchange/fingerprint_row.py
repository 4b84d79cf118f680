"""A line for the fingerprint that a signer told by another way, to be compared with the one that was found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.signing import read_fingerprint
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


class FingerprintRow(QWidget):
    """Emits `given` with 64 digits, or nothing when the line was emptied; says itself what is no fingerprint."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("64 digits, with or without spaces"))
        self.line.setClearButtonEnabled(True)
        self.line.setAccessibleName(self.tr("Fingerprint that the signer told you"))
        title = QLabel(self.tr("&Fingerprint that the signer told you:"))
        title.setBuddy(self.line)
        self.button = QPushButton(self.tr("Co&mpare"))
        self.button.setAutoDefault(False)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE["s"])
        row.addWidget(title)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addLayout(row)
        layout.addWidget(self.problem)
        self.line.returnPressed.connect(self._take)
        self.button.clicked.connect(self._take)

    def _take(self) -> None:
        text = self.line.text().strip()
        try:
            fingerprint = read_fingerprint(text) if text else ""
        except InvalidInputError as error:
            self._say(sentence_for(error))
            return
        self._say("")
        self.given.emit(fingerprint)

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
