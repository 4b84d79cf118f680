"""Fetches a stored search so that it can be searched again with changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from forensic_id.core.records import SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.probe import SketchInput
from forensic_id.services.search_again import sketches_of
from forensic_id.services.show_search import show_search


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedAgain:
    """A stored record and its sketches as files."""

    record: SearchRecord
    sketches: tuple[SketchInput, ...]


class SearchAgain(QObject):
    """The sketches lie in a folder that is removed with this object."""

    ready = Signal(object)
    """A PreparedAgain."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = QTemporaryDir()
        self._cases: set[str] = set()
        self._erasures: list[frozenset[str]] = []

    def prepare(self, search_id: int) -> None:
        """Fetch a search; `ready` follows, or the error is told."""
        folder, before = Path(self._folder.path()), len(self._erasures)

        def work(place: Workplace, _task: Task) -> PreparedAgain:
            library = place.library()
            record = show_search(library, search_id)
            return PreparedAgain(record=record, sketches=sketches_of(library, search_id, folder))

        def done(prepared: PreparedAgain) -> None:
            """Its case may have been erased while it was fetched."""
            if any(prepared.record.case_number in erased for erased in self._erasures[before:]):
                for sketch in prepared.sketches:
                    sketch.path.unlink(missing_ok=True)
            else:
                self._cases.add(prepared.record.case_number)
                self.ready.emit(prepared)

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=done)

    def holds(self, sketch: SketchInput) -> bool:
        """Whether a sketch is one of the files made here."""
        return sketch.path.is_relative_to(self._folder.path())

    def drop(self, cases: frozenset[str]) -> bool:
        """Remove the files when some are of cases that were erased; whether that was so."""
        self._erasures.append(cases)
        if self._cases.isdisjoint(cases):
            return False
        self._folder.remove()
        self._folder, self._cases = QTemporaryDir(), set()
        return True
