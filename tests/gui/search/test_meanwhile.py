"""What a search page reads of a case, or searches under it, while that case is erased or another one is chosen."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.gui.desk import Desk
from forensic_id.services.probe import SketchInput
from tests.gui.conftest import PATIENCE
from tests.gui.demo_library import CASE
from tests.gui.search.conftest import STANDS_OUT, MakePage, Search

Settled = Callable[[Desk], None]


def test_what_is_being_read_of_a_case_while_it_is_erased_is_not_shown(
    desk: Desk, search: Search, make_page: MakePage, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = search(top=3)
    page = make_page(desk)
    readings: dict[str, Callable[[], None]] = {
        "page.show_search": lambda: page.open_record(made.search_id),
        "again.sketches_of": lambda: page.again.prepare(made.search_id),
        "history_step.list_searches": lambda: page.history.load(CASE),
    }
    for read, begin in readings.items():
        module, _, name = read.partition(".")
        slow = _Slow(getattr(importlib.import_module(f"forensic_id.gui.search.{module}"), name))
        monkeypatch.setattr(f"forensic_id.gui.search.{read}", slow)
        begin()
        qtbot.waitUntil(slow.was_read.is_set, timeout=PATIENCE)
        desk.let_go_of(frozenset({CASE}), frozenset({made.search_id}))
        slow.go_on.set()
        settled(desk)
        assert (page.record, page.workbench.inputs(), desk.case_number) == (None, (), ""), read
        assert page.history.model.rowCount() == 0
        assert not any(path.is_file() for path in Path(page.again._folder.path()).rglob("*"))
        desk.choose_case(CASE)
        settled(desk)


class _Slow:
    """A service that has read, and hands it over only when told to."""

    def __init__(self, service: Callable[..., Any]) -> None:
        self._service = service
        self.was_read, self.go_on = threading.Event(), threading.Event()

    def __call__(self, *given: Any) -> Any:
        found = self._service(*given)
        self.was_read.set()
        assert self.go_on.wait(PATIENCE / 1000)
        return found


def test_a_search_that_ends_under_another_case_leaves_that_one_in_front(
    desk: Desk, library: Path, make_page: MakePage, settled: Settled
) -> None:
    page = make_page(desk)
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    settled(desk)
    page.search()
    desk.choose_case("another")
    settled(desk)
    assert (page.record, desk.case_number, desk.search_id) == (None, "another", None)
    with closing(Workplace(library=library)) as place:
        assert place.library().cases.search_ids() == (1,)
