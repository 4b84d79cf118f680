"""An import that goes on while the user works elsewhere: it can be paused, gone on with, stopped and done again."""

from __future__ import annotations

import os
import threading
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from forensic_id.core.errors import UserFacingError
from forensic_id.core.progress import Progress
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.column_mapping import ColumnMapping
from forensic_id.services.import_gallery import ImportReport, import_gallery
from forensic_id.services.import_outcomes import ImportOutcome

_MOST_THREADS = 4
_LOOK_AGAIN = 0.1
"""Seconds between two looks whether a paused import was stopped."""


class ImportState(StrEnum):
    """What an import is doing."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True, kw_only=True)
class ImportLog:
    """What became of the entries so far; written by the lane's thread, read by the main thread."""

    outcomes: list[ImportOutcome] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: ImportOutcome) -> None:
        """Note one entry."""
        self.outcomes.append(outcome)
        self.counts[outcome.kind] += 1
        self.counts["near"] += len(outcome.near)


class ImportRun(QObject):
    """The import of a desk; one at a time. It belongs to the desk and outlives a page that is built anew."""

    changed = Signal()
    """State, counts or progress."""
    finished = Signal()
    """It ended, however it did."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._going = threading.Event()
        self._going.set()
        self._held = threading.Event()
        self._task: Task | None = None
        self._mapping = ColumnMapping()
        self._done_with: frozenset[str] = frozenset()
        self.path = Path()
        self.state = ImportState.IDLE
        self.log = ImportLog()
        self.progress: Progress | None = None
        self.notes: tuple[str, ...] = ()
        self.fault = ""

    @classmethod
    def of(cls, desk: Desk) -> ImportRun:
        """The desk's import."""
        return desk.findChild(cls) or cls(desk)

    @property
    def is_held(self) -> bool:
        """Whether a paused import has come to its halt: the photo in work is finished first."""
        return self._held.is_set()

    @property
    def is_active(self) -> bool:
        """Whether it runs or is paused."""
        return self.state in (ImportState.RUNNING, ImportState.PAUSED)

    def start(self, path: Path, mapping: ColumnMapping, *, passing_over: frozenset[str] = frozenset()) -> None:
        """Import a folder or metadata file, without the files that are done with."""
        self._done_with = passing_over
        self.path, self._mapping = path, mapping
        self.log, self.progress, self.notes, self.fault = ImportLog(), None, (), ""
        self._going.set()
        log = self.log

        def work(place: Workplace, task: Task) -> ImportReport:
            threads = max(1, min(_MOST_THREADS, (os.cpu_count() or 1) - 1))
            return import_gallery(
                path,
                library=place.library(create=True),
                loader=place.loader,
                aligner=place.aligner,
                encoder=place.encoder,
                more_aligners=[place.new_reader().aligner for _ in range(threads - 1)],
                mapping=mapping,
                transactions=place.transactions,
                passing_over=passing_over,
                on_outcome=log.add,
                progress=task.report,
                cancelled=lambda: self._stopped(task),
            )

        self._set(ImportState.RUNNING)
        self._task = self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=self._done,
            on_failed=self._failed,
            on_cancelled=lambda: self._end(ImportState.STOPPED),
            on_progress=self._progressed,
            title=self.tr("Import of {}").format(path.name),
        )

    def again(self) -> None:
        """Try what failed once more, and what came into the source since."""
        taken = {each.path for each in self.log.outcomes if each.kind != "failed"}
        failed = {each.path for each in self.log.outcomes if each.kind == "failed"}
        self.start(self.path, self._mapping, passing_over=(self._done_with | taken) - failed)

    def pause(self) -> None:
        """Stop before the next photo; what is committed stays."""
        if self.state is ImportState.RUNNING:
            self._going.clear()
            self._set(ImportState.PAUSED)

    def resume(self) -> None:
        """Go on."""
        if self.state is ImportState.PAUSED:
            self._going.set()
            self._set(ImportState.RUNNING)

    def cancel(self) -> None:
        """Stop for good; what is enrolled stays."""
        if self._task:
            self._task.cancel()

    def dismiss(self) -> None:
        """Forget an import that ended."""
        if not self.is_active:
            self._set(ImportState.IDLE)

    def _stopped(self, task: Task) -> bool:
        """The cancel check of the service; it waits here while the import is paused."""
        while not task.cancelled() and not self._going.is_set():
            self._held.set()
            self._going.wait(_LOOK_AGAIN)
        self._held.clear()
        return task.cancelled()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _done(self, report: ImportReport) -> None:
        self.notes = report.notes
        self._end(ImportState.DONE)

    def _failed(self, error: Exception) -> None:
        """What the user can mend is told beside the counts; our own mistakes get the dialog with their details."""
        self.fault = sentence_for(error)
        self._end(ImportState.FAILED)
        if not isinstance(error, UserFacingError):
            self._desk.tasks.failed.emit(error)

    def _end(self, state: ImportState) -> None:
        self._task = None
        self._set(state)
        self.finished.emit()
        self._desk.gallery_changed.emit()

    def _set(self, state: ImportState) -> None:
        self.state = state
        self.changed.emit()
