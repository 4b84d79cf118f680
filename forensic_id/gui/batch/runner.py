"""Runs one batch in its lane and hands on what becomes of the sketches, gathered so that the view keeps up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from forensic_id.core.progress import Progress
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.match_folder import MatchFolderResult
from forensic_id.services.remember_batches import BatchOutcome, RememberedBatch
from forensic_id.services.run_batch import REPORTS_FOLDER, SketchRow, report_writer, run_batch


@dataclass
class _Wish:
    """What stopping means at present; read by the lane."""

    outcome: BatchOutcome = BatchOutcome.PAUSED


class RowInbox:
    """Takes rows from any thread; one delivery to the main thread carries all that came since the last."""

    def __init__(
        self, deliver: Callable[[Callable[[], None]], None], take: Callable[[list[SketchRow]], None]
    ) -> None:
        self._deliver, self._take = deliver, take
        self._lock = threading.Lock()
        self._rows: list[SketchRow] = []
        self._on_its_way = False

    def put(self, rows: Sequence[SketchRow]) -> None:
        """Add rows; from any thread."""
        with self._lock:
            self._rows.extend(rows)
            send, self._on_its_way = not self._on_its_way, True
        if send:
            self._deliver(self._hand_over)

    def _hand_over(self) -> None:
        with self._lock:
            rows, self._rows, self._on_its_way = self._rows, [], False
        self._take(rows)


class BatchRunner(QObject):
    """At most one batch at a time."""

    rows_arrived = Signal(list)
    """SketchRows whose state changed, all of them first."""
    progressed = Signal(Progress)
    finished = Signal(MatchFolderResult)
    halted = Signal(BatchOutcome)
    """Stopped on request: paused or stopped, as asked."""
    failed = Signal(Exception)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._wish = _Wish()

    @property
    def running(self) -> bool:
        """Whether a batch runs, or is about to stop."""
        return self._task is not None

    def start(self, batch: RememberedBatch, title: str) -> None:
        """Begin or go on."""
        wish = self._wish = _Wish()
        inbox = RowInbox(self._desk.tasks.deliver, self._hand_on)

        def work(place: Workplace, task: Task) -> MatchFolderResult:
            tools = place.search_tools()
            write = None
            if batch.reports:
                folder = batch.request.out / REPORTS_FOLDER
                facts = place.model_facts()
                write = report_writer(
                    place.library(),
                    place.loader,
                    place.renderer,
                    folder,
                    model=facts,
                    editor=place.editor,
                    clock=tools.clock,
                )
            return run_batch(
                batch,
                tools,
                place.new_reader,
                library_folder=place.library_folder,
                on_rows=inbox.put,
                on_record=write,
                progress=task.report,
                cancelled=task.cancelled,
                when_cancelled=lambda: wish.outcome,
            )

        self._task = self._desk.run(
            Lane.BATCH,
            work,
            owner=self,
            on_done=lambda result: self._end(batch, lambda: self.finished.emit(result)),
            on_failed=lambda error: self._end(batch, lambda: self.failed.emit(error)),
            on_cancelled=lambda: self._end(batch, lambda: self.halted.emit(wish.outcome)),
            on_progress=self.progressed.emit,
            title=title,
        )

    def pause(self) -> None:
        """Stop after the sketch under way; the next start of the program offers to go on too."""
        if self._task is not None:
            self._task.cancel()

    def stop(self) -> None:
        """Stop after the sketch under way, for good; what is done is kept."""
        self._wish.outcome = BatchOutcome.STOPPED
        self.pause()

    def _hand_on(self, rows: list[SketchRow]) -> None:
        if isValid(self):
            self.rows_arrived.emit(rows)

    def _end(self, batch: RememberedBatch, tell: Callable[[], None]) -> None:
        self._task = None
        self._desk.searches_changed.emit(batch.request.case_number)
        tell()
