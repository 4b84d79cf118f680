"""Why the list came out as it did: three figures made again from the stored record."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QToolTip, QVBoxLayout, QWidget

from forensic_id.core.progress import Progress
from forensic_id.core.records import Candidate, SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.search.candidate_strip import CandidateStrip
from forensic_id.gui.search.curve_plot import CurvePlot
from forensic_id.gui.search.occlusion_plot import OcclusionPlot
from forensic_id.gui.search.plane_plot import PlanePlot
from forensic_id.gui.search.plot_card import PlotCard
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner, lead_banner
from forensic_id.gui.workplace import Workplace
from forensic_id.services.explain_search import (
    OcclusionMap,
    SearchPlane,
    density_curve,
    explain_candidate,
    explain_plane,
)
from forensic_id.services.export_candidates import ExportedFile, export_figure

_SETTLING = 250
"""Milliseconds on one candidate before its map is computed."""
_MAPS_KEPT = 24


class WhyStep(QWidget):
    """Everything is computed when this step is looked at, and only for the candidate that is chosen."""

    candidate_selected = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: SearchRecord | None = None
        self._rank = 1
        self._fresh = False
        self._maps: OrderedDict[tuple[int, int, int], OcclusionMap] = OrderedDict()
        self._covering: Task | None = None
        self._drawing: Task | None = None
        self.plane_plot, self.curve_plot, self.occlusion_plot = PlanePlot(), CurvePlot(), OcclusionPlot()
        self.plane = PlotCard(
            self.tr("Where the faces lie"),
            self.plane_plot,
            desk,
            legend=(
                ("★", "warning", self.tr("the sketch")),
                ("●", "accent", self.tr("photos imagined for it")),
                ("■", "muted", self.tr("candidates with their ranks")),
            ),
        )
        self.curve = PlotCard(self.tr("How the list falls off"), self.curve_plot, desk)
        self.occlusion = PlotCard(
            self.tr("What the likeness rests on"),
            self.occlusion_plot,
            desk,
            legend=(
                ("■", "accent", self.tr("the likeness rests on it")),
                ("■", "warning", self.tr("the likeness suffers from it")),
            ),
        )
        self.strip = CandidateStrip(desk)
        self.sketch_box = QComboBox()
        self.sketch_box.setAccessibleName(self.tr("Sketch that is covered"))
        self.outcome = Banner("", "card")
        self.outcome.hide()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING)
        self._settling.timeout.connect(self._cover)
        self._lay_out()
        self._connect()

    @property
    def rank(self) -> int:
        """The candidate that the figures are about."""
        return self._rank

    def show_record(self, record: SearchRecord | None) -> None:
        """Explain another search from now on; drawn when this is looked at."""
        self._stop()
        self._record, self._rank = record, 1
        self._offer_sketches()
        self.outcome.say("")
        if self.isVisible():
            self.refresh()

    def choose(self, rank: int) -> None:
        """Explain another candidate from now on."""
        if rank != self._rank:
            self._rank = rank
            if self._fresh:
                self._show_candidate()

    def refresh(self) -> None:
        """Draw what is out of date."""
        record = self._record
        if record is None or self._fresh:
            return
        self._fresh = True
        curve = density_curve(record)
        self.curve_plot.show_curve(curve, self._desk.appearance)
        self.curve.show_figure(curve.meaning, curve.caveat)
        self._draw_plane(record)
        self._show_candidate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is computed for figures that nobody looks at."""
        super().hideEvent(event)
        self._stop()

    def _stop(self) -> None:
        self._settling.stop()
        for task in (self._covering, self._drawing):
            if task is not None:
                task.cancel()
        self._covering = self._drawing = None
        self._fresh = False

    def _offer_sketches(self) -> None:
        """Several sketches were fused: one of them is covered at a time."""
        count = len(self._record.parts) if self._record else 0
        with QSignalBlocker(self.sketch_box):
            self.sketch_box.clear()
            self.sketch_box.addItems([self.tr("Sketch {}").format(number) for number in range(1, count + 1)])
        self.sketch_box.setVisible(count > 1)

    @property
    def _sketch(self) -> int:
        """Place of the sketch that is covered."""
        return max(0, self.sketch_box.currentIndex())

    def _candidate_at(self, rank: int) -> Candidate | None:
        listed = self._record.candidates if self._record else ()
        return next((each for each in listed if each.rank == rank), None)

    def _show_candidate(self) -> None:
        candidate, record = self._candidate_at(self._rank), self._record
        if candidate is None or record is None:
            return
        told = self.tr("Candidate at rank {} of {}").format(counted(self._rank), counted(len(record.candidates)))
        self.strip.show_candidate(
            told, candidate.photo_id, first=self._rank == 1, last=self._rank == len(record.candidates)
        )
        self.plane_plot.choose(self._rank, self._desk.appearance)
        self.curve_plot.choose(self._rank)
        if self._covering is not None:
            self._covering.cancel()
            self._covering = None
        if found := self._maps.get((record.search_id, self._rank, self._sketch)):
            self._show_map(found)
            return
        self.occlusion.show_status(self.tr("The sketch will be covered place by place…"))
        self._settling.start()

    def _draw_plane(self, record: SearchRecord) -> None:
        self.plane.show_status(self.tr("The samples are being drawn again…"))

        def work(place: Workplace, task: Task) -> SearchPlane:
            return explain_plane(record.search_id, place.search_tools(), cancelled=task.cancelled)

        def done(plane: SearchPlane) -> None:
            self._drawing = None
            self.plane_plot.show_plane(plane, self._desk.appearance)
            self.plane.show_figure(plane.meaning, plane.caveat)

        self._drawing = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=done,
            on_failed=lambda error: self.plane.show_status(sentence_for(error), problem=True),
        )

    def _cover(self) -> None:
        record, rank, sketch = self._record, self._rank, self._sketch
        if record is None:
            return

        def work(place: Workplace, task: Task) -> OcclusionMap:
            tools = place.search_tools()
            return explain_candidate(
                record.search_id, rank, tools, sketch=sketch, progress=task.report, cancelled=task.cancelled
            )

        def done(found: OcclusionMap) -> None:
            self._covering = None
            self._maps[record.search_id, rank, sketch] = found
            if len(self._maps) > _MAPS_KEPT:
                self._maps.popitem(last=False)
            self._show_map(found)

        self._covering = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=done,
            on_progress=self._tell_covering,
            on_failed=lambda error: self.occlusion.show_status(sentence_for(error), problem=True),
        )

    def _tell_covering(self, progress: Progress) -> None:
        told = self.tr("The sketch is covered place by place: {} of {}")
        self.occlusion.show_status(told.format(counted(progress.done), counted(progress.total or 0)))

    def _show_map(self, found: OcclusionMap) -> None:
        self.occlusion_plot.show_map(found, self._desk.appearance)
        self.occlusion.show_figure(found.meaning, found.caveat)

    def _step(self, step: int) -> None:
        self.candidate_selected.emit(self._rank + step)
        self.choose(self._rank + step)

    def _clicked(self, rank: int) -> None:
        self.candidate_selected.emit(rank)
        self.choose(rank)

    def _hovered(self, rank: int, place: QPointF) -> None:
        candidate = self._candidate_at(rank)
        if candidate is None:
            QToolTip.hideText()
            return
        spot = self.plane_plot.mapToGlobal(self.plane_plot.mapFromScene(place))
        QToolTip.showText(spot, self._tooltip(candidate), self.plane_plot)

    def _tooltip(self, candidate: Candidate) -> str:
        """Rank and thumbnail; numbers of our own only, so markup is safe."""
        told = self.tr("Rank {}").format(counted(candidate.rank))
        pixmap = self._desk.thumbnails.get(candidate.photo_id)
        if pixmap is None or pixmap.isNull():
            return told
        return f'<img src="data:image/png;base64,{_base64(pixmap)}"><br>{told}'

    def _save(self, png: bytes, path: Path) -> None:
        record = self._record
        if record is None:
            return
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: export_figure(place.library(), record.search_id, png, path),
            owner=self,
            on_done=self._tell_written,
            on_failed=lambda error: self.outcome.say(sentence_for(error)),
        )

    def _tell_written(self, written: ExportedFile) -> None:
        self.outcome.say(self.tr("The figure was written to {}.").format(written.path))

    def _connect(self) -> None:
        self.strip.step_requested.connect(self._step)
        self.sketch_box.currentIndexChanged.connect(self._show_candidate)
        self.plane_plot.candidate_clicked.connect(self._clicked)
        self.plane_plot.candidate_hovered.connect(self._hovered)
        self.curve_plot.candidate_clicked.connect(self._clicked)
        for card in (self.plane, self.curve, self.occlusion):
            card.save_requested.connect(self._save)

    def _lay_out(self) -> None:
        inside = QWidget()
        cards = QHBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(SPACE["m"])
        for card in (self.plane, self.curve, self.occlusion):
            cards.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(lead_banner())
        layout.addWidget(self.outcome)
        about = QHBoxLayout()
        about.addWidget(self.strip, 1)
        about.addWidget(self.sketch_box)
        layout.addLayout(about)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout.addWidget(scroll, 1)


def _base64(pixmap: QPixmap) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().toBase64().data()).decode()
