"""The paper's Figure 1 for one search: sketch, samples and candidates on a plane."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor

from forensic_id.gui.numbers import counted
from forensic_id.gui.search.plot_card import Plot
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.services.explain_search import SearchPlane

_NAMED = 5
"""Candidates whose rank is written beside them, besides the chosen one."""
_AROUND = 0.2
"""Shares of the plane left free around it: ranks are written above their points."""


class PlanePlot(Plot):
    """Candidates can be chosen by a click; each is told apart from the samples by its shape too."""

    candidate_clicked = Signal(int)
    candidate_hovered = Signal(int, QPointF)
    """Rank of the candidate below the pointer and where the pointer is in the scene; rank 0: none."""

    def __init__(self) -> None:
        super().__init__(self.tr("Plane of sketch, samples and candidates"))
        self._plane: SearchPlane | None = None
        self._rank = 0
        self._texts: list[pg.TextItem] = []
        self.hideAxis("left")
        self.hideAxis("bottom")
        self.getPlotItem().getViewBox().setAspectLocked(lock=True)
        self.getPlotItem().getViewBox().setDefaultPadding(0.08)
        self._samples = pg.ScatterPlotItem(symbol="o", size=7, pxMode=True)
        self._candidates = pg.ScatterPlotItem(symbol="s", size=11, pxMode=True, hoverable=True, tip=None)
        self._chosen = pg.ScatterPlotItem(symbol="o", size=22, pxMode=True)
        self._sketch = pg.ScatterPlotItem(symbol="star", size=18, pxMode=True)
        for item in (self._candidates, self._chosen, self._sketch, self._samples):
            self.addItem(item)
        self._candidates.sigClicked.connect(self._clicked)
        self._candidates.sigHovered.connect(self._hovered)

    @property
    def chosen(self) -> int:
        """Rank of the candidate that is marked; 0: none of those drawn."""
        return int(self._rank) if len(self._chosen.points()) else 0

    def show_plane(self, plane: SearchPlane, appearance: Appearance) -> None:
        """Draw another plane."""
        self._plane = plane
        self._samples.setData(pos=plane.samples)
        self._sketch.setData(pos=plane.sketches)
        self._candidates.setData(
            pos=[place for _, place in plane.candidates], data=[candidate.rank for candidate, _ in plane.candidates]
        )
        self._show_chosen(appearance)
        self.getPlotItem().getViewBox().autoRange(padding=_AROUND)

    def choose(self, rank: int, appearance: Appearance) -> None:
        """Mark a candidate."""
        self._rank = rank
        self._show_chosen(appearance)

    def place_of(self, rank: int) -> QPointF | None:
        """Where a candidate is drawn, in pixels of this widget."""
        for candidate, (x, y) in self._plane.candidates if self._plane else ():
            if candidate.rank == rank:
                scene = self.getPlotItem().getViewBox().mapViewToScene(QPointF(x, y))
                return QPointF(self.mapFromScene(scene))
        return None

    def take_colours(self, appearance: Appearance) -> None:
        super().take_colours(appearance)
        colours = appearance.colours
        soft = QColor(colours.accent)
        soft.setAlpha(150)
        self._samples.setPen(colours.surface)
        self._samples.setBrush(soft)
        self._candidates.setPen(colours.surface)
        self._candidates.setBrush(colours.muted)
        self._sketch.setPen(colours.surface)
        self._sketch.setBrush(colours.warning)
        self._chosen.setPen(pg.mkPen(colours.accent, width=2))
        self._chosen.setBrush(None)
        self._show_chosen(appearance)

    def _show_chosen(self, appearance: Appearance) -> None:
        for text in self._texts:
            self.removeItem(text)
        self._texts = []
        drawn = self._plane.candidates if self._plane else ()
        self._chosen.setData(pos=[place for candidate, place in drawn if candidate.rank == self._rank])
        for candidate, place in drawn:
            if candidate.rank <= _NAMED or candidate.rank == self._rank:
                text = pg.TextItem(counted(candidate.rank), color=appearance.colours.text, anchor=(0.5, 1.4))
                text.setPos(*place)
                self.addItem(text)
                self._texts.append(text)

    def _clicked(self, _item: object, points: list[pg.SpotItem], _event: object) -> None:
        self.candidate_clicked.emit(points[0].data())

    def _hovered(self, _item: object, points: list[pg.SpotItem], event: object) -> None:
        found = len(points) > 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        place = event.scenePos() if found and hasattr(event, "scenePos") else QPointF()
        self.candidate_hovered.emit(points[0].data() if found else 0, place)
