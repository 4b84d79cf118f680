"""The help: contents, search, links, and F1."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forensic_id.composition import resources
from forensic_id.gui.desk import Desk
from forensic_id.gui.help.page import HelpPage
from forensic_id.gui.help.topic_view import TopicView
from forensic_id.gui.help.topics import Topic, load_topics
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.pages import PAGES

HELP = resources() / "help"
LINK = re.compile(r"\[[^\]]*\]\(([^)]+\.md)\)")


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
    page.search.setText("umbrella and galoshes")
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
        assert set(LINK.findall(topic.text)) <= {f"{name}.md" for name in names}


def test_both_languages_hold_the_same_topics_in_the_same_order() -> None:
    orders = {language: [topic.name for topic in load_topics(HELP, language)] for language in ("en", "de")}
    assert orders["en"] == orders["de"]
    for language, order in orders.items():
        assert sorted([*order, "index"]) == sorted(file.stem for file in (HELP / language).glob("*.md"))


def test_every_page_has_a_topic_of_its_own_or_the_start() -> None:
    names = {topic.name for topic in load_topics(HELP, "en")}
    for spec in PAGES:
        module, name = spec.place.split(":")
        assert getattr(importlib.import_module(f"forensic_id.gui.{module}"), name).help_topic in names


def test_both_languages_show_the_same_pictures() -> None:
    german = {topic.name: topic.pictures for topic in load_topics(HELP, "de")}
    assert german == {topic.name: topic.pictures for topic in load_topics(HELP, "en")}


@pytest.mark.parametrize("dark", [False, True])
def test_every_picture_that_a_topic_names_exists(dark: bool) -> None:
    files = {topic.picture(name, dark=dark) for topic in load_topics(HELP, "en") for name in topic.pictures}
    assert len(files) >= 12
    assert [str(file) for file in files if not file.is_file()] == []


def test_pictures_are_in_the_colours_of_the_theme_and_as_wide_as_the_text(
    theme: str, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, colour in {"light": "white", "dark": "black"}.items():
        picture = QImage(600, 300, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        picture.save(str(tmp_path / f"a-{name}.png"))
    topic = Topic(
        name="a", title="A", file=tmp_path / "a.md", text="# A\n\n![Page](a-light.png) ![Gone](b-light.png)"
    )
    view = TopicView()
    qtbot.addWidget(view)
    view.show()
    view.resize(500, 400)
    view.show_topic(topic, dark=theme == "dark")
    assert shown(view).width() == view.text_width < 600
    assert shown(view).pixelColor(1, 1) == QColor("black" if theme == "dark" else "white")
    assert view.toMarkdown().count("![") == 1
    view.resize(1000, 400)
    assert shown(view).width() == 600


def shown(view: TopicView) -> QImage:
    picture = view.document().resource(QTextDocument.ResourceType.ImageResource, QUrl("a-light.png"))
    assert isinstance(picture, QImage)
    return picture


def test_a_topic_that_is_not_translated_is_shown_in_english(tmp_path: Path) -> None:
    for name, text in {"en/index.md": "[A](a.md) [B](b.md)", "en/a.md": "# A", "de/index.md": "[Ä](a.md)"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [(topic.title, topic.text) for topic in load_topics(tmp_path, "de")] == [("Ä", "# A")]
    assert [topic.name for topic in load_topics(tmp_path, "fr")] == ["a"]
