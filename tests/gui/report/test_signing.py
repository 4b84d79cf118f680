"""Signed reports on the report page: signed with two kinds of keys, found sound, changed, and found changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.core.settings import KEYS_VARIABLE
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.passphrase import KeyPassphraseDialog
from forensic_id.gui.report.page import ReportPage
from forensic_id.gui.report.signature_check import SignatureCheckDialog
from forensic_id.security import key_files
from forensic_id.security.certificates import local_identity
from tests.gui.demo_library import CASE
from tests.gui.stored_searches import add_searches

Settled = Callable[[Desk], None]


@pytest.fixture
def page(
    desk: Desk, library: Path, qtbot: QtBot, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ReportPage:
    monkeypatch.setenv(KEYS_VARIABLE, str(tmp_path / "keys"))
    monkeypatch.setattr(key_files, "_ROUNDS", 10)
    add_searches(library, CASE, count=1, top=3)
    page = ReportPage(desk)
    qtbot.addWidget(page)
    with QSignalBlocker(page.options.plates):  # plates take long to draw
        page.options.plates.setValue(0)
    desk.open_search(1, page="report")
    page.show()
    page.shown()
    settled(desk)
    return page


def office_key(path: Path) -> None:
    """A key and certificate of their own, under the passphrase "office"."""
    made = local_identity(path.parent / "office", name="County Office", now=datetime.now(UTC), passphrase=lambda: "")
    key, certificate, _ = pkcs12.load_key_and_certificates(made.pkcs12, None)
    encrypted = key_files.encryption("office")
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, encrypted))  # type: ignore[arg-type]


def verdict(page: ReportPage, path: Path, desk: Desk, settled: Settled) -> SignatureCheckDialog:
    page.signing.check(path)
    settled(desk)
    (dialog,) = (each for each in page.findChildren(SignatureCheckDialog) if each.isVisible())
    return dialog


def test_a_report_is_signed_checked_changed_and_checked_again(
    page: ReportPage, desk: Desk, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "signed.pdf"
    assert page.signing.button.own_action.isEnabled()
    page.signing.sign(path)
    settled(desk)
    assert page.saved.isVisible()
    dialog = verdict(page, path, desk, settled)
    assert "not changed since" in dialog.verdict.headline.text()
    assert "It is the certificate of this computer." in dialog.verdict.text
    dialog.fingerprint.line.setText("0" * 64)
    dialog.fingerprint.button.click()
    settled(desk)
    assert "not with the certificate" in dialog.verdict.headline.text()
    dialog.close()

    key = tmp_path / "office.p12"
    office_key(key)
    page.signing.sign(path, key)
    settled(desk)
    asked = page.findChild(KeyPassphraseDialog)
    assert asked is not None
    asked.form.fields["passphrase"].setText("office")
    asked.further.click()
    settled(desk)
    dialog = verdict(page, path, desk, settled)
    assert "with the key of County Office, and not changed since" in dialog.verdict.headline.text()
    assert "self-made" in dialog.verdict.text
    dialog.close()

    path.write_bytes(path.read_bytes() + b"\n% added\n")
    dialog = verdict(page, path, desk, settled)
    assert dialog.verdict.headline.text().startswith("Changed since it was signed by ")
    assert dialog.verdict.headline.text().endswith(" with the key of County Office.")
    assert "something was added" in dialog.verdict.first.text()
    dialog.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(key), ""))
    page.signing.button.check_action.trigger()
    settled(desk)
    (dialog,) = (each for each in page.findChildren(SignatureCheckDialog) if each.isVisible())
    assert "could not be checked" in dialog.verdict.headline.text()
    dialog.close()
