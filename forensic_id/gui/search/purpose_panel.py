"""Stands in the place of the search while there is no case: the purpose comes first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_TEXT_WIDTH = 460
_ICON = QSize(48, 48)


class PurposePanel(QWidget):
    """Says why nothing can be searched yet, and offers both ways to a case."""

    choose_requested = Signal()
    open_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._picture = QLabel()
        sentence = label(
            self.tr(
                "A search needs its purpose first: a case with its number, the offence, the legal authority and who"
                " requested it. All of them become part of the record."
            ),
            "muted",
            wrap=True,
        )
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setFixedWidth(_TEXT_WIDTH)
        self.open_button = QPushButton(self.tr("&Open a case…"))
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self.open_requested)
        self.choose_button = QPushButton(self.tr("&Choose a case"))
        self.choose_button.clicked.connect(self.choose_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE["s"])
        buttons.addStretch(1)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        layout.addStretch(1)
        for widget in (self._picture, label(self.tr("No case on the desk"), "title")):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        told = QHBoxLayout()  # an aligned label would not get the height that its lines need
        told.addStretch(1)
        told.addWidget(sentence)
        told.addStretch(1)
        layout.addLayout(told)
        layout.addLayout(buttons)
        layout.addStretch(2)
        self._show_icon()
        appearance.changed.connect(self._show_icon)

    def _show_icon(self) -> None:
        icon = self._appearance.icon("folder", self._appearance.colours.muted)
        self._picture.setPixmap(icon.pixmap(_ICON))
