"""A recovery key shown once: read, copied, printed, and confirmed by typing two of its groups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_ASKED = (2, 5)
"""Groups that are to be typed, counted from 0."""
_ROW = 4
"""Groups on a line."""


class RecoveryKeyView(QWidget):
    """`confirmed` once both groups are right."""

    confirmed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._code = ""
        self.code = label("", "lead")
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._code))
        self.print = QPushButton(self.tr("&Print…"))
        self.print.setAutoDefault(False)
        self.print.clicked.connect(self._choose_printer)
        self.groups = {number: QLineEdit() for number in _ASKED}
        self._lay_out()

    @property
    def is_confirmed(self) -> bool:
        """Whether both groups are typed as they are."""
        groups = self._code.split("-")
        return len(groups) > max(_ASKED) and all(
            field.text().strip().upper() == groups[number] for number, field in self.groups.items()
        )

    def show_code(self, code: str) -> None:
        """Show a key; what was typed for another one is forgotten."""
        self._code = code
        groups = code.split("-")
        self.code.setText("\n".join("-".join(groups[at : at + _ROW]) for at in range(0, len(groups), _ROW)))
        for field in self.groups.values():
            field.clear()

    def forget(self) -> None:
        """Show nothing any more."""
        self.show_code("")

    def print_to(self, printer: QPrinter) -> None:
        """One page with the key and what it is for."""
        document = QTextDocument()
        lines = (
            self.tr("Recovery key of the forensic_id library in {}").format(self._folder),
            self.code.text(),
            self.tr("Keep it away from the computer. Whoever has it can read the library."),
        )
        document.setPlainText("\n\n".join(lines))
        document.print_(printer)

    def _lay_out(self) -> None:
        said = self.tr(
            "This key unlocks the library when the passphrase is lost. It is shown this once and stored nowhere: "
            "write it down or print it, and keep it away from this computer. Without both, nobody can read it."
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        typed = QHBoxLayout()
        for number, field in self.groups.items():
            title = QLabel(self.tr("Group {}").format(number + 1))
            title.setBuddy(field)
            field.setAccessibleName(title.text())
            field.textEdited.connect(self._typed)
            typed.addWidget(title)
            typed.addWidget(field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(label(said, "muted", wrap=True))
        layout.addWidget(self.code)
        layout.addLayout(buttons)
        layout.addWidget(label(self.tr("Type two of its groups, so that it is sure to be written down:"), wrap=True))
        layout.addLayout(typed)
        layout.addStretch(1)

    def _typed(self) -> None:
        if self.is_confirmed:
            self.confirmed.emit()

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)
        dialog.deleteLater()


class RecoveryKeyDialog(QDialog):
    """Shows a new recovery key; closes once it is confirmed."""

    def __init__(self, code: str, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recovery key"))
        self.view = RecoveryKeyView(folder)
        self.view.show_code(code)
        self.done_button = QPushButton(self.tr("&Done"))
        self.done_button.setEnabled(False)
        self.done_button.setDefault(True)
        self.done_button.setProperty("role", "primary")
        self.done_button.clicked.connect(self.accept)
        self.view.confirmed.connect(lambda: self.done_button.setEnabled(True))
        self.finished.connect(self.view.forget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)
        self.resize(520, 380)
