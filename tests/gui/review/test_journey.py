"""An examiner reviews candidates by keyboard alone, and everything is there afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from forensic_id.core.records import AuditEntry
from forensic_id.core.report import LEAD_BANNER
from forensic_id.core.review import Decision, Finding
from forensic_id.gui.desk import Desk
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.widgets.banner import Banner
from tests.gui.review.conftest import SEARCH, TOP

Settled = Callable[[Desk], None]
OpenPage = Callable[[Desk], ReviewPage]


def keys(page: QWidget, *pressed: Qt.Key | str) -> None:
    """Press keys wherever the focus is."""
    for key in pressed:
        target = QApplication.focusWidget() or page
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def rank_of(page: ReviewPage) -> int:
    assert page.candidate is not None
    return page.candidate.rank


def test_three_candidates_are_decided_by_keyboard_and_all_is_there_when_reopened(
    theme: str, desk: Desk, open_page: OpenPage, settled: Settled
) -> None:
    page = open_page(desk)
    changed: list[int] = []
    desk.reviews_changed.connect(changed.append)
    assert rank_of(page) == 1
    keys(page, "1", "b", "k", "s", "d", Qt.Key.Key_Return, "scar on the lid", Qt.Key.Key_Return, "u")
    keys(page, Qt.Key.Key_Escape, "n", "2", "the ears differ", Qt.Key.Key_Return)
    keys(page, "t", "lobe attached", Qt.Key.Key_Escape, Qt.Key.Key_PageDown)
    keys(page, "3", "too dark", Qt.Key.Key_Return, "N")
    settled(desk)
    assert rank_of(page) == 4
    assert page.may_leave()
    assert SEARCH in changed

    again = open_page(desk)
    assert rank_of(again) == 4
    first, second, third = (again.recorder.content(rank) for rank in (1, 2, 3))
    assert (first.decision, first.bookmarked) == (Decision.POSSIBLE, True)
    assert [(each.component, each.finding, each.remark) for each in first.checklist] == [
        ("skin", Finding.SIMILAR, ""),
        ("outline", Finding.DISSIMILAR, ""),
        ("composition", Finding.UNDETERMINED, "scar on the lid"),
    ]
    assert (second.decision, second.reason, second.notes) == (
        Decision.EXCLUDED,
        "the ears differ",
        "lobe attached",
    )
    assert (third.decision, third.reason) == (Decision.INCONCLUSIVE, "too dark")
    assert again.list.progress.text() == f"Decided: 3 of {TOP}"
    again.show_rank(2)
    settled(desk)
    assert again.panel.reason.text() == "the ears differ"
    assert again.panel.buttons[Decision.EXCLUDED].isChecked()


def test_the_lead_banner_stands_above_the_candidates(page: ReviewPage) -> None:
    banners = [each.text for each in page.findChildren(Banner) if each.isVisible()]
    assert LEAD_BANNER in banners
    assert "people searched" in page.notice.text or "strangers" in page.notice.text
    assert page.record is not None
    assert page.record.verdict is not None
    is_wary = bool(page.record.warnings) or not page.record.verdict.informative
    assert page.notice.property("role") == ("notice" if is_wary else "card")


def test_an_exclusion_is_not_saved_without_a_reason_and_leaving_asks(
    page: ReviewPage, desk: Desk, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys(page, "2")
    settled(desk)
    assert page.panel.reason.hasFocus()
    assert page.panel.reason.property("invalid") is True
    assert "give the reason" in page.panel.state.text()
    assert page.recorder.entry(1).saved is None
    asked: list[str] = []

    def refuse(_parent: QWidget, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", refuse)
    assert not page.may_leave()
    assert "rank: 1" in asked[0]
    keys(page, Qt.Key.Key_PageDown)
    page.panel.toggle_bookmark()
    page.step(-1)
    assert page.panel.buttons[Decision.EXCLUDED].isChecked()
    page.panel.reason.setFocus()
    keys(page, "hairline", Qt.Key.Key_Return)
    settled(desk)
    saved = page.recorder.entry(1).saved
    assert saved is not None
    assert saved.content.decision is Decision.EXCLUDED
    assert page.may_leave()


def test_a_view_is_logged_once_for_each_opening(
    page: ReviewPage, desk: Desk, settled: Settled, entries: Callable[[str], list[AuditEntry]]
) -> None:
    page.update()
    page.shown()
    settled(desk)
    page.panel.decide(Decision.POSSIBLE)
    page.step(1)
    page.step(-1)
    settled(desk)
    views = [entry.subject for entry in entries("candidate.view")]
    assert views == [f"search {SEARCH} candidate {rank}" for rank in (1, 2, 1)]


def test_undoing_a_decision_is_a_new_version_with_the_earlier_content(
    page: ReviewPage, desk: Desk, settled: Settled
) -> None:
    keys(page, "1")
    settled(desk)
    page.step(1)
    QTest.keyClick(page.list.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(desk)
    assert rank_of(page) == 1
    saved = page.recorder.entry(1).saved
    assert saved is not None
    assert (saved.version, saved.content.decision) == (2, Decision.UNDECIDED)
    page.recorder.steps.redo()
    settled(desk)
    saved = page.recorder.entry(1).saved
    assert saved is not None
    assert (saved.version, saved.content.decision) == (3, Decision.POSSIBLE)


def test_the_filter_keeps_what_was_decided_and_steps_within_it(
    page: ReviewPage, desk: Desk, settled: Settled
) -> None:
    for rank in (2, 5):
        page.show_rank(rank)
        page.panel.decide(Decision.POSSIBLE)
    page.list.filter.setCurrentIndex(page.list.filter.findData("possible"))
    settled(desk)
    assert page.list.model.rowCount() == 2
    page.step(-1)
    assert rank_of(page) == 2
    page.step(1)
    assert rank_of(page) == 5
    page.show_next_undecided()
    assert rank_of(page) == 6
    settled(desk)


def test_a_candidate_chosen_elsewhere_is_opened(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    desk.choose_candidate(SEARCH, 7)
    settled(desk)
    assert rank_of(page) == 7


def test_without_a_search_the_page_leads_to_one(desk: Desk, qtbot: QtBot) -> None:
    page = ReviewPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    with qtbot.waitSignal(desk.page_requested) as asked:
        page.empty.action_requested.emit()
    assert asked.args == ["search"]
    page.step(1)
    page.show_history()
    page.panel.decide(Decision.POSSIBLE)


def test_reasons_given_before_are_offered(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    keys(page, "2", "too old & grey", Qt.Key.Key_Return, "n", "2")
    menu = page.panel.reason.choices()
    assert [entry.text() for entry in menu.actions()] == ["too old && grey"]
    menu.actions()[0].trigger()
    settled(desk)
    saved = page.recorder.entry(2).saved
    assert saved is not None
    assert saved.content.reason == "too old & grey"


def test_the_checklist_is_marked_with_the_mouse_and_taken_back(
    page: ReviewPage, desk: Desk, settled: Settled
) -> None:
    view = page.panel.checklist.view
    place = view.visualRect(page.panel.checklist.model.index(1, 2)).center()
    for finding in (Finding.DISSIMILAR, Finding.NOT_SET):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert page.recorder.content(1).found("outline").finding is finding
    keys(page, "k", "u", Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert page.recorder.content(1).checklist == ()
    settled(desk)


def test_a_decision_without_its_reason_does_not_count_and_another_candidate_begins_with_the_first_feature(
    desk: Desk, open_page: OpenPage, settled: Settled
) -> None:
    page = open_page(desk)
    keys(page, "k", "s", "d", Qt.Key.Key_Escape, "2")
    assert page.recorder.decided() == 0
    keys(page, "no scar", Qt.Key.Key_Return)
    assert page.recorder.decided() == 1
    assert page.panel.checklist.view.currentIndex().row() == 2
    keys(page, "n")
    assert page.panel.checklist.view.currentIndex().row() == 0
    settled(desk)
