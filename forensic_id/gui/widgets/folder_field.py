"""A line for a folder: typed, chosen, or dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from forensic_id.gui.theme.tokens import SPACE


class FolderField(QWidget):
    """Emits the folder when it changes."""

    folder_changed = Signal(Path)

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._name = name
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setClearButtonEnabled(True)
        self.line.setAcceptDrops(False)  # it would take a file's address as text; the page around it takes the file
        self.line.textChanged.connect(self._changed)
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose: {}").format(name))
        self.button.clicked.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.line)

    @property
    def folder(self) -> Path | None:
        """The folder; None while there is none."""
        text = self.line.text().strip()
        return Path(text) if text else None

    @folder.setter
    def folder(self, folder: Path | None) -> None:
        self.line.setText("" if folder is None else str(folder))

    def _changed(self) -> None:
        if self.folder is not None:
            self.folder_changed.emit(self.folder)

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self._name, self.line.text() or str(Path.home())):
            self.line.setText(chosen)
