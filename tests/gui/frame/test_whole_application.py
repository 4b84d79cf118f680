"""The whole application with its real pages: every page in both themes and languages, without an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.error_dialog import ErrorDialog
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.pages import PAGES
from forensic_id.gui.start_check import StartCheck
from tests.gui.conftest import PATIENCE


@pytest.fixture
def whole(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    yield window
    desk.appearance.language.use("en", qapp)
    window.close()


def test_every_page_opens_in_both_languages_with_its_help_and_shortcuts(
    theme: str, whole: MainWindow, settled: Callable[[Desk], None], qapp: QApplication, qtbot: QtBot
) -> None:
    for code in ("en", "de"):
        whole.desk.appearance.language.use(code, qapp)
        qtbot.wait(1)
        for spec in PAGES:
            whole.show_page(spec.name)
            settled(whole.desk)
            page = whole.page
            assert page is not None
            assert page.isVisible()
            assert all(info.text and info.keys for info in page.shortcuts())
            assert whole.findChild(ErrorDialog) is None, spec.name
    whole.show_shortcuts()
    whole.show_page("help")
    assert whole.page is not None
    assert whole.windowTitle() == "forensic_id"


def test_the_start_check_opens_every_page_and_closes_the_window(
    whole: MainWindow, qtbot: QtBot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    whole.show_page("cases")
    monkeypatch.setattr(whole, "show_page", opened.append)
    check = StartCheck(whole)
    whole.desk.tasks.failed.emit(ImportError("no module"))
    qtbot.waitUntil(lambda: not whole.isVisible(), timeout=PATIENCE)
    assert opened == [spec.name for spec in PAGES]
    assert check.failures == ["start: ImportError('no module')"]
    assert "first page is shown" in capsys.readouterr().out


def test_the_start_check_ends_where_the_library_asks_something_first(whole: MainWindow, qtbot: QtBot) -> None:
    check = StartCheck(whole)
    qtbot.waitUntil(lambda: not whole.isVisible(), timeout=PATIENCE)
    assert "asks something first" in check.failures[0]
