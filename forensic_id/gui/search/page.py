"""The search page: sketch, pool and parameters, candidates, why; and the searches made before."""

from __future__ import annotations

import importlib
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from forensic_id.core.records import SearchRecord
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.open_case_dialog import OpenCaseDialog
from forensic_id.gui.page import Page
from forensic_id.gui.search.again import PreparedAgain, SearchAgain
from forensic_id.gui.search.history_step import HistoryStep
from forensic_id.gui.search.list_step import ListStep
from forensic_id.gui.search.pool_step import PoolStep
from forensic_id.gui.search.purpose_panel import PurposePanel
from forensic_id.gui.search.readiness import Readiness
from forensic_id.gui.search.run_bar import RunBar
from forensic_id.gui.search.search_run import SearchRun
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.workbench.workbench import Workbench
from forensic_id.gui.workplace import Workplace
from forensic_id.services.identify import IdentifyRequest
from forensic_id.services.probe import SketchInput
from forensic_id.services.show_search import show_search

if TYPE_CHECKING:
    from forensic_id.gui.search.why_step import WhyStep


class Step(IntEnum):
    """The steps by their tabs."""

    SKETCH = 0
    POOL = 1
    LIST = 2
    WHY = 3
    HISTORY = 4


class SearchPage(Page):
    """Leads from a sketch to its candidates; every stored search can be opened again."""

    help_topic = "search"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._record: SearchRecord | None = None
        self._opening: int | None = None
        self._pool_stale = self._history_stale = True
        self.workbench = Workbench(desk)
        self.pool = PoolStep(desk)
        self.listed = ListStep(desk)
        self.history = HistoryStep(desk)
        self.why: WhyStep | None = None
        self.purpose = PurposePanel(desk.appearance)
        self.run_bar = RunBar(desk.appearance)
        self.readiness = Readiness(desk, self.workbench, self.pool, self.run_bar)
        self.run = SearchRun(desk, self)
        self.again = SearchAgain(desk, self)
        self.tabs = QTabBar()
        self._lay_out()
        self._connect_steps()
        self._connect_desk()
        self._take_case(desk.case_number)

    @property
    def record(self) -> SearchRecord | None:
        """The search whose candidates are shown."""
        return self._record

    @property
    def step(self) -> Step:
        """The step in front."""
        return Step(self.tabs.currentIndex())

    def show_step(self, step: Step) -> None:
        """Bring a step to the front."""
        self.tabs.setCurrentIndex(step)

    def shown(self) -> None:
        """Load what is out of date."""
        if not self.desk.case_number:
            self.purpose.open_button.setFocus()
            return
        self.readiness.rules.check_policy()
        if self._pool_stale:
            self._pool_stale = False
            self.pool.load()
        if self._history_stale:
            self._history_stale = False
            self.history.load(self.desk.case_number)
        wanted = self.desk.search_id
        if wanted is not None and wanted not in {self._opening, self._record and self._record.search_id}:
            self.open_record(wanted)
        elif self.workbench.isVisible():
            self.workbench.focus_first()

    def may_leave(self) -> bool:
        """Whatever the workbench asks."""
        return self.workbench.may_leave()

    def open_record(self, search_id: int) -> None:
        """Show a stored search."""
        self._opening = search_id

        def work(place: Workplace, _task: Task) -> SearchRecord:
            return show_search(place.library(), search_id)

        def failed(error: Exception) -> None:
            if self._opening == search_id:
                self._opening = None
                self.desk.tasks.failed.emit(error)

        self.desk.run(Lane.BROWSE, work, owner=self, on_done=self._show_record, on_failed=failed)

    def search(self) -> None:
        """Search what was prepared, if everything is there."""
        if not self.run_bar.search_button.isEnabled() or self.run.running:
            return
        request = IdentifyRequest(
            sketches=self.workbench.inputs(),
            case_number=self.desk.case_number,
            parameters=self.pool.parameters,
        )
        self.run.start(request)

    def ask_new_case(self) -> None:
        """Open a case right here."""
        dialog = OpenCaseDialog(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.case_opened.connect(self.desk.choose_case)
        dialog.open()

    def _show_record(self, record: SearchRecord) -> None:
        """Show what was read, unless it is not wanted any more: another one is, or its case was erased meanwhile."""
        if self._opening != record.search_id:
            return
        self._opening, self._record = None, record
        self.listed.show_record(record)
        if self.why is not None:
            self.why.show_record(record)
        self._allow_steps()
        self.show_step(Step.LIST)
        self.take_keys(self.listed.views)

    def _forget_record(self) -> None:
        self._record = self._opening = None
        self.listed.show_record(None)
        if self.why is not None:
            self.why.show_record(None)
        if self.step in {Step.LIST, Step.WHY}:
            self.show_step(Step.SKETCH)
        self._allow_steps()

    def _forget_erased(self, numbers: frozenset[str]) -> None:
        """Neither a list nor a sketch of an erased case stays here, and its search ends; other sketches stay."""
        if self.run.case_number in numbers:
            self.run.cancel()
        sketches = self.workbench.inputs()
        others = [each for each in sketches if not self.again.holds(each)]
        if self.again.drop(numbers) and len(others) < len(sketches):
            self.workbench.set_inputs(others)
        if self._record is not None and self._record.case_number in numbers:
            self._forget_record()

    def _allow_steps(self) -> None:
        for step in (Step.LIST, Step.WHY):
            self.tabs.setTabEnabled(step, self._record is not None)

    def _step_changed(self) -> None:
        step = self.step
        if step is Step.WHY and self.why is None:
            self._build_why()
        self._steps.setCurrentIndex(step)
        self.run_bar.setVisible(step in {Step.SKETCH, Step.POOL})
        if step is Step.WHY and self.why is not None:
            self.why.choose(self.listed.views.rank or 1)
            self.why.refresh()

    def _build_why(self) -> None:
        """Plots are imported when the first one is looked at: the program starts without them."""
        self.why = importlib.import_module("forensic_id.gui.search.why_step").WhyStep(self.desk)
        self.why.candidate_selected.connect(self.listed.views.choose)
        self.why.show_record(self._record)
        self._why_layout.addWidget(self.why)

    def _open_review(self, rank: int) -> None:
        if self._record is not None:
            self.desk.choose_candidate(self._record.search_id, rank)
            self.desk.page_requested.emit("review")

    def _search_finished(self, record: SearchRecord) -> None:
        """The list appears at once; whoever went to another page or case meanwhile is not called back."""
        self.run_bar.show_ended()
        if record.case_number != self.desk.case_number:
            return
        if self.isVisible():
            self.desk.open_search(record.search_id)
        else:
            self.open_record(record.search_id)

    def _take_again(self, prepared: PreparedAgain) -> None:
        self.desk.choose_case(prepared.record.case_number)
        self.pool.set_parameters(prepared.record.parameters)
        self.workbench.set_inputs(prepared.sketches)
        self.show_step(Step.SKETCH)

    def _take_offered(self, path: Path) -> None:
        """A sketch that a batch could not search by itself: its landmarks are to be set here."""
        self.workbench.set_inputs([SketchInput(path=path)])
        self.show_step(Step.SKETCH)

    def _verify_shown(self) -> None:
        if self._record is not None:
            self.show_step(Step.HISTORY)
            self.history.verify(self._record.search_id)

    def _search_again_shown(self) -> None:
        if self._record is not None:
            self.again.prepare(self._record.search_id)

    def _take_case(self, number: str) -> None:
        """Another case: its own searches, and the purpose first where there is none."""
        self._faces.setCurrentIndex(1 if number else 0)
        self._history_stale = True
        self.history.forget()
        if not self.run.running:
            self.run_bar.show_ended()  # what went wrong did so under the case before
        if self._opening is not None or (self._record is not None and self._record.case_number != number):
            self._forget_record()
        self.readiness.rules.check_case()
        if self.isVisible():
            self.shown()

    def _connect_steps(self) -> None:
        self.tabs.currentChanged.connect(self._step_changed)
        self.purpose.open_requested.connect(self.ask_new_case)
        self._guard()
        self.purpose.choose_requested.connect(lambda: self.desk.page_requested.emit("cases"))
        self.workbench.search_requested.connect(self.search)
        self.run_bar.search_requested.connect(self.search)
        self.run_bar.cancel_requested.connect(self.run.cancel)
        self.run.started.connect(self.run_bar.show_running)
        self.run.progressed.connect(self.run_bar.show_progress)
        self.run.finished.connect(self._search_finished)
        self.run.failed.connect(self.run_bar.show_ended)
        self.run.cancelled.connect(self.run_bar.show_ended)
        self.listed.candidate_activated.connect(self._open_review)
        self.listed.repeat_requested.connect(self._verify_shown)
        self.listed.again_requested.connect(self._search_again_shown)
        self.history.open_requested.connect(self.desk.open_search)
        self.history.again_requested.connect(self.again.prepare)
        self.again.ready.connect(self._take_again)
        search = QShortcut(QKeySequence("Ctrl+Return"), self)
        search.activated.connect(lambda: self.search() if self.desk.rights.permit(Right.SEARCH) else None)

    def _guard(self) -> None:
        guard = self.desk.rights.guard
        guard(self.purpose.open_button, Right.MANAGE_CASES)
        guard(self.run_bar.search_button, Right.SEARCH)
        guard(self.listed.toolbar.export_action, Right.REPORT)
        guard(self.listed.toolbar.again_action, Right.SEARCH)
        guard(self.history.again_button, Right.SEARCH)

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.case_chosen.connect(self._take_case)
        desk.cases_changed.connect(self.readiness.rules.check_case)
        desk.cases_erased.connect(self._forget_erased)
        desk.library_changed.connect(self._forget_record)
        for signal in (desk.library_changed, desk.bundle_changed, desk.gallery_changed):
            signal.connect(self._pool_changed)
        desk.searches_changed.connect(self._searches_changed)
        desk.search_opened.connect(self._search_opened)
        desk.reviews_changed.connect(self.listed.load_statuses)
        desk.sketch_offered.connect(self._take_offered)

    def _search_opened(self) -> None:
        if self.isVisible():
            self.shown()

    def _pool_changed(self) -> None:
        self._pool_stale = True
        if self.isVisible():
            self.shown()

    def _searches_changed(self, case_number: str) -> None:
        if case_number == self.desk.case_number:
            self._history_stale = True
            if self.isVisible():
                self.shown()

    def _lay_out(self) -> None:
        for text in (
            self.tr("&1  Sketch"),
            self.tr("&2  Pool and parameters"),
            self.tr("&3  Candidates"),
            self.tr("&4  Why"),
            self.tr("&5  Searches of this case"),
        ):
            self.tabs.addTab(text)
        self.tabs.setAccessibleName(self.tr("Steps of a search"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        why_place = QWidget()
        self._why_layout = QVBoxLayout(why_place)
        self._why_layout.setContentsMargins(0, 0, 0, 0)
        self._steps = QStackedWidget()
        for step in (self.workbench, self.pool, self.listed, why_place, self.history):
            self._steps.addWidget(step)
        work = QWidget()
        inside = QVBoxLayout(work)
        inside.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["m"])
        inside.setSpacing(SPACE["s"])
        inside.addWidget(self.tabs)
        inside.addWidget(self._steps, 1)
        inside.addWidget(self.run_bar)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.purpose)
        self._faces.addWidget(work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._faces)
        self._allow_steps()
