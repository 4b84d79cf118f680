"""Two people at one desk: signing in, the locked session, signing out; nothing is shown before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.rights import Role
from forensic_id.gui.access.account_note import AccountNote
from forensic_id.gui.access.dialogs import ChangePasswordDialog, SignInDialog, UnlockSessionDialog
from forensic_id.gui.access.doorkeeper import Doorkeeper
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import SecretDialog
from forensic_id.gui.main_window import MainWindow
from forensic_id.services.manage_accounts import NewAccount, add_account, use_accounts
from tests.gui.conftest import PATIENCE
from tests.gui.office_library import CHEAP

BOSS, ANNA, OWN = "five quiet owls at dawn", "green kites over the bay", "seven slow trains to Riga"


@pytest.fixture
def manned(library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo library with an administrator and an examiner."""
    monkeypatch.setattr("forensic_id.composition.password_tools", lambda: CHEAP)
    place = Workplace(library=library)
    opened = place.library()
    use_accounts(opened, NewAccount(name="boss", password=BOSS, roles=frozenset()), CHEAP)
    add_account(opened, NewAccount(name="anna", password=ANNA, roles=frozenset({Role.EXAMINER})), CHEAP)
    place.close()
    return library


@pytest.fixture
def window(
    manned: Path, make_desk: Callable[[Path], Desk], settled: Callable[[Desk], None], qtbot: QtBot
) -> Iterator[MainWindow]:
    window = MainWindow(make_desk(manned))
    qtbot.addWidget(window)
    window.show()
    yield window
    settled(window.desk)
    window.close()


@pytest.fixture
def door(window: MainWindow) -> Doorkeeper:
    return Doorkeeper(window.desk, window)


def asked(door: Doorkeeper, qtbot: QtBot, kind: type[SecretDialog]) -> SecretDialog:
    """The dialog that is open, once it is."""
    qtbot.waitUntil(lambda: isinstance(door.dialog, kind), timeout=PATIENCE)
    assert isinstance(door.dialog, SecretDialog)
    return door.dialog


def answer(dialog: SecretDialog, **texts: str) -> None:
    for name, text in texts.items():
        dialog.form.fields[name].setText(text)
    dialog.further.click()


def enter(door: Doorkeeper, window: MainWindow) -> None:
    door.enter(lambda: window.show_page("cases"))


def is_shown(window: MainWindow) -> bool:
    content = window.centralWidget()
    return content is not None and content.isVisible()


def test_two_people_sign_in_lock_and_sign_out(
    door: Doorkeeper, window: MainWindow, qtbot: QtBot, theme: str, settled: Callable[[Desk], None]
) -> None:
    enter(door, window)
    first = asked(door, qtbot, SignInDialog)
    assert window.page is None
    assert not is_shown(window)
    answer(first, name="anna", password="wrong")
    qtbot.waitUntil(lambda: "wrong" in first.form.problem.text(), timeout=PATIENCE)
    answer(first, name="anna", password=ANNA)
    own = asked(door, qtbot, ChangePasswordDialog)
    answer(own, old=ANNA, new=OWN, again="another")
    assert "differ" in own.form.problem.text()
    answer(own, old=ANNA, new=OWN, again=OWN)
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    settled(window.desk)
    note = window.findChild(AccountNote)
    assert note is not None
    assert note.text() == "anna (examiner)"
    assert door.idle.isActive()

    door.idle.timeout.emit()
    locked = asked(door, qtbot, UnlockSessionDialog)
    assert not is_shown(window)
    QTest.keyClick(locked, Qt.Key.Key_Escape)
    assert locked.isVisible()
    answer(locked, password="wrong")
    qtbot.waitUntil(lambda: bool(locked.form.problem.text()), timeout=PATIENCE)
    answer(locked, password=OWN)
    qtbot.waitUntil(lambda: is_shown(window), timeout=PATIENCE)

    window.desk.sign_out_requested.emit()
    answer(asked(door, qtbot, SignInDialog), name="boss", password=BOSS)
    qtbot.waitUntil(lambda: note.text() == "boss (administrator)", timeout=PATIENCE)
    settled(window.desk)


def test_whoever_cannot_sign_in_leaves(door: Doorkeeper, window: MainWindow, qtbot: QtBot) -> None:
    enter(door, window)
    asked(door, qtbot, SignInDialog).leave.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)


def test_a_library_without_accounts_lets_in_whoever_is_there(
    make_desk: Callable[[Path], Desk], library: Path, qtbot: QtBot, settled: Callable[[Desk], None]
) -> None:
    window = MainWindow(make_desk(library))
    qtbot.addWidget(window)
    window.show()
    door = Doorkeeper(window.desk, window)
    enter(door, window)
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    note = window.findChild(AccountNote)
    assert note is not None
    assert note.text().endswith("(works alone)")
    door.lock()
    assert (door.dialog, door.idle.isActive()) == (None, False)
    settled(window.desk)
    assert window.findChildren(QDialog) == []
    window.close()
