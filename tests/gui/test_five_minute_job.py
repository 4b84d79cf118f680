"""The five-minute job in the real window: case, sketch, candidates, review, report, and out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import resources
from forensic_id.core.review import Decision
from forensic_id.gui.cases.page import CasesPage
from forensic_id.gui.desk import Desk
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.page import Page
from forensic_id.gui.report.page import ReportPage
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.search.page import SearchPage, Step
from tests.gui.conftest import PATIENCE
from tests.gui.demo_library import CASE

SKETCH = resources() / "demo" / "sketches" / "S-01.jpg"
MATE = "D-0003"


@pytest.fixture
def window(theme: str, make_desk: Callable[[Path], Desk], library: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(make_desk(library))
    qtbot.addWidget(window)
    window.show()
    window.show_page("cases")
    return window


def test_from_the_case_to_the_report(
    window: MainWindow, settled: Callable[[Desk], None], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = window.desk
    settled(desk)
    assert isinstance(window.page, CasesPage)
    window.page.open_case(CASE)
    settled(desk)

    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    search = window.page
    assert isinstance(search, SearchPage)
    search.workbench.add_files([SKETCH])
    qtbot.waitUntil(search.run_bar.search_button.isEnabled, timeout=PATIENCE)
    settled(desk)
    search.run_bar.search_button.click()
    qtbot.waitUntil(lambda: search.step is Step.LIST and search.record is not None, timeout=PATIENCE)
    assert search.record is not None
    search_id = search.record.search_id
    settled(desk)
    assert_keys_belong_to(search, window)  # the case's page was told of the search, too

    desk.candidate_chosen.emit(search_id, 1)
    desk.open_search(search_id, page="review")
    review = window.page
    assert isinstance(review, ReviewPage)
    settled(desk)
    assert review.candidate is not None
    assert review.candidate.rank == 1
    review.panel.buttons[Decision.POSSIBLE].click()
    settled(desk)

    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    report = window.page
    assert isinstance(report, ReportPage)
    settled(desk)
    assert_keys_belong_to(report, window)
    target = tmp_path / "Bericht für das Gericht.pdf"
    report.export_button.click()
    (dialog,) = report.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.exists, timeout=PATIENCE)
    settled(desk)

    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    text = _text_of(target)
    assert CASE in text
    assert MATE in text
    assert "Possible" in text or "possible" in text


def assert_keys_belong_to(page: Page, window: MainWindow) -> None:
    focus = window.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus), focus


def _text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_page_opens_by_its_key_and_has_a_help_topic(
    window: MainWindow, settled: Callable[[Desk], None]
) -> None:
    topics = resources() / "help" / "en"
    for key in "12345678":
        QTest.keyClick(window, Qt.Key(ord(key)), Qt.KeyboardModifier.ControlModifier)
        settled(window.desk)
        assert window.page is not None
        assert window.page.objectName().startswith("page-")
        assert (topics / f"{window.page.help_topic}.md").exists(), window.page.objectName()
    window.close()
