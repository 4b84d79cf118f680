"""The numbers of a search, each with a sentence on what it does."""

from __future__ import annotations

import secrets
from typing import Literal

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpacerItem,
    QSpinBox,
    QWidget,
)

from forensic_id.core.policy import MOST_CANDIDATES
from forensic_id.core.records import Filter, SearchParameters
from forensic_id.gui.numbers import counted
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.services.identify import LARGEST_SEED, MOST_SAMPLES

_STANDARD = SearchParameters()
_NEW_SEEDS = 1_000_000
"""New seeds have few digits, so that they can be read out and copied."""


class ParametersForm(QWidget):
    """Length of the list, samples, fusion and seed; begins with the user's defaults."""

    parameters_changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._top = _spin(MOST_CANDIDATES)
        self._samples = _spin(MOST_SAMPLES)
        self._best = QRadioButton(self.tr("&Best photo"))
        self._mean = QRadioButton(self.tr("M&ean over photos"))
        self._seed = QLineEdit()
        self._seed.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{1,20}"), self))
        self._new_seed = QPushButton(self.tr("&New seed"))
        self._reset = QPushButton(self.tr("&Defaults"))
        self._reset.setToolTip(self.tr("Put all of these back to the defaults of the settings"))
        self._new_seed.clicked.connect(lambda: self._seed.setText(str(secrets.randbelow(_NEW_SEEDS))))
        self._reset.clicked.connect(lambda: self.set_parameters(self.defaults))
        self._lay_out()
        self.set_parameters(self.defaults)
        for box in (self._top, self._samples):
            box.valueChanged.connect(self.parameters_changed)
        self._best.toggled.connect(self.parameters_changed)
        self._seed.textChanged.connect(self.parameters_changed)

    @property
    def defaults(self) -> SearchParameters:
        """What the settings say, where it can be used; the seed is always the same."""
        fusion: Literal["max", "mean"] = "mean" if self._preferences.text("search/fusion") == "mean" else "max"
        return SearchParameters(
            top=_number(self._preferences.text("search/top"), _STANDARD.top, MOST_CANDIDATES),
            samples=_number(self._preferences.text("search/samples"), _STANDARD.samples, MOST_SAMPLES),
            fusion=fusion,
        )

    def parameters(self, filters: tuple[Filter, ...]) -> SearchParameters:
        """What was entered, with these filters. An empty seed is 0; the service refuses one that is too large."""
        return SearchParameters(
            top=self._top.value(),
            samples=self._samples.value(),
            seed=int(self._seed.text() or "0"),
            fusion="max" if self._best.isChecked() else "mean",
            filters=filters,
        )

    def set_parameters(self, parameters: SearchParameters) -> None:
        """Fill in those of another search."""
        self._top.setValue(parameters.top)
        self._samples.setValue(parameters.samples)
        self._seed.setText(str(parameters.seed))
        (self._best if parameters.fusion == "max" else self._mean).setChecked(True)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE["m"])
        grid.setVerticalSpacing(SPACE["xs"])
        grid.setColumnStretch(1, 1)
        seed = QHBoxLayout()
        seed.setSpacing(SPACE["s"])
        seed.addWidget(self._seed, 1)
        seed.addWidget(self._new_seed)
        self._row(grid, self.tr("&Length of the list"), self._top, self.tr("How many candidates are listed (K)."))
        self._row(
            grid,
            self.tr("&Samples"),
            self._samples,
            self.tr("How many photos the model imagines for the sketch (m). More make the order steadier."),
        )
        name = label(self.tr("A person with several photos counts by"))
        grid.addWidget(name, grid.rowCount(), 0, 1, 2)
        self._row(grid, "", self._best, self.tr("The photo that fits best: good when photos differ in age or pose."))
        self._row(grid, "", self._mean, self.tr("All photos together: one photo that fits by chance weighs less."))
        name = label(self.tr("See&d"))
        name.setBuddy(self._seed)
        row = grid.rowCount()
        grid.addWidget(name, row, 0)
        grid.addLayout(seed, row, 1)
        told = self.tr("The same seed repeats a search exactly; another one shows how steady the list is (0 to {}).")
        grid.addWidget(label(told.format(counted(LARGEST_SEED)), "small", wrap=True), row + 1, 1)
        grid.addWidget(self._reset, row + 2, 1, Qt.AlignmentFlag.AlignLeft)

    def _row(self, grid: QGridLayout, name: str, field: QWidget, sentence: str) -> None:
        row = grid.rowCount()
        if name:
            caption = label(name)
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(label(sentence, "small", wrap=True), row + 1, 1)
        grid.addItem(_gap(), row + 2, 0)


def _gap() -> QSpacerItem:
    return QSpacerItem(0, SPACE["s"])


def _spin(most: int) -> QSpinBox:
    box = QSpinBox()
    give_room(box)
    box.setRange(1, most)
    box.setGroupSeparatorShown(True)
    box.setMaximumWidth(140)
    return box


def _number(text: str, standard: int, most: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= most else standard
