"""Exports, holds on several people, and filters by retention on the gallery page."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.gallery.model import Column
from forensic_id.gui.gallery.page import GalleryPage
from forensic_id.gui.tasks import Lane
from forensic_id.services.keep_subjects import set_retention
from tests.gui.conftest import PATIENCE

Settled = Callable[[Desk], None]


def choose(page: GalleryPage, *positions: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for position in positions:
        index = page.table.model().index(position, Column.EXTERNAL_ID)
        page.table.selectionModel().select(index, flags.Select | flags.Rows)


def hold(page: GalleryPage, reason: str) -> None:
    (dialog,) = (each for each in page.findChildren(HoldDialog) if each.isVisible())
    dialog.reason.setText(reason)
    dialog.action.click()


def test_the_people_chosen_are_held_found_by_the_filter_and_released(
    page: GalleryPage, desk: Desk, settled: Settled
) -> None:
    assert not page.selection.isVisible()
    choose(page, 0, 2)
    assert page.selection.isVisible()
    chosen = [page.model.subject_id(0), page.model.subject_id(2)]
    page.selection.holding.place_action.trigger()
    hold(page, "appeal")
    settled(desk)
    assert page.selection.told.text() == "Holds placed: 2."
    page.toolbar.filter_button.click()
    retention = page.filter_bar.retention
    retention.setCurrentIndex(retention.findData("held"))
    settled(desk)
    assert page.model.listed() == chosen
    assert "(1)" in page.toolbar.filter_button.text()
    page.table.selectAll()
    page.selection.holding.lift_action.trigger()
    hold(page, "decided")
    settled(desk)
    assert page.model.listed() == []
    page.filter_bar.clear()
    settled(desk)
    assert len(page.model.listed()) == 120


def test_people_past_their_date_are_listed_by_it(
    page: GalleryPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    external_id = page.model.text(3, Column.EXTERNAL_ID)
    done: list[object] = []
    desk.run(
        Lane.BROWSE,
        lambda place, _task: set_retention(place.library(), external_id, "2020-01-01"),
        owner=page,
        on_done=done.append,
    )
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    page.listing.change(kept="past")
    settled(desk)
    assert [page.model.text(0, Column.EXTERNAL_ID)] == [external_id]
    page.listing.change(kept="soon")
    settled(desk)
    assert page.model.count == 0


def test_exports_are_of_the_chosen_or_of_all_listed(
    page: GalleryPage, desk: Desk, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.listing.change(text="D-001")
    settled(desk)
    of_chosen, of_listed = page.exporting.scopes
    choose(page, 0, 1)
    page.exporting.button.menu().aboutToShow.emit()
    assert (of_chosen.title(), of_listed.title()) == ("People &chosen (2)", "All people &listed (10)")
    page.exporting.write_table(of_chosen.people(), tmp_path / "people.csv", photos=True)
    settled(desk)
    rows = list(csv.DictReader((tmp_path / "people.csv").read_text(encoding="utf-8").splitlines()))
    assert len({row["external_id"] for row in rows}) == 2
    assert "people: 2" in page.exporting.saved.text.text()
    page.exporting.write_table(of_listed.people(), tmp_path / "people.json")
    settled(desk)
    assert len(json.loads((tmp_path / "people.json").read_text(encoding="utf-8"))) == 10
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path / "out"))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given, **_named: ("", True))
    of_chosen.transaction_action.trigger()
    settled(desk)
    assert "agency" in page.exporting.problem.text
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given, **_named: ("WI0010000", True))
    of_chosen.transaction_action.trigger()
    settled(desk)
    files = sorted((tmp_path / "out").glob("*.an2"))
    assert len(files) == 2

    imported: list[Path] = []
    monkeypatch.setattr(page.importing, "ask", imported.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(files[0]), ""))
    page.toolbar.transaction_action.trigger()
    assert imported == [files[0]]


def test_several_pictures_are_chosen_with_the_keyboard(page: GalleryPage, desk: Desk, settled: Settled) -> None:
    page.toolbar.grid_button.click()
    settled(desk)
    grid = page.grid
    grid.show_position(1)
    columns = grid.cards.columns  # the file that opens beside them leaves room for fewer
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settled(desk)
    assert page.selection.ids == [page.model.subject_id(each) for each in (1, 1 + columns)]
    page.selection.clear_button.click()
    settled(desk)
    assert len(page.selection.ids) == 1
    assert not page.selection.isVisible()
