"""One batch: how far it is, its sketches, and what can be done with it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.rights import Right
from forensic_id.gui.batch.sketch_pane import SketchPane
from forensic_id.gui.batch.table_model import SKETCH, STANDS_OUT, STATE, SketchFilter, SketchTable
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner, lead_banner
from forensic_id.gui.widgets.buttons import push_button
from forensic_id.gui.widgets.elided_label import ElidedLabel
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.progress_bar import ProgressBar
from forensic_id.services.remember_batches import BatchOutcome, RememberedBatch
from forensic_id.services.run_batch import SketchRow
from forensic_id.services.sketch_states import SketchStage

_WIDTHS = {SKETCH: 128, STATE: 116, STANDS_OUT: 112}
_WIDE = 1000
"""Width in pixels from which the pictures of the chosen sketch get more room."""
_ROW = 30
_SECONDS_A_MINUTE = 60
_MOMENTS_UNTIL_AN_ESTIMATE = 5.0


class BatchView(QWidget):
    """Shows; what is asked goes out as signals."""

    pause_requested = Signal()
    stop_requested = Signal()
    resume_requested = Signal()
    export_requested = Signal()
    open_requested = Signal(int)
    landmarks_requested = Signal(Path)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._batch: RememberedBatch | None = None
        self._began = (0.0, 0)
        self.table = SketchTable(desk.appearance, self)
        self.filter = SketchFilter(self.table, self)
        self.notice = Banner("")
        self._make_actions()
        self._make_table()
        self._lay_out()
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def show_batch(self, batch: RememberedBatch, *, running: bool) -> None:
        """Show another batch, or another state of it."""
        if running:
            self._began = (time.monotonic(), self._handled())
        self._batch = batch
        request = batch.request
        self._title.setText(request.folder.name or str(request.folder))
        self._place.say(self.tr("Case {case} · results in {out}").format(case=request.case_number, out=request.out))
        self._set_running(running)

    def take_rows(self, rows: list[SketchRow]) -> None:
        """Rows that changed."""
        self.table.update(rows)
        self._tell_progress()
        self._show_current()

    def replace_rows(self, rows: tuple[SketchRow, ...]) -> None:
        """All rows of a batch that does not run."""
        self.table.replace(rows)
        self._tell_progress()
        self._choose_first()

    def halted(self, outcome: BatchOutcome) -> None:
        """The batch does not run any more."""
        self.table.settle()
        self._set_running(running=False)
        self.tell(outcome)

    def tell(self, outcome: BatchOutcome) -> None:
        """Say how an unfinished batch stands."""
        done, total = self._handled(), self.table.rowCount() or (self._batch.total if self._batch else 0)
        sentences = {
            BatchOutcome.RUNNING: self.tr(
                "This batch was interrupted after {done} of {total} sketches. Nothing is lost: it goes on from there."
            ),
            BatchOutcome.PAUSED: self.tr("Paused after {done} of {total} sketches."),
            BatchOutcome.STOPPED: self.tr("Stopped after {done} of {total} sketches. What was searched is kept."),
        }
        text = sentences.get(outcome, "").format(done=counted(done), total=counted(total))
        failed = self.table.count(SketchStage.FAILED)
        if outcome is BatchOutcome.FINISHED and failed:
            text = self.tr(
                "Finished; {} could not be searched. Set landmarks by hand or mend the files, then repeat."
            ).format(self._counted(failed))
        self.notice.say(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.make_wide(wide=self.width() > _WIDE)

    def _counted(self, number: int) -> str:
        return self.tr("one sketch") if number == 1 else self.tr("{} sketches").format(counted(number))

    def _handled(self) -> int:
        return self.table.count(SketchStage.DONE) + self.table.count(SketchStage.FAILED)

    def _tell_progress(self) -> None:
        total, handled, failed = self.table.rowCount(), self._handled(), self.table.count(SketchStage.FAILED)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(handled)
        told = [self.tr("{done} of {total}").format(done=counted(handled), total=counted(total))]
        if failed:
            told.append(self.tr("{} failed").format(counted(failed)))
        if left := self._time_left(total - handled):
            told.append(left)
        self.counts.setText(" · ".join(told))

    def _time_left(self, left: int) -> str:
        started, before = self._began
        took, handled = time.monotonic() - started, self._handled() - before
        if not self.pause.isVisibleTo(self) or handled < 1 or took < _MOMENTS_UNTIL_AN_ESTIMATE or left < 1:
            return ""
        seconds = left * took / handled
        if seconds < _SECONDS_A_MINUTE:
            return self.tr("less than a minute left")
        return self.tr("about {} min left").format(counted(round(seconds / _SECONDS_A_MINUTE)))

    def _set_running(self, running: bool) -> None:  # noqa: FBT001 - a state
        total, handled = self.table.rowCount(), self._handled()
        failed = self.table.count(SketchStage.FAILED)
        complete = bool(total) and handled == total
        self.pause.setVisible(running)
        self.stop.setVisible(running)
        for button in (self.pause, self.stop):
            button.setEnabled(True)
        self.resume.setVisible(not running and not complete)
        self.repeat.setVisible(not running and complete and failed > 0)
        self.export.setEnabled(not running)
        if running:
            self.notice.say("")
        self._tell_progress()

    def _stopping(self) -> None:
        for button in (self.pause, self.stop):
            button.setEnabled(False)
        self.notice.say(self.tr("Stopping after the sketch under way…"))

    def _make_actions(self) -> None:
        self.pause = push_button(self.tr("&Pause"), self.pause_requested.emit)
        self.stop = push_button(self.tr("S&top"), self.stop_requested.emit)
        for button in (self.pause, self.stop):
            button.clicked.connect(self._stopping)
        self.resume = push_button(self.tr("&Go on"), self.resume_requested.emit)
        self.resume.setProperty("role", "primary")
        self.repeat = push_button(self.tr("&Repeat failures"), self.resume_requested.emit)
        self.export = push_button(self.tr("&Export table…"), self.export_requested.emit)
        self.results = push_button(self.tr("Results &folder"), self._open_results)
        for button in (self.resume, self.repeat):
            self._desk.rights.guard(button, Right.SEARCH)
        self._desk.rights.guard(self.export, Right.REPORT)

    def _make_table(self) -> None:
        self.view = QTableView()
        self.view.setAccessibleName(self.tr("Sketches of the batch"))
        self.view.setModel(self.filter)
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSortingEnabled(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(_ROW)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        saved = self._desk.preferences.state("batch/table")
        if saved:
            header.restoreState(saved)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._keep_header)
        self.view.selectionModel().currentRowChanged.connect(self._show_current)
        self.view.activated.connect(self._activate)
        self.pane = SketchPane(self._desk)
        self.pane.open_requested.connect(self.open_requested)
        self.pane.landmarks_requested.connect(self._ask_for_landmarks)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Which sketches are shown"))
        for text, kind in (
            (self.tr("All sketches"), ""),
            (self.tr("First candidate stands out"), "stands-out"),
            (self.tr("Done"), "done"),
            (self.tr("Failed"), "failed"),
            (self.tr("Still to do"), "open"),
        ):
            self.kind.addItem(text, kind)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Find a sketch, candidate or reason"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.setClearButtonEnabled(True)
        self.kind.currentIndexChanged.connect(self._apply_filter)
        self.text.textChanged.connect(self._apply_filter)

    def _lay_out(self) -> None:
        self._title, self._place = label("", "lead"), ElidedLabel("", "small")
        self.bar = ProgressBar(self.tr("Progress of the batch"))
        self.counts = label("", "muted")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._place)
        top = QHBoxLayout()
        top.setSpacing(SPACE["s"])
        top.addLayout(names, 1)
        for button in (self.pause, self.stop, self.resume, self.repeat, self.export, self.results):
            top.addWidget(button)
        progress = QHBoxLayout()
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.counts)
        finding = QHBoxLayout()
        finding.addWidget(self.kind)
        finding.addWidget(self.text, 1)
        below = QHBoxLayout()
        below.setSpacing(SPACE["m"])
        below.addWidget(self.view, 1)
        below.addWidget(self.pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        for part in (top, progress, finding):
            layout.addLayout(part)
        layout.insertWidget(2, self.notice)
        layout.insertWidget(3, lead_banner())
        layout.addLayout(below, 1)

    def _paint(self) -> None:
        icons = {self.pause: "pause", self.stop: "stop", self.resume: "play", self.repeat: "refresh"}
        icons |= {self.export: "export", self.results: "folder"}
        for button, name in icons.items():
            colour = self._desk.appearance.colours.on_accent if button is self.resume else None
            button.setIcon(self._desk.appearance.icon(name, colour))

    def _apply_filter(self) -> None:
        self.filter.show_only(self.kind.currentData(), self.text.text())
        self._show_current()

    def _current(self) -> SketchRow | None:
        index = self.view.currentIndex()
        return self.table.row(self.filter.mapToSource(index).row()) if index.isValid() else None

    def _choose_first(self) -> None:
        if not self.view.currentIndex().isValid() and self.filter.rowCount():
            self.view.setCurrentIndex(self.filter.index(0, SKETCH))
        self._show_current()

    def _show_current(self, *_indices: QModelIndex) -> None:
        folder = self._batch.request.folder if self._batch else Path()
        self.pane.show_row(self._current(), folder)

    def _activate(self) -> None:
        row = self._current()
        if row is not None and row.search_id:
            self.open_requested.emit(row.search_id)
        elif row is not None and row.stage is SketchStage.FAILED:
            self._ask_for_landmarks(row.sketch)

    def _ask_for_landmarks(self, sketch: str) -> None:
        if self._batch is not None:
            self.landmarks_requested.emit(self._batch.request.folder / sketch)

    def _open_results(self) -> None:
        if self._batch is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._batch.request.out)))

    def _keep_header(self) -> None:
        self._desk.preferences.set_state("batch/table", self.view.horizontalHeader().saveState())
