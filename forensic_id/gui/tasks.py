"""Background work: single-worker lanes, whose results come back to the main thread through one signal.

A lane runs its tasks one after another in a thread of its own, so what belongs to a thread (a SQLite connection, a
face detector) can belong to a lane. Callbacks always run on the main thread, and none runs once the widget that asked
is gone or the task was cancelled.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from forensic_id.core.errors import CancelledError
from forensic_id.core.progress import Progress, stop_if_cancelled

T = TypeVar("T")
_log = logging.getLogger(__name__)
_BETWEEN_REPORTS = 0.05
"""Seconds; a service that reports for every photo must not flood the main thread."""


class Lane(StrEnum):
    """The lanes by what they carry; work in one never waits for work in another."""

    BROWSE = "browse"
    """Short reads and writes for views: a page of subjects, a decision."""
    PICTURES = "pictures"
    """Thumbnails and originals to be shown."""
    SEARCH = "search"
    """Sketches read and searched, reports."""
    WORK = "work"
    """What takes long: imports, features of a whole gallery."""
    BATCH = "batch"
    """Folders of sketches."""


class Task:
    """One piece of work; `cancelled` and `report` are what a service takes as cancel check and progress listener."""

    def __init__(self, runner: TaskRunner, lane: Lane, title: str, on_progress: Callable[[Progress], None]) -> None:
        self.lane, self.title = lane, title
        self._runner, self._on_progress = runner, on_progress
        self._asked = threading.Event()
        self._last_report = 0.0

    def cancel(self) -> None:
        """Ask the work to stop; from any thread. Its callbacks but `on_cancelled` are not called any more."""
        self._asked.set()

    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._asked.is_set()

    def report(self, progress: Progress) -> None:
        """Pass progress on to the main thread, at most twenty times a second and always at the end."""
        now = time.monotonic()
        if now - self._last_report < _BETWEEN_REPORTS and progress.done != progress.total:
            return
        self._last_report = now
        self._runner.deliver(lambda: self._progressed(progress))

    def _progressed(self, progress: Progress) -> None:
        if not self.cancelled():
            self._on_progress(progress)
            self._runner.progressed.emit(self, progress)


class TaskRunner(QObject):
    """Runs work in lanes. Belongs to the main thread."""

    started = Signal(object)
    """A task with a title was submitted."""
    progressed = Signal(object, object)
    """A task and its Progress."""
    ended = Signal(object)
    """A task with a title ended, however it did."""
    failed = Signal(object)
    """The exception of a task that nobody else takes."""
    _delivery = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._running: set[Task] = set()
        self._delivery.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        work: Callable[[Task], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run `work` in a lane and hand its result to `on_done`.

        `owner` is the widget or object whose methods the callbacks are. Without `on_failed`, errors go to `failed`.
        A task with a `title` is shown to the user while it runs, and closing the window asks about it.
        """

        def guarded(callback: Callable[..., None] | None) -> Callable[..., None]:
            return lambda *given: callback(*given) if callback is not None and isValid(owner) else None

        task = Task(self, lane, title, guarded(on_progress))
        self._running.add(task)
        if title:
            self.started.emit(task)

        def perform() -> None:
            try:
                stop_if_cancelled(task.cancelled)
                result = work(task)
            except CancelledError:
                self._end(task, guarded(on_cancelled))
            except Exception as error:  # noqa: BLE001 - whatever it is, the user has to learn of it
                failure = error
                self._end(task, lambda: self._fail(failure, on_failed, owner))
            else:
                self._end(task, lambda: None if task.cancelled() else guarded(on_done)(result))

        self._lane(lane).submit(self._let_go_on_main_thread(perform))
        return task

    @property
    def running(self) -> tuple[Task, ...]:
        """Tasks that have not ended yet."""
        return tuple(self._running)

    def cancel_all(self) -> None:
        """Ask everything to stop."""
        for task in self._running:
            task.cancel()

    def drain(self) -> None:
        """Cancel everything, wait for it and end the threads; a later task starts new ones."""
        self.cancel_all()
        lanes, self._lanes = list(self._lanes.values()), {}
        for executor in lanes:
            executor.shutdown(wait=True)

    def in_every_lane(self, action: Callable[[Lane], None]) -> None:
        """Run `action` in the thread of each lane that has one, after what waits there; return when all have."""
        for waiting in [executor.submit(action, lane) for lane, executor in self._lanes.items()]:
            waiting.result()

    def deliver(self, callback: Callable[[], Any]) -> None:
        """Have a callback run on the main thread; from any thread."""
        self._delivery.emit(callback)

    def _lane(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"lane-{lane}")
        return self._lanes[lane]

    def _let_go_on_main_thread(self, perform: Callable[[], None]) -> Callable[[], None]:
        """The same work; all that it refers to, widgets among it, loses its last reference on the main thread.

        Otherwise a lane that is slower to drop its work than the main thread is to drop a widget destroys the widget.
        """
        held = [perform]

        def run() -> None:
            held[0]()
            self.deliver(held.clear)

        return run

    def _end(self, task: Task, then: Callable[[], None]) -> None:
        def finish() -> None:
            self._running.discard(task)
            if task.title:
                self.ended.emit(task)
            then()

        self.deliver(finish)

    def _fail(self, error: Exception, on_failed: Callable[[Exception], None] | None, owner: QObject) -> None:
        if on_failed is not None and isValid(owner):
            on_failed(error)
            return
        _log.error("Background work failed.", exc_info=error)
        self.failed.emit(error)

    @Slot(object)
    def _deliver(self, callback: Callable[[], None]) -> None:
        callback()
