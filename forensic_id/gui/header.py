"""The line above every page: what it is called, and the case on the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.elided_label import ElidedLabel


class Header(QFrame):
    """Title at the left, then what is not allowed there; case at the right, whose button leads to the cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("header")
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self.restriction = ElidedLabel("", "small")
        self.restriction.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._case = QPushButton()
        self._case.setCursor(Qt.CursorShape.PointingHandCursor)
        self._case.clicked.connect(lambda: desk.page_requested.emit("cases"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["s"])
        layout.setSpacing(SPACE["l"])
        layout.addWidget(self._title)
        layout.addWidget(self.restriction, 1)
        layout.addWidget(self._case)
        desk.case_chosen.connect(self._tell_case)
        self._tell_case(desk.case_number)

    def show_page(self, title: str, restriction: str) -> None:
        """Name the page in front, and say why whoever acts can do less there than others."""
        self._title.setText(title)
        self.restriction.say(restriction)

    def _tell_case(self, number: str) -> None:
        text = self.tr("Case {}").format(number) if number else self.tr("No case chosen")
        self._case.setText(text)
        self._case.setAccessibleName(text)
