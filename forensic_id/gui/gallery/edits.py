"""Changes of recorded fields, saved at once, and undone or done again in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.edit_gallery import change_photo, change_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One field of a subject or photo from one text to another; `subject` is what people call the subject."""

    kind: Literal["subject", "photo"]
    number: int
    subject_id: int
    field: str
    before: str
    after: str
    subject: str
    title: str


class Edits(QObject):
    """Saves edits and keeps those that were saved for undoing."""

    saved = Signal(int)
    """A field of the subject of that number is stored."""
    restored = Signal(int)
    """An edit of the subject of that number was undone or done again."""
    refused = Signal(object, str)
    """An Edit that was not stored, and why."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stack = QUndoStack(self)
        desk.library_changed.connect(self.stack.clear)

    def make(self, edit: Edit) -> None:
        """Store an edit; once it is stored it can be undone."""

        def keep() -> None:
            self.stack.push(_Command(edit, self))
            self.saved.emit(edit.subject_id)

        self._store(edit, edit.after, then=keep)

    def restore(self, edit: Edit, text: str) -> None:
        """Store a text that an edit's field had before."""
        self._store(edit, text, then=lambda: self.restored.emit(edit.subject_id))

    def forget(self) -> None:
        """A subject was removed: nothing before it can be undone."""
        self.stack.clear()

    def _store(self, edit: Edit, text: str, *, then: Callable[[], None]) -> None:
        def work(place: Workplace, _task: Task) -> None:
            change = change_subject if edit.kind == "subject" else change_photo
            change(place.library(), edit.number, {edit.field: text})

        def done(_nothing: None) -> None:
            then()
            self._desk.gallery_changed.emit()

        self._desk.run(
            Lane.BROWSE,
            work,
            owner=self,
            on_done=done,
            on_failed=lambda error: self.refused.emit(edit, sentence_for(error)),
        )


class _Command(QUndoCommand):
    """An edit that is stored already when it is pushed."""

    def __init__(self, edit: Edit, edits: Edits) -> None:
        super().__init__(f"{edit.title} ({edit.subject})")
        self._edit, self._edits = edit, edits
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
            return
        self._edits.restore(self._edit, self._edit.after)

    def undo(self) -> None:
        self._edits.restore(self._edit, self._edit.before)
