"""Texts of long lists are measured once and kept, but not without bound; a moving list shows only some new ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from forensic_id.gui.gallery import repainting
from forensic_id.gui.gallery.repainting import CalmRepaint, FittingTexts
from tests.gui.conftest import PATIENCE

NAME = "Wilhelmina Featherstonehaugh"


class NameList(QAbstractScrollArea):
    """Paints names as the views of the gallery do."""

    def __init__(self) -> None:
        super().__init__()
        self.calm = CalmRepaint(self)
        self.texts = FittingTexts(QFont(), self.calm)
        self.names: list[str] = []
        self.shown: list[int] = []
        """How many names each painting showed."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.calm.begin()
        painter = QPainter(self.viewport())
        for place, name in enumerate(self.names):
            self.texts.draw(painter, QRect(0, 18 * place, 200, 18), name)
        painter.end()
        self.shown.append(sum(self.texts.get(name, 200) is not None for name in self.names))


@pytest.fixture
def names(qtbot: QtBot) -> NameList:
    view = NameList()
    qtbot.addWidget(view)
    return view


@pytest.fixture
def texts(names: NameList) -> FittingTexts:
    return names.texts


def fitting(texts: FittingTexts, name: str, width: int) -> str:
    found = texts.get(name, width)
    assert found is not None
    shown, length = found
    assert 0 < length <= width
    return shown


def test_a_text_is_cut_to_the_room_it_has_each_time(texts: FittingTexts) -> None:
    for _ in range(2):
        assert fitting(texts, NAME, 2000) == NAME
        narrow, narrower = fitting(texts, NAME, 100), fitting(texts, NAME, 60)
        assert narrow.endswith("…")
        assert len(narrower) < len(narrow) < len(NAME)


def test_texts_that_were_forgotten_come_out_the_same(texts: FittingTexts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repainting, "_MOST_TEXTS", 2)
    first = fitting(texts, NAME, 100)
    for name in ("Ada", "Bob", "Eve"):
        assert fitting(texts, name, 100) == name
    assert fitting(texts, NAME, 100) == first


def test_a_moving_list_takes_up_some_new_texts_a_frame_and_any_other_painting_all(
    names: NameList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repainting, "_NEW_TEXTS", 10)
    names.show()
    qtbot.waitUntil(lambda: bool(names.shown), timeout=PATIENCE)

    names.names = [f"Ada {place}" for place in range(25)]
    names.shown.clear()
    names.calm.hurry()  # as when it is scrolled
    names.viewport().repaint()
    qtbot.waitUntil(lambda: names.shown[-1] == 25, timeout=PATIENCE)
    assert names.shown == [10, 20, 25]

    names.names = [f"Bob {place}" for place in range(25)]
    names.shown.clear()
    names.grab()
    assert names.shown == [25]

    names.names = [f"Kim {place}" for place in range(25)]
    names.shown.clear()
    names.calm.fill()  # as when rows come, which the view paints at once
    names.viewport().repaint()
    qtbot.waitUntil(lambda: names.shown[-1] == 25, timeout=PATIENCE)
    assert names.shown == [10, 20, 25]

    names.hide()
    names.calm.hurry()
    names.names = [f"Eve {place}" for place in range(25)]
    names.grab()
    assert names.shown[-1] == 25
