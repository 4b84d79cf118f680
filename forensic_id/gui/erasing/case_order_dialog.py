"""Asks which case an order has erased, and for the order's reference."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.entry_lines import entry_line, entry_title
from forensic_id.gui.widgets.labels import label

_WIDTH = 480


class CaseOrderDialog(QDialog):
    """Accepted: both lines are filled in. Nothing is erased by it: what would go is shown next."""

    def __init__(self, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Expunge a case"))
        self.setFixedWidth(_WIDTH)
        self.number = entry_line(self.tr("Case number"), self.tr("for example: 2026-117"))
        self.number.setText(number)
        self.reference = entry_line(self.tr("Reference"), self.tr("for example: court order 12/2026"))
        form = QFormLayout()
        form.setSpacing(SPACE["s"])
        form.addRow(entry_title(self.tr("Case &number"), self.number), self.number)
        form.addRow(entry_title(self.tr("&Reference"), self.reference), self.reference)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.further = buttons.addButton(self.tr("&Show what goes"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.further.setDefault(True)
        self.further.setMinimumWidth(self.further.sizeHint().width() + SPACE["l"])  # default buttons are bold
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for line in (self.number, self.reference):
            line.textChanged.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        said = label(self.tr("You see first what would be erased. The reference stands in the audit log."), wrap=True)
        said.setMinimumHeight(said.heightForWidth(_WIDTH - 2 * SPACE["xl"]))
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._look()
        (self.reference if number else self.number).setFocus()

    def _look(self) -> None:
        self.further.setEnabled(bool(self.number.text().strip() and self.reference.text().strip()))
