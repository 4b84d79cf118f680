"""Anchors from the settings and on the audit page; the signing key; due dates and holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.composition_exchange import signing_key
from forensic_id.core.policy import Policy
from forensic_id.core.settings import KEYS_VARIABLE
from forensic_id.core.signing import shown_fingerprint
from forensic_id.gui.audit.page import AuditPage
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.due_dialog import DueDialog
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.settings.anchoring_card import AnchoringCard
from forensic_id.gui.settings.erasure_card import ErasureCard
from forensic_id.gui.settings.signing_key_card import NewKeyDialog, SigningKeyCard
from forensic_id.security import key_files
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.keep_subjects import place_hold, set_retention
from forensic_id.services.manage_cases import close_case
from tests.gui.demo_library import CASE
from tests.gui.stored_searches import add_searches

Settled = Callable[[Desk], None]


@pytest.fixture(autouse=True)
def _own_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(KEYS_VARIABLE, str(tmp_path / "keys"))
    monkeypatch.setattr(key_files, "_ROUNDS", 10)


def test_the_log_is_anchored_and_checked_against_its_anchors(
    desk: Desk, qtbot: QtBot, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, page = AnchoringCard(desk), AuditPage(desk)
    for widget in (card, page):
        qtbot.addWidget(widget)
    card.load()
    settled(desk)
    assert card.state.text() == "No anchors are written."
    assert not card.anchor_button.isEnabled()
    file = tmp_path / "stick" / "anchors.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (str(file), ""))
    card.choose_button.click()
    settled(desk)
    assert "There is no file" in card.last.text()
    card.every.setValue(50)
    settled(desk)
    card.anchor_button.click()
    settled(desk)
    assert card.last.text().startswith("Last anchor:")

    page.verify()
    settled(desk)
    assert page.verdict.headline.property("role") == "success"
    assert "outside of the library: 1." in page.verdict.text.text()
    altered = tmp_path / "altered.jsonl"
    altered.write_bytes(file.read_bytes().replace(b'"at":"2', b'"at":"3'))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(altered), ""))
    page.anchors_button.click()
    settled(desk)
    assert page.verdict.headline.property("role") == "danger"
    assert "Line 1 of altered.jsonl" in page.verdict.text.text()
    altered.unlink()
    page.anchors_button.click()
    settled(desk)
    assert "There is no file of anchors" in page.problem.text
    file.unlink()
    page.verify()
    settled(desk)
    assert page.verdict.headline.property("role") == "success"
    assert "There is no file of anchors" in page.verdict.text.text()
    card.off_button.click()
    settled(desk)
    assert card.state.text() == "No anchors are written."


def test_the_signing_key_is_shown_handed_out_and_replaced(
    desk: Desk, qtbot: QtBot, settled: Settled, tmp_path: Path
) -> None:
    card = SigningKeyCard(desk)
    qtbot.addWidget(card)
    card.load()
    settled(desk)
    assert "no key yet" in card.state.text()
    assert not card.export_button.isEnabled()
    first = signing_key().make().fingerprint
    card.load()
    settled(desk)
    assert shown_fingerprint(first) in card.state.text()
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == shown_fingerprint(first)
    card.export(tmp_path / "key.pem")
    settled(desk)
    assert b"PUBLIC KEY" in (tmp_path / "key.pem").read_bytes()
    card.export(tmp_path / "none" / "key.pem")
    settled(desk)
    assert card.note.property("role") == "danger"

    card.new_button.click()
    dialog = card.findChild(NewKeyDialog)
    assert dialog is not None
    dialog.form.fields["new"].setText("secret")
    dialog.further.click()
    assert "differ" in dialog.form.problem.text()
    dialog.form.fields["again"].setText("secret")
    dialog.further.click()
    settled(desk)
    second = signing_key().fingerprint
    assert second != first
    assert shown_fingerprint(second) in card.state.text()


def test_who_is_due_is_shown_ahead_and_a_hold_is_lifted(
    desk: Desk, library: Path, qtbot: QtBot, settled: Settled
) -> None:
    place = Workplace(library=library, actor="clerk")
    set_retention(place.library(), "D-0001", "2040-01-31")
    place_hold(place.library(), external_id="D-0001", reason="appeal")
    add_searches(library, CASE, count=1, top=1)
    choose_policy(place.library(), Policy(case_retention_days=30))
    close_case(place.library(), CASE)
    place.close()
    card = ErasureCard(desk)
    qtbot.addWidget(card)
    card.due_button.click()
    dialog = card.findChild(DueDialog)
    assert dialog is not None
    settled(desk)
    assert dialog.due_count.text().startswith("People past their date by then: 0,")
    dialog.day.setDate(QDate(2040, 2, 1))
    settled(desk)
    assert dialog.due_count.text().startswith(
        "People past their date by then: 1, of whom kept by a hold: 1. Closed cases"
    )
    shown = [dialog.due.model().index(1, column).data() for column in (0, 4, 5)]
    assert shown == ["D-0001", "2040-01-31", "yes"]
    dialog.kind.setCurrentIndex(2)
    assert dialog.due_count.text() == "Closed cases past their term by then: 1, of which kept by a hold: 0."
    shown = [dialog.due.model().index(0, column).data() for column in (0, 2, 5)]
    assert (shown, dialog.holds.rowCount()) == ([f"case {CASE}", "searches: 1", ""], 0)
    dialog.due.selectRow(0)
    dialog.hold_button.click()
    (asked,) = dialog.findChildren(HoldDialog)
    asked.reason.setText("appeal of the accused")
    asked.action.click()
    settled(desk)
    shown = [dialog.holds.model().index(0, column).data() for column in (0, 1)]
    assert shown == [f"case {CASE}", "appeal of the accused"]
    dialog.kind.setCurrentIndex(1)
    assert not dialog.lift_button.isEnabled()
    dialog.holds.selectRow(0)
    dialog.lift_button.click()
    (asked,) = (each for each in dialog.findChildren(HoldDialog) if each.isVisible())
    asked.reason.setText("decided")
    asked.action.click()
    settled(desk)
    assert dialog.hold_count.text() == "Holds in force: 0"
    dialog.close()
