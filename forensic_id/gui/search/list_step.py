"""The candidates of a stored search, under everything a reader has to know first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from forensic_id.core.records import SearchRecord
from forensic_id.core.review import CandidateReview
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.search.candidate_model import CandidateModel, CandidateStatus
from forensic_id.gui.search.candidate_views import CandidateViews
from forensic_id.gui.search.facts_panel import FactsPanel
from forensic_id.gui.search.list_toolbar import ListToolbar
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner, lead_banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.assess_list import assessment
from forensic_id.services.export_candidates import ExportedFile, export_candidates
from forensic_id.services.report_candidates import KnownCandidate
from forensic_id.services.review_candidates import list_reviews
from forensic_id.services.show_search import name_candidates

_LOOKED_UP = 200
"""Candidates looked up at a time: the lane is free for others in between."""


class ListStep(QWidget):
    """Shows a record at once; names and decisions follow as they are read."""

    candidate_activated = Signal(int)
    candidate_selected = Signal(int)
    again_requested = Signal()
    repeat_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: SearchRecord | None = None
        self._looking_up: Task | None = None
        self.model = CandidateModel()
        self.model.setParent(self)
        self.views = CandidateViews(desk, self.model)
        self.toolbar = ListToolbar(desk.appearance)
        self.facts = FactsPanel()
        self.facts.hide()
        self.verdict = Banner("")
        self.warnings = Banner("")
        self.outcome = Banner("", "card")
        for banner in (self.verdict, self.warnings, self.outcome):
            banner.hide()
        self._splitter = QSplitter()
        self._splitter.addWidget(self.views)
        self._splitter.addWidget(self.facts)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._lay_out()
        self._connect()

    @property
    def record(self) -> SearchRecord | None:
        """The search whose list is shown."""
        return self._record

    def show_record(self, record: SearchRecord | None) -> None:
        """Show the list of a stored search, or none."""
        if self._looking_up is not None:
            self._looking_up.cancel()
        self._record = record
        self.outcome.say("")
        self.model.show_record(record)
        self._tell_count()
        if record is None:
            self.verdict.say("")
            self.warnings.say("")
            self.facts.forget()
            return
        self._tell_verdict(record)
        self.warnings.say("\n".join(map(translated, record.warnings)))
        self.facts.show_record(record)
        self.views.choose(1)
        self.load_statuses()
        self._look_up(record, 0)

    def load_statuses(self, _search_id: int = 0) -> None:
        """Read what the examiner at work decided; what others did is not shown before the comparison is made."""
        record = self._record
        if record is None:
            return

        def work(place: Workplace, _task: Task) -> dict[int, CandidateStatus]:
            found = list_reviews(place.library(), record.search_id, examiner=place.library().principal.name)
            return {each.rank: _status(each) for each in found}

        def done(statuses: dict[int, CandidateStatus]) -> None:
            if record is self._record:
                self.model.set_statuses(statuses)
                self._tell_count()

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=done)

    def tell(self, text: str) -> None:
        """Say how something that was asked for here ended."""
        self.outcome.say(text)

    def export_to(self, path: Path) -> None:
        """Write the list to a file."""
        record = self._record
        if record is None:
            return

        def work(place: Workplace, _task: Task) -> ExportedFile:
            return export_candidates(place.library(), record.search_id, path)

        self._desk.run(
            Lane.BROWSE,
            work,
            owner=self,
            on_done=lambda written: self.tell(self.tr("The list was written to {}.").format(written.path)),
            on_failed=lambda error: self.tell(sentence_for(error)),
        )

    def _connect(self) -> None:
        bar, views = self.toolbar, self.views
        bar.size_slider.setValue(views.card_width)
        (bar.table_button if views.is_table else bar.cards_button).setChecked(True)
        bar.size_slider.setEnabled(not views.is_table)
        bar.table_button.toggled.connect(lambda: self._show_table(shown=bar.table_button.isChecked()))
        bar.size_chosen.connect(views.set_card_width)
        bar.sort_chosen.connect(lambda column: views.table.sortByColumn(column, Qt.SortOrder.AscendingOrder))
        bar.status_chosen.connect(self._want)
        bar.facts_chosen.connect(self.facts.setVisible)
        bar.report_requested.connect(self._open_report)
        bar.export_requested.connect(self._ask_export)
        bar.again_requested.connect(self.again_requested)
        bar.repeat_requested.connect(self.repeat_requested)
        views.candidate_activated.connect(self.candidate_activated)
        views.candidate_selected.connect(self.candidate_selected)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        for widget in (lead_banner(), self.verdict, self.warnings, self.outcome, self.toolbar):
            layout.addWidget(widget)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(label(self.tr("Enter or a double click opens a candidate on the page Review."), "small"))

    def _tell_verdict(self, record: SearchRecord) -> None:
        flat = record.verdict is not None and not record.verdict.informative
        self.verdict.setProperty("role", "notice" if flat else "card")
        for widget in (self.verdict, *self.verdict.findChildren(QWidget)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.verdict.say(translated(assessment(record)))

    def _look_up(self, record: SearchRecord, first: int) -> None:
        """Look candidates up from place `first` on, then the next ones."""
        part = record.candidates[first : first + _LOOKED_UP]
        if not part:
            self._looking_up = None
            return

        def work(place: Workplace, _task: Task) -> tuple[KnownCandidate, ...]:
            return name_candidates(place.library(), part)

        def done(known: tuple[KnownCandidate, ...]) -> None:
            self.model.fill(first, known)
            self._look_up(record, first + len(part))

        self._looking_up = self._desk.run(Lane.BROWSE, work, owner=self, on_done=done)

    def _want(self, status: str) -> None:
        self.model.want(status)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if shown == total:
            self.toolbar.count.setText(self.tr("Candidates: {}").format(counted(total)))
        else:
            self.toolbar.count.setText(self.tr("{} of {} candidates").format(counted(shown), counted(total)))

    def _show_table(self, *, shown: bool) -> None:
        self.views.show_table(shown=shown)
        self.toolbar.size_slider.setEnabled(not shown)

    def _open_report(self) -> None:
        if self._record is not None:
            self._desk.open_search(self._record.search_id, page="report")

    def _ask_export(self) -> None:
        if self._record is None:
            return
        ask_where_to_save(
            self,
            self._desk.preferences,
            self.tr("Export the list"),
            name=f"candidates of search {self._record.search_id}.csv",
            kinds=self.tr("Table (*.csv)") + ";;" + self.tr("Whole record (*.json)"),
            then=self.export_to,
        )


def _status(review: CandidateReview) -> CandidateStatus:
    content = review.content
    return CandidateStatus(decision=content.decision.value, bookmarked=content.bookmarked)
