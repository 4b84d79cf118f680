"""Every error reaches this dialog: a sentence first, details to copy, and what became of the work."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.errors import UserFacingError


def sentence_for(error: Exception) -> str:
    """What the user reads: the error's own sentence where it has one."""
    if isinstance(error, UserFacingError):
        return str(error)
    return QCoreApplication.translate(
        "ErrorDialog",
        "The program made a mistake. What was saved before is kept. Copy the details and send them to whoever "
        "looks after this program.",
    )


class ErrorDialog(QDialog):
    """Shows one error."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This did not work"))
        self.setMinimumWidth(480)
        self._details = "".join(traceback.format_exception(error))
        self.sentence = QLabel(sentence_for(error))
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text = QPlainTextEdit(self._details)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Details of the error"))
        self._text.hide()
        self._toggle = QPushButton(self.tr("Details"))
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._text.setVisible)
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._toggle, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self._text)
        layout.addWidget(buttons)
