"""The review page: one candidate after the other, compared with the sketch and decided upon, by keyboard alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.records import Candidate, Photo, SearchRecord
from forensic_id.core.review import CandidateReview, ReviewContent
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.page import Page
from forensic_id.gui.review.candidate_header import CandidateHeader, PhotoStrip
from forensic_id.gui.review.candidate_list import CandidateList
from forensic_id.gui.review.comparison import TURN, ComparisonView
from forensic_id.gui.review.decision_panel import DECISION_KEYS, DecisionPanel
from forensic_id.gui.review.folded_notice import FoldedNotice
from forensic_id.gui.review.history_dialog import HistoryDialog
from forensic_id.gui.review.pictures import PictureLoader
from forensic_id.gui.review.recorder import ReviewRecorder
from forensic_id.gui.review.second_bar import SecondReviewBar
from forensic_id.gui.review.wording import decision_name
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import lead_banner
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.services.open_review import OpenedReview, open_review
from forensic_id.services.review_candidates import log_view, review_history

_SPLITTER = "review/splitter"


class ReviewPage(Page):
    """Shows the candidate chosen elsewhere, or the first one without a decision."""

    help_topic = "review"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.record: SearchRecord | None = None
        self.candidate: Candidate | None = None
        self._other_photo: int | None = None
        self._opening = 0
        self._outdated = True
        self.recorder = ReviewRecorder(desk, self)
        self.pictures = PictureLoader(desk, self)
        self.list = CandidateList(desk, self.recorder)
        self.header = CandidateHeader(desk)
        self.comparison = ComparisonView(desk)
        self.strip = PhotoStrip(desk)
        self.panel = DecisionPanel(desk, self.recorder)
        self.notice = FoldedNotice(desk)
        self.second = SecondReviewBar(desk, self.recorder)
        self._build()
        self._connect()
        self._add_shortcuts()

    def shown(self) -> None:
        """Open the search on the desk, or read again what others may have saved of the one that is open."""
        wanted = self.desk.search_id
        if wanted is None:
            self._close()
        elif self._outdated or self.record is None or self.record.search_id != wanted:
            chosen = self.desk.candidate
            self._open(wanted, chosen[1] if chosen and chosen[0] == wanted else None)
        else:
            self._open(wanted, self.candidate.rank if self.candidate else None)

    def may_leave(self) -> bool:
        """Save everything; ask where something cannot be saved as it is."""
        self.recorder.flush_and_wait()
        unsaved = self.recorder.unsaved()
        if not unsaved:
            return True
        question = self.tr(
            "What you wrote is not saved as it is, at rank: {}. A reason is missing, or saving failed. Leave anyway?"
        )
        chosen = QMessageBox.question(
            self, self.tr("Not saved yet"), question.format(", ".join(map(counted, unsaved)))
        )
        return chosen is QMessageBox.StandardButton.Yes

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.recorder.flush()

    def show_rank(self, rank: int) -> None:
        """Bring a candidate to the front and log that it was opened."""
        if self.record is None or not 1 <= rank <= len(self.record.candidates):
            return
        if self.candidate is not None and self.candidate.rank == rank:
            return
        self.recorder.flush()
        if self.panel.typing:
            self.list.view.setFocus()
        self.candidate, self._other_photo = self.record.candidates[rank - 1], None
        self.list.mark(rank)
        self.panel.show_candidate(rank)
        self._show_pictures()
        self._want_pictures()
        self._log_view(rank)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) candidate of the list as filtered."""
        if self.candidate is not None and (rank := self.list.model.neighbour(self.candidate.rank, step)):
            self.show_rank(rank)

    def show_next_undecided(self) -> None:
        """Go to the next candidate without a decision, from the top again after the last."""
        if self.candidate is not None and (rank := self.list.model.next_undecided(self.candidate.rank)):
            self.show_rank(rank)

    def show_report(self) -> None:
        """Go to the report of this search; what was written is saved by leaving the page."""
        if self.record is not None:
            self.desk.open_search(self.record.search_id, page="report")

    def show_history(self) -> None:
        """List all versions of this review."""
        if self.record is None or self.candidate is None:
            return
        search_id, rank = self.record.search_id, self.candidate.rank
        self.recorder.flush()
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: review_history(place.library(), search_id, rank),
            owner=self,
            on_done=partial(self._show_versions, rank),
        )

    def _build(self) -> None:
        centre = QWidget()
        middle = QVBoxLayout(centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(SPACE["s"])
        middle.addWidget(self.header)
        middle.addWidget(self.comparison, 1)
        middle.addWidget(self.strip)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for place, widget in enumerate((self.list, centre, self.panel)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(place, 1 if widget is centre else 0)
            self._splitter.setCollapsible(place, widget is not centre)
        self._splitter.setHandleWidth(SPACE["m"])
        self._splitter.setSizes([164, 640, 290])
        self._splitter.restoreState(self.desk.preferences.state(_SPLITTER))
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        column.setSpacing(SPACE["s"])
        lines = QHBoxLayout()
        lines.setSpacing(SPACE["s"])
        banner = lead_banner()
        banner.setMinimumWidth(banner.width_in_one_line())
        lines.addWidget(banner)
        lines.addWidget(self.notice, 1)
        column.addLayout(lines)
        column.addWidget(self.second)
        column.addWidget(self._splitter, 1)
        self.empty = EmptyState(
            self.desk.appearance.icon("compare"),
            self.tr("No search to review"),
            self.tr("Search a sketch, or open a stored search, and choose a candidate of its list."),
            self.tr("Go to the search"),
        )
        self.failed = EmptyState(self.desk.appearance.icon("warning"), self.tr("This search cannot be reviewed"), "")
        self._stack = QStackedWidget()
        self._reading = QWidget()
        for page in (self.empty, work, self.failed, self._reading):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self._marking = self.desk.rights.guard(self.header.bookmark_button, self.panel.right)
        self._splitter.splitterMoved.connect(
            lambda *_where: self.desk.preferences.set_state(_SPLITTER, self._splitter.saveState())
        )
        self.empty.action_requested.connect(lambda: self.desk.page_requested.emit("search"))
        self.list.chosen.connect(self.show_rank)
        self.header.previous_requested.connect(partial(self.step, -1))
        self.header.next_requested.connect(partial(self.step, 1))
        self.list.undecided_requested.connect(self.show_next_undecided)
        self.list.report_requested.connect(self.show_report)
        self.header.bookmark_requested.connect(self.panel.toggle_bookmark)
        self.panel.history_requested.connect(self.show_history)
        self.panel.reason.returnPressed.connect(self.list.view.setFocus)
        self.strip.photo_chosen.connect(self._look_at_photo)
        self.recorder.changed.connect(self._review_changed)
        self.recorder.undone.connect(self.show_rank)
        self.second.changed.connect(self.shown)
        self.second.rank_requested.connect(self.show_rank)
        self.comparison.sketch_chosen.connect(self.pictures.choose_sketch)
        self.pictures.sketch_loaded.connect(self._show_pictures)
        self.pictures.candidate_loaded.connect(self._candidate_loaded)
        self.desk.search_opened.connect(self._search_opened)
        self.desk.candidate_chosen.connect(self._candidate_chosen)
        self.desk.gallery_changed.connect(self._gallery_changed)
        self.desk.library_changed.connect(self._library_changed)
        self.desk.case_chosen.connect(self._close)
        self.desk.cases_erased.connect(self._forget_erased)

    def _add_shortcuts(self) -> None:
        for key, decision in DECISION_KEYS.items():
            self.add_shortcut(key, decision_name(decision), partial(self.panel.decide, decision))
        view, bar = self.comparison, self.comparison.bar
        for keys, text, action in (
            ("N", self.tr("Next candidate"), partial(self.step, 1)),
            ("P", self.tr("Candidate before"), partial(self.step, -1)),
            ("PgDown", self.tr("Next candidate"), partial(self.step, 1)),
            ("PgUp", self.tr("Candidate before"), partial(self.step, -1)),
            ("Shift+N", self.tr("Next candidate without a decision"), self.show_next_undecided),
            ("B", self.tr("Bookmark"), self.panel.toggle_bookmark),
            ("K", self.tr("Go to the checklist"), partial(self._focus, self.panel.checklist)),
            ("R", self.tr("Go to the reason"), partial(self._focus, self.panel.reason)),
            ("T", self.tr("Go to the notes"), partial(self._focus, self.panel.notes)),
            ("Esc", self.tr("Back to the candidates"), partial(self._focus, self.list.view)),
            ("H", self.tr("Versions of this review"), self.show_history),
            ("Ctrl+E", self.tr("Report of this search"), self.show_report),
            ("Ctrl+D", self.tr("Both examiners' conclusions"), self.second.show_differences),
            ("Ctrl+Z", self.tr("Undo"), self.recorder.steps.undo),
            ("Ctrl+Shift+Z", self.tr("Do again"), self.recorder.steps.redo),
            ("V", self.tr("Side by side, overlay, curtain, blink"), view.next_mode),
            ("L", self.tr("Lock both pictures together"), bar.toggle_lock),
            ("M", self.tr("Mirror"), view.mirror),
            ("[", self.tr("Turn to the left"), partial(view.turn, -TURN)),
            ("]", self.tr("Turn to the right"), partial(view.turn, TURN)),
            ("+", self.tr("Nearer"), partial(view.zoom, 1)),
            ("-", self.tr("Farther"), partial(view.zoom, -1)),
            ("0", self.tr("See all of the picture"), partial(view.zoom, 0)),
        ):
            self.add_shortcut(keys, text, action)
        self.add_shortcut("S", self.tr("In the checklist: similar"))
        self.add_shortcut("D", self.tr("In the checklist: dissimilar"))
        self.add_shortcut("U", self.tr("In the checklist: undetermined"))
        self.add_shortcut("Del", self.tr("In the checklist: not set"))
        self.add_shortcut("Return", self.tr("In the checklist: write a remark"))

    def _search_opened(self) -> None:
        self._search_chosen(None)

    def _candidate_chosen(self, _search_id: int, rank: int) -> None:
        self._search_chosen(rank)

    def _search_chosen(self, rank: int | None) -> None:
        """A search or candidate was chosen elsewhere: open it now, or when the page is shown."""
        self._outdated = True
        if self.isVisible() and self.desk.search_id is not None:
            self._open(self.desk.search_id, rank)

    def _open(self, search_id: int, rank: int | None) -> None:
        self._opening += 1
        opening = self._opening
        if self._stack.currentWidget() is self.empty:
            self._stack.setCurrentWidget(self._reading)  # there is a search: never say that there is none

        def opened(review: OpenedReview) -> None:
            if opening == self._opening:
                self._show_search(review, rank)

        def failed(error: Exception) -> None:
            if opening == self._opening:
                self._close()
                self.failed.say(sentence_for(error))
                self._stack.setCurrentWidget(self.failed)

        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: open_review(place.library(), search_id),
            owner=self,
            on_done=opened,
            on_failed=failed,
        )

    def _show_search(self, opened: OpenedReview, rank: int | None) -> None:
        record, self._outdated = opened.record, False
        self.recorder.open(record.search_id, opened.reviews)
        self.second.show_state(opened.second)
        self.panel.take_part(blind=opened.second.blind is not None)
        self._marking.need(self.panel.right)
        if self.record is None or self.record.search_id != record.search_id:
            self.record, self.candidate = record, None
            self.list.model.open(())
            self.header.axis.show_list(record.candidates)
            self.pictures.open(record)
            self.comparison.offer_sketches(record)
            self.comparison.reset()
        blind = opened.second.blind  # whoever reviews blind has some of the candidates to decide on
        self.list.offer(tuple(each for each in record.candidates if blind is None or each.rank in blind.ranks))
        flat = record.verdict is not None and not record.verdict.informative
        told = " ".join(map(translated, (opened.assessment, *record.warnings)))
        self.notice.say(told, warns=flat or bool(record.warnings))
        self._tell_progress()
        if not record.candidates:
            self.failed.say(self.tr("The search found no candidate: the pool was empty."))
            self._stack.setCurrentWidget(self.failed)
            return
        self._stack.setCurrentIndex(1)
        self.show_rank(rank or self.list.model.next_undecided(0) or 1)
        if not self.panel.isAncestorOf(self.focusWidget() or self):
            self.take_keys(self.list.view)

    def _close(self) -> None:
        self._opening += 1
        self.recorder.flush()
        self.record = self.candidate = None
        self._outdated = True
        self.pictures.open(None)
        self.list.model.open(())
        self._stack.setCurrentIndex(0)

    def _library_changed(self) -> None:
        self.recorder.forget()
        self._close()

    def _forget_erased(self, numbers: frozenset[str]) -> None:
        """A draft of an erased search is not written any more."""
        if self.record is not None and self.record.case_number in numbers:
            self.recorder.forget()
            self._close()

    def _gallery_changed(self) -> None:
        self.pictures.forget()
        if self.candidate is not None:
            self._want_pictures()

    def _want_pictures(self) -> None:
        if self.candidate is None:
            return
        rank = self.candidate.rank
        near = (self.list.model.neighbour(rank, 1), self.list.model.neighbour(rank, -1))
        self.pictures.want(rank, photo_id=self._other_photo, near=tuple(each for each in near if each))

    def _candidate_loaded(self, rank: int) -> None:
        if self.candidate is not None and self.candidate.rank == rank:
            self._show_pictures()

    def _show_pictures(self) -> None:
        """Show what has been loaded of the candidate in front; what is missing comes later."""
        record, candidate = self.record, self.candidate
        if record is None or candidate is None:
            return
        known = self.pictures.known(candidate.rank)
        shown = self._other_photo or candidate.photo_id
        self.header.show_candidate(record, candidate, known)
        photos = known.subject.photos if known and known.subject else ()
        self.strip.show_photos(photos, candidate.photo_id, shown)
        file_name = next((each.file_name for each in photos if each.photo_id == shown), "")
        nearest = shown == candidate.photo_id
        caption = self.tr("Photo {}") if nearest else self.tr("Another photo, not the nearest one: {}")
        self.comparison.show_faces(self.pictures.sketch(), self.pictures.face(shown), caption.format(file_name))

    def _look_at_photo(self, photo: Photo) -> None:
        self._other_photo = photo.photo_id
        self._show_pictures()
        self._want_pictures()

    def _review_changed(self, rank: int) -> None:
        if self.candidate is not None and self.candidate.rank == rank:
            self.header.show_bookmark(self.recorder.content(rank).bookmarked)
        self._tell_progress()

    def _tell_progress(self) -> None:
        if self.record is None:
            return
        total = len(self.list.model.candidates)
        self.list.progress.setText(
            self.tr("Decided: {} of {}").format(counted(self.recorder.decided()), counted(total))
        )

    def _log_view(self, rank: int) -> None:
        search_id = self.record.search_id if self.record else 0
        self.header.show_bookmark(self.recorder.content(rank).bookmarked)
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: log_view(place.library(), search_id, rank),
            owner=self,
            on_done=lambda _nothing: None,
        )

    def _show_versions(self, rank: int, versions: tuple[CandidateReview, ...]) -> None:
        if not versions:
            return
        dialog = HistoryDialog(versions, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_requested.connect(partial(self._restore, rank))
        self.desk.rights.guard(dialog.restore, self.panel.right)
        dialog.open()

    def _restore(self, rank: int, content: ReviewContent) -> None:
        self.recorder.edit(rank, content, self.tr("version brought back"))

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
