"""The journeys of the search page, from a sketch to its candidates and back to any stored search."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.filters import parse_filter
from forensic_id.core.policy import Policy
from forensic_id.core.progress import stop_if_cancelled
from forensic_id.core.records import SearchParameters, SearchRecord
from forensic_id.core.review import Decision
from forensic_id.gui.desk import Desk
from forensic_id.gui.open_case_dialog import OpenCaseDialog
from forensic_id.gui.search.candidate_model import Column
from forensic_id.gui.search.page import SearchPage, Step
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.identify import identify
from forensic_id.services.manage_cases import close_case, open_case
from forensic_id.services.probe import SketchInput, SketchOrigin
from forensic_id.services.review_candidates import ReviewChanges, change_review
from tests.gui.conftest import PATIENCE
from tests.gui.cut_off import cut_off
from tests.gui.demo_library import CASE
from tests.gui.search.conftest import FLAT, STANDS_OUT, MakePage, Search

Settled = Callable[[Desk], None]
SMALLEST = (792, 548)
"""Pixels that a page has in the smallest window."""


@pytest.fixture
def page(desk: Desk, make_page: MakePage) -> SearchPage:
    return make_page(desk)


def with_library(library: Path, action: Callable[[Workplace], Any]) -> Any:
    place = Workplace(library=library, actor="examiner")
    try:
        return action(place)
    finally:
        place.close()


def searched(qtbot: QtBot, page: SearchPage, sketch: Path = STANDS_OUT) -> SearchRecord:
    page.workbench.set_inputs((SketchInput(path=sketch),))
    page.run_bar.search_button.click()
    qtbot.waitUntil(lambda: page.step is Step.LIST, timeout=PATIENCE)
    assert page.record is not None
    return page.record


def test_from_a_sketch_to_its_candidates(
    qtbot: QtBot, desk: Desk, page: SearchPage, settled: Settled, theme: str
) -> None:
    assert not page.run_bar.search_button.isEnabled()
    assert "sketch" in page.run_bar.summary
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    assert page.run_bar.search_button.isEnabled()
    page.show_step(Step.POOL)
    page.pool.filter_editor.choose(parse_filter("sex=male"))
    qtbot.waitUntil(lambda: "73 people" in page.run_bar.summary, timeout=PATIENCE)
    page.run_bar.search_button.click()
    assert page.run_bar.running
    qtbot.waitUntil(lambda: page.step is Step.LIST, timeout=PATIENCE)
    settled(desk)
    assert page.record is not None
    assert page.record.pool_subjects == 73
    assert page.record.case_number == CASE
    assert page.listed.model.index(0, Column.SUBJECT).data() == "D-0003"
    assert desk.search_id == page.record.search_id
    assert not page.run_bar.isVisible()
    assert page.grab().width() == page.width()


@pytest.mark.usefixtures("theme")
def test_progress_names_the_stages_and_cancel_ends_it_at_once(
    qtbot: QtBot, desk: Desk, page: SearchPage, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, asked = threading.Event(), threading.Event()

    def slow(request: object, tools: Any, *, progress: Any, cancelled: Any) -> SearchRecord:
        reached.set()
        asked.wait(30)
        stop_if_cancelled(cancelled)
        return identify(request, tools, progress=progress, cancelled=cancelled)  # type: ignore[arg-type]

    monkeypatch.setattr("forensic_id.gui.search.search_run.identify", slow)
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    page.workbench.search_requested.emit()
    qtbot.waitUntil(reached.is_set, timeout=PATIENCE)
    page.run_bar.cancel_button.click()
    assert not page.run_bar.running
    asked.set()
    settled(desk)
    assert page.record is None
    assert page.run_bar.search_button.isEnabled()


def test_a_search_stopped_from_the_status_bar_is_over_too(
    qtbot: QtBot, desk: Desk, page: SearchPage, settled: Settled
) -> None:
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    page.search()
    for task in desk.tasks.running:
        task.cancel()
    settled(desk)
    assert not page.run_bar.running
    assert not page.run.running


def test_what_goes_wrong_is_told_where_the_button_is(qtbot: QtBot, page: SearchPage, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    page.workbench.set_inputs((SketchInput(path=broken),))
    page.run_bar.search_button.click()
    qtbot.waitUntil(lambda: "broken.png" in page.run_bar.problem, timeout=PATIENCE)
    assert not page.run_bar.running
    assert page.step is Step.SKETCH


def test_a_list_where_nothing_stands_out_says_so_in_plain_words(qtbot: QtBot, page: SearchPage) -> None:
    searched(qtbot, page, FLAT)
    assert page.listed.verdict.isVisible()
    assert page.listed.verdict.text.startswith("Nothing stands out")


def test_without_a_case_the_purpose_comes_first_and_can_be_given_right_here(
    qtbot: QtBot, make_desk: Callable[[Path], Desk], library: Path, make_page: MakePage, settled: Settled
) -> None:
    desk = make_desk(library)
    page = make_page(desk)
    assert page.purpose.isVisible()
    assert not page.tabs.isVisible()
    with qtbot.waitSignal(desk.page_requested) as asked:
        page.purpose.choose_button.click()
    assert asked.args == ["cases"]
    page.purpose.open_button.click()
    dialog = page.findChild(OpenCaseDialog)
    assert dialog is not None
    given = {"number": CASE, "offence": "theft", "authority": "law", "requester": "officer"}
    for name, text in given.items():
        dialog.fields[name].setText(text)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: CASE in dialog.fields["number"].accessibleDescription(), timeout=PATIENCE)
    dialog.fields["number"].setText("2026-18")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: desk.case_number == "2026-18", timeout=PATIENCE)
    settled(desk)
    assert page.tabs.isVisible()


def test_a_closed_case_takes_no_more_searches(desk: Desk, library: Path, make_page: MakePage) -> None:
    with_library(library, lambda place: close_case(place.library(), CASE))
    page = make_page(desk)
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    assert "was closed" in page.run_bar.summary
    assert not page.run_bar.search_button.isEnabled()


def test_what_the_rules_ask_for_is_told_beside_the_fields_before_anybody_searches(
    desk: Desk, library: Path, make_page: MakePage
) -> None:
    rules = Policy(name="strict", title="Strict", mandatory_sketch_fields=("kind", "artist"), most_candidates=50)
    with_library(library, lambda place: choose_policy(place.library(), rules))
    page = make_page(desk)
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT, origin=SketchOrigin(kind="composite")),))
    form, tabs = page.workbench.area.form, page.workbench.area.tabs
    told = "The policy profile “Strict” asks for these details of the sketch: Artist or system."
    assert (form.demand.text, page.run_bar.summary, tabs.tabText(1)) == (told, told, "A&bout the sketch: 1 needed")
    assert form.artist.accessibleDescription() == "The policy profile asks for this."
    assert not form.kind.accessibleDescription()
    assert not page.run_bar.search_button.isEnabled()
    page.workbench.bench.copy_front("again", "copy")
    assert page.run_bar.summary == f"{STANDS_OUT.stem}: {told}"
    page.workbench.bench.remove(page.workbench.bench.state.front, "away")
    tabs.setCurrentIndex(1)
    QTest.keyClicks(form.artist, "H. Lee")
    assert (form.demand.text, tabs.tabText(1)) == ("", "A&bout the sketch")
    assert page.run_bar.search_button.isEnabled()
    page.pool.form.set_parameters(SearchParameters(top=51))
    assert "allows at most 50 candidates" in page.run_bar.summary


def test_an_empty_gallery_cannot_be_searched_and_says_why(
    make_desk: Callable[[Path], Desk], tmp_path: Path, make_page: MakePage
) -> None:
    empty = tmp_path / "empty"

    def prepare(place: Workplace) -> None:
        library = place.library(create=True)
        open_case(library, number=CASE, offence="theft", authority="law", requester="officer")

    with_library(empty, prepare)
    desk = make_desk(empty)
    desk.choose_case(CASE)
    page = make_page(desk)
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    assert "holds no photos" in page.run_bar.summary
    assert not page.run_bar.search_button.isEnabled()


def test_a_stored_search_is_opened_again_from_the_list_of_searches(
    qtbot: QtBot, desk: Desk, search: Search, make_page: MakePage, settled: Settled
) -> None:
    first, second = search(top=5), search(FLAT, top=7)
    page = make_page(desk)
    page.show_step(Step.HISTORY)
    page.resize(*SMALLEST)
    assert cut_off(page.history.table) == []
    assert page.history.search_id == second.search_id
    QTest.keyClick(page.history.table, Qt.Key.Key_Down)
    QTest.keyClick(page.history.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.record == first, timeout=PATIENCE)
    settled(desk)
    assert page.step is Step.LIST
    assert page.listed.model.total == 5


def test_a_search_opened_elsewhere_is_shown_when_the_page_is(
    qtbot: QtBot, desk: Desk, search: Search, make_page: MakePage
) -> None:
    record = search(top=5)
    desk.open_search(record.search_id, page="report")
    page = make_page(desk)
    assert page.record == record
    assert page.step is Step.LIST


def test_a_repeated_search_is_verified_to_the_last_bit(
    qtbot: QtBot, desk: Desk, search: Search, make_page: MakePage
) -> None:
    record = search(top=5)
    desk.open_search(record.search_id)
    page = make_page(desk)
    page.listed.toolbar.repeat_requested.emit()
    assert page.step is Step.HISTORY
    qtbot.waitUntil(lambda: "to the last bit" in page.history.outcome.text, timeout=PATIENCE)


def test_a_search_is_taken_as_the_beginning_of_another(
    qtbot: QtBot, desk: Desk, search: Search, make_page: MakePage, settled: Settled
) -> None:
    record = search(top=5, seed=9, fusion="mean", filters=(parse_filter("sex=male"),))
    desk.open_search(record.search_id)
    page = make_page(desk)
    page.listed.toolbar.again_requested.emit()
    qtbot.waitUntil(lambda: page.step is Step.SKETCH and bool(page.workbench.inputs()), timeout=PATIENCE)
    settled(desk)
    assert page.pool.parameters == record.parameters
    qtbot.waitUntil(page.run_bar.search_button.isEnabled, timeout=PATIENCE)
    page.search()
    qtbot.waitUntil(lambda: page.record not in {None, record}, timeout=PATIENCE)
    assert page.record is not None
    assert page.record.candidates == record.candidates


def test_enter_on_a_candidate_leads_to_its_review(
    qtbot: QtBot, desk: Desk, search: Search, make_page: MakePage
) -> None:
    record = search(top=5)
    desk.open_search(record.search_id)
    page = make_page(desk)
    asked: list[str] = []
    desk.page_requested.connect(asked.append)
    QTest.keyClick(page.listed.views.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.listed.views.grid, Qt.Key.Key_Return)
    assert desk.candidate == (record.search_id, 2)
    assert asked == ["review"]


def test_what_was_decided_in_review_is_seen_on_the_list(
    qtbot: QtBot, desk: Desk, library: Path, search: Search, make_page: MakePage, settled: Settled
) -> None:
    record = search(top=5)
    desk.open_search(record.search_id)
    page = make_page(desk)
    place = Workplace(library=library)
    changes = ReviewChanges(decision=Decision.POSSIBLE, bookmarked=True)
    change_review(place.library(), record.search_id, 2, changes)
    place.close()
    desk.reviews_changed.emit(record.search_id)
    settled(desk)
    assert page.listed.model.index(1, Column.STATUS).data() == "Possible, bookmarked"


def test_why_explains_the_candidate_that_was_chosen(
    qtbot: QtBot, desk: Desk, search: Search, make_page: MakePage, settled: Settled
) -> None:
    desk.open_search(search(top=5).search_id)
    page = make_page(desk)
    assert page.why is None  # plots are not imported before they are looked at
    page.listed.views.choose(3)
    page.show_step(Step.WHY)
    assert page.why is not None
    assert page.why.strip.text == "Candidate at rank 3 of 5"
    page.why.strip.before.click()
    page.show_step(Step.LIST)
    assert page.listed.views.rank == 2
    settled(desk)


def test_another_case_brings_its_own_searches(
    qtbot: QtBot, desk: Desk, library: Path, search: Search, make_page: MakePage, settled: Settled
) -> None:
    record = search(top=5)
    with_library(
        library,
        lambda place: open_case(place.library(), number="2026-99", offence="x", authority="x", requester="x"),
    )
    desk.open_search(record.search_id)
    page = make_page(desk)
    assert page.history.model.rowCount() == 1
    desk.choose_case("2026-99")
    settled(desk)
    assert page.record is None
    assert page.history.model.rowCount() == 0
    assert not page.tabs.isTabEnabled(Step.LIST)
    desk.choose_case("")
    assert page.purpose.isVisible()


def test_who_left_the_page_meanwhile_finds_the_list_on_return(
    qtbot: QtBot, desk: Desk, page: SearchPage, settled: Settled
) -> None:
    page.workbench.set_inputs((SketchInput(path=STANDS_OUT),))
    page.search()
    page.hide()
    asked: list[str] = []
    desk.page_requested.connect(asked.append)
    qtbot.waitUntil(lambda: page.record is not None, timeout=PATIENCE)
    settled(desk)
    assert asked == []
    page.show()
    page.shown()
    assert page.step is Step.LIST
