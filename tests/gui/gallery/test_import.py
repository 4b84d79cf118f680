"""Importing: preview and mapping, bad files, pausing, stopping, results, going on after mending."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.import_dialog import ImportDialog
from forensic_id.gui.gallery.import_results import ImportResults
from forensic_id.gui.gallery.import_run import ImportState
from forensic_id.gui.gallery.page import GalleryPage
from tests.gui.gallery.conftest import DEMO, Settled


def asked(page: GalleryPage) -> ImportDialog:
    assert page.importing.dialog is not None
    return page.importing.dialog


def results(page: GalleryPage) -> ImportResults:
    page.strip.results_button.click()
    assert page.importing.results is not None
    return page.importing.results


def cells(dialog: ImportResults, tab: int) -> list[tuple[str, str]]:
    table = dialog.tabs.widget(tab)
    assert isinstance(table, QTableView)
    model = table.model()
    rows = range(model.rowCount())
    return [(Path(model.index(row, 0).data()).name, model.index(row, 1).data()) for row in rows]


def agree(page: GalleryPage, desk: Desk, settled: Settled) -> None:
    settled(desk)
    asked(page).start_button.click()


@pytest.mark.usefixtures("theme")
def test_bad_files_are_listed_mended_and_taken_by_the_next_try(
    empty_page: GalleryPage, photos: Path, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    page, desk = empty_page, empty_page.desk
    page.importing.ask(photos)
    settled(desk)
    assert "is a folder" in asked(page)._what.text()
    assert asked(page).table.item(0, 0).text() == "Ana"  # type: ignore[union-attr]
    asked(page).grab()
    agree(page, desk, settled)
    settled(desk)

    assert page.import_run.state is ImportState.DONE
    assert "finished" in page.strip.text
    assert page.strip.counts == "Enrolled: 4 · Known already: 1 · Near duplicates: 1 · Not usable: 3"
    assert page.toolbar.count.text() == "Subjects: 2"
    page.grab()
    dialog = results(page)
    assert [name for name, _ in cells(dialog, 0)] == ["cut.jpg", "notes.txt", "wall.png"]
    assert "No face was found" in dict(cells(dialog, 0))["wall.png"]
    assert dialog.near.list.count() == 1
    dialog.tabs.setCurrentIndex(1)
    settled(desk)
    assert all(not picture.pixmap().isNull() for picture in dialog.near.pictures)
    dialog.export(tmp_path / "results.csv")
    settled(desk)
    with (tmp_path / "results.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 8
    assert "Written to" in dialog.message.text()

    (photos / "wall.png").write_bytes((DEMO / "gallery" / "D-0005").glob("*.jpg").__next__().read_bytes())
    dialog.retry_button.click()
    settled(desk)
    assert page.strip.counts == "Enrolled: 1 · Known already: 0 · Near duplicates: 0 · Not usable: 2"
    page.strip.dismiss_button.click()
    assert page.strip.isHidden()
    assert page.model.count == 3


def test_columns_are_mapped_before_a_table_is_imported(
    empty_page: GalleryPage, photos: Path, settled: Settled, qtbot: QtBot
) -> None:
    page, desk = empty_page, empty_page.desk
    table = photos / "inmates.csv"
    table.write_text(
        "Image;Booking No;Full Name;DOB;Height;arrested\n"
        "Ana/1.jpg;B-1;Ana Łuć;31.12.1980;170;2.1.2020\n"
        "Böris/1.jpg;B-2;Böris;1.2.1990;180;3.1.2020\n",
        encoding="utf-8",
    )
    page.importing.ask(table)
    settled(desk)
    dialog = asked(page)
    chosen = {name: combo.currentData() for name, combo in dialog.combos.items() if combo.currentData()}
    assert chosen == {"photo": "image", "external_id": "booking no", "name": "full name", "birth_year": "dob"}
    assert dialog.message.text() == "These columns are ignored: height, arrested."
    dialog.combos["booking_date"].setCurrentText("arrested")
    dialog._dates.setCurrentIndex(1)
    assert dialog.table.horizontalHeaderItem(4).text() == "height\nignored"  # type: ignore[union-attr]
    dialog.combos["external_id"].setCurrentIndex(0)
    assert not dialog.start_button.isEnabled()
    assert "Subject id" in dialog.message.text()
    dialog.combos["external_id"].setCurrentText("image")
    assert "chosen twice" in dialog.message.text()
    dialog.combos["external_id"].setCurrentText("booking no")
    agree(page, desk, settled)
    settled(desk)
    assert page.import_run.log.counts["enrolled"] == 2
    page.show_external_id("B-1")
    settled(desk)
    assert page.pane.person.lines["birth_year"].text() == "1980"
    assert page.pane.photo.lines["booking_date"].text() == "2020-01-02"


@pytest.mark.usefixtures("theme")
def test_an_import_pauses_goes_on_and_stops_where_it_is_told(
    empty_page: GalleryPage, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = empty_page, empty_page.desk
    monkeypatch.setattr("forensic_id.services.import_gallery.BATCH_PHOTOS", 2)
    run = page.import_run
    page.importing.ask(DEMO / "gallery.csv")
    agree(page, desk, settled)
    qtbot.waitUntil(lambda: run.log.counts["enrolled"] >= 2, timeout=60_000)
    page.strip.pause_button.click()
    assert run.state.value == "paused"
    assert "Paused" in page.strip.text
    assert page.strip.pause_button.text() == "&Go on"
    qtbot.waitUntil(lambda: run.is_held, timeout=60_000)
    QCoreApplication.processEvents()  # what the last photo before the halt reported may still be on its way
    with qtbot.assertNotEmitted(run.changed, wait=300):
        pass
    so_far = run.log.counts["enrolled"]
    page.strip.pause_button.click()
    qtbot.waitUntil(lambda: run.log.counts["enrolled"] > so_far, timeout=60_000)

    page.importing.ask(DEMO / "gallery.csv")
    told = page.findChild(QMessageBox)
    assert told is not None
    assert "being imported" in told.text()
    told.close()
    page.strip.pause_button.click()
    page.strip.cancel_button.click()
    settled(desk)
    assert run.state.value == "stopped"
    assert "stopped" in page.strip.text
    enrolled = run.log.counts["enrolled"]
    assert 2 <= enrolled < 297
    assert sum(1 for each in run.log.outcomes if each.kind == "enrolled") == enrolled
    assert page.model.count > 0


def test_what_cannot_be_read_is_refused_in_the_dialog(
    empty_page: GalleryPage, settled: Settled, tmp_path: Path
) -> None:
    desk = empty_page.desk
    table = tmp_path / "people.csv"
    table.write_bytes("photo,external_id\nÄ.jpg,1\n".encode("utf-16"))
    empty_page.importing.ask(table)
    settled(desk)
    dialog = asked(empty_page)
    assert "UTF-8" in dialog._what.text()
    assert not dialog.start_button.isEnabled()
    dialog.reject()
    assert empty_page.importing.dialog is None


@pytest.mark.parametrize("way", ["text", "file", "wish"])
def test_a_pasted_path_and_another_page_s_wish_ask_for_the_import(
    empty_page: GalleryPage, photos: Path, settled: Settled, way: str
) -> None:
    desk = empty_page.desk
    data = QMimeData()
    if way == "wish":
        pages: list[str] = []
        desk.page_requested.connect(pages.append)
        desk.import_requested.emit(photos)
        assert pages == ["gallery"]
    else:
        if way == "file":
            data.setUrls([QUrl.fromLocalFile(str(photos))])
        else:
            data.setText(f'"{photos}"')
        QGuiApplication.clipboard().setMimeData(data)
        empty_page.importing.intake.paste()
    settled(desk)
    assert asked(empty_page).path == photos
    asked(empty_page).reject()
    empty_page.shown()
    assert empty_page.importing.dialog is None
    QGuiApplication.clipboard().clear()


def test_the_import_outlives_a_page_that_is_built_anew(
    empty_page: GalleryPage, photos: Path, settled: Settled, qtbot: QtBot, make_desk: Callable[[Path], Desk]
) -> None:
    desk = empty_page.desk
    empty_page.importing.ask(photos)
    agree(empty_page, desk, settled)
    other = GalleryPage(desk)
    qtbot.addWidget(other)
    assert other.import_run is empty_page.import_run
    settled(desk)
    assert "finished" in other.strip.text
