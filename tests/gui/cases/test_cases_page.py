"""Cases: opening one by keyboard, finding, working on and closing them, and the searches of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.errors import DefectError, UserFacingError
from forensic_id.gui import open_case_dialog
from forensic_id.gui.cases.page import CasesPage
from forensic_id.gui.cases.recent_cases import KEPT, RecentCases
from forensic_id.gui.desk import Desk
from forensic_id.gui.open_case_dialog import OpenCaseDialog
from forensic_id.services.manage_cases import close_case, open_case
from tests.gui.demo_library import CASE
from tests.gui.stored_searches import add_searches

Settled = Callable[[Desk], None]


@pytest.fixture
def shown(qtbot: QtBot, settled: Settled) -> Callable[[Desk], CasesPage]:
    def show(desk: Desk) -> CasesPage:
        page = CasesPage(desk)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.shown()
        settled(desk)
        return page

    return show


def add_cases(library: Path, *numbers: str) -> None:
    place = Workplace(library=library, actor="examiner")
    try:
        for number in numbers:
            open_case(place.library(), number=number, offence="theft", authority="order 7", requester="Sgt. Adeyemi")
    finally:
        place.close()


def dialog_of(page: CasesPage) -> OpenCaseDialog:
    (dialog,) = page.findChildren(OpenCaseDialog)
    return dialog


def listed(page: CasesPage) -> list[str]:
    model = page.list.model
    return [model.case_at(row).case.number for row in range(model.rowCount())]


def test_a_case_is_opened_by_keyboard_and_lies_on_the_desk(
    theme: str, desk: Desk, shown: Callable[[Desk], CasesPage], settled: Settled, qtbot: QtBot
) -> None:
    page = shown(desk)
    QTest.keyClick(page.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page)
    QTest.keyClicks(dialog.fields["number"], "2026-18")
    QTest.keyClick(dialog.fields["number"], Qt.Key.Key_Return)
    settled(desk)
    assert dialog.isVisible()
    assert dialog.fields["offence"].property("invalid") is True
    assert "offence" in dialog.fields["offence"].accessibleDescription()
    for name, text in (("offence", "robbery"), ("authority", "court order 12"), ("requester", "Det. Moreau")):
        QTest.keyClicks(dialog.fields[name], text)
    assert dialog.fields["offence"].property("invalid") is False
    QTest.keyClick(dialog.fields["requester"], Qt.Key.Key_Return)
    settled(desk)
    assert desk.case_number == "2026-18"
    assert page.view.isVisible()
    assert page.view.number == "2026-18"
    QTest.keyClick(page.view.table, Qt.Key.Key_Escape)
    settled(desk)
    assert listed(page) == ["2026-18", CASE]


def test_a_number_that_is_taken_is_told_at_its_field_and_nothing_typed_is_lost(
    desk: Desk, shown: Callable[[Desk], CasesPage], settled: Settled, qtbot: QtBot
) -> None:
    page = shown(desk)
    page.ask_for_case()
    dialog = dialog_of(page)
    for name, text in (("number", CASE), ("offence", "o"), ("authority", "a"), ("requester", "r")):
        QTest.keyClicks(dialog.fields[name], text)
    dialog.accept_button.click()
    settled(desk)
    assert "already" in dialog.fields["number"].accessibleDescription()
    assert dialog.fields["requester"].text() == "r"
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_refusal_that_is_about_no_field_is_told_below_them_and_a_mistake_of_ours_elsewhere(
    desk: Desk,
    shown: Callable[[Desk], CasesPage],
    settled: Settled,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown(desk)
    page.ask_for_case()
    dialog = dialog_of(page)
    for field in dialog.fields.values():
        field.setText("x")

    def broken(*_given: object, **_more: object) -> None:
        raise DefectError("Ours.")

    monkeypatch.setattr(open_case_dialog, "open_case", broken)
    with qtbot.waitSignal(desk.tasks.failed):
        dialog.accept_button.click()
    assert dialog.said.isHidden()
    dialog._refused(UserFacingError("The disk is full."))
    assert dialog.said.text() == "The disk is full."
    dialog.reject()


def test_cases_are_found_sorted_and_opened_with_enter(
    desk: Desk, library: Path, shown: Callable[[Desk], CasesPage], settled: Settled, qtbot: QtBot
) -> None:
    add_cases(library, "2026-09", "2026-10")
    page = shown(desk)
    assert listed(page) == ["2026-10", "2026-09", CASE]
    page.list.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert listed(page) == ["2026-09", "2026-10", CASE]
    QTest.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settled(desk)
    QTest.keyClicks(page.list.search, "adeyemi")
    qtbot.waitUntil(lambda: listed(page) == ["2026-09", "2026-10"])
    page.list.search.clear()
    QTest.keyClicks(page.list.search, "-10")
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)
    assert listed(page) == ["2026-10"]
    assert page.list.table.hasFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    settled(desk)
    assert desk.case_number == page.view.number == "2026-10"


def test_a_closed_case_takes_no_search_and_is_found_among_the_closed(
    desk: Desk, shown: Callable[[Desk], CasesPage], settled: Settled, qtbot: QtBot
) -> None:
    page = shown(desk)
    page.open_case(CASE)
    settled(desk)
    assert page.view.search_button.isEnabled()
    page.view.close_button.click()
    (box,) = page.findChildren(QMessageBox)
    (agree,) = [button for button in box.buttons() if box.buttonRole(button) is QMessageBox.ButtonRole.AcceptRole]
    agree.click()
    settled(desk)
    assert not page.view.search_button.isEnabled()
    assert page.view.close_button.isHidden()
    page.show_list()
    settled(desk)
    page.list.state.setCurrentIndex(page.list.state.findData("open"))
    assert listed(page) == []
    assert page.list.chosen == ""
    page.list.state.setCurrentIndex(page.list.state.findData("closed"))
    assert listed(page) == [CASE]


def test_all_searches_of_a_case_are_listed_with_their_sketches_and_lead_on(
    theme: str,
    desk: Desk,
    library: Path,
    shown: Callable[[Desk], CasesPage],
    settled: Settled,
    qtbot: QtBot,
) -> None:
    first, second = add_searches(library, CASE, count=2)
    page = shown(desk)
    page.open_case(CASE)
    settled(desk)
    model = page.view.model
    assert [model.search_at(row).search_id for row in range(model.rowCount())] == [second, first]
    page.grab()
    settled(desk)
    picture = model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole)
    assert not picture.isNull()
    assert model.data(model.index(0, 5)) == "120 people"
    asked: list[tuple[str, int | None]] = []
    desk.page_requested.connect(lambda name: asked.append((name, desk.search_id)))
    QTest.keyClick(page.view.table, Qt.Key.Key_Return)
    page.view.table.choose(1)
    for button in (page.view.review_button, page.view.report_button):
        button.click()
    page.view.search_button.click()
    assert asked == [("search", second), ("review", first), ("report", first), ("search", first)]
    add_searches(library, CASE, count=1)
    desk.searches_changed.emit(CASE)
    settled(desk)
    assert model.rowCount() == 3


def test_many_searches_come_page_by_page(
    desk: Desk, library: Path, shown: Callable[[Desk], CasesPage], settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_searches(library, CASE, count=3)
    monkeypatch.setattr("forensic_id.gui.cases.search_model.PAGE", 2)
    page = shown(desk)
    page.open_case(CASE)
    settled(desk)
    model = page.view.model
    while model.canFetchMore():
        model.fetchMore()
        settled(desk)
    assert [model.search_at(row).search_id for row in range(model.rowCount())] == [3, 2, 1]


def test_an_empty_case_and_an_empty_list_offer_the_next_step(
    make_desk: Callable[[Path], Desk], tmp_path: Path, shown: Callable[[Desk], CasesPage], settled: Settled
) -> None:
    desk = make_desk(tmp_path / "none")
    page = shown(desk)
    said = [button for button in page.list.findChildren(QPushButton) if button.isVisible()]
    assert "no library" in page.list._problem_text.text()
    said[0].click()
    dialog = dialog_of(page)
    for field in dialog.fields.values():
        field.setText("7")
    dialog.accept_button.click()
    settled(desk)
    asked: list[str] = []
    desk.page_requested.connect(asked.append)
    page.view._empty.action_requested.emit()
    assert (desk.case_number, asked) == ("7", ["search"])


def test_recent_cases_stand_above_the_list_and_open(
    desk: Desk, library: Path, shown: Callable[[Desk], CasesPage], settled: Settled
) -> None:
    add_cases(library, "1", "2")
    recent = RecentCases(desk.preferences)
    for number in ("gone", "1", "2", "1"):
        recent.add(library, number)
    page = shown(desk)
    named = [button for button in page.list.findChildren(QPushButton) if button.text() in {"1", "2"}]
    first, second = named
    assert (first.text(), second.text()) == ("1", "2")
    second.click()
    settled(desk)
    assert desk.case_number == "2"
    assert recent.numbers(library)[:2] == ["2", "1"]


def test_few_recent_cases_are_kept_for_each_library_and_nonsense_is_none(desk: Desk, tmp_path: Path) -> None:
    recent = RecentCases(desk.preferences)
    for number in range(KEPT + 2):
        recent.add(tmp_path, str(number))
    assert len(recent.numbers(tmp_path)) == KEPT
    assert recent.numbers(tmp_path / "other") == []
    for nonsense in ("{", '{"a": 1}'):
        desk.preferences._settings.setValue(next(k for k in desk.preferences._settings.allKeys()), nonsense)
        assert recent.numbers(tmp_path) == []


def test_another_library_brings_other_cases(
    desk: Desk, library: Path, tmp_path: Path, shown: Callable[[Desk], CasesPage], settled: Settled
) -> None:
    page = shown(desk)
    page.open_case(CASE)
    settled(desk)
    place = Workplace(library=tmp_path / "second", actor="examiner")
    place.library(create=True)
    place.close()
    add_cases(tmp_path / "second", "A1")
    desk.use_library(tmp_path / "second")
    settled(desk)
    assert listed(page) == ["A1"]
    assert not page.view.isVisible()


def test_a_recent_case_that_vanished_leads_back_to_the_list(
    desk: Desk, shown: Callable[[Desk], CasesPage], settled: Settled
) -> None:
    page = shown(desk)
    page.open_case("vanished")
    settled(desk)
    assert page.list.isVisible()


def test_closing_in_another_program_is_told_and_the_page_stays(
    desk: Desk, library: Path, shown: Callable[[Desk], CasesPage], settled: Settled, qtbot: QtBot
) -> None:
    page = shown(desk)
    page.open_case(CASE)
    settled(desk)
    place = Workplace(library=library, actor="examiner")
    close_case(place.library(), CASE)
    place.close()
    with qtbot.waitSignal(desk.tasks.failed) as failed:
        page._close(CASE)
    assert "closed at" in str(failed.args[0])
    assert QApplication.activeModalWidget() is None
    assert not page.findChildren(QDialog)


def test_its_shortcuts_are_listed(desk: Desk, shown: Callable[[Desk], CasesPage]) -> None:
    keys = {info.keys for info in shown(desk).shortcuts()}
    assert {"Ctrl+N", "Ctrl+F", "Escape"} <= keys
    assert all(not QKeySequence(key).isEmpty() for key in keys)
