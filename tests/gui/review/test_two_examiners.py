"""From the first conclusion to the final report: two people at one desk, one of them blind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.policy import Policy
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.gui.access.dialogs import SignInDialog
from forensic_id.gui.access.doorkeeper import Doorkeeper
from forensic_id.gui.cases.page import CasesPage
from forensic_id.gui.desk import Desk
from forensic_id.gui.landing import land
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.report.page import ReportPage
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.waiting.page import WaitingPage
from forensic_id.services.review_candidates import save_review
from tests.gui.conftest import PATIENCE
from tests.gui.office_library import CHEAP, OWN, employ
from tests.gui.review.conftest import SEARCH, TOP

RULES = Policy(name="two", title="Two", second_examiner=True)


@pytest.fixture
def manned(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Anna has decided on two candidates; Carl and Dora may review a second time, and the profile asks for it."""
    monkeypatch.setattr("forensic_id.composition.password_tools", lambda: CHEAP)
    place = Workplace(library=library)
    opened = place.library()
    opened.policies.choose(RULES)
    employ(opened, {"anna": (Role.EXAMINER,), "carl": (Role.REVIEWER,), "dora": (Role.REVIEWER,)})
    opened.act_as("anna")
    save_review(opened, SEARCH, 1, ReviewContent(decision=Decision.POSSIBLE), based_on=0)
    ears = ReviewContent(decision=Decision.EXCLUDED, reason="The ears differ.")
    save_review(opened, SEARCH, 2, ears, based_on=0)
    place.close()
    return library


class Office:
    """The window, and who comes in."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.desk, self._qtbot = window, window.desk, qtbot
        self.door = Doorkeeper(self.desk, window)

    def until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def come_in(self, name: str) -> None:
        self.until(lambda: isinstance(self.door.dialog, SignInDialog))
        dialog = self.door.dialog
        assert isinstance(dialog, SignInDialog)
        dialog.form.fields["name"].setText(name)
        dialog.form.fields["password"].setText(OWN)
        dialog.further.click()
        self.until(lambda: self.desk.access is not None and self.desk.access.principal.name == name)
        self.settle()

    def go_out(self) -> None:
        self.settle()
        self.desk.sign_out_requested.emit()

    def settle(self) -> None:
        self.until(lambda: not self.desk.tasks.running)

    def review(self) -> ReviewPage:
        self.settle()
        page = self.window.page
        assert isinstance(page, ReviewPage)
        return page

    @property
    def offered(self) -> str:
        return self.window._navigation.button("waiting").text()


@pytest.fixture
def office(manned: Path, make_desk: Callable[[Path], Desk], qtbot: QtBot) -> Office:
    window = MainWindow(make_desk(manned))
    office = Office(window, qtbot)
    qtbot.addWidget(window, before_close_func=lambda _window: office.settle())  # fixtures end after the window
    window.show()
    office.door.enter(lambda: land(window))
    return office


def test_two_examiners_reach_a_final_report(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: QMessageBox.StandardButton.Yes)
    window, desk = office.window, office.desk
    office.come_in("anna")
    desk.open_search(SEARCH, page="review")
    second = office.review().second
    assert "No second examiner has reviewed" in second.said.text()
    second.examiners.actions()[1].trigger()
    office.until(lambda: "Waiting for dora" in second.said.text())
    office.until(second.withdraw.isVisible)
    second.withdraw.click()
    asked = second.reason_asked
    assert asked is not None
    assert not asked.act.isEnabled()
    asked.reason.setPlainText("on leave")
    asked.act.click()
    office.until(second.assign.isVisible)
    second.examiners.actions()[0].trigger()
    office.until(lambda: "Waiting for carl" in second.said.text())
    office.until(lambda: office.offered == "Waiting (1)")
    office.go_out()

    office.come_in("carl")
    office.until(lambda: office.offered == "Waiting (1)")
    waiting = window.page  # whoever only reviews lands there
    assert isinstance(waiting, WaitingPage)
    assert (waiting.mine.rowCount(), waiting.asked.rowCount()) == (1, 0)
    waiting.mine_table.opened.emit(0)
    office.until(lambda: isinstance(window.page, ReviewPage))
    page = office.review()
    office.until(page.second.submit.isVisible)
    assert "blind" in page.second.said.text()
    assert page.recorder.content(1).decision is Decision.UNDECIDED
    assert [each.rank for each in page.list.model.candidates] == [1, 2]
    assert page.list.progress.text() == "Decided: 0 of 2"
    assert not page.second.submit.isEnabled()
    for rank in (1, 2):
        page.show_rank(rank)
        page.recorder.edit(rank, ReviewContent(decision=Decision.EXCLUDED, reason="The ears differ."), "decided")
    office.until(page.second.submit.isEnabled)
    office.settle()
    page.second.submit.click()
    office.until(page.second.differences.isVisible)
    assert "no agreed conclusion is recorded, at rank: 1" in page.second.said.text()
    assert len(page.list.model.candidates) == TOP
    assert page.panel.closed.text() == "Only the role examiner may review candidates."
    page.second.show_differences()
    dialog = page.second.differences_shown
    assert dialog is not None
    assert [card.rank for card in dialog.cards] == [1, 2]
    assert not dialog.cards[0].record.isEnabled()
    assert dialog.fold.text() == "1 candidate on which both agree"
    assert not dialog.cards[1].isVisible()
    dialog.fold.click()
    assert dialog.cards[1].isVisible()
    dialog.reject()
    window.show_page("waiting")
    office.settle()
    assert waiting.empty.isVisible()
    office.go_out()

    office.come_in("dora")
    office.until(lambda: isinstance(window.page, CasesPage))  # nothing waits for her
    office.go_out()

    office.come_in("anna")
    window.show_page("waiting")
    assert window.page is not waiting  # nothing of whoever was here before
    waiting = window.page
    assert isinstance(waiting, WaitingPage)
    office.until(lambda: waiting.asked.rowCount() == 1)
    assert waiting.asked.index(0, 5).data() == "To be agreed on, by rank: 1"
    waiting.asked_table.opened.emit(0)
    office.until(lambda: isinstance(window.page, ReviewPage) and window.page.second.differences.isVisible())
    desk.page_requested.emit("report")
    office.settle()
    report = window.page
    assert isinstance(report, ReportPage)
    assert report.standing.state.text() == "Draft"
    report.standing.make_final.click()
    assert report.standing.dialog is not None
    report.standing.dialog.reason.setPlainText("The court asks for it today.")
    report.standing.dialog.act.click()
    office.until(lambda: report.standing.state.text() == "Final report")
    assert "The court asks for it today." in report.standing.why.text()
    report.standing.back.click()
    office.until(lambda: report.standing.state.text() == "Draft")
    report.standing.review.click()
    page = office.review()
    page.second.show_differences()
    dialog = page.second.differences_shown
    assert dialog is not None
    (card, _) = dialog.cards
    card.decision.setCurrentIndex(card.decision.findData("excluded"))
    card.reason.setText("Both saw the ears.")
    assert card.typed == (Decision.EXCLUDED, "Both saw the ears.")
    card.record.click()
    office.until(lambda: dialog.state.text() == "Nothing is left to agree on.")
    dialog.reject()
    assert "is complete" in page.second.said.text()
    office.until(lambda: office.offered == "Waiting")
    page.show_report()
    office.until(lambda: report.standing.state.text() == "Final report")
    assert not report.standing.make_final.isVisible()
    office.settle()
