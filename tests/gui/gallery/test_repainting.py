"""Texts of long lists are shortened once and kept, but not without bound."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from forensic_id.gui.gallery import repainting
from forensic_id.gui.gallery.repainting import ShortenedTexts

NAME = "Wilhelmina Featherstonehaugh"


@pytest.fixture
def texts(qtbot: QtBot) -> ShortenedTexts:
    return ShortenedTexts(QFont())  # which needs an application


def test_a_text_is_cut_to_the_room_it_has_each_time(texts: ShortenedTexts) -> None:
    for _ in range(2):
        assert texts.get(NAME, 2000) == NAME
        narrow, narrower = texts.get(NAME, 100), texts.get(NAME, 60)
        assert narrow.endswith("…")
        assert len(narrower) < len(narrow) < len(NAME)


def test_texts_and_widths_that_were_forgotten_come_out_the_same(
    texts: ShortenedTexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repainting, "_MOST_TEXTS", 2)
    monkeypatch.setattr(repainting, "_MOST_WIDTHS", 2)
    first = texts.get(NAME, 100)
    for width in (100, 110, 120, 130):
        for name in ("Ada", "Bob", "Eve"):
            assert texts.get(name, width) == name
    assert texts.get(NAME, 100) == first
