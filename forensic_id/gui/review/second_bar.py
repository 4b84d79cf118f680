"""The line above the review that tells of the second examiner: blind and what is left, whom to ask, what differs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMessageBox, QPushButton

from forensic_id.core.review import Decision
from forensic_id.core.rights import Right
from forensic_id.core.second_review import State
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.review.differences_dialog import DifferencesDialog
from forensic_id.gui.review.recorder import ReviewRecorder
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.reason_dialog import ReasonDialog
from forensic_id.gui.workplace import Workplace
from forensic_id.services.second_review import (
    SecondReviews,
    assign_second_review,
    submit_second_review,
    withdraw_second_review,
)


class SecondReviewBar(QFrame):
    """Hidden where nobody asks for a second examiner and there is none."""

    changed = Signal()
    """Somebody was asked, or something was submitted, withdrawn or agreed on: the search is to be read again."""
    rank_requested = Signal(int)
    """The candidate at this rank is to be shown."""

    def __init__(self, desk: Desk, recorder: ReviewRecorder) -> None:
        super().__init__()
        self._desk, self._recorder = desk, recorder
        self._second: SecondReviews | None = None
        self.differences_shown: DifferencesDialog | None = None
        self.reason_asked: ReasonDialog | None = None
        self.setProperty("role", "card")
        self.said = label("", wrap=True)
        self.submit = QPushButton(self.tr("Su&bmit…"))
        self.submit.setProperty("role", "primary")
        self.submit.clicked.connect(self._ask)
        self.withdraw = QPushButton(self.tr("&Withdraw…"))
        self.withdraw.clicked.connect(self._ask_why)
        self.differences = QPushButton(self.tr("Both &conclusions…"))
        self.differences.clicked.connect(self.show_differences)
        self.examiners = QMenu(self)
        self.assign = QPushButton(self.tr("Ask for a second re&view"))
        self.assign.setMenu(self.examiners)
        for control in (self.withdraw, self.assign):
            desk.rights.guard(control, Right.REVIEW)
        desk.rights.guard(self.submit, Right.SECOND_REVIEW)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.addWidget(self.said, 1)
        for button in (self.differences, self.withdraw, self.submit, self.assign):
            layout.addWidget(button)
        recorder.changed.connect(lambda _rank: self._tell())
        self.hide()

    def show_state(self, second: SecondReviews) -> None:
        """Tell where the review by two stands."""
        self._second = second
        self.examiners.clear()
        for name in second.examiners:
            self.examiners.addAction(name, partial(self._assign, second.search_id, name))
        if self.differences_shown is not None:
            self.differences_shown.show_comparisons(second.comparisons)
        self._tell()

    def show_differences(self) -> None:
        """Open both conclusions of every candidate side by side."""
        second = self._second
        if second is None or not second.comparisons:
            return
        dialog = DifferencesDialog(self._desk, second.search_id, second.comparisons, self)
        dialog.changed.connect(partial(self._done, second.search_id))
        dialog.rank_requested.connect(self.rank_requested)
        dialog.finished.connect(self._forget_differences)
        self.differences_shown = dialog
        dialog.open()

    def _tell(self) -> None:
        second = self._second
        shown = second is not None and (second.blind is not None or second.demanded or bool(second.reviews))
        self.setVisible(shown)
        if second is None or not shown:
            return
        self.submit.setVisible(second.blind is not None)
        waiting = [each.examiner for each in second.reviews if each.state is State.ASSIGNED]
        self.assign.setVisible(second.blind is None and bool(second.examiners and second.unmet and not waiting))
        self.withdraw.setVisible(second.blind is None and bool(waiting))
        self.differences.setVisible(bool(second.comparisons))
        self._point_at_differences(any(each.open for each in second.comparisons))
        self.said.setText(self._blind() if second.blind else self._standing(second, waiting))

    def _point_at_differences(self, wanted: bool) -> None:  # noqa: FBT001 - one of two looks
        """Make looking at both conclusions the next step, or one thing among others."""
        role = "primary" if wanted else None
        if self.differences.property("role") != role:
            self.differences.setProperty("role", role)
            self.differences.style().unpolish(self.differences)
            self.differences.style().polish(self.differences)

    def _blind(self) -> str:
        second = self._second
        ranks = second.blind.ranks if second and second.blind else ()
        left = [rank for rank in ranks if self._recorder.content(rank).decision is Decision.UNDECIDED]
        self.submit.setEnabled(not left)
        told = self.tr("Second review, blind: you see nothing of what the first examiner found.")
        if left:
            return f"{told} " + self.tr("Left to decide, by rank: {}.").format(", ".join(map(counted, left)))
        return f"{told} " + self.tr("All {} candidates are decided.").format(counted(len(ranks)))

    def _standing(self, second: SecondReviews, waiting: list[str]) -> str:
        if waiting:
            return self.tr("Waiting for {}.").format(", ".join(waiting))
        if any(each.open for each in second.comparisons):
            ranks = ", ".join(counted(each.rank) for each in second.comparisons if each.open)
            return self.tr("Both examiners differ, and no agreed conclusion is recorded, at rank: {}.").format(ranks)
        return second.unmet or self.tr("The review by two examiners is complete.")

    def _ask(self) -> None:
        question = self.tr("Submitted conclusions cannot be changed any more. Submit them?")
        chosen = QMessageBox.question(self, self.tr("Submit the second review"), question)
        if chosen is QMessageBox.StandardButton.Yes and self._second is not None:
            search_id = self._second.search_id
            self._run(search_id, lambda place: submit_second_review(place.library(), search_id))

    def _ask_why(self) -> None:
        second = self._second
        waiting = [each for each in second.reviews if each.state is State.ASSIGNED] if second is not None else []
        if second is None or not waiting:
            return
        search_id, review = second.search_id, waiting[0]
        sentence = self.tr("{} will not review this search a second time. What was concluded so far stays sealed.")
        dialog = ReasonDialog(
            self.tr("Withdraw the second review"), sentence.format(review.examiner), self.tr("&Withdraw"), self
        )

        def withdraw(reason: str) -> None:
            number = review.assignment
            self._run(
                search_id, lambda place: withdraw_second_review(place.library(), number, search_id, reason=reason)
            )

        dialog.given.connect(withdraw)
        dialog.finished.connect(self._forget_reason)
        self.reason_asked = dialog
        dialog.open()

    def _assign(self, search_id: int, name: str) -> None:
        self._run(search_id, lambda place: assign_second_review(place.library(), search_id, name))

    def _run(self, search_id: int, work: Callable[[Workplace], object]) -> None:
        self._recorder.flush_and_wait()
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: work(place),
            owner=self,
            on_done=lambda _review: self._done(search_id),
            on_failed=self._failed,
        )

    def _done(self, search_id: int) -> None:
        self._recorder.forget()
        self.changed.emit()
        self._desk.reviews_changed.emit(search_id)

    def _failed(self, error: Exception) -> None:
        self.said.setText(sentence_for(error))

    def _forget_differences(self) -> None:
        self.differences_shown = None

    def _forget_reason(self) -> None:
        self.reason_asked = None
