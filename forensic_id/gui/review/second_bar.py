"""The line above the review that tells of the second examiner: blind and what is left, or whom to ask."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMessageBox, QPushButton

from forensic_id.core.review import Decision
from forensic_id.core.second_review import State
from forensic_id.gui.desk import Desk
from forensic_id.gui.error_dialog import sentence_for
from forensic_id.gui.review.recorder import ReviewRecorder
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.second_review import SecondReviews, assign_second_review, submit_second_review


class SecondReviewBar(QFrame):
    """Hidden where nobody asks for a second examiner and there is none."""

    changed = Signal()
    """Somebody was asked, or the conclusions were submitted: the search is to be read again."""

    def __init__(self, desk: Desk, recorder: ReviewRecorder) -> None:
        super().__init__()
        self._desk, self._recorder = desk, recorder
        self._second: SecondReviews | None = None
        self.setProperty("role", "card")
        self.said = label("", wrap=True)
        self.submit = QPushButton(self.tr("Su&bmit…"))
        self.submit.clicked.connect(self._ask)
        self.examiners = QMenu(self)
        self.assign = QPushButton(self.tr("Ask for a second re&view"))
        self.assign.setMenu(self.examiners)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.addWidget(self.said, 1)
        layout.addWidget(self.submit)
        layout.addWidget(self.assign)
        recorder.changed.connect(lambda _rank: self._tell())
        self.hide()

    def show_state(self, second: SecondReviews) -> None:
        """Tell where the review by two stands."""
        self._second = second
        self.examiners.clear()
        for name in second.examiners:
            self.examiners.addAction(name, partial(self._assign, second.search_id, name))
        self._tell()

    def _tell(self) -> None:
        second = self._second
        shown = second is not None and (second.blind is not None or second.demanded or bool(second.reviews))
        self.setVisible(shown)
        if second is None or not shown:
            return
        self.submit.setVisible(second.blind is not None)
        waiting = [each.examiner for each in second.reviews if each.state is State.ASSIGNED]
        self.assign.setVisible(second.blind is None and bool(second.examiners and second.unmet and not waiting))
        self.said.setText(self._blind() if second.blind else self._standing(second, waiting))

    def _blind(self) -> str:
        second = self._second
        ranks = second.blind.ranks if second and second.blind else ()
        left = [rank for rank in ranks if self._recorder.content(rank).decision is Decision.UNDECIDED]
        self.submit.setEnabled(not left)
        told = self.tr("Second review, blind: you see nothing of what the first examiner found.")
        if left:
            return f"{told} " + self.tr("Left to decide, by rank: {}.").format(", ".join(map(str, left)))
        return f"{told} " + self.tr("All {} candidates are decided.").format(len(ranks))

    def _standing(self, second: SecondReviews, waiting: list[str]) -> str:
        if waiting:
            return self.tr("Waiting for {}.").format(", ".join(waiting))
        return second.unmet or self.tr("The review by two examiners is complete.")

    def _ask(self) -> None:
        question = self.tr("Submitted conclusions cannot be changed any more. Submit them?")
        chosen = QMessageBox.question(self, self.tr("Submit the second review"), question)
        if chosen is QMessageBox.StandardButton.Yes and self._second is not None:
            self._recorder.flush_and_wait()
            search_id = self._second.search_id
            self._desk.run(
                Lane.BROWSE,
                lambda place, _task: submit_second_review(place.library(), search_id),
                owner=self,
                on_done=lambda _review: self._done(search_id),
                on_failed=self._failed,
            )

    def _assign(self, search_id: int, name: str) -> None:
        self._recorder.flush_and_wait()
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: assign_second_review(place.library(), search_id, name),
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
