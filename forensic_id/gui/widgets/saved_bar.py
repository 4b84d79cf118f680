"""Tells that a file was written, and leads to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


class SavedBar(QFrame):
    """Hidden until a file was written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path = Path()
        self.setProperty("role", "card")
        self.text = label("", "success", wrap=True)
        self.open_file = QPushButton(self.tr("Open &file"))
        self.open_file.clicked.connect(lambda: self._show(self._path))
        self.open_folder = QPushButton(self.tr("Open f&older"))
        self.open_folder.clicked.connect(lambda: self._show(self._path.parent))
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Hide this message"))
        self._close.setAccessibleName(self._close.toolTip())
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["s"], SPACE["s"])
        layout.addWidget(self.text, 1)
        for widget in (self.open_file, self.open_folder, self._close):
            layout.addWidget(widget)
        desk.appearance.changed.connect(self._paint)
        self._paint()
        self.hide()

    def say(self, text: str, path: Path) -> None:
        """Tell of a file."""
        self._path = path
        self.text.setText(text)
        self.show()

    def _show(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _paint(self) -> None:
        self._close.setIcon(self._desk.appearance.icon("close"))
