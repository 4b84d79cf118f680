"""The language of the interface, switched while the program runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.language import Language
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.numbers import counted
from forensic_id.gui.pages import page_title
from forensic_id.gui.sentences import sentence_for
from tests.gui.frame.conftest import PlainPage


@pytest.fixture
def language(desk: Desk, qapp: QApplication) -> Iterator[Language]:
    yield desk.appearance.language
    desk.appearance.language.use("en", qapp)


def test_the_window_is_rebuilt_in_the_other_language_with_the_same_page_in_front(
    theme: str, window: MainWindow, plain_pages: list[PlainPage], language: Language, qapp: QApplication, qtbot: QtBot
) -> None:
    window.show_page("gallery")
    built = len(plain_pages)
    language.use("de", qapp)
    qtbot.waitUntil(lambda: len(plain_pages) > built)
    qtbot.wait(0)
    assert [page.name for page in plain_pages[built:]] == ["gallery"]  # once, and the others when they are shown
    assert window.page is plain_pages[-1]
    assert page_title("cases") == "Fälle"
    language.use("en", qapp)
    qtbot.waitUntil(lambda: window.page is not plain_pages[built])
    assert page_title("cases") == "Cases"


def test_qts_own_buttons_speak_the_language_too(language: Language, qapp: QApplication) -> None:
    language.use("de", qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert counted(1234567) == "1.234.567"
    assert sentence_for(ValueError()).startswith("Das Programm")


def test_an_unknown_language_is_that_of_the_system(
    language: Language, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forensic_id.gui.language._system_language", lambda: "de")
    language.use("tlh", qapp)
    assert language.code == "de"
