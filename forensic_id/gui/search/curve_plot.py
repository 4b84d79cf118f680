"""Log density by rank, beside the people searched."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QMouseEvent

from forensic_id.gui.search.plot_card import Plot
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.services.explain_search import DensityCurve

_BANDS = (1, 2, 3)
"""Deviations above the mean."""
_MARKED = 200
"""Longest list whose candidates are drawn as points."""


class CurvePlot(Plot):
    """A click chooses the candidate of the nearest rank."""

    candidate_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Log density by rank"))
        self._count = 0
        self._bands = [pg.LinearRegionItem(orientation="horizontal", movable=False) for _ in _BANDS]
        self._mean = pg.InfiniteLine(angle=0)
        self._line = pg.PlotDataItem(symbol=None)
        self._rank = pg.InfiniteLine(angle=90)
        for item in (*self._bands, self._mean, self._line, self._rank):
            self.addItem(item)
        self.setLabel("bottom", self.tr("Rank"))
        self.setLabel("left", self.tr("Log density"))
        self.getAxis("bottom").enableAutoSIPrefix(enable=False)
        self.getAxis("left").enableAutoSIPrefix(enable=False)

    def show_curve(self, curve: DensityCurve, appearance: Appearance) -> None:
        """Draw another list."""
        densities = np.asarray(curve.log_densities)
        self._count = len(densities)
        marked = self._count <= _MARKED
        self._line.setData(np.arange(1, self._count + 1), densities, symbol="o" if marked else None, symbolSize=5)
        judged = curve.mean is not None and curve.deviation is not None
        for item in (*self._bands, self._mean):
            item.setVisible(judged)
        low, high = (float(densities.min()), float(densities.max())) if self._count else (0.0, 1.0)
        if curve.mean is not None and curve.deviation is not None:
            self._mean.setValue(curve.mean)
            for band, deviations in zip(self._bands, _BANDS, strict=True):
                band.setRegion((curve.mean, curve.mean + deviations * curve.deviation))
            low, high = min(low, curve.mean), max(high, curve.mean + _BANDS[-1] * curve.deviation)
        self.getPlotItem().getViewBox().setRange(
            xRange=(1, max(2, self._count)), yRange=(low, max(high, low + 1e-6)), padding=0.05
        )
        self.take_colours(appearance)

    def choose(self, rank: int) -> None:
        """Mark a rank."""
        self._rank.setValue(rank)

    @property
    def chosen(self) -> int:
        """The rank that is marked."""
        return round(float(self._rank.value()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = self.getPlotItem().getViewBox().mapSceneToView(QPointF(self.mapToScene(event.position().toPoint())))
        if self._count:
            self.candidate_clicked.emit(min(self._count, max(1, round(place.x()))))

    def take_colours(self, appearance: Appearance) -> None:
        super().take_colours(appearance)
        colours = appearance.colours
        for band in self._bands:
            shade = QColor(colours.muted)
            shade.setAlpha(24)
            band.setBrush(shade)
            for edge in band.lines:
                edge.setPen(None)
        self._mean.setPen(pg.mkPen(colours.muted, width=1))
        self._line.setPen(pg.mkPen(colours.accent, width=2))
        self._line.setSymbolBrush(colours.accent)
        self._line.setSymbolPen(None)
        self._rank.setPen(pg.mkPen(colours.warning, width=2))
