"""A slider with its name and its value in a field: both say and set the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from forensic_id.gui.widgets.spin_boxes import give_room


class AmountSlider(QWidget):
    """A value between `low` and `high` in steps of 1 / `parts`."""

    moved = Signal(float)
    """The user set another value."""
    gesture_begun = Signal()

    def __init__(
        self, name: str, *, low: float, high: float, parts: int, suffix: str = "", decimals: int = 0
    ) -> None:
        super().__init__()
        self._parts = parts
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(low * parts), round(high * parts))
        self.slider.setAccessibleName(name)
        self.field = QDoubleSpinBox()
        give_room(self.field)
        self.field.setRange(low, high)
        self.field.setDecimals(decimals)
        self.field.setSingleStep(1.0 / parts)
        self.field.setSuffix(suffix)
        self.field.setAccessibleName(name)
        self.field.setKeyboardTracking(False)
        self.field.setMinimumWidth(84)
        text = QLabel(name)
        text.setBuddy(self.slider)
        upper = QHBoxLayout()
        upper.addWidget(text, 1)
        upper.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(upper)
        layout.addWidget(self.slider)
        self.slider.sliderPressed.connect(self.gesture_begun)
        self.slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._typed)

    @property
    def value(self) -> float:
        """The value shown."""
        return self.field.value()

    def show_value(self, value: float) -> None:
        """Show another value without telling anybody."""
        for widget in (self.slider, self.field):
            widget.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.slider.setValue(round(value * self._parts))
        self.field.setValue(value)
        for widget in (self.slider, self.field):
            widget.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _slid(self, value: int) -> None:
        if not self.slider.isSliderDown():
            self.gesture_begun.emit()
        self.show_value(value / self._parts)
        self.moved.emit(self.value)

    def _typed(self, value: float) -> None:
        self.gesture_begun.emit()
        self.show_value(value)
        self.moved.emit(value)
