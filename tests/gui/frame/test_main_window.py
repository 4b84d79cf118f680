"""What the frame does around any page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from forensic_id.core.errors import InvalidInputError
from forensic_id.gui import main_window
from forensic_id.gui.desk import Desk
from forensic_id.gui.error_dialog import ErrorDialog
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.shortcut_overview import ShortcutOverview
from forensic_id.gui.tasks import Lane
from forensic_id.gui.unexpected_errors import UnexpectedErrors
from tests.gui.frame.conftest import PlainPage


def overview_of(window: MainWindow) -> list[str]:
    """The words of the open shortcut overview."""
    overview = window.findChild(ShortcutOverview)
    assert isinstance(overview, ShortcutOverview)
    return [each.text() for each in overview.findChildren(QLabel)]


def dialog_of(window: MainWindow) -> ErrorDialog:
    dialog = window.findChild(ErrorDialog)
    assert isinstance(dialog, ErrorDialog)
    return dialog


def front(window: MainWindow) -> PlainPage:
    page = window.page
    assert isinstance(page, PlainPage)
    return page


def test_pages_are_built_when_first_shown_and_kept(
    theme: str, window: MainWindow, plain_pages: list[PlainPage]
) -> None:
    assert [page.name for page in plain_pages] == ["cases"]
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert [page.name for page in plain_pages] == ["cases", "gallery"]
    assert front(window).name == "cases"
    assert front(window).times_shown == 2


def test_a_prepared_page_is_built_behind_the_one_in_front_and_never_before_it(
    desk: Desk, plain_pages: list[PlainPage], show_window: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    early = MainWindow(desk)
    qtbot.addWidget(early)
    early.prepare_page("gallery")
    assert plain_pages == []
    window = show_window(desk)
    window.prepare_page("gallery")
    assert front(window).name == "cases"
    assert [page.times_shown for page in plain_pages] == [1, 0]
    window.show_page("gallery")
    assert [page.name for page in plain_pages] == ["cases", "gallery"]


def test_a_page_with_unsaved_input_is_kept_in_front_when_its_user_says_so(window: MainWindow) -> None:
    front(window).leaving = False
    window.show_page("gallery")
    assert front(window).name == "cases"
    window.close()
    assert window.isVisible()
    front(window).leaving = True


def test_f1_asks_for_the_help_topic_of_the_page_in_front(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("gallery")
    with qtbot.waitSignal(window.desk.help_requested) as asked:
        QTest.keyClick(window, Qt.Key.Key_F1)
    assert asked.args == ["gallery"]
    assert front(window).name == "help"


def test_the_overview_lists_all_shortcuts_and_follows_the_page_in_front(theme: str, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Question)
    words = overview_of(window)
    assert words[:5] == ["Cases", "Ctrl+E", "Export cases", "1 ... 9", "Mark in cases"]
    assert {"Everywhere", "Ctrl+3", "F1", "Ctrl+Q"} <= set(words)
    window.show_page("gallery")
    assert overview_of(window)[0] == "Gallery"
    assert "Export cases" in overview_of(window)


def test_a_question_mark_written_into_a_field_stays_there(window: MainWindow) -> None:
    QTest.keyClicks(front(window).field, "?")
    assert front(window).field.text() == "?"
    assert window.findChild(ShortcutOverview) is None


def test_a_shortcut_of_a_page_works_while_the_focus_is_in_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(front(window).field.hasFocus)
    QTest.keyClick(front(window).field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert front(window).done == ["export"]


def test_an_error_of_background_work_is_shown_as_its_sentence(
    window: MainWindow, settled: Callable[[Desk], None], qtbot: QtBot
) -> None:
    def fail(*_given: object) -> None:
        raise InvalidInputError("The file is empty. Choose another one.")

    window.desk.run(Lane.BROWSE, fail, owner=window, on_done=lambda _result: None)
    settled(window.desk)
    assert dialog_of(window).sentence.text() == "The file is empty. Choose another one."
    dialog_of(window).copy_details()
    assert "InvalidInputError" in QApplication.clipboard().text()


def test_further_errors_are_counted_in_the_open_dialog_and_stand_in_its_details(window: MainWindow) -> None:
    window.show_error(ValueError("first"))
    window.show_error(ValueError("second"))
    assert [type(each) for each in window.findChildren(ErrorDialog)] == [ErrorDialog]
    dialog = dialog_of(window)
    assert "mistake" in dialog.sentence.text()
    assert dialog.more.isVisibleTo(dialog)
    assert "second" in dialog.details.toPlainText()
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.show_error(ValueError("third"))
    assert not dialog_of(window).more.isVisibleTo(dialog_of(window))


class Faulty(QObject):
    def fail(self) -> None:
        raise ValueError("raised in a slot")


@pytest.fixture
def watched(window: MainWindow) -> UnexpectedErrors:
    errors = UnexpectedErrors(window)
    errors.raised.connect(window.show_error)
    return errors


def test_an_exception_in_a_slot_reaches_the_dialog_and_what_is_being_written_stays(
    window: MainWindow, watched: UnexpectedErrors, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    front(window).field.setText("half a sentence")
    with capture_exceptions() as printed:
        watched.watch()
        try:
            window.desk.gallery_changed.connect(Faulty(window).fail)
            window.desk.gallery_changed.emit()
            qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
        finally:
            watched.leave()
    assert printed == []
    assert "raised in a slot" in dialog_of(window).details.toPlainText()
    assert front(window).field.text() == "half a sentence"


def test_an_exception_in_a_thread_reaches_the_dialog(
    window: MainWindow, watched: UnexpectedErrors, qtbot: QtBot
) -> None:
    watched.watch()
    try:
        thread = threading.Thread(target=Faulty().fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
    finally:
        watched.leave()
    assert "raised in a slot" in dialog_of(window).details.toPlainText()


def test_closing_while_work_runs_asks_first(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, settled: Callable[[Desk], None]
) -> None:
    asked: list[str] = []
    answer = QMessageBox.StandardButton.No

    def question(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    stopped = threading.Event()

    def work(_place: object, task: object) -> None:
        while not task.cancelled():  # type: ignore[attr-defined]
            threading.Event().wait(0.005)
        stopped.set()

    window.desk.run(Lane.WORK, work, owner=window, on_done=lambda _result: None, title="Importing")
    window.close()
    assert window.isVisible()
    assert "Importing" in asked[0]
    answer = QMessageBox.StandardButton.Yes
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stopped.is_set()
    assert window.desk.tasks.running == ()


def test_the_window_keeps_its_place(show_window: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot) -> None:
    first = show_window(desk)
    first.resize(first.minimumWidth(), 700)  # what the screen of the tests can hold
    first.close()
    assert show_window(desk).size() == first.size()


def test_what_is_built_anew_listens_to_the_desk_with_methods_alone() -> None:
    """A lambda that a signal holds outlives its page, and is called on what was destroyed."""
    gui = Path(main_window.__file__).parent
    listens = re.compile(r"\b(desk|appearance|thumbnails)\.\w+\.connect\(\s*(lambda|partial)")
    lasting = {"main_window.py", "doorkeeper.py"}
    found = [path.name for path in gui.rglob("*.py") if listens.search(path.read_text(encoding="utf-8"))]
    assert sorted(set(found) - lasting) == []
