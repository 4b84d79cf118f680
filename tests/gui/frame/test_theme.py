"""The theme, switched while the program runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
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


def test_the_icon_of_a_disabled_primary_button_is_seen_on_the_ground_of_the_window(
    appearance: Appearance, qapp: QApplication
) -> None:
    appearance.apply("light", qapp)
    icon = appearance.icon("stop", LIGHT.on_accent)
    drawn = [icon.pixmap(QSize(24, 24), mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)]
    enabled, disabled = (
        {image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 90}
        for image in drawn
    )
    assert enabled == {LIGHT.on_accent}
    assert all(QColor(colour).lightness() < 60 for colour in disabled)
    assert disabled
