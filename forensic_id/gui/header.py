"""The line above every page: what it is called, and the case on the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE


class Header(QFrame):
    """Title at the left, case at the right; the case's button leads to the cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("header")
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._case = QPushButton()
        self._case.setCursor(Qt.CursorShape.PointingHandCursor)
        self._case.clicked.connect(lambda: desk.page_requested.emit("cases"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["s"])
        layout.addWidget(self._title, 1)
        layout.addWidget(self._case)
        desk.case_chosen.connect(self._tell_case)
        self._tell_case(desk.case_number)

    def set_title(self, title: str) -> None:
        """Name the page in front."""
        self._title.setText(title)

    def _tell_case(self, number: str) -> None:
        text = self.tr("Case {}").format(number) if number else self.tr("No case chosen")
        self._case.setText(text)
        self._case.setAccessibleName(text)
