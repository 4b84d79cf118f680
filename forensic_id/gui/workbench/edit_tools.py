"""The tools that change the picture: crop, turn, mirror, levels, contrast, background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QToolButton, QVBoxLayout, QWidget

from forensic_id.core.edits import (
    MOST_LEVEL,
    CleanBackground,
    Contrast,
    Edit,
    Levels,
    Rotate,
)
from forensic_id.gui.numbers import percent_sign
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.gui.workbench.amount_slider import AmountSlider
from forensic_id.gui.workbench.bench import ChainStep
from forensic_id.gui.workbench.chain import set_by
from forensic_id.gui.workbench.histogram import Histogram

_PERCENT = 100.0


class EditTools(QWidget):
    """Tells what the user wants; shows what the chain sets."""

    crop_requested = Signal()
    crop_accepted = Signal()
    crop_cancelled = Signal()
    turned = Signal(int)
    mirrored = Signal()
    adjusted = Signal(type, object)
    """A kind of edit, and the edit it is set to now, or None."""
    gesture_begun = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._buttons: list[tuple[QToolButton, str]] = []
        self.crop_button = self._button("crop", self.tr("Crop"), self.crop_requested.emit)
        self.left_button = self._button("rotate-left", self.tr("Turn left by 90°"), lambda: self.turned.emit(-90))
        self.right_button = self._button("rotate-right", self.tr("Turn right by 90°"), lambda: self.turned.emit(90))
        self.mirror_button = self._button("mirror", self.tr("Mirror: swap left and right"), self.mirrored.emit)
        self.turn = AmountSlider(self.tr("Turn"), low=-45, high=45, parts=2, suffix="°", decimals=1)
        self.contrast = AmountSlider(self.tr("Local contrast"), low=0, high=100, parts=1, suffix=percent_sign())
        self.clean = AmountSlider(self.tr("Clean background"), low=0, high=100, parts=1, suffix=percent_sign())
        self.histogram = Histogram(appearance)
        self.black, self.white = self._level(self.tr("Black")), self._level(self.tr("White"))
        self.gamma = AmountSlider(self.tr("Middle greys (gamma)"), low=0.2, high=5, parts=20, decimals=2)
        self._connect()
        self._lay_out()
        self.show_crop(drawing=False)
        self._paint()
        appearance.changed.connect(self._paint)
        self.show_steps(())

    def show_steps(self, steps: Sequence[ChainStep]) -> None:
        """Show what the chain sets."""
        turn, contrast = set_by(steps, Rotate), set_by(steps, Contrast)
        clean, levels = set_by(steps, CleanBackground), set_by(steps, Levels)
        self.turn.show_value(turn.degrees if isinstance(turn, Rotate) else 0.0)
        self.contrast.show_value(contrast.amount * _PERCENT if isinstance(contrast, Contrast) else 0.0)
        self.clean.show_value(clean.strength * _PERCENT if isinstance(clean, CleanBackground) else 0.0)
        shown = levels if isinstance(levels, Levels) else Levels()
        self._show_levels(shown.black, shown.white)
        self.gamma.show_value(shown.gamma)

    def show_histogram(self, counts: NDArray[np.int64] | None) -> None:
        """Show the distribution of greys that the levels work on."""
        self.histogram.show_counts(counts)

    def show_crop(self, *, drawing: bool) -> None:
        """While a crop is drawn, offer to accept it or not."""
        self._crop_row.setVisible(drawing)

    def _show_levels(self, black: int, white: int) -> None:
        for field, value in ((self.black, black), (self.white, white)):
            field.blockSignals(True)  # noqa: FBT003 - Qt's signature
            field.setValue(value)
            field.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.black.setMaximum(white - 1)
        self.white.setMinimum(black + 1)
        self.histogram.show_levels(black, white)

    def _connect(self) -> None:
        for each in (self.turn, self.contrast, self.clean, self.gamma, self.histogram):
            each.gesture_begun.connect(self.gesture_begun)
        self.turn.moved.connect(lambda value: self._adjust(Rotate, Rotate(degrees=value) if value else None))
        self.contrast.moved.connect(
            lambda value: self._adjust(Contrast, Contrast(amount=value / _PERCENT) if value else None)
        )
        self.clean.moved.connect(
            lambda value: self._adjust(CleanBackground, CleanBackground(strength=value / _PERCENT) if value else None)
        )
        self.gamma.moved.connect(lambda _value: self._set_levels())
        self.histogram.levels_moved.connect(self._levels_dragged)
        for field in (self.black, self.white):
            field.valueChanged.connect(self._levels_typed)

    def _levels_dragged(self, black: int, white: int) -> None:
        self._show_levels(black, white)
        self._set_levels()

    def _levels_typed(self) -> None:
        self.gesture_begun.emit()
        self._levels_dragged(self.black.value(), self.white.value())

    def _set_levels(self) -> None:
        edit = Levels(black=self.black.value(), white=self.white.value(), gamma=round(self.gamma.value, 2))
        self._adjust(Levels, None if edit == Levels() else edit)

    def _adjust(self, kind: type[Edit], edit: Edit | None) -> None:
        self.adjusted.emit(kind, edit)

    def _button(self, icon: str, name: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked: action())
        self._buttons.append((button, icon))
        return button

    def _level(self, name: str) -> QSpinBox:
        field = QSpinBox()
        give_room(field)
        field.setRange(0, MOST_LEVEL)
        field.setAccessibleName(name)
        field.setKeyboardTracking(False)
        return field

    def _paint(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self._appearance.icon(icon))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE["xs"])
        for button, _ in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        keep, drop = QPushButton(self.tr("&Keep this part")), QPushButton(self.tr("Cancel"))
        keep.setProperty("role", "primary")
        keep.clicked.connect(self.crop_accepted)
        drop.clicked.connect(self.crop_cancelled)
        self._crop_row = QWidget()
        row = QHBoxLayout(self._crop_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(keep, 1)
        row.addWidget(drop)
        levels = QHBoxLayout()
        for text, field in ((self.tr("Black"), self.black), (self.tr("White"), self.white)):
            name = QLabel(text)
            name.setBuddy(field)
            levels.addWidget(name)
            levels.addWidget(field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(buttons)
        layout.addWidget(self._crop_row)
        layout.addWidget(self.turn)
        layout.addWidget(self.histogram)
        layout.addLayout(levels)
        for widget in (self.gamma, self.contrast, self.clean):
            layout.addWidget(widget)
