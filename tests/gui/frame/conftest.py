"""A main window whose pages are plain ones, so that the frame is tested by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from forensic_id.gui import main_window
from forensic_id.gui.desk import Desk
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.page import Page
from forensic_id.gui.pages import PageSpec


class PlainPage(Page):
    """A field to write in, one shortcut, and the user's answer to leaving."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk)
        self.name, self.help_topic = name, name
        self.times_shown, self.leaving = 0, True
        self.done: list[str] = []
        self.field = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Plain")))
        layout.addWidget(self.field)
        self.add_shortcut("Ctrl+E", f"Export {name}", lambda: self.done.append("export"))
        self.add_shortcut("1 ... 9", f"Mark in {name}")

    def shown(self) -> None:
        self.times_shown += 1
        self.field.setFocus()

    def may_leave(self) -> bool:
        return self.leaving


@pytest.fixture
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> list[PlainPage]:
    """Every page that the window builds."""
    made: list[PlainPage] = []

    def make(spec: PageSpec, desk: Desk) -> Page:
        made.append(PlainPage(desk, spec.name))
        return made[-1]

    monkeypatch.setattr(main_window, "make_page", make)
    return made


@pytest.fixture
def show_window(qtbot: QtBot, plain_pages: list[PlainPage]) -> Iterator[Callable[[Desk], MainWindow]]:
    """Windows on the cases page, closed after the test."""
    windows: list[MainWindow] = []

    def show(desk: Desk) -> MainWindow:
        window = MainWindow(desk)
        windows.append(window)
        window.show()
        window.show_page("cases")
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(show_window: Callable[[Desk], MainWindow], desk: Desk) -> MainWindow:
    return show_window(desk)
