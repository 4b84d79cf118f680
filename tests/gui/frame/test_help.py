"""The help: contents, search, links, and F1."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forensic_id.composition import resources
from forensic_id.gui.desk import Desk
from forensic_id.gui.help.page import HelpPage
from forensic_id.gui.help.topics import load_topics
from forensic_id.gui.main_window import MainWindow

HELP = resources() / "help"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> HelpPage:
    page = HelpPage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def visible(page: HelpPage) -> list[str]:
    rows = (page.contents.item(row) for row in range(page.contents.count()))
    return [item.text() for item in rows if not item.isHidden()]


def test_the_first_topic_tells_the_five_minute_job(theme: str, page: HelpPage) -> None:
    assert page.topic == "start"
    assert "Five minutes" in page.text.toPlainText()
    assert "no identification" in page.text.toPlainText()


def test_a_search_leaves_the_topics_that_hold_all_words_and_marks_the_first_place(page: HelpPage) -> None:
    page.search.setText("POLICY template")
    assert visible(page) == ["Policy profiles"]
    assert page.topic == "policies"
    assert page.text.textCursor().selectedText().casefold() == "policy"
    page.search.setText("nothing of the kind")
    assert visible(page) == []
    assert page.nothing.isVisible()
    page.search.clear()
    assert len(visible(page)) == page.contents.count()


def test_links_lead_to_other_topics_and_nowhere_else(page: HelpPage) -> None:
    page.text.anchorClicked.emit(QUrl("limits.md"))
    assert page.topic == "limits"
    page.text.anchorClicked.emit(QUrl("https://example.org/policies"))
    assert page.topic in {"policies", "start"}


def test_f1_opens_the_topic_of_the_page_in_front(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    plain = window.page
    assert plain is not None
    monkeypatch.setattr(plain, "help_topic", "limits")
    monkeypatch.setattr("forensic_id.gui.main_window.make_page", lambda _spec, desk: HelpPage(desk))
    QTest.keyClick(window, Qt.Key.Key_F1)
    front = window.page
    assert isinstance(front, HelpPage)
    assert front.topic == "limits"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_topic_has_a_heading_and_its_links_lead_somewhere(language: str) -> None:
    topics = load_topics(HELP, language)
    names = {topic.name for topic in topics}
    assert {"start", "limits", "settings", "policies"} <= names
    for topic in topics:
        assert topic.text.startswith("# ")


def test_a_topic_that_is_not_translated_is_shown_in_english(tmp_path: Path) -> None:
    for name, text in {"en/index.md": "[A](a.md) [B](b.md)", "en/a.md": "# A", "de/index.md": "[Ä](a.md)"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [(topic.title, topic.text) for topic in load_topics(tmp_path, "de")] == [("Ä", "# A")]
    assert [topic.name for topic in load_topics(tmp_path, "fr")] == ["a"]
