"""What happens when saving does not go as it should, and how earlier versions come back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.errors import LibraryError
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.gui.desk import Desk
from forensic_id.gui.review import recorder as recorder_module
from forensic_id.gui.review.history_dialog import HistoryDialog
from forensic_id.gui.review.page import ReviewPage
from tests.gui.review.conftest import SEARCH

Settled = Callable[[Desk], None]


def save_as(place: Workplace, *, based_on: int = 0) -> None:
    content = ReviewContent(decision=Decision.POSSIBLE, notes="hers")
    place.library().reviews.save(SEARCH, 1, content, based_on=based_on)
    place.close()


@pytest.mark.parametrize("keep_mine", [True, False])
def test_nothing_is_written_over_what_somebody_else_saved_meanwhile(
    page: ReviewPage, desk: Desk, settled: Settled, as_examiner: Callable[[str], Workplace], keep_mine: bool
) -> None:
    save_as(as_examiner("Ms. Okafor"))
    page.panel.notes.setPlainText("mine")
    page.recorder.flush()
    settled(desk)
    assert page.panel.conflict.isVisible()
    assert "Ms. Okafor" in page.panel.conflict.text
    assert page.panel.notes.toPlainText() == "mine"
    (page.panel.mine if keep_mine else page.panel.theirs).click()
    settled(desk)
    assert not page.panel.conflict.isVisible()
    saved = page.recorder.entry(1).saved
    assert saved is not None
    assert (saved.version, saved.content.notes) == ((2, "mine") if keep_mine else (1, "hers"))
    assert page.panel.notes.toPlainText() == saved.content.notes


def test_a_failed_saving_is_told_and_the_text_is_kept_and_saved_later(
    page: ReviewPage, desk: Desk, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise LibraryError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(recorder_module, "save_review", full)
        page.panel.notes.setPlainText("a scar above the left eyebrow")
        page.recorder.flush()
        settled(desk)
        assert "The disk is full." in page.panel.state.text()
        assert page.panel.notes.toPlainText() == "a scar above the left eyebrow"
        assert page.recorder.unsaved() == (1,)
    assert page.may_leave()
    saved = page.recorder.entry(1).saved
    assert saved is not None
    assert saved.content.notes == "a scar above the left eyebrow"


def test_text_is_saved_after_a_pause_and_what_is_too_long_is_told(
    page: ReviewPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    page.panel.notes.setPlainText("typed")
    qtbot.waitUntil(lambda: page.recorder.entry(1).saved is not None, timeout=5000)
    page.panel.notes.setPlainText("x" * 30_000)
    page.recorder.flush()
    settled(desk)
    assert "at most 20,000 fit" in page.panel.state.text()
    assert page.recorder.unsaved() == (1,)
    page.panel.notes.setPlainText("short")
    page.recorder.flush()
    settled(desk)
    assert page.recorder.unsaved() == ()


def test_an_earlier_version_is_brought_back_as_the_newest(
    page: ReviewPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    page.panel.decide(Decision.POSSIBLE)
    settled(desk)
    page.panel.decide(Decision.UNDECIDED)
    settled(desk)
    page.show_history()
    settled(desk)
    (dialog,) = page.findChildren(HistoryDialog)
    assert dialog.table.rowCount() == 2
    assert not dialog.restore.isEnabled()
    dialog.table.setCurrentCell(1, 0)
    dialog.restore.click()
    settled(desk)
    saved = page.recorder.entry(1).saved
    assert saved is not None
    assert (saved.version, saved.content.decision) == (3, Decision.POSSIBLE)


def test_what_others_saved_is_there_when_the_page_is_shown_again(
    page: ReviewPage, desk: Desk, settled: Settled, as_examiner: Callable[[str], Workplace]
) -> None:
    save_as(as_examiner("Ms. Okafor"))
    page.shown()
    settled(desk)
    assert page.panel.notes.toPlainText() == "hers"
    assert "Ms. Okafor" in page.panel.state.text()


def test_an_altered_search_is_told_instead_of_reviewed(desk: Desk, settled: Settled, qtbot: QtBot) -> None:
    page = ReviewPage(desk)
    qtbot.addWidget(page)
    page.show()
    desk.open_search(99, page="review")
    settled(desk)
    assert page.record is None
    assert page.failed.isVisible()


def test_nothing_said_in_one_library_is_written_into_another(
    page: ReviewPage, desk: Desk, settled: Settled, tmp_path: Path, library: Path
) -> None:
    page.panel.decide(Decision.EXCLUDED)
    settled(desk)
    other = tmp_path / "other"
    shutil.copytree(library, other)
    desk.use_library(other)
    desk.open_search(SEARCH, page="review")
    page.shown()
    settled(desk)
    assert page.recorder.content(1) == ReviewContent()


def test_what_waits_for_its_reason_is_still_there_after_another_search(
    page: ReviewPage, desk: Desk, settled: Settled
) -> None:
    page.panel.decide(Decision.EXCLUDED)
    settled(desk)
    page.recorder.open(SEARCH + 1, ())
    assert page.recorder.content(1) == ReviewContent()
    page.recorder.open(SEARCH, ())
    assert page.recorder.content(1).decision is Decision.EXCLUDED
