"""The review by two on the page: asked for by the first examiner, made blind by the second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.accounts import Account, LibraryMode
from forensic_id.core.policy import Policy
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.core.rights import Role
from forensic_id.gui.desk import Desk
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.tasks import Lane
from forensic_id.services.review_candidates import save_review
from tests.gui.conftest import PATIENCE
from tests.gui.review.conftest import SEARCH

AT = "2025-03-01T12:00:00+00:00"


@pytest.fixture
def two(library: Path) -> Path:
    """Anna has decided on the first candidate; Carl may review a second time, and the profile asks for it."""
    place = Workplace(library=library)
    opened = place.library()
    for name, role in (("anna", Role.EXAMINER), ("carl", Role.REVIEWER)):
        opened.accounts.add(Account(name=name, roles=frozenset({role}), password_hash="", created_at=AT))
    opened.accounts.choose_mode(LibraryMode.ACCOUNTS, "")
    opened.policies.choose(Policy(second_examiner=True))
    opened.act_as("anna")
    save_review(opened, SEARCH, 1, ReviewContent(decision=Decision.POSSIBLE), based_on=0)
    place.close()
    return library


def test_the_first_asks_and_the_second_concludes_blind(
    two: Path,
    make_desk: Callable[[Path], Desk],
    qtbot: QtBot,
    settled: Callable[[Desk], None],
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
) -> None:
    desk = make_desk(two)

    def come_in(name: str) -> None:
        desk.run(Lane.BROWSE, lambda place, _task: place.enter(name), owner=desk, on_done=lambda _none: None)
        settled(desk)
        desk.leave_library()

    come_in("anna")
    page = ReviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    desk.open_search(SEARCH, page="review")
    qtbot.waitUntil(page.second.assign.isVisible, timeout=PATIENCE)
    assert "No second examiner has reviewed" in page.second.said.text()
    (carl,) = page.second.examiners.actions()
    carl.trigger()
    qtbot.waitUntil(lambda: "Waiting for carl" in page.second.said.text(), timeout=PATIENCE)

    settled(desk)
    come_in("carl")
    page.recorder.forget()
    page.shown()
    qtbot.waitUntil(page.second.submit.isVisible, timeout=PATIENCE)
    assert "blind" in page.second.said.text()
    assert page.recorder.content(1).decision is Decision.UNDECIDED
    assert not page.second.submit.isEnabled()
    page.show_rank(1)
    page.panel.decide(Decision.POSSIBLE)
    qtbot.waitUntil(page.second.submit.isEnabled, timeout=PATIENCE)
    settled(desk)
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: QMessageBox.StandardButton.Yes)
    page.second.submit.click()
    qtbot.waitUntil(lambda: "is complete" in page.second.said.text(), timeout=PATIENCE)
    settled(desk)
