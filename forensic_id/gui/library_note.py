"""Which library is in use, at the left of the status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE


class LibraryNote(QLabel):
    """The folder's name; its whole path is the tool tip."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setContentsMargins(SPACE["m"], SPACE["xs"], SPACE["m"], SPACE["xs"])
        desk.library_changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        folder = self._desk.library_folder
        self.setText(self.tr("Library: {}").format(folder.name))
        self.setToolTip(str(folder))
