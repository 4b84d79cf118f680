"""Case packages and holds on the cases page: made, checked, changed and checked again; held and released."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition_exchange import signing_key
from forensic_id.core.settings import KEYS_VARIABLE
from forensic_id.gui.cases.package_check import PackageCheckDialog
from forensic_id.gui.cases.package_dialog import PackageDialog
from forensic_id.gui.cases.page import CasesPage
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.exchange.passphrase import KeyPassphraseDialog
from forensic_id.security import key_files
from tests.gui.demo_library import CASE
from tests.gui.stored_searches import add_searches

Settled = Callable[[Desk], None]
D = TypeVar("D", bound=QDialog)


@pytest.fixture(autouse=True)
def _own_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(KEYS_VARIABLE, str(tmp_path / "keys"))
    monkeypatch.setattr(key_files, "_ROUNDS", 10)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settled: Settled) -> CasesPage:
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.shown()
    settled(desk)
    page.open_case(CASE)
    settled(desk)
    return page


def open_dialog(page: CasesPage, kind: type[D]) -> D:
    (dialog,) = (each for each in page.findChildren(kind) if each.isVisible())
    return dialog


def drop(page: CasesPage, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy = QPointF(50, 50), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(at.toPoint(), copy, data, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(at, copy, data, buttons, keys))


def test_a_package_is_made_and_found_sound_until_a_byte_is_changed(
    library: Path, page: CasesPage, desk: Desk, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    add_searches(library, CASE, count=1, top=3)
    signing_key().make("office")
    page.view.package_button.click()
    settled(desk)
    dialog = open_dialog(page, PackageDialog)
    dialog.photos.setChecked(True)
    path = tmp_path / "case.zip"
    dialog.make(path)
    settled(desk)
    asked = dialog.findChild(KeyPassphraseDialog)
    assert asked is not None
    asked.form.fields["passphrase"].setText("wrong")
    asked.further.click()
    settled(desk)
    assert "passphrase is wrong" in asked.form.problem.text()
    asked.form.fields["passphrase"].setText("office")
    asked.further.click()
    settled(desk)
    assert path.exists()
    fingerprint = signing_key().fingerprint
    assert fingerprint[:4] in dialog.outcome.text()
    assert dialog.saved.isVisible()
    dialog.close_button.click()

    drop(page, path)
    settled(desk)
    check = open_dialog(page, PackageCheckDialog)
    assert check.findings is not None
    assert check.findings.sound
    assert "Sound" in check.verdict.headline.text()
    assert "signing key of this computer" in check.verdict.text
    check.fingerprint.line.setText("0" * 64)
    check.fingerprint.button.click()
    settled(desk)
    assert "another key than the one you named" in check.verdict.first.text()
    check.fingerprint.line.setText("no digits")
    check.fingerprint.button.click()
    assert "is no fingerprint" in check.fingerprint.problem.text()
    contents = check.contents
    assert "case package" in contents.text.toPlainText()
    for row in range(contents.names.count()):
        contents.names.setCurrentRow(row)
        settled(desk)
    assert not contents.picture.pixmap().isNull()
    contents.save(tmp_path / "copy.jpg")
    settled(desk)
    assert contents.note.text() == "Written: copy.jpg"
    check.close_button.click()

    data = bytearray(path.read_bytes())
    data[data.index(b"%PDF-") + 900] ^= 1
    path.write_bytes(bytes(data))
    page.packages.check(path)
    settled(desk)
    check = open_dialog(page, PackageCheckDialog)
    assert "Not sound" in check.verdict.headline.text()
    assert "report.pdf" in check.verdict.first.text()
    check.close_button.click()


def test_what_is_no_package_is_said_and_what_is_stopped_leaves_none(
    page: CasesPage, desk: Desk, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "none.zip"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    page.list.check_button.click()
    settled(desk)
    check = open_dialog(page, PackageCheckDialog)
    assert "could not be checked" in check.verdict.headline.text()
    assert "cannot be read" in check.verdict.first.text()
    check.close_button.click()
    page.packages.ask_to_make(CASE)
    settled(desk)
    dialog = open_dialog(page, PackageDialog)
    dialog._start(path, "")
    dialog.stop_button.click()
    settled(desk)
    assert "No package" in dialog.outcome.text()
    assert not path.exists()
    dialog.make(tmp_path)
    settled(desk)
    assert "cannot be written" in dialog.outcome.text()
    dialog.close_button.click()


def test_a_case_is_held_with_a_reason_and_released(page: CasesPage, desk: Desk, settled: Settled) -> None:
    assert not page.view.hold_note.isVisible()
    page.view.hold_button.click()
    dialog = open_dialog(page, HoldDialog)
    assert not dialog.action.isEnabled()
    dialog.reason.setText("appeal")
    dialog.reference.setText("A 12/26")
    dialog.action.click()
    settled(desk)
    assert page.view.hold_note.isVisible()
    assert "appeal, A 12/26" in page.view.hold_note.text
    assert "purged, expunged or removed" in page.view.hold_note.text
    page.show_list()
    settled(desk)
    model = page.list.model
    assert model.data(model.index(0, model.columnCount() - 1)) == "Open, on hold"
    page.open_case(CASE)
    settled(desk)
    page.view.hold_button.click()
    dialog = open_dialog(page, HoldDialog)
    dialog.reason.setText("decided")
    dialog.action.click()
    settled(desk)
    assert not page.view.hold_note.isVisible()
