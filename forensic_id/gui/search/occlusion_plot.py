"""The sketch with the places that a candidate's score rests on."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from forensic_id.core.records import UInt8Array
from forensic_id.gui.search.plot_card import Plot
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.services.explain_search import OcclusionMap

_STRONGEST = 200
"""Opacity (0 to 255) of the largest change."""


class OcclusionPlot(Plot):
    """The crop in grey; over it one colour where likeness rests, another where it suffers."""

    def __init__(self) -> None:
        super().__init__(self.tr("Sketch with the places that the likeness rests on"))
        self._map: OcclusionMap | None = None
        self.hideAxis("left")
        self.hideAxis("bottom")
        box = self.getPlotItem().getViewBox()
        box.setAspectLocked(lock=True)
        box.invertY(b=True)
        self._crop = pg.ImageItem(axisOrder="row-major")
        self._heat = pg.ImageItem(axisOrder="row-major")
        self.addItem(self._crop)
        self.addItem(self._heat)

    def show_map(self, found: OcclusionMap, appearance: Appearance) -> None:
        """Draw another map."""
        self._map = found
        grey = found.crop.mean(axis=2, keepdims=True).astype(np.uint8)
        self._crop.setImage(np.repeat(grey, 3, axis=2))
        self._heat.setImage(heat_pixels(found, appearance), levels=(0, 255))
        self.getPlotItem().getViewBox().autoRange(padding=0.0)

    def take_colours(self, appearance: Appearance) -> None:
        super().take_colours(appearance)
        if self._map is not None:
            self._heat.setImage(heat_pixels(self._map, appearance), levels=(0, 255))


def heat_pixels(found: OcclusionMap, appearance: Appearance) -> UInt8Array:
    """Changes as uint8 RGBA (112, 112, 4): colour by sign, opacity by size."""
    rests, suffers = (_rgb(colour) for colour in marks(appearance))
    strongest = max(float(np.abs(found.changes).max()), 1e-9)
    pixels = np.empty((*found.changes.shape, 4), np.uint8)
    pixels[..., :3] = np.where((found.changes < 0)[..., None], rests, suffers)
    pixels[..., 3] = np.round(np.abs(found.changes) / strongest * _STRONGEST)
    return pixels


def marks(appearance: Appearance) -> tuple[str, str]:
    """Colours of where likeness rests and where it suffers."""
    return appearance.colours.accent, appearance.colours.warning


def _rgb(colour: str) -> tuple[int, int, int]:
    made = QColor(colour)
    return made.red(), made.green(), made.blue()
