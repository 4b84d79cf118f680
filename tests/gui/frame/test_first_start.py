"""The assistant of the first start, to the library that one can work with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from forensic_id import app
from forensic_id.gui.desk import Desk
from forensic_id.gui.first_start import people_step
from forensic_id.gui.first_start.dialog import FirstStart
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.services.import_gallery import ImportReport
from forensic_id.services.prepare_demo import DEMO_CASE, prepare_demo
from tests.gui.conftest import DEMO, PATIENCE
from tests.gui.frame.conftest import PlainPage


@pytest.fixture
def new_desk(make_desk: Callable[[Path], Desk], tmp_path: Path) -> Desk:
    return make_desk(tmp_path / "new" / "library")


@pytest.fixture
def window(new_desk: Desk, plain_pages: list[PlainPage], qtbot: QtBot) -> Callable[[], tuple[MainWindow, FirstStart]]:
    """The window and the assistant in front of it."""

    def start() -> tuple[MainWindow, FirstStart]:
        window = app.make_window(new_desk)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: window.findChild(FirstStart) is not None)
        assistant = window.findChild(FirstStart)
        assert isinstance(assistant, FirstStart)
        qtbot.waitExposed(assistant)
        return window, assistant

    return start


@pytest.fixture
def few_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration with the first three photos only: the others take their time and change nothing."""
    folder = tmp_path / "few"
    folder.mkdir()
    rows = (DEMO / "gallery.csv").read_text(encoding="utf-8").splitlines()[:4]
    (folder / "gallery.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    for row in rows[1:]:
        name = row.partition(",")[0]
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DEMO / name, folder / name)

    def prepare(_people: Path, **given: Any) -> ImportReport:
        return prepare_demo(folder, **given)

    monkeypatch.setattr(people_step, "prepare_demo", prepare)


def go_on(assistant: FirstStart, qtbot: QtBot) -> None:
    """Press Next and wait for the step after."""
    before = assistant.step
    QTest.mouseClick(assistant.further, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: assistant.step is not before, timeout=PATIENCE)


def stored(desk: Desk, qtbot: QtBot, read: Callable[..., object]) -> object:
    """What a service reads from the library in use."""
    results: list[object] = []
    desk.run(Lane.BROWSE, lambda place, _task: read(place.library()), owner=desk, on_done=results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=PATIENCE)
    return results[0]


def test_from_nothing_to_the_demonstration(
    theme: str,
    window: Callable[[], tuple[MainWindow, FirstStart]],
    new_desk: Desk,
    qtbot: QtBot,
    settled: Callable[[Desk], None],
    few_people: None,
) -> None:
    frame, assistant = window()
    assert frame.page is None
    go_on(assistant, qtbot)
    go_on(assistant, qtbot)
    qtbot.waitUntil(lambda: len(assistant.policy.buttons) == 3)
    assistant.policy.buttons[2].click()
    go_on(assistant, qtbot)
    assistant.people.demo.click()
    qtbot.waitUntil(lambda: frame.page is not None, timeout=4 * PATIENCE)
    assert frame.page is not None
    assert frame.page.help_topic == "search"
    assert new_desk.case_number == DEMO_CASE
    assert new_desk.preferences.library == new_desk.library_folder
    assert stored(new_desk, qtbot, lambda library: library.policies.current().name) == "training"
    assert stored(new_desk, qtbot, lambda library: len(library.gallery.subjects())) != 0
    settled(new_desk)


def test_a_folder_of_somebody_else_is_refused_with_the_reason_and_another_can_be_chosen(
    window: Callable[[], tuple[MainWindow, FirstStart]], new_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    _frame, assistant = window()
    foreign = tmp_path / "letters"
    foreign.mkdir()
    (foreign / "letter.txt").touch()
    before = new_desk.library_folder
    assistant.library.field.folder = foreign
    assistant.further.click()
    qtbot.waitUntil(lambda: "letter.txt" in assistant.library.problem.text(), timeout=PATIENCE)
    assert new_desk.library_folder == before
    assert list(foreign.iterdir()) == [foreign / "letter.txt"]
    assistant.library.field.folder = tmp_path / "mine"
    go_on(assistant, qtbot)
    assert new_desk.library_folder == tmp_path / "mine"
    assistant.library.field.folder = None
    assistant.library.perform()
    assert assistant.library.problem.text() == "Name a folder."
    assistant.reject()


def test_the_way_back_leads_to_the_folder_and_the_profile_again(
    window: Callable[[], tuple[MainWindow, FirstStart]], new_desk: Desk, qtbot: QtBot
) -> None:
    _frame, assistant = window()
    assert not assistant.back.isVisible()
    go_on(assistant, qtbot)
    go_on(assistant, qtbot)
    qtbot.waitUntil(lambda: len(assistant.policy.buttons) == 3)
    assert assistant.policy.buttons[0].text() in assistant.policy._rules.text()
    assistant.back.click()
    shown = [assistant.step]
    for _ in range(2):
        go_on(assistant, qtbot)
        shown.append(assistant.step)
    assistant.back.click()
    assert [*shown, assistant.step] == [assistant.accounts, assistant.policy, assistant.people, assistant.policy]
    assistant.policy.buttons[2].click()
    go_on(assistant, qtbot)
    assert stored(new_desk, qtbot, lambda library: library.policies.current().name) == "training"
    assistant.reject()


def test_a_library_that_is_there_already_is_opened_without_further_questions(
    window: Callable[[], tuple[MainWindow, FirstStart]], new_desk: Desk, library: Path, qtbot: QtBot
) -> None:
    frame, assistant = window()
    assistant.library.field.folder = library
    assistant.further.click()
    qtbot.waitUntil(lambda: frame.page is not None, timeout=PATIENCE)
    assert new_desk.library_folder == library


def test_a_gallery_is_handed_over_to_its_page_and_an_empty_start_begins_with_cases(
    window: Callable[[], tuple[MainWindow, FirstStart]],
    new_desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frame, assistant = window()
    go_on(assistant, qtbot)
    go_on(assistant, qtbot)
    qtbot.waitUntil(lambda: len(assistant.policy.buttons) == 3)
    go_on(assistant, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    with qtbot.waitSignal(new_desk.import_requested) as asked:
        assistant.people.gallery.click()
    assert asked.args == [tmp_path]
    assert frame.page is not None
    assert frame.page.help_topic == "gallery"


def test_who_leaves_the_assistant_leaves_the_program(
    window: Callable[[], tuple[MainWindow, FirstStart]], new_desk: Desk, qtbot: QtBot
) -> None:
    frame, assistant = window()
    QTest.keyPress(assistant, Qt.Key.Key_Escape)  # the dialog is gone before the key comes up
    qtbot.waitUntil(lambda: not frame.isVisible())
    assert not new_desk.library_folder.exists()


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_longest_step_fits_on_a_low_screen_without_scrolling(
    code: str, new_desk: Desk, appearance: Appearance, qapp: QApplication, qtbot: QtBot
) -> None:
    appearance.language.use(code, qapp)
    try:
        assistant = FirstStart(new_desk)
        qtbot.addWidget(assistant)
        assistant.show()
        go_on(assistant, qtbot)
        assistant.accounts.several.click()
        assistant.accounts.form.say("The two passwords differ.")
        qapp.processEvents()
        assert assistant.height() <= 620
        (area,) = assistant.accounts.findChildren(QScrollArea)
        assert area.verticalScrollBar().maximum() == 0
        assistant.reject()
    finally:
        appearance.language.use("en", qapp)
