"""What the examiner says of the candidate in front: decision, reason, checklist, notes; and whether it is saved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.review import COMPONENTS, ComponentFinding, Decision, Finding, ReviewContent
from forensic_id.core.rights import Right
from forensic_id.gui.access.words import only_text
from forensic_id.gui.desk import Desk
from forensic_id.gui.review.candidate_list import decision_colour
from forensic_id.gui.review.checklist import Checklist
from forensic_id.gui.review.reason_edit import ReasonEdit
from forensic_id.gui.review.recorder import Entry, ReviewRecorder
from forensic_id.gui.review.wording import decision_name
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.tables import short_time

DECISION_KEYS = {
    "1": Decision.POSSIBLE,
    "2": Decision.EXCLUDED,
    "3": Decision.INCONCLUSIVE,
    "4": Decision.UNDECIDED,
}
_DECISION_ICONS = {
    Decision.POSSIBLE: "check",
    Decision.EXCLUDED: "close",
    Decision.INCONCLUSIVE: "help",
    Decision.UNDECIDED: "clock",
}
_STATE_HEIGHT = 36
"""Two lines: what is above stays where it is while something is saved."""


class DecisionPanel(QWidget):
    """Edits the review of one candidate through the recorder."""

    history_requested = Signal()

    def __init__(self, desk: Desk, recorder: ReviewRecorder) -> None:
        super().__init__()
        self._desk, self._recorder = desk, recorder
        self._rank = 0
        self.right = Right.REVIEW
        self._showing = False
        self.buttons = self._make_buttons()
        self.reason = ReasonEdit(desk.appearance, recorder.reasons)
        self.checklist = Checklist(desk.appearance)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.setPlaceholderText(self.tr("Notes (T)"))
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(40)
        self.notes.setMaximumHeight(60)
        self.state = label("", "small", wrap=True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.state.setMinimumHeight(_STATE_HEIGHT)
        self.closed = label("", "small", wrap=True)
        self.conflict = Banner("")
        self._choices = self._make_choices()
        self._build()
        self._connect()
        changing: tuple[QWidget, ...] = (
            *self.buttons.values(), self.reason, self.notes, self.checklist.view, self.checklist.remark, self.mine,
        )  # fmt: skip
        self._guards = [desk.rights.guard(each, self.right) for each in changing]

    def show_candidate(self, rank: int) -> None:
        """Show what is said of another candidate."""
        if rank != self._rank:
            self.checklist.begin()
        self._rank = rank
        self._refresh(rank)

    def take_part(self, *, blind: bool) -> None:
        """Say whether whoever acts reviews this search as the second examiner."""
        self.right = Right.SECOND_REVIEW if blind else Right.REVIEW
        for guard in self._guards:
            guard.need(self.right)
        closed = bool(self._desk.rights.reason(self.right))
        self.closed.setText(only_text(self.right) if closed else "")
        self.closed.setVisible(closed)

    @property
    def typing(self) -> bool:
        """Whether the cursor is in a text about the candidate in front."""
        return any(field.hasFocus() for field in (self.reason, self.notes, self.checklist.remark))

    def decide(self, decision: Decision) -> None:
        """Take a decision; where it needs a reason and has none, the cursor goes there."""
        self._edit(replace(self._recorder.content(self._rank), decision=decision), self.tr("decision"))
        if self._recorder.content(self._rank).reason_missing:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_bookmark(self) -> None:
        """Mark the candidate, or take the mark away."""
        content = self._recorder.content(self._rank)
        self._edit(replace(content, bookmarked=not content.bookmarked), self.tr("bookmark"))

    def _edit(self, content: ReviewContent, what: str, typed: str = "") -> None:
        if self._desk.rights.permit(self.right):
            self._recorder.edit(self._rank, content, what, typed=typed)
        else:
            self._refresh(self._rank)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(SPACE["xs"])
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // 2, place % 2)
        self._history = QToolButton()
        self._history.setText(self.tr("History"))
        self._history.setToolTip(self.tr("All versions of this review (H)"))
        self._history.clicked.connect(self.history_requested)
        self.closed.hide()
        saved = QHBoxLayout()
        saved.addWidget(self.state, 1)
        saved.addWidget(self._history, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.closed)
        layout.addLayout(grid)
        layout.addWidget(self.reason)
        layout.addWidget(self.checklist, 1)
        layout.addWidget(self.notes)
        layout.addWidget(self.conflict)
        layout.addWidget(self._choices)
        layout.addLayout(saved)
        self.setMinimumWidth(288)

    def _connect(self) -> None:
        self._recorder.changed.connect(self._refresh)
        self.reason.reason_given.connect(self._reason_typed)
        self.reason.editingFinished.connect(self._recorder.flush)
        self.notes.textChanged.connect(self._notes_typed)
        self.checklist.model.finding_given.connect(self._finding_given)
        self._desk.appearance.changed.connect(self._paint)
        self._paint()

    def _make_buttons(self) -> dict[Decision, QPushButton]:
        group = QButtonGroup(self)
        made = {}
        for key, decision in DECISION_KEYS.items():
            button = QPushButton(f"{key}  {decision_name(decision)}")
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(lambda _checked=False, decision=decision: self.decide(decision))
            group.addButton(button)
            made[decision] = button
        return made

    def _make_choices(self) -> QWidget:
        """After a conflict: look at the newer version, or save one's own after it."""
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        theirs, mine = QPushButton(self.tr("Show the newer one")), QPushButton(self.tr("Save mine after it"))
        theirs.clicked.connect(lambda: self._recorder.settle(self._rank, keep_mine=False))
        mine.clicked.connect(lambda: self._recorder.settle(self._rank, keep_mine=True))
        self.theirs, self.mine = theirs, mine
        row.addWidget(theirs)
        row.addWidget(mine)
        return choices

    def _reason_typed(self, text: str) -> None:
        content = self._recorder.content(self._rank)
        self._edit(replace(content, reason=text), self.tr("reason"), "reason")

    def _notes_typed(self) -> None:
        if self._showing:
            return
        content = self._recorder.content(self._rank)
        self._edit(replace(content, notes=self.notes.toPlainText()), self.tr("notes"), "notes")

    def _finding_given(self, found: ComponentFinding) -> None:
        content = self._recorder.content(self._rank).with_finding(found)
        self._edit(content, self.tr("checklist"))

    def _refresh(self, rank: int) -> None:
        if rank != self._rank:
            return
        entry = self._recorder.entry(rank)
        content = entry.draft
        self._showing = True
        self.buttons[content.decision].setChecked(True)
        if self.reason.text() != content.reason:
            self.reason.setText(content.reason)
        if self.notes.toPlainText() != content.notes:
            self.notes.setPlainText(content.notes)
        self.checklist.model.show(content)
        self._showing = False
        needed = self.tr("Reason, needed for this decision (R)")
        self.reason.setPlaceholderText(needed if content.decision.needs_reason else self.tr("Reason (R)"))
        self._mark_invalid(content.reason_missing)
        self.conflict.say(entry.problem if entry.conflict else "")
        self._choices.setVisible(entry.conflict)
        self._history.setEnabled(entry.saved is not None)
        self._tell_state(entry)

    def _mark_invalid(self, invalid: bool) -> None:  # noqa: FBT001 - one of two looks
        if self.reason.property("invalid") != invalid:
            self.reason.setProperty("invalid", invalid)
            self.reason.style().unpolish(self.reason)
            self.reason.style().polish(self.reason)

    def _tell_state(self, entry: Entry) -> None:
        role = "danger" if entry.problem else "warning" if entry.draft.reason_missing else "small"
        if self.state.property("role") != role:
            set_role(self.state, role)  # type: ignore[arg-type]
        self.state.setText(self._state_text(entry))

    def _state_text(self, entry: Entry) -> str:
        if entry.conflict:
            return self.tr("Not saved.")
        if entry.problem:
            return self.tr("Not saved: {} What you wrote is kept here.").format(entry.problem)
        if entry.draft.reason_missing:
            return self.tr("The decision is not saved yet: give the reason.")
        if entry.saving:
            return self.tr("Saving…")
        if entry.saved is None:
            return self.tr("Nothing said of this candidate yet.")
        done = sum(each.finding is not Finding.NOT_SET for each in entry.draft.checklist)
        return self.tr("Version {}, {}, {} UTC. Features: {} of {}.").format(
            entry.saved.version, entry.saved.examiner, short_time(entry.saved.at), done, len(COMPONENTS)
        )

    def _paint(self) -> None:
        colours = self._desk.appearance.colours
        for decision, button in self.buttons.items():
            icon = self._desk.appearance.icon(_DECISION_ICONS[decision], decision_colour(decision, colours))
            button.setIcon(icon)
