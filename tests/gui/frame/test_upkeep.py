"""Backup, restore, check, purge and expungement from the settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from forensic_id.core.errors import LibraryError
from forensic_id.core.retention import DueSubject
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.erasure_dialog import ErasureDialog
from forensic_id.gui.erasing.erasure_work import Plans
from forensic_id.gui.settings import upkeep_card
from forensic_id.gui.settings.erasure_card import ErasureCard
from forensic_id.gui.settings.upkeep_card import UpkeepCard
from forensic_id.services.erase_subjects import ErasurePlan, Refusal
from tests.gui.conftest import PATIENCE


@pytest.fixture
def upkeep(desk: Desk, qtbot: QtBot) -> UpkeepCard:
    card = UpkeepCard(desk)
    qtbot.addWidget(card)
    card.show()
    return card


@pytest.fixture
def erasure(desk: Desk, qtbot: QtBot) -> ErasureCard:
    card = ErasureCard(desk)
    qtbot.addWidget(card)
    card.show()
    return card


def test_a_library_is_backed_up_and_restored(
    upkeep: UpkeepCard,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settled: Callable[[Desk], None],
    desk: Desk,
) -> None:
    upkeep.load()
    qtbot.waitUntil(lambda: "never backed up" in upkeep.age.text(), timeout=PATIENCE)
    assert upkeep.age.property("role") == "warning"
    (tmp_path / "backups").mkdir()
    chosen = iter([str(tmp_path / "backups")])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: next(chosen))
    upkeep.backup_button.click()
    assert not upkeep.backup_button.isEnabled()
    qtbot.waitUntil(lambda: "Backed up and verified" in upkeep.result.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: upkeep.age.text().startswith("Last backup"), timeout=PATIENCE)
    assert upkeep.age.property("role") == "small"

    (backup,) = (path for path in (tmp_path / "backups").iterdir() if path.name != "objects")
    chosen = iter([str(backup), str(tmp_path / "new")])
    upkeep.restore_button.click()
    qtbot.waitUntil(lambda: "Restored and verified" in upkeep.result.text(), timeout=PATIENCE)
    assert (tmp_path / "new" / "library.sqlite3").exists()
    settled(desk)


def test_a_check_lists_what_is_wrong_and_a_repair_mends_it(
    upkeep: UpkeepCard, qtbot: QtBot, library: Path, settled: Callable[[Desk], None], desk: Desk
) -> None:
    with sqlite3.connect(library / "library.sqlite3") as raw:
        raw.execute("UPDATE pictures SET crop_png = x'00' WHERE photo_id = 3")
    raw.close()
    upkeep.check_button.click()
    qtbot.waitUntil(upkeep.findings.isVisible, timeout=PATIENCE)
    assert "photo 3 is broken" in upkeep.findings.item(0).text()
    assert upkeep.result.property("role") == "danger"
    upkeep.repair_button.click()
    qtbot.waitUntil(lambda: "Nothing is wrong" in upkeep.result.text(), timeout=PATIENCE)
    assert not upkeep.findings.isVisible()
    assert not upkeep.repair_button.isVisible()
    settled(desk)


def test_what_fails_is_told(upkeep: UpkeepCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(upkeep_card, "backup_library", refuse)
    upkeep.back_up(Path("somewhere"))
    qtbot.waitUntil(lambda: upkeep.result.text() == "The disk is full.", timeout=PATIENCE)
    assert upkeep.backup_button.isEnabled()


def cell(dialog: ErasureDialog, column: int) -> str:
    item = dialog.table.item(0, column)
    return item.text() if item else ""


def dialog_of(card: ErasureCard, qtbot: QtBot) -> ErasureDialog:
    qtbot.waitUntil(lambda: bool(card.findChildren(ErasureDialog)), timeout=PATIENCE)
    return card.findChildren(ErasureDialog)[0]


def test_people_on_a_list_go_once_the_word_is_typed(
    erasure: ErasureCard, desk: Desk, qtbot: QtBot, tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch,
    settled: Callable[[Desk], None],
) -> None:  # fmt: skip
    raw = sqlite3.connect(library / "library.sqlite3")
    ((external_id,),) = raw.execute("SELECT external_id FROM subjects ORDER BY subject_id LIMIT 1").fetchall()
    raw.close()
    order = tmp_path / "order.csv"
    order.write_text(f"external_id\n{external_id}\nnobody\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(order), ""))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: ("court order 12", True))
    erasure.expunge_button.click()
    dialog = dialog_of(erasure, qtbot)
    assert cell(dialog, 0) == external_id
    assert "nobody" in dialog.refused.item(0).text()
    assert not dialog.erase_button.isEnabled()
    dialog.typed.setText("erase")
    assert not dialog.erase_button.isEnabled()
    dialog.typed.setText(dialog.word)
    with qtbot.waitSignal(desk.gallery_changed, timeout=PATIENCE):
        dialog.erase_button.click()
    assert "Erased: 1 people" in erasure.result.text()
    settled(desk)


def test_a_purge_without_anybody_says_so_and_a_missing_list_is_told(
    erasure: ErasureCard, desk: Desk, qtbot: QtBot, tmp_path: Path, settled: Callable[[Desk], None]
) -> None:
    erasure.purge_button.click()
    qtbot.waitUntil(lambda: "Nobody is past" in erasure.result.text(), timeout=PATIENCE)
    erasure.expunge(tmp_path / "none.csv", "order 1")
    qtbot.waitUntil(lambda: "cannot be read" in erasure.result.text(), timeout=PATIENCE)
    settled(desk)


def test_a_plan_that_only_refuses_cannot_be_carried_out(erasure: ErasureCard, qtbot: QtBot) -> None:
    refused = (Refusal(external_id="P-1", reason="Kept by hold 1."),)
    plan = ErasurePlan(kind="purge", day="2025-01-01", reference="", subjects=(), refused=refused, unfinished=False)
    dialog = ErasureDialog(Plans(people=plan), erasure)
    qtbot.addWidget(dialog)
    assert not dialog.typed.isEnabled()
    due = DueSubject(
        subject_id=1, external_id="P-2", name="", photo_ids=(1,), whole=False, until="2024-12-31", holds=()
    )
    plan = ErasurePlan(kind="purge", day="2025-01-01", reference="", subjects=(due,), refused=(), unfinished=True)
    dialog = ErasureDialog(Plans(people=plan), erasure)
    qtbot.addWidget(dialog)
    assert cell(dialog, 3) == "these photos only"
