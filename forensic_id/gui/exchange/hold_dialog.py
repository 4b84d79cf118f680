"""Asks why a hold is placed or lifted, and says what that means."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.entry_lines import entry_line, entry_title
from forensic_id.gui.widgets.labels import label

_WIDTH = 480


class HoldDialog(QDialog):
    """Accepted: `reason` is filled in, `reference` may be empty."""

    def __init__(self, title: str, sentence: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        self.reason = entry_line(self.tr("Reason"), self.tr("for example: appeal pending"))
        self.reference = entry_line(self.tr("Reference"), self.tr("for example: court order 12/2026"))
        form = QFormLayout()
        form.setSpacing(SPACE["s"])
        form.addRow(entry_title(self.tr("&Reason"), self.reason), self.reason)
        form.addRow(entry_title(self.tr("Re&ference"), self.reference), self.reference)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.action = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.action.setDefault(True)
        self.action.setMinimumWidth(self.action.sizeHint().width() + SPACE["l"])  # default buttons are bold
        self.action.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(lambda text: self.action.setEnabled(bool(text.strip())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        said = label(sentence, wrap=True)
        said.setMinimumHeight(said.heightForWidth(_WIDTH - 2 * SPACE["xl"]))
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addWidget(label(self.tr("Both stand in the audit log."), "small"))
        layout.addWidget(buttons)
