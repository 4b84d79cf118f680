"""After the start: what comes next is prepared in pieces, behind all background work."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from forensic_id.gui.tasks import Lane, TaskRunner
from forensic_id.gui.warm_up import WarmUp, warming_pieces
from tests.gui.conftest import PATIENCE


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.drain()
    gc.unfreeze()


def test_pieces_wait_for_background_work_and_end_with_a_quiet_collector(runner: TaskRunner, qtbot: QtBot) -> None:
    done: list[int] = []
    hold = threading.Event()
    runner.submit(Lane.BROWSE, lambda _task: hold.wait(30), owner=runner, on_done=lambda _held: None)
    warm_up = WarmUp(runner, runner, [lambda: done.append(1), lambda: done.append(2)])
    qtbot.wait(60)
    assert done == []
    hold.set()
    qtbot.waitUntil(lambda: warm_up.over, timeout=PATIENCE)
    assert done == [1, 2]
    assert gc.get_freeze_count() > 0


def test_the_pages_are_imported_in_pieces(qtbot: QtBot) -> None:
    pieces = list(warming_pieces())
    assert len(pieces) > 50
    for piece in pieces:
        piece()
    assert "forensic_id.gui.gallery.page" in sys.modules
