"""Lanes: results, errors and progress come back to the main thread; what was stopped stays silent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.progress import Progress, stop_if_cancelled
from forensic_id.gui.tasks import Lane, Task, TaskRunner
from tests.gui.conftest import PATIENCE


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.drain()


def never(_value: object) -> None:
    pytest.fail("This callback must not be called.")


def test_results_arrive_on_the_main_thread_in_order(runner: TaskRunner, qtbot: QtBot) -> None:
    arrived: list[tuple[int, threading.Thread]] = []
    numbers = iter(range(200))
    for _ in range(200):
        runner.submit(
            Lane.BROWSE,
            lambda _task: next(numbers),
            owner=runner,
            on_done=lambda value: arrived.append((value, threading.current_thread())),
        )
    qtbot.waitUntil(lambda: len(arrived) == 200)
    assert [number for number, _ in arrived] == list(range(200))
    assert {thread for _, thread in arrived} == {threading.main_thread()}


def test_an_error_goes_to_the_one_who_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def fail(_task: Task) -> None:
        raise InvalidInputError("The value is no date.")

    runner.failed.connect(never)
    runner.submit(Lane.BROWSE, fail, owner=runner, on_done=never, on_failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert str(errors[0]) == "The value is no date."


def test_an_error_that_nobody_takes_is_told(runner: TaskRunner, qtbot: QtBot) -> None:
    def fail(_task: Task) -> None:
        raise ValueError

    with qtbot.waitSignal(runner.failed) as told:
        runner.submit(Lane.BROWSE, fail, owner=runner, on_done=never)
    assert isinstance(told.args[0], ValueError)


def test_a_cancelled_task_hands_nothing_over(runner: TaskRunner, qtbot: QtBot) -> None:
    begun, stopped = threading.Event(), []

    def work(task: Task) -> None:
        begun.set()
        while True:
            stop_if_cancelled(task.cancelled)

    task = runner.submit(Lane.WORK, work, owner=runner, on_done=never, on_cancelled=lambda: stopped.append(True))
    begun.wait()
    task.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert runner.running == ()


def test_work_that_ends_after_it_was_cancelled_hands_nothing_over(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    task = runner.submit(Lane.WORK, lambda _task: go_on.wait(), owner=runner, on_done=never)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not runner.running)


def test_nothing_is_handed_to_a_widget_that_is_gone(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, go_on = QObject(), threading.Event()
    runner.submit(Lane.WORK, lambda _task: go_on.wait(), owner=owner, on_done=never)
    delete(owner)
    go_on.set()
    qtbot.waitUntil(lambda: not runner.running)


def test_lanes_do_not_wait_for_each_other(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on, done = threading.Event(), []
    runner.submit(Lane.WORK, lambda _task: go_on.wait(), owner=runner, on_done=lambda _value: done.append("work"))
    runner.submit(Lane.BROWSE, lambda _task: None, owner=runner, on_done=lambda _value: done.append("browse"))
    qtbot.waitUntil(lambda: done == ["browse"])
    go_on.set()
    qtbot.waitUntil(lambda: done == ["browse", "work"])


def test_progress_is_thinned_out_but_its_end_is_always_told(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[int] = []

    def work(task: Task) -> None:
        for done in range(10_001):
            task.report(Progress(stage="counting", done=done, total=10_000))

    runner.submit(
        Lane.WORK, work, owner=runner, on_done=lambda _value: None, on_progress=lambda at: told.append(at.done)
    )
    qtbot.waitUntil(lambda: not runner.running)
    assert told[-1] == 10_000
    assert len(told) < 1000


def test_titled_tasks_are_announced_and_ended(runner: TaskRunner, qtbot: QtBot) -> None:
    titles: list[str] = []
    runner.started.connect(lambda task: titles.append(f"started {task.title}"))
    runner.ended.connect(lambda task: titles.append(f"ended {task.title}"))
    runner.submit(Lane.WORK, lambda _task: None, owner=runner, on_done=lambda _value: None, title="Import")
    runner.submit(Lane.WORK, lambda _task: None, owner=runner, on_done=lambda _value: None)
    qtbot.waitUntil(lambda: not runner.running)
    assert titles == ["started Import", "ended Import"]


def test_what_work_refers_to_is_let_go_on_the_main_thread(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go: list[threading.Thread] = []
    deliver = runner.deliver

    class Widget:
        def __del__(self) -> None:
            let_go.append(threading.current_thread())

    def deliver_and_wait(callback: Callable[[], object]) -> None:
        """The lane comes last: the main thread is done with everything before the lane goes on."""
        arrived = threading.Event()

        def run() -> None:
            callback()
            arrived.set()

        deliver(run)
        arrived.wait(PATIENCE / 1000)

    def submit() -> None:
        widget = Widget()

        def done(_value: object) -> None:
            assert isinstance(widget, Widget)

        runner.submit(Lane.BROWSE, lambda _task: repr(widget), owner=runner, on_done=done)

    monkeypatch.setattr(runner, "deliver", deliver_and_wait)
    for _ in range(20):
        submit()
    qtbot.waitUntil(lambda: len(let_go) == 20)
    assert {*let_go} == {threading.main_thread()}
