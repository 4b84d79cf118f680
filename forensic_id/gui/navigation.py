"""The rail at the left with one button for each page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout

from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.pages import PageSpec, page_title
from forensic_id.gui.theme.tokens import SPACE

_WIDTH = 168


class Navigation(QFrame):
    """Emits the name of the page that the user chooses."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], desk: Desk) -> None:
        super().__init__()
        self._desk, self._specs = desk, specs
        self.setObjectName("navigation")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["s"], SPACE["m"], SPACE["s"], SPACE["m"])
        layout.setSpacing(SPACE["xs"])
        name = QLabel("forensic_id")
        name.setProperty("role", "lead")
        name.setContentsMargins(SPACE["m"], 0, 0, 0)
        layout.addWidget(name)
        layout.addSpacing(SPACE["m"])
        self._group = QButtonGroup(self)
        self._buttons = {spec.name: self._button(spec) for spec in specs}
        for spec in specs:
            if spec.name == "settings":
                layout.addStretch(1)
            layout.addWidget(self._buttons[spec.name])
        self._paint()
        desk.appearance.changed.connect(self._paint)

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self._group.setExclusive(True)
        self._paint()

    def offer(self, name: str, *, offered: bool) -> None:
        """Show or hide the button of a page that not every library has a use for."""
        self._buttons[name].setVisible(offered)

    def show_number(self, name: str, number: int) -> None:
        """Put the number of things that wait beside a page's name; 0: none."""
        title = page_title(name)
        text = self.tr("{} ({})").format(title, counted(number)) if number else title
        self._buttons[name].setText(text)

    def button(self, name: str) -> QToolButton:
        """The button of a page."""
        return self._buttons[name]

    def _button(self, spec: PageSpec) -> QToolButton:
        button = QToolButton()
        button.setText(page_title(spec.name))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(20, 20))
        button.setFixedWidth(_WIDTH - 2 * SPACE["s"])
        button.setToolTip(f"{page_title(spec.name)} ({spec.shortcut})" if spec.shortcut else page_title(spec.name))
        button.clicked.connect(lambda: self.chosen.emit(spec.name))
        self._group.addButton(button)
        return button

    def _paint(self) -> None:
        colours = self._desk.appearance.colours
        for spec in self._specs:
            button = self._buttons[spec.name]
            colour = colours.on_accent if button.isChecked() else colours.on_rail
            button.setIcon(self._desk.appearance.icon(spec.icon, colour))
