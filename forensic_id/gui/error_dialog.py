"""Every error reaches this dialog: a sentence first, details to copy, and what became of the work."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_ICON = QSize(32, 32)
_WIDTH, _DETAILS_HEIGHT = 480, 200


class ErrorDialog(QDialog):
    """Shows one error, and counts those that follow while it is open."""

    def __init__(self, error: BaseException, parent: QWidget | None = None, *, icon: QIcon | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This did not work"))
        self.setMinimumWidth(_WIDTH)
        self._errors = [error]
        self.sentence = label(sentence_for(error), wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = label("", "muted", wrap=True)
        self.more.hide()
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(_DETAILS_HEIGHT)
        self.details.setAccessibleName(self.tr("Details of the error"))
        self.details.hide()
        self._write_details()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["xl"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["l"])
        layout.addLayout(self._message(icon))
        layout.addWidget(self.details, 1)
        layout.addWidget(self._buttons())

    def add(self, error: BaseException) -> None:
        """Another error happened while this one was being read."""
        self._errors.append(error)
        self.more.setText(
            self.tr("Further errors since then: {}. See the details.").format(counted(len(self._errors) - 1))
        )
        self.more.show()
        self._write_details()

    def copy_details(self) -> None:
        """Put everything into the clipboard."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _message(self, icon: QIcon | None) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(SPACE["l"])
        if icon is not None:
            sign = QLabel()
            sign.setPixmap(icon.pixmap(_ICON))
            row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.sentence)
        words.addWidget(self.more)
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        toggle = QPushButton(self.tr("&Details"))
        toggle.setCheckable(True)
        toggle.toggled.connect(self._show_details)
        copy = QPushButton(self.tr("&Copy details"))
        copy.clicked.connect(self.copy_details)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(toggle, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in (toggle, copy):
            button.setAutoDefault(False)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        return buttons

    def _show_details(self, shown: bool) -> None:  # noqa: FBT001 - Qt passes the state of the button
        self.details.setVisible(shown)
        self.adjustSize()

    def _write_details(self) -> None:
        texts = ("".join(traceback.format_exception(error)) for error in self._errors)
        self.details.setPlainText("\n".join(texts))
