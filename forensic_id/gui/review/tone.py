"""Brightness and contrast for the eye: a copy is changed on the way to the screen, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QPushButton, QSlider, QWidget

from forensic_id.gui.pixels import to_image, to_pixels
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_STRONGEST = 100
_SLIDER_WIDTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """Brightness and contrast from -100 to 100; 0 shows the picture as it is."""

    brightness: int = 0
    contrast: int = 0

    def applied(self, image: QImage) -> QImage:
        """A changed copy; may be made in any thread."""
        if self == Tone():
            return image
        values = np.arange(256, dtype=np.float64)
        slope = np.tan((self.contrast / _STRONGEST * 0.9 + 1) * np.pi / 4)
        curve = (values - 127.5) * slope + 127.5 + self.brightness * 1.27
        table = np.clip(np.rint(curve), 0, 255).astype(np.uint8)
        return to_image(table[to_pixels(image)])


class TonePanel(QWidget):
    """Sliders for the sketch and for the photo, each of its own."""

    changed = Signal(Tone, Tone)
    """Tone of the sketch and of the photo."""

    def __init__(self) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["m"], SPACE["m"], SPACE["m"])
        layout.addWidget(label(self.tr("For the eye only: the pictures are not changed."), "small"), 0, 0, 1, 2)
        self._sliders: list[QSlider] = []
        names = (
            self.tr("Sketch brightness"),
            self.tr("Sketch contrast"),
            self.tr("Photo brightness"),
            self.tr("Photo contrast"),
        )
        for row, name in enumerate(names, start=1):
            layout.addWidget(label(name), row, 0)
            layout.addWidget(self._slider(name), row, 1)
        reset = QPushButton(self.tr("Reset"))
        reset.clicked.connect(self.reset)
        layout.addWidget(reset, len(names) + 1, 1)

    def tones(self) -> tuple[Tone, Tone]:
        """Tone of the sketch and of the photo."""
        values = [slider.value() for slider in self._sliders]
        return Tone(brightness=values[0], contrast=values[1]), Tone(brightness=values[2], contrast=values[3])

    def reset(self) -> None:
        """Show the pictures as they are."""
        for slider in self._sliders:
            slider.setValue(0)

    def _slider(self, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(-_STRONGEST, _STRONGEST)
        slider.setFixedWidth(_SLIDER_WIDTH)
        slider.setAccessibleName(name)
        slider.valueChanged.connect(self._tell)
        self._sliders.append(slider)
        return slider

    def _tell(self, _value: int) -> None:
        self.changed.emit(*self.tones())
