"""A figure in a card: its title, the plot, what it shows and what it does not, and saving all of it as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.number_axis import number_axes

_SMALLEST = 200
"""Height of a plot in pixels below which the page scrolls."""


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """A plot that stays as it is: no zooming by accident, no menu."""

    def __init__(self, name: str) -> None:
        super().__init__(axisItems=number_axes())
        self.setAccessibleName(name)
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_SMALLEST)

    def sizeHint(self) -> QSize:
        """As small as it may be: a plot takes what room there is."""
        return QSize(_SMALLEST, _SMALLEST)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the plot."""
        event.ignore()

    def take_colours(self, appearance: Appearance) -> None:
        """Paint ground and axes in the theme's colours."""
        colours = appearance.colours
        self.setBackground(colours.surface)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)


class PlotCard(QFrame):
    """Holds one plot. What is saved is the card as it is seen, sentences included."""

    save_requested = Signal(bytes, Path)
    """The bytes of a PNG file and where it is to be written."""

    def __init__(self, title: str, plot: Plot, desk: Desk, *, legend: Sequence[tuple[str, str, str]] = ()) -> None:
        """`legend`: sign, name of its colour among the theme's, and what it stands for."""
        super().__init__()
        self._title, self.plot = title, plot
        self._appearance, self._preferences = desk.appearance, desk.preferences
        self.setProperty("role", "card")
        self._legend = [(label(sign), colour, label(text, "small", wrap=True)) for sign, colour, text in legend]
        self._status = label("", "muted", wrap=True)
        self._meaning = label("", "small", wrap=True)
        self._caveat = label("", "small", wrap=True)
        self.save_button = QToolButton()
        self.save_button.setIconSize(QSize(18, 18))
        self.save_button.setToolTip(self.tr("Save as a picture (PNG)"))
        self.save_button.setAccessibleName(self.tr("Save “{}” as a picture").format(title))
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._ask_place)
        desk.rights.guard(self.save_button, Right.REPORT)
        top = QHBoxLayout()
        top.addWidget(label(title, "lead", wrap=True), 1)
        top.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["m"], SPACE["m"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        layout.addLayout(top)
        layout.addWidget(self._status)
        layout.addWidget(plot, 1)
        for sign, _, text in self._legend:
            line = QHBoxLayout()
            line.setSpacing(SPACE["s"])
            line.addWidget(sign)
            line.addWidget(text, 1)
            layout.addLayout(line)
        layout.addWidget(self._meaning)
        layout.addWidget(self._caveat)
        self.show_status("")
        self.take_colours()
        self._appearance.changed.connect(self.take_colours)

    @property
    def status(self) -> str:
        """Why there is no figure (yet)."""
        return self._status.text()

    @property
    def sentences(self) -> tuple[str, str]:
        """What the figure shows, and what it does not."""
        return self._meaning.text(), self._caveat.text()

    def show_status(self, text: str, *, problem: bool = False) -> None:
        """Say what is being done, or why there is no figure; the plot steps back."""
        set_role(self._status, "warning" if problem else "muted")
        self._status.setText(text)
        self._status.setVisible(bool(text))
        self.plot.setVisible(not problem)
        self.save_button.setEnabled(False)

    def show_figure(self, meaning: str, caveat: str) -> None:
        """The plot has been drawn."""
        self.show_status("")
        self._meaning.setText(translated(meaning))
        self._caveat.setText(translated(caveat))
        self.save_button.setEnabled(True)

    def png(self) -> bytes:
        """The card as the bytes of a PNG file."""
        self.save_button.hide()
        picture = self.grab()
        self.save_button.show()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def take_colours(self) -> None:
        """Follow the theme."""
        self.plot.take_colours(self._appearance)
        for sign, colour, _ in self._legend:
            sign.setStyleSheet(f"color: {getattr(self._appearance.colours, colour)};")
        self.save_button.setIcon(self._appearance.icon("export"))

    def _ask_place(self) -> None:
        ask_where_to_save(
            self,
            self._preferences,
            self.tr("Save “{}”").format(self._title),
            name=f"{self._title}.png",
            kinds=self.tr("Picture (*.png)"),
            then=lambda path: self.save_requested.emit(self.png(), path),
        )
