"""Encryption in the desktop application: set up, unlocked, changed, recovered and removed, on the real widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forensic_id import app
from forensic_id.composition import Workplace
from forensic_id.core.errors import LibraryLockedError
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.change_dialogs import DecryptDialog, NewRecoveryKeyDialog, PassphraseDialog
from forensic_id.gui.encryption.recovery_key_view import RecoveryKeyDialog, RecoveryKeyView
from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.gui.encryption.set_up_dialog import SetUpDialog
from forensic_id.gui.encryption.unlock_dialog import RecoverDialog, UnlockDialog
from forensic_id.gui.first_start.dialog import FirstStart
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.settings.page import SettingsPage
from forensic_id.security.keys import Argon2Cost
from forensic_id.services.encrypt_library import encrypt_library, prepare_encryption
from tests.gui.conftest import PATIENCE
from tests.gui.frame.conftest import PlainPage, plain_pages

__all__ = ["plain_pages"]

FIRST, SECOND = "seven green bottles", "three quiet harbours"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases of these tests cost nothing."""
    defaults = Argon2Cost.__init__.__kwdefaults__ or {}
    for name, value in {"memory_kib": 64, "passes": 1, "lanes": 1}.items():
        monkeypatch.setitem(defaults, name, value)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A library with nothing in it."""
    folder = tmp_path / "small"
    place = Workplace(library=folder)
    place.library(create=True)
    place.close()
    return folder


@pytest.fixture
def encrypted(small: Path) -> Path:
    """An encrypted library with nothing in it; its recovery key lies beside it."""
    place = Workplace(library=small)
    made = prepare_encryption(place.encryption, FIRST)
    encrypt_library(place.encryption, made.key)
    place.close()
    small.with_name("code").write_text(made.recovery_code)
    return small


def found(parent: QWidget, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    """The dialog of a kind, once it is open."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in parent.findChildren(kind)), timeout=PATIENCE)
    return next(each for each in parent.findChildren(kind) if each.isVisible())


def fill(form: SecretForm, **texts: str) -> None:
    for name, text in texts.items():
        form.fields[name].setText(text)


def confirm(view: RecoveryKeyView) -> None:
    """Type the two groups that are asked for."""
    groups = view.code.text().replace("\n", "-").split("-")
    for number, field in view.groups.items():
        field.setText(groups[number].lower())
        field.textEdited.emit(field.text())


def settings(desk: Desk, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    return page


def test_a_library_is_encrypted_in_the_settings_and_works_on(
    make_desk: Callable[[Path], Desk], small: Path, qtbot: QtBot, settled: Callable[[Desk], None]
) -> None:
    desk = make_desk(small)
    page = settings(desk, qtbot)
    assert "BitLocker" in page.encryption.advice.text()
    page.encryption.encrypt.click()
    dialog = found(page, SetUpDialog, qtbot)
    assert isinstance(dialog, SetUpDialog)
    fill(dialog.form, new=FIRST, again=SECOND)
    dialog.further.click()
    assert "differ" in dialog.form.problem.text()
    fill(dialog.form, new="short", again="short")
    dialog.further.click()
    qtbot.waitUntil(lambda: "at least 12" in dialog.form.problem.text(), timeout=PATIENCE)
    fill(dialog.form, new=FIRST, again=FIRST)
    dialog.further.click()
    qtbot.waitUntil(lambda: bool(dialog.recovery.code.text()), timeout=PATIENCE)
    assert not dialog.further.isEnabled()
    dialog.recovery.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.recovery.code.text().replace("\n", "-")
    confirm(dialog.recovery)
    assert dialog.further.isEnabled()
    with qtbot.waitSignal(desk.library_changed, timeout=PATIENCE):
        dialog.further.click()
    assert page.encryption.state.text() == "This library is encrypted."
    settled(desk)
    assert page.library.problem.text() == ""
    with pytest.raises(LibraryLockedError):
        Workplace(library=small).library()


def test_a_library_that_is_open_elsewhere_is_not_encrypted(
    make_desk: Callable[[Path], Desk], small: Path, qtbot: QtBot, settled: Callable[[Desk], None]
) -> None:
    desk = make_desk(small)
    parent = QWidget()
    qtbot.addWidget(parent)
    other = Workplace(library=small)
    other.library()
    dialog = SetUpDialog(desk, parent)
    dialog.show()
    fill(dialog.form, new=FIRST, again=FIRST)
    dialog.further.click()
    qtbot.waitUntil(lambda: bool(dialog.recovery.code.text()), timeout=PATIENCE)
    confirm(dialog.recovery)
    dialog.further.click()
    qtbot.waitUntil(lambda: "open elsewhere" in dialog.form.problem.text(), timeout=PATIENCE)
    settled(desk)
    other.close()
    dialog.reject()


def test_the_program_asks_for_the_passphrase_before_it_shows_anything(
    make_desk: Callable[[Path], Desk],
    encrypted: Path,
    plain_pages: list[PlainPage],
    qtbot: QtBot,
    settled: Callable[[Desk], None],
) -> None:
    desk = make_desk(encrypted)
    window = app.make_window(desk)
    qtbot.addWidget(window)
    dialog = found(window, UnlockDialog, qtbot)
    assert isinstance(dialog, UnlockDialog)
    assert window.page is None
    fill(dialog.form, passphrase=SECOND)
    dialog.further.click()
    qtbot.waitUntil(lambda: "does not unlock" in dialog.form.problem.text(), timeout=PATIENCE)
    fill(dialog.form, passphrase=FIRST)
    dialog.further.click()
    qtbot.waitUntil(lambda: window.page is not None, timeout=PATIENCE)
    settled(desk)


def test_whoever_has_no_passphrase_leaves(
    make_desk: Callable[[Path], Desk], encrypted: Path, plain_pages: list[PlainPage], qtbot: QtBot
) -> None:
    window: MainWindow = app.make_window(make_desk(encrypted))
    qtbot.addWidget(window)
    dialog = found(window, UnlockDialog, qtbot)
    assert isinstance(dialog, UnlockDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)


def test_the_recovery_key_unlocks_with_a_new_passphrase(
    make_desk: Callable[[Path], Desk], small: Path, encrypted: Path, qtbot: QtBot
) -> None:
    desk = make_desk(encrypted)
    parent = QWidget()
    qtbot.addWidget(parent)
    unlock = UnlockDialog(desk, encrypted, parent)
    unlock.open()
    unlock.forgotten.click()
    dialog = found(unlock, RecoverDialog, qtbot)
    assert isinstance(dialog, RecoverDialog)
    fill(dialog.form, code=small.with_name("code").read_text(), new=SECOND, again=FIRST)
    dialog.further.click()
    assert "differ" in dialog.form.problem.text()
    fill(dialog.form, again=SECOND)
    with qtbot.waitSignal(unlock.accepted, timeout=PATIENCE):
        dialog.further.click()
    assert Workplace(library=encrypted).encryption.vault.unlock(SECOND)


def test_passphrase_and_recovery_key_are_changed_and_the_encryption_removed(
    make_desk: Callable[[Path], Desk], encrypted: Path, qtbot: QtBot, settled: Callable[[Desk], None]
) -> None:
    desk = make_desk(encrypted)
    page = settings(desk, qtbot)
    qtbot.waitUntil(lambda: "encrypted" in page.library.problem.text(), timeout=PATIENCE)
    page.library.use(encrypted)
    unlock = found(page, UnlockDialog, qtbot)
    assert isinstance(unlock, UnlockDialog)
    fill(unlock.form, passphrase=FIRST)
    with qtbot.waitSignal(desk.library_changed, timeout=PATIENCE):
        unlock.further.click()
    page.encryption.passphrase.click()
    change = found(page, PassphraseDialog, qtbot)
    assert isinstance(change, PassphraseDialog)
    fill(change.form, current=FIRST, new=SECOND, again="")
    change.further.click()
    assert "differ" in change.form.problem.text()
    fill(change.form, again=SECOND)
    with qtbot.waitSignal(change.accepted, timeout=PATIENCE):
        change.further.click()
    page.encryption.recovery.click()
    newer = found(page, NewRecoveryKeyDialog, qtbot)
    assert isinstance(newer, NewRecoveryKeyDialog)
    fill(newer.form, passphrase=SECOND)
    newer.further.click()
    told = found(page, RecoveryKeyDialog, qtbot)
    assert isinstance(told, RecoveryKeyDialog)
    confirm(told.view)
    told.done_button.click()
    page.encryption.decrypt.click()
    decrypt = found(page, DecryptDialog, qtbot)
    assert isinstance(decrypt, DecryptDialog)
    fill(decrypt.form, passphrase=FIRST)
    decrypt.further.click()
    qtbot.waitUntil(lambda: "does not unlock" in decrypt.form.problem.text(), timeout=PATIENCE)
    fill(decrypt.form, passphrase=SECOND)
    with qtbot.waitSignal(desk.library_changed, timeout=PATIENCE):
        decrypt.further.click()
    assert page.encryption.state.text() == "This library is not encrypted."
    settled(desk)


def test_the_assistant_encrypts_a_new_library(
    make_desk: Callable[[Path], Desk],
    tmp_path: Path,
    plain_pages: list[PlainPage],
    qtbot: QtBot,
    settled: Callable[[Desk], None],
) -> None:
    desk = make_desk(tmp_path / "new" / "library")
    window = app.make_window(desk)
    qtbot.addWidget(window)
    assistant = found(window, FirstStart, qtbot)
    assert isinstance(assistant, FirstStart)
    assistant.library.encrypt.setChecked(True)
    assistant.further.click()
    dialog = found(assistant, SetUpDialog, qtbot)
    assert isinstance(dialog, SetUpDialog)
    fill(dialog.form, new=FIRST, again=FIRST)
    dialog.further.click()
    qtbot.waitUntil(lambda: bool(dialog.recovery.code.text()), timeout=PATIENCE)
    confirm(dialog.recovery)
    dialog.further.click()
    qtbot.waitUntil(lambda: assistant.step is assistant.accounts, timeout=PATIENCE)
    settled(desk)
    assert (tmp_path / "new" / "library" / "keys.json").exists()
    assistant.reject()


def test_a_recovery_key_is_printed(tmp_path: Path, qtbot: QtBot) -> None:
    view = RecoveryKeyView(tmp_path)
    qtbot.addWidget(view)
    view.show_code("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "key.pdf"))
    view.print_to(printer)
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    view.forget()
    assert view.code.text() == ""


def test_what_is_typed_can_be_seen(qtbot: QtBot) -> None:
    form = SecretForm([("passphrase", "&Passphrase")])
    qtbot.addWidget(form)
    field = form.fields["passphrase"]
    assert field.echoMode() == field.EchoMode.Password
    form.shown.setChecked(True)
    assert field.echoMode() == field.EchoMode.Normal
    form.shown.setChecked(False)
    assert field.echoMode() == field.EchoMode.Password
