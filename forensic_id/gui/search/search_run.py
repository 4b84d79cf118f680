"""One search at a time: started, followed, stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from forensic_id.core.progress import Progress
from forensic_id.core.records import SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.identify import IdentifyRequest, identify


class SearchRun(QObject):
    """Runs the service; a search that was cancelled is over for the user at once."""

    started = Signal()
    progressed = Signal(Progress)
    finished = Signal(object)
    """The stored record."""
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._case = ""
        self._stopped: dict[Task, str] = {}
        desk.tasks.ended.connect(self._end)

    @property
    def running(self) -> bool:
        """Whether a search runs that was not cancelled."""
        return self._task is not None

    @property
    def case_number(self) -> str:
        """The case of the search that runs; empty: none runs."""
        return self._case if self.running else ""

    def start(self, request: IdentifyRequest) -> None:
        """Search. A second one has to wait until this one is over."""
        if self._task is not None:
            return

        def work(place: Workplace, task: Task) -> SearchRecord:
            return identify(request, place.search_tools(), progress=task.report, cancelled=task.cancelled)

        self._task = task = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=self._finish,
            on_failed=lambda error: self._fail(task, error),
            on_progress=self.progressed.emit,
            title=self.tr("Searching case {}").format(request.case_number),
        )
        self._case = request.case_number
        self.started.emit()

    def cancel(self) -> None:
        """Stop the search."""
        task = self._task
        if task is not None:
            self._task = None
            self._stopped[task] = self._case
            task.cancel()
            self.cancelled.emit()

    def _end(self, task: Task) -> None:
        """What was stopped too late was stored. Others may stop a search, too: the status bar, another library."""
        if task is self._task and task.cancelled():
            self.cancel()
        if task in self._stopped:
            self._desk.searches_changed.emit(self._stopped.pop(task))

    def _finish(self, record: SearchRecord) -> None:
        self._task = None
        self.finished.emit(record)
        self._desk.searches_changed.emit(record.case_number)

    def _fail(self, task: Task, error: Exception) -> None:
        """What becomes of a search that was stopped is of no interest any more."""
        if task is self._task:
            self._task = None
            self.failed.emit(sentence_for(error))
