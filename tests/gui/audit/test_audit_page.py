"""The audit page: finding entries, checking a sound library and a broken one, exporting, summing up."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.errors import DefectError
from forensic_id.gui.audit import entry_model
from forensic_id.gui.audit.checking import Checked
from forensic_id.gui.audit.entry_model import PAGE, EntryTableModel
from forensic_id.gui.audit.page import AuditPage
from forensic_id.gui.audit.words import action_text, details_line
from forensic_id.gui.desk import Desk
from forensic_id.services.verify_audit import VerificationReport
from tests.gui.cut_off import cut_off
from tests.gui.demo_library import CASE

Settled = Callable[[Desk], None]
DETAILS = 5
SMALLEST = QSize(792, 555)
"""Of a page in a window of 960 by 640."""


@pytest.fixture
def shown(qtbot: QtBot, settled: Settled) -> Callable[[Desk], AuditPage]:
    def show(desk: Desk) -> AuditPage:
        page = AuditPage(desk)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.shown()
        settled(desk)
        page.grab()
        settled(desk)
        return page

    return show


def tamper(library: Path, statement: str) -> None:
    with closing(sqlite3.connect(library / "library.sqlite3", isolation_level=None)) as connection:
        for name in ("only_grow", "never_change", "never_vanish"):
            connection.execute(f"DROP TRIGGER audit_entries_{name}")
        connection.execute(statement)


def entries_of(library: Path) -> list[str]:
    place = Workplace(library=library, actor="auditor")
    try:
        return [entry.action for entry in place.library().audit.entries()]
    finally:
        place.close()


def enrolled_today(library: Path) -> int:
    """The library may have been made yesterday, or around midnight."""
    place = Workplace(library=library, actor="auditor")
    try:
        entries = [each for each in place.library().audit.entries() if each.action == "photo.enrol"]
    finally:
        place.close()
    today = datetime.now().astimezone().date()
    return sum(datetime.fromisoformat(each.at).astimezone().date() == today for each in entries)


def test_the_newest_entry_stands_first_and_is_shown_whole(
    theme: str, desk: Desk, library: Path, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    page = shown(desk)
    actions = entries_of(library)
    assert page.model.rowCount() == len(actions)
    assert page.model.index(0, 3).data() == "Case opened"
    assert page.model.index(0, 4).data() == f"case {CASE}"
    assert "offence: robbery" in page.model.index(0, DETAILS).data()
    assert json.loads(page.pane.details.toPlainText())["requester"] == "Det. Moreau"
    assert f"{len(actions):,} of {len(actions):,}" in page.count.text()
    last = page.model.rowCount() - 1
    page.table.choose(last)
    settled(desk)
    assert page.model.index(last, 3).data() == "Library created"
    assert page.pane._rows["previous_hash"].text().replace(" ", "") == "0" * 64


def test_entries_are_found_by_keyboard_action_person_time_and_text(
    desk: Desk, library: Path, shown: Callable[[Desk], AuditPage], settled: Settled, qtbot: QtBot
) -> None:
    page = shown(desk)
    QTest.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.filter.text, "MOREAU")
    QTest.keyClick(page.filter.text, Qt.Key.Key_Return)
    settled(desk)
    assert page.model.rowCount() == 1
    page.filter.reset()
    page.filter.action.setCurrentIndex(page.filter.action.findData("photo.enrol"))
    page.filter.actor.setCurrentIndex(page.filter.actor.findData("examiner"))
    settled(desk)
    enrolled = page.model.rowCount()
    assert 0 < enrolled < 400
    page.filter.time.setCurrentIndex(page.filter.time.findText("Today"))
    settled(desk)
    assert page.model.rowCount() == enrolled_today(library)
    page.filter.time.setCurrentIndex(page.filter.time.findText("Between…"))
    assert page.filter.since.isVisible()
    page.filter.until.setDate(page.filter.until.date().addDays(-30))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    settled(desk)
    assert page.pane._title.text() == "No entry chosen"
    page.filter.clear.click()
    settled(desk)
    assert page.model.rowCount() > enrolled
    assert not page.filter.wanted


def test_a_sound_library_is_said_to_be_sound_with_its_last_hash(
    theme: str, desk: Desk, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    page = shown(desk)
    titles: list[str] = []
    desk.tasks.started.connect(lambda task: titles.append(task.title))
    page.verify_button.click()
    page.verify()
    assert titles == ["Checking the library"]
    settled(desk)
    assert page.verdict.headline.text().startswith("Sound: all")
    assert page.verdict.headline.property("role") == "success"
    page.verdict.copy.click()
    entry = page.model.entry_at(0)
    assert entry is not None
    assert QGuiApplication.clipboard().text() == entry.entry_hash
    assert page.verify_button.isEnabled()


def test_a_broken_chain_is_named_by_its_first_broken_entry(
    theme: str, desk: Desk, library: Path, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    tamper(library, "UPDATE audit_entries SET actor = 'other' WHERE sequence = 17")
    page = shown(desk)
    page.verify()
    settled(desk)
    assert page.verdict.headline.text() == "4 problems were found."  # the entry, and three guards taken away
    assert page.verdict.headline.property("role") == "danger"
    assert "Entry 17 of the audit log was altered" in page.verdict.text.text()
    assert page.verdict.copy.isHidden()


def test_an_entry_that_is_missing_or_unreadable_is_told_where_it_would_stand(
    desk: Desk, library: Path, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    count = len(entries_of(library))
    tamper(library, f"DELETE FROM audit_entries WHERE sequence = {count - 1}")  # noqa: S608
    page = shown(desk)
    assert "missing" in page.model.index(1, DETAILS).data()
    page.table.choose(1)
    assert page.pane._title.text() == f"Entry {count - 1}"
    with closing(sqlite3.connect(library / "library.sqlite3", isolation_level=None)) as connection:
        connection.execute("UPDATE audit_entries SET details = 'no json' WHERE sequence = ?", (count - 2,))
    page.shown()
    settled(desk)
    page.grab()
    settled(desk)
    assert f"Entry {count - 2} of the audit log was altered" in page.problem.text


def test_the_filtered_log_is_exported_and_the_export_is_in_the_log(
    desk: Desk, library: Path, tmp_path: Path, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    page = shown(desk)
    page.filter.action.setCurrentIndex(page.filter.action.findData("case.open"))
    settled(desk)
    path = tmp_path / "cases.csv"
    page.ask_where_to_export()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settled(desk)
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["subject"] == f"case {CASE}"
    assert page.saved.text.text() == "Entries written: 1. File: cases.csv"
    assert page.saved.isVisible()
    assert entries_of(library)[-1] == "audit.export"


def test_an_export_that_fails_is_told(
    desk: Desk, tmp_path: Path, shown: Callable[[Desk], AuditPage], qtbot: QtBot
) -> None:
    page = shown(desk)
    with qtbot.waitSignal(desk.tasks.failed) as failed:
        page.export(tmp_path / "none" / "log.csv")
    assert "cannot be written" in str(failed.args[0])


def test_the_summary_counts_by_month_and_is_exported(
    desk: Desk, tmp_path: Path, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    page = shown(desk)
    page.tabs.setCurrentIndex(1)
    settled(desk)
    assert page.summary.months.rowCount() == 1
    names = [page.summary.deeds.model().index(row, 0).data() for row in range(page.summary.deeds.rowCount())]
    assert "Photo enrolled" in names
    assert page.summary.people.model().index(0, 0).data() == "examiner"
    page.ask_where_to_export_summary()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "summary.csv"))
    dialog.reject()
    settled(desk)
    assert (tmp_path / "summary.csv").read_text(encoding="utf-8").startswith("month,kind,name,count")
    page.tabs.setCurrentIndex(2)
    settled(desk)
    assert page.years.year.count() == 1
    last = page.years.table.rowCount() - 1
    told = [page.years.table.model().index(last, column).data() for column in (0, 1, 2)]
    assert told == ["Exports", "Audit log exported", "1"]
    page.years.export_button.click()
    (dialog,) = [each for each in page.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(tmp_path / "years.json"))
    dialog.reject()
    settled(desk)
    assert '"erasure"' not in (tmp_path / "years.json").read_text(encoding="utf-8")
    page._focus_filter()
    assert page.tabs.currentIndex() == 0


def test_without_a_library_the_page_says_why_it_is_empty(
    make_desk: Callable[[Path], Desk],
    library: Path,
    tmp_path: Path,
    shown: Callable[[Desk], AuditPage],
    settled: Settled,
) -> None:
    desk = make_desk(tmp_path / "none")
    page = shown(desk)
    assert "no library" in page.problem.text
    page.verify()
    settled(desk)
    assert page.verify_button.isEnabled()
    desk.use_library(library)
    settled(desk)
    assert page.model.rowCount() > 0
    assert page.problem.isHidden()


def test_a_check_can_be_stopped(desk: Desk, shown: Callable[[Desk], AuditPage], settled: Settled) -> None:
    page = shown(desk)
    page.verify()
    desk.tasks.cancel_all()
    settled(desk)
    assert page.verify_button.isEnabled()
    assert page.verdict.isHidden()


def test_many_problems_are_counted_and_strays_are_told(desk: Desk, shown: Callable[[Desk], AuditPage]) -> None:
    page = shown(desk)
    sound = VerificationReport(
        audit_entries=3, last_hash="a" * 64, searches=1, originals=2, problems=(), strays=("ab/cd",)
    )
    broken = replace(sound, problems=tuple(f"Problem {number}." for number in range(9)))
    page.verdict.show_report(Checked(report=broken))
    assert page.verdict.headline.text() == "9 problems were found."
    assert page.verdict.text.text().endswith("… and 3 more.")
    page.verdict.show_report(Checked(report=sound))
    assert "nothing refers to: 1." in page.verdict.text.text()


def test_a_log_of_a_million_entries_holds_only_the_pages_in_sight(
    desk: Desk, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def read_entries(_library: object, sequences: list[int]) -> tuple[()]:
        read.extend(sequences)
        return ()

    monkeypatch.setattr(entry_model, "read_entries", read_entries)
    monkeypatch.setattr(entry_model, "PAGES_KEPT", 3)
    model = EntryTableModel(desk, desk)
    model.set_sequences(np.arange(1_000_000, 0, -1))
    assert model.rowCount() == 1_000_000
    for row in (0, 500_000, 999_999, 250_000, 750_000):
        assert model.index(row, 1).data() == "…"
        settled(desk)
    assert len(read) == 5 * PAGE
    assert len(model._pages) == 3
    assert model.index(500_000, 0).data() == "500,000"
    assert model.entry_at(-1) is None


def test_a_mistake_of_ours_while_reading_is_not_hidden(
    desk: Desk, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_library: object, _sequences: list[int]) -> tuple[()]:
        raise DefectError("Ours.")

    monkeypatch.setattr(entry_model, "read_entries", broken)
    model = EntryTableModel(desk, desk)
    model.set_sequences(np.arange(3, 0, -1))
    with qtbot.waitSignal(desk.tasks.failed):
        model.index(0, 1).data()
    settled(desk)


def test_details_are_one_readable_line_and_unknown_actions_keep_their_name() -> None:
    line = details_line({"document_sha256": "ab" * 32, "file": "r.pdf", "filter": {"text": "ü"}, "count": 3})
    assert line == 'document sha256: abababababab… · file: r.pdf · filter: {"text": "ü"} · count: 3'
    assert action_text("future.action") == "future.action"


def test_the_log_fits_into_the_smallest_window(
    theme: str, desk: Desk, shown: Callable[[Desk], AuditPage], settled: Settled
) -> None:
    page = shown(desk)
    page.resize(SMALLEST)
    page.grab()
    assert page.table.horizontalScrollBar().maximum() == 0
    assert [text for text in cut_off(page.table) if not text.startswith("import ")] == []
    page.table.setColumnWidth(2, 90)
    page.resize(1400, 700)
    assert not page.table.isColumnHidden(DETAILS)
    assert page.table.columnWidth(2) == 84
    page.resize(SMALLEST)
    assert page.table.isColumnHidden(DETAILS)
    assert page.table.columnWidth(2) == 90
    page.model.set_sequences(np.array([999_999]))
    page.grab()
    settled(desk)
    assert page.model.index(0, 3).data() == "Missing"
    assert page.model.index(0, DETAILS).data() == "Entry 999999 is missing in the log."
