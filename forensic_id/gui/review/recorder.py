"""Keeps what the examiner says of each candidate and saves it at once; nothing typed is ever lost to a failure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from forensic_id.core.errors import ConflictError, InvalidInputError
from forensic_id.core.review import CandidateReview, Decision, ReviewContent, checked_content
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane
from forensic_id.services.review_candidates import list_reviews, save_review

SAVE_AFTER = 600
"""Milliseconds without a key pressed after which typed text is saved."""
_NOTHING = ReviewContent()
_LONGEST_WAIT = 5000
"""Milliseconds that leaving waits for a saving to end."""


@dataclass
class Entry:
    """What is known of one candidate: the newest version saved, and what the examiner says now."""

    saved: CandidateReview | None = None
    draft: ReviewContent = field(default_factory=ReviewContent)
    saving: bool = False
    problem: str = ""
    conflict: bool = False

    @property
    def saved_content(self) -> ReviewContent:
        """The content of the newest version."""
        return self.saved.content if self.saved else ReviewContent()

    def storable(self) -> ReviewContent:
        """What may be saved now: while its reason is missing, a decision waits. Raises InvalidInputError."""
        if self.draft.reason_missing:
            before = self.saved_content
            return checked_content(replace(self.draft, decision=before.decision, reason=before.reason))
        return checked_content(self.draft)


class ReviewRecorder(QObject):
    """Holds the reviews of the search in front, and what could not be saved of those before.

    Every change is a step that can be undone, and undoing is a new version.
    """

    changed = Signal(int)
    """What is said of the candidate at this rank, or the state of its saving."""
    undone = Signal(int)
    """A step on the candidate at this rank was undone or done again: show it."""
    idle = Signal()
    """No saving is under way any more."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._search_id = 0
        self._library = desk.library_folder
        self._searches: dict[int, dict[int, Entry]] = {}
        self._entries: dict[int, Entry] = {}
        self.steps = QUndoStack(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_AFTER)
        self._pause.timeout.connect(self.flush)

    def open(self, search_id: int, reviews: tuple[CandidateReview, ...]) -> None:
        """Begin with the reviews of a search as stored; what is typed and not yet saved of the same one is kept."""
        if self._desk.library_folder != self._library:
            self.forget()
        if search_id != self._search_id:
            self.flush()
            self._search_id, self._entries = search_id, self._searches.setdefault(search_id, {})
            self.steps.clear()
        for review in reviews:
            entry = self.entry(review.rank)
            if entry.saved is None or (review.version > entry.saved.version and not self._waits(entry)):
                untouched = entry.draft == entry.saved_content
                entry.saved = review
                entry.draft = review.content if untouched else entry.draft
                self.changed.emit(review.rank)

    def forget(self) -> None:
        """Another library is in use: what was said of the one before must not be written into it."""
        self._pause.stop()
        self._search_id, self._searches, self._entries = 0, {}, {}
        self._library = self._desk.library_folder
        self.steps.clear()

    def entry(self, rank: int) -> Entry:
        """What is known of the candidate at this rank."""
        return self._entries.setdefault(rank, Entry())

    def content(self, rank: int) -> ReviewContent:
        """What the examiner says of it now."""
        entry = self._entries.get(rank)
        return entry.draft if entry else _NOTHING

    def decided(self) -> int:
        """How many candidates have a decision that can stand; one that still lacks its reason does not count."""
        drafts = (entry.draft for entry in self._entries.values())
        return sum(draft.decision is not Decision.UNDECIDED and not draft.reason_missing for draft in drafts)

    def reasons(self) -> list[str]:
        """Reasons given before in this search, for completion."""
        return sorted({entry.draft.reason for entry in self._entries.values() if entry.draft.reason})

    def edit(self, rank: int, content: ReviewContent, what: str, *, typed: str = "") -> None:
        """Change what is said. `what` names the step, `typed` the text field whose keystrokes belong together."""
        before = self.content(rank)
        if content != before:
            self.steps.push(_Step(self, rank, (before, content), what, typed))

    def put(self, rank: int, content: ReviewContent, *, typed: bool) -> None:
        """Take a content over and save it, typed text after a pause."""
        entry = self.entry(rank)
        entry.draft = content
        if not entry.conflict:
            entry.problem = ""
        self.changed.emit(rank)
        if typed:
            self._pause.start()
        else:
            self._save(rank)

    def flush(self) -> None:
        """Save everything that can be saved now."""
        self._pause.stop()
        for rank in list(self._entries):
            self._save(rank)

    def flush_and_wait(self) -> None:
        """Save everything and return when it is stored, or when it has taken too long."""
        self.flush()
        if not self._saving():
            return
        loop = QEventLoop()
        self.idle.connect(loop.quit)
        QTimer.singleShot(_LONGEST_WAIT, loop, loop.quit)
        loop.exec()

    def unsaved(self) -> tuple[int, ...]:
        """Ranks of candidates of which something said is not stored."""
        return tuple(rank for rank, entry in sorted(self._entries.items()) if self._waits(entry))

    def settle(self, rank: int, *, keep_mine: bool) -> None:
        """After a conflict: read the newest version, and either show it or save the examiner's own after it."""
        search_id = self._search_id

        def resolved(reviews: tuple[CandidateReview, ...]) -> None:
            entry = self.entry(rank)
            entry.saved = next((each for each in reviews if each.rank == rank), None)
            entry.conflict, entry.problem = False, ""
            entry.draft = entry.draft if keep_mine else entry.saved_content
            self.changed.emit(rank)
            self._save(rank)

        self._desk.run(
            Lane.BROWSE, lambda place, _task: list_reviews(place.library(), search_id), owner=self, on_done=resolved
        )

    def _save(self, rank: int) -> None:
        entry, search_id = self.entry(rank), self._search_id
        elsewhere = self._desk.library_folder != self._library
        if elsewhere or entry.saving or entry.conflict or entry.draft == entry.saved_content:
            return
        try:
            content = entry.storable()
        except InvalidInputError as error:
            self._tell(rank, entry, error)
            return
        if content == entry.saved_content:
            return
        entry.saving = True
        based_on = entry.saved.version if entry.saved else 0

        def done(review: CandidateReview) -> None:
            entry.saved, entry.saving, entry.problem = review, False, ""
            self._desk.reviews_changed.emit(search_id)
            if search_id == self._search_id:
                self.changed.emit(rank)
                self._save(rank)
            self._tell_when_idle()

        def failed(error: Exception) -> None:
            entry.saving, entry.conflict = False, isinstance(error, ConflictError)
            self._tell(rank, entry, error)
            self._tell_when_idle()

        self.changed.emit(rank)
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: save_review(place.library(), search_id, rank, content, based_on=based_on),
            owner=self,
            on_done=done,
            on_failed=failed,
        )

    def _tell(self, rank: int, entry: Entry, error: Exception) -> None:
        entry.problem = sentence_for(error)
        self.changed.emit(rank)

    def _tell_when_idle(self) -> None:
        if not self._saving():
            self.idle.emit()

    def _saving(self) -> bool:
        return any(entry.saving for entry in self._entries.values())

    def _waits(self, entry: Entry) -> bool:
        if entry.draft.reason_missing or entry.problem:
            return True
        try:
            return entry.storable() != entry.saved_content
        except InvalidInputError:
            return True


class _Step(QUndoCommand):
    """One change of what is said of one candidate."""

    def __init__(
        self,
        recorder: ReviewRecorder,
        rank: int,
        contents: tuple[ReviewContent, ReviewContent],
        what: str,
        typed: str,
    ) -> None:
        super().__init__(what)
        self._recorder, self._rank = recorder, rank
        self._before, self._after = contents
        self._typed = typed
        self._done_once = False

    def id(self) -> int:
        return hash((self._rank, self._typed)) % 2**30 if self._typed else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or (other._rank, other._typed) != (self._rank, self._typed):  # noqa: SLF001
            return False
        self._after = other._after  # noqa: SLF001
        return True

    def redo(self) -> None:
        self._recorder.put(self._rank, self._after, typed=bool(self._typed) and not self._done_once)
        if self._done_once:
            self._recorder.undone.emit(self._rank)
        self._done_once = True

    def undo(self) -> None:
        self._recorder.put(self._rank, self._before, typed=False)
        self._recorder.undone.emit(self._rank)
