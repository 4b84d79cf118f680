"""The theme, switched while the program runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import DARK, LIGHT


@pytest.fixture
def system(qapp: QApplication, appearance: Appearance) -> Iterator[Qt.ColorScheme]:
    yield qapp.styleHints().colorScheme()
    appearance.apply("light", qapp)


def test_a_switch_reaches_open_windows_and_their_icons(
    window: MainWindow, appearance: Appearance, qapp: QApplication, system: Qt.ColorScheme
) -> None:
    appearance.apply("light", qapp)
    light = window.grab().toImage()
    appearance.apply("dark", qapp)
    dark = window.grab().toImage()
    assert light.pixelColor(light.width() - 20, light.height() // 2).lightness() > 200
    assert dark.pixelColor(dark.width() - 20, dark.height() // 2).lightness() < 60
    assert window.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text


def test_the_theme_of_the_system_is_followed_until_another_is_chosen(
    appearance: Appearance, qapp: QApplication, system: Qt.ColorScheme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    appearance.apply("system", qapp)
    other = Qt.ColorScheme.Light if appearance.dark else Qt.ColorScheme.Dark
    monkeypatch.setattr("forensic_id.gui.theme.appearance._system_scheme", lambda _application: other)
    with qtbot.waitSignal(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(other)
    assert appearance.dark is (other is Qt.ColorScheme.Dark)
    appearance.apply("light", qapp)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.colours is LIGHT
