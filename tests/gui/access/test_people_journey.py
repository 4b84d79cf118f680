"""From a new library with accounts to an auditor who sees everything, can change nothing, and is told why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forensic_id import app
from forensic_id.composition import Workplace
from forensic_id.core.rights import Role
from forensic_id.gui.access.account_dialogs import NewAccountDialog, PersonDialog, UseAccountsDialog
from forensic_id.gui.access.dialogs import ChangePasswordDialog, SignInDialog
from forensic_id.gui.access.doorkeeper import Doorkeeper
from forensic_id.gui.accounts.page import AccountsPage
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import SecretDialog
from forensic_id.gui.first_start.dialog import FirstStart
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.settings.page import SettingsPage
from tests.gui.conftest import PATIENCE
from tests.gui.cut_off import cut_off
from tests.gui.office_library import CHEAP

BOSS, FIRST, OWN = "five quiet owls at dawn", "green kites over the bay", "seven slow trains to Riga"


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forensic_id.composition.password_tools", lambda: CHEAP)


@pytest.fixture
def window(make_desk: Callable[[Path], Desk], tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = app.make_window(make_desk(tmp_path / "new" / "library"))
    qtbot.addWidget(window)
    yield window
    qtbot.waitUntil(lambda: not window.desk.tasks.running, timeout=PATIENCE)
    window.close()


def fill(dialog: SecretDialog, **texts: str) -> None:
    for name, text in texts.items():
        dialog.form.fields[name].setText(text)
        dialog.form.fields[name].textEdited.emit(text)
    dialog.further.click()


def says(dialog: SecretDialog, words: str) -> bool:
    return words in dialog.form.problem.text()


def lists(page: AccountsPage, name: str) -> bool:
    return page.model.row_of(name) >= 0


def sign_in(window: MainWindow, qtbot: QtBot, name: str, password: str) -> SignInDialog:
    door = window.findChild(Doorkeeper)
    assert door is not None
    qtbot.waitUntil(lambda: isinstance(door.dialog, SignInDialog), timeout=PATIENCE)
    dialog = door.dialog
    assert isinstance(dialog, SignInDialog)
    fill(dialog, name=name, password=password)
    return dialog


def start_with_accounts(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(FirstStart) is not None, timeout=PATIENCE)
    assistant = window.findChild(FirstStart)
    assert isinstance(assistant, FirstStart)
    assistant.further.click()
    qtbot.waitUntil(lambda: assistant.step is assistant.accounts, timeout=PATIENCE)
    step = assistant.accounts
    step.several.click()
    for name, text in (("name", "boss"), ("new", "short"), ("again", "short")):
        step.form.fields[name].setText(text)
        step.form.fields[name].textEdited.emit(text)
    assert step.form.rules.verdict.text() == "5 of at least 12 characters."
    assistant.further.click()
    qtbot.waitUntil(lambda: "too short" in step.problem.text(), timeout=PATIENCE)
    for name in ("new", "again"):
        step.form.fields[name].setText(BOSS)
    assistant.further.click()
    qtbot.waitUntil(lambda: assistant.step is assistant.policy, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(assistant.policy.buttons), timeout=PATIENCE)
    assistant.further.click()
    qtbot.waitUntil(lambda: assistant.step is assistant.people, timeout=PATIENCE)
    assert "open and close cases" in assistant.people.demo.toolTip()
    assistant.people.empty.click()
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)


def make_accounts(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("accounts")
    page = window.page
    assert isinstance(page, AccountsPage)
    for name, role in (("anna", Role.EXAMINER), ("vera", Role.AUDITOR)):
        page.new_button.click()
        dialog = page.findChildren(NewAccountDialog)[-1]
        fill(dialog, name=name, new=FIRST, again=FIRST)
        qtbot.waitUntil(partial(says, dialog, "needs a role"), timeout=PATIENCE)
        dialog.choice.boxes[role].click()
        dialog.further.click()
        qtbot.waitUntil(partial(lists, page, name), timeout=PATIENCE)
    window.resize(window.minimumSize())
    assert page.model.state_text(page.model.accounts[page.model.row_of("vera")]) == "Has to choose a password"
    assert cut_off(page.table) == []
    page.table.choose(page.model.row_of("anna"))
    page.person_button.click()
    fill(page.findChildren(PersonDialog)[-1], full_name="Dr Anna Osei", qualification="facial examiner")
    qtbot.waitUntil(lambda: page._person.text() == "Dr Anna Osei, facial examiner", timeout=PATIENCE)
    page.table.choose(page.model.row_of("boss"))
    page.lock_button.click()
    qtbot.waitUntil(lambda: "last administrator" in page.problem.text, timeout=PATIENCE)


def wrong_controls(window: MainWindow) -> list[str]:
    """What an auditor could press although it changes something, or is off without saying why."""
    desk, wrong = window.desk, []
    for name, buttons in (
        ("cases", ("list.new_button", "view.close_button", "view.search_button")),
        ("gallery", ("toolbar.import_button",)),
        ("search", ("run_bar.search_button", "purpose.open_button")),
        ("review", ("panel.mine", "second.submit", "second.assign")),
        ("batch", ("forget", "batch.resume")),
        ("training", ("bundles.install_button", "bundles.use_button", "bundles.remove_button")),
        ("settings", ("upkeep.backup_button", "erasure.purge_button", "encryption.encrypt", "library.policy")),
        ("report", ("export_button", "print_button", "list_button")),
        ("accounts", ("new_button", "roles_button", "person_button", "lock_button")),
    ):
        desk.page_requested.emit(name)
        told_elsewhere = name in {"search", "review", "accounts"}
        if told_elsewhere is bool(window._header.restriction.text()):
            wrong.append(f"{name}: the line above the page")
        for path in buttons:
            control = attrgetter(path)(window.page)
            if control.isEnabled() or "vera (auditor) may not" not in control.toolTip():
                wrong.append(f"{name}: {path}")
    return wrong


def test_an_auditor_sees_everything_can_change_nothing_and_is_told_why(
    window: MainWindow, qtbot: QtBot, theme: str
) -> None:
    start_with_accounts(window, qtbot)
    make_accounts(window, qtbot)
    window.desk.sign_out_requested.emit()
    for _ in range(5):
        dialog = sign_in(window, qtbot, "vera", "wrong")
        qtbot.waitUntil(dialog.form.isEnabled, timeout=PATIENCE)
    dialog = sign_in(window, qtbot, "vera", FIRST)
    qtbot.waitUntil(lambda: "too many wrong passwords" in dialog.form.problem.text(), timeout=PATIENCE)
    fill(dialog, name="boss", password=BOSS)
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    window.show_page("accounts")
    page = window.page
    assert isinstance(page, AccountsPage)
    qtbot.waitUntil(lambda: page.model.row_of("vera") >= 0, timeout=PATIENCE)
    page.table.choose(page.model.row_of("vera"))
    assert page.model.state_text(page.model.accounts[page.table.row]).startswith("Locked until")
    page.unlock_button.click()
    qtbot.waitUntil(lambda: "may try again" in page.said.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.desk.tasks.running, timeout=PATIENCE)

    window.desk.sign_out_requested.emit()
    sign_in(window, qtbot, "vera", FIRST)
    door = window.findChild(Doorkeeper)
    assert door is not None
    qtbot.waitUntil(lambda: isinstance(door.dialog, ChangePasswordDialog), timeout=PATIENCE)
    assert isinstance(door.dialog, ChangePasswordDialog)
    fill(door.dialog, old=FIRST, new=OWN, again=OWN)
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    assert wrong_controls(window) == []
    qtbot.waitUntil(lambda: not window.desk.tasks.running, timeout=PATIENCE)
    folder = window.desk.library_folder
    window.close()
    place = Workplace(library=folder)
    last = [entry for entry in place.library().audit.entries() if entry.action == "session.sign_out"][-1]
    place.close()
    assert (last.actor, last.details) == ("vera", {"why": "the program was closed"})


def test_somebody_who_works_alone_begins_with_accounts_in_the_settings(
    make_desk: Callable[[Path], Desk], library: Path, qtbot: QtBot, settled: Callable[[Desk], None]
) -> None:
    window = MainWindow(make_desk(library))
    qtbot.addWidget(window)
    window.show()
    Doorkeeper(window.desk, window).enter(lambda: window.show_page("settings"))
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    page = window.page
    assert isinstance(page, SettingsPage)
    settled(window.desk)
    assert page.people.begin.isVisibleTo(page.people)
    page.people.begin.click()
    qtbot.waitUntil(lambda: bool(page.people.findChildren(UseAccountsDialog)), timeout=PATIENCE)
    fill(page.people.findChildren(UseAccountsDialog)[0], name="boss", new=BOSS, again=BOSS)
    qtbot.waitUntil(lambda: window.page is not page, timeout=PATIENCE)
    settled(window.desk)
    told = [button for button in window.findChildren(QPushButton) if button.text() == "boss (administrator)"]
    assert told
    window.close()
