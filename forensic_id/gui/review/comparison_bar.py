"""The tools above the compared pictures."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from forensic_id.gui.review.layered_view import FASTEST, SLOWEST, Mode
from forensic_id.gui.review.tone import TonePanel
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_ICON = QSize(18, 18)
_TURN = 5.0
_SLIDER = 90
"""Room that the slider has at least; the caption beside it may end in an ellipsis."""


class Source(StrEnum):
    """Which pictures are compared."""

    WHOLE = "whole"
    ALIGNED = "aligned"
    CROP = "crop"


class ComparisonBar(QWidget):
    """Mode, pictures, amount; lock, zoom, turning, mirror, tones. Each button names its key."""

    mode_changed = Signal(Mode)
    source_changed = Signal()
    lock_changed = Signal(bool)
    amount_changed = Signal()
    turn_requested = Signal(float)
    mirror_requested = Signal()
    zoom_requested = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._icons: dict[QToolButton, str] = {}
        self._modes = self._make_modes()
        self._source = self._make_source()
        self._amount_name = label("", "small")
        self._amount = QSlider(Qt.Orientation.Horizontal)
        self.amount = self._make_amount()
        self._amount.valueChanged.connect(self._amount_set)
        self._kept = {Mode.OVERLAY: 50, Mode.CURTAIN: 50, Mode.BLINK: 12}
        self._lock = self._button("lock", self.tr("Move both pictures together (L)"))
        self._lock.setCheckable(True)
        self._lock.setChecked(True)
        self._lock.toggled.connect(self._locked)
        self.tones = TonePanel()
        self._build()
        self._prepare_amount()
        appearance.changed.connect(self._paint)
        self._paint()

    @property
    def mode(self) -> Mode:
        """How the pictures are compared."""
        return next(mode for mode, button in self._modes.items() if button.isChecked())

    @property
    def source(self) -> Source:
        """Which pictures are compared."""
        return Source(self._source.currentData())

    @property
    def locked(self) -> bool:
        """Whether both pictures move together."""
        return self._lock.isChecked()

    @property
    def share(self) -> float:
        """Opacity of the photo or place of the curtain, 0 to 1."""
        return self._amount.value() / 100

    @property
    def rate(self) -> int:
        """Changes in ten seconds."""
        return self._amount.value()

    def set_mode(self, mode: Mode) -> None:
        """Choose another way of comparing."""
        self._modes[mode].click()

    def set_source(self, source: Source) -> None:
        """Choose other pictures."""
        self._source.setCurrentIndex(self._source.findData(source.value))

    def set_share(self, share: float) -> None:
        """The curtain was dragged there."""
        self._amount.setValue(round(100 * share))

    def toggle_lock(self) -> None:
        """Lock the pictures to each other, or unlock them."""
        self._lock.toggle()

    def _build(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(SPACE["xs"])
        for button in self._modes.values():
            first.addWidget(button)
        first.addSpacing(SPACE["s"])
        first.addWidget(self._source)
        first.addStretch(1)
        for icon, name, action in (
            ("zoom-out", self.tr("Farther (-)"), partial(self.zoom_requested.emit, -1)),
            ("fit", self.tr("See all of it (0)"), partial(self.zoom_requested.emit, 0)),
            ("zoom-in", self.tr("Nearer (+)"), partial(self.zoom_requested.emit, 1)),
            ("rotate-left", self.tr("Turn to the left ([)"), partial(self.turn_requested.emit, -_TURN)),
            ("rotate-right", self.tr("Turn to the right (])"), partial(self.turn_requested.emit, _TURN)),
            ("mirror", self.tr("Mirror (M)"), self.mirror_requested.emit),
        ):
            button = self._button(icon, name)
            button.clicked.connect(lambda _checked=False, action=action: action())
            second.addWidget(button)
        second.addWidget(self._lock)
        second.addWidget(self._tone_button())
        second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addLayout(first)
        layout.addLayout(second)

    def _make_modes(self) -> dict[Mode, QToolButton]:
        group = QButtonGroup(self)
        named = {
            Mode.SIDE_BY_SIDE: ("compare", self.tr("Side by side")),
            Mode.OVERLAY: ("layers", self.tr("Overlay")),
            Mode.CURTAIN: ("curtain", self.tr("Curtain")),
            Mode.BLINK: ("blink", self.tr("Blink")),
        }
        made = {}
        for mode, (icon, name) in named.items():
            button = self._button(icon, name)
            button.setToolTip(self.tr("{} (V changes)").format(name))
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, mode=mode: self._choose(mode))
            group.addButton(button)
            made[mode] = button
        made[Mode.SIDE_BY_SIDE].setChecked(True)
        return made

    def _make_amount(self) -> QWidget:
        """The slider with its name, to stand above the pictures that are laid over each other."""
        amount = QWidget()
        row = QHBoxLayout(amount)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._amount_name)
        self._amount.setMinimumWidth(_SLIDER)
        row.addWidget(self._amount, 1)
        return amount

    def _make_source(self) -> QComboBox:
        source = QComboBox()
        source.addItem(self.tr("Whole pictures"), Source.WHOLE.value)
        source.addItem(self.tr("Aligned, full resolution"), Source.ALIGNED.value)
        source.addItem(self.tr("Crops as compared"), Source.CROP.value)
        source.setAccessibleName(self.tr("Pictures compared"))
        source.setToolTip(self.tr("Laid over each other, pictures are always aligned by their landmarks."))
        source.setMinimumContentsLength(10)
        source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        source.currentIndexChanged.connect(lambda _index: self.source_changed.emit())
        return source

    def _tone_button(self) -> QToolButton:
        button = self._button("contrast", self.tr("Brightness and contrast"))
        menu = QMenu(button)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.tones)
        menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(_ICON)
        button.setToolTip(name)
        button.setAccessibleName(name)
        self._icons[button] = icon
        return button

    def _choose(self, mode: Mode) -> None:
        self._prepare_amount()
        self.mode_changed.emit(mode)

    def _prepare_amount(self) -> None:
        """One slider says how much: of the photo, how far the curtain, how fast."""
        mode = self.mode
        names = {
            Mode.OVERLAY: self.tr("Photo over sketch"),
            Mode.CURTAIN: self.tr("Curtain"),
            Mode.BLINK: self.tr("Speed"),
        }
        if mode not in names:
            return
        self._amount_name.setText(names[mode])
        self._amount.setAccessibleName(names[mode])
        blocked = QSignalBlocker(self._amount)
        self._amount.setRange(*((SLOWEST, FASTEST) if mode is Mode.BLINK else (0, 100)))
        self._amount.setValue(self._kept[mode])
        blocked.unblock()

    def _amount_set(self, value: int) -> None:
        self._kept[self.mode] = value
        self.amount_changed.emit()

    def _locked(self, locked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._icons[self._lock] = "lock" if locked else "unlock"
        self._paint()
        self.lock_changed.emit(locked)

    def _paint(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(self._appearance.icon(icon))
