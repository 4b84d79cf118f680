"""Finding subjects: lists, search, filters, order, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.model import Column
from forensic_id.gui.gallery.page import GalleryPage
from forensic_id.gui.tasks import Lane
from tests.gui.conftest import PATIENCE
from tests.gui.gallery.conftest import Settled


def ids(page: GalleryPage, qtbot: QtBot, count: int) -> list[str]:
    """External ids of the first rows, once they are fetched."""
    count = min(count, page.model.count)
    qtbot.waitUntil(lambda: all(page.model.subject(position) for position in range(count)), timeout=PATIENCE)
    return [str(page.model.index(position, Column.EXTERNAL_ID).data()) for position in range(count)]


def search(page: GalleryPage, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        page.toolbar.search.setText(text)


def edge_of(page: GalleryPage, position: int) -> str:
    """The colour at the left edge of a line of the table."""
    middle = page.table.rowViewportPosition(position) + page.table.rowHeight(position) // 2
    return page.table.viewport().grab().toImage().pixelColor(0, middle).name()


@pytest.mark.usefixtures("theme")
def test_subjects_are_found_sorted_and_shown_as_table_and_pictures(
    page: GalleryPage, qtbot: QtBot, settled: Settled, desk: Desk
) -> None:
    assert page.toolbar.count.text() == "Subjects: 120"
    assert ids(page, qtbot, 2) == ["D-0001", "D-0002"]
    assert page.model.index(0, Column.NAME).data() == "Théo Mazuréac"

    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2", True)
    page.toolbar.search.setFocus()
    QApplication.sendEvent(page.toolbar.search, held)  # of the shortcut that led here
    assert page.toolbar.search.text() == ""
    search(page, qtbot, "MAZUREAC theo")
    assert page.toolbar.count.text() == "1 of 120 subjects"
    assert ids(page, qtbot, 9) == ["D-0001"]
    search(page, qtbot, "nobody at all")
    assert page._lists.currentWidget() is page._nothing_found
    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        page._nothing_found.action_requested.emit()
    assert page.model.count == 120

    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        page.table.sortByColumn(Column.EXTERNAL_ID, Qt.SortOrder.DescendingOrder)
    assert ids(page, qtbot, 2) == ["D-0120", "D-0119"]

    page.toolbar.grid_button.click()
    assert page._lists.currentWidget() is page.grid
    assert page.grid.cards.columns > 1
    page.toolbar.slider.setValue(page.toolbar.slider.minimum())
    many = page.grid.cards.columns
    page.toolbar.slider.setValue(page.toolbar.slider.maximum())
    assert page.grid.cards.columns < many
    page.grab()
    settled(desk)
    assert page.grid.cards.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("D-0120")


def test_filters_narrow_down_and_are_counted(page: GalleryPage, qtbot: QtBot) -> None:
    page.toolbar.filter_button.click()
    bar = page.filter_bar
    assert not bar.isHidden()
    assert [bar.texts["sex"].itemText(row) for row in range(3)] == ["Any", "female", "male"]
    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        bar.texts["sex"].setCurrentText("female")
    women = page.model.count
    assert 0 < women < 120
    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        bar.years[1].setText("1970")
        bar.years[1].editingFinished.emit()
    assert 0 < page.model.count < women
    assert page.toolbar.filter_button.text() == "&Filters (2)"
    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        bar.clear_button.click()
    assert page.model.count == 120


def test_a_filter_that_cannot_be_used_is_told_and_changes_nothing(page: GalleryPage, qtbot: QtBot) -> None:
    page.toolbar.filter_button.click()
    low, high = page.filter_bar.dates
    low.setText("2019-02-31")
    low.editingFinished.emit()
    assert "no date" in page.filter_bar.fault
    assert low.property("invalid")
    assert page.model.count == 120
    with qtbot.waitSignal(page.listing.listed, timeout=PATIENCE):
        low.setText("2019-02-01")
        low.editingFinished.emit()
    assert page.filter_bar.fault == ""
    assert not low.property("invalid")
    high.setText("2018-01-01")
    high.editingFinished.emit()
    assert "backwards" in page.filter_bar.fault


def test_the_page_works_by_keyboard_alone(page: GalleryPage, qtbot: QtBot, desk: Desk, settled: Settled) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.toolbar.search.hasFocus, timeout=PATIENCE)
    QTest.keyClicks(page.toolbar.search, "d-00")
    qtbot.waitUntil(lambda: page.model.count == 99, timeout=PATIENCE)
    QTest.keyClick(page.toolbar.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    settled(desk)
    first = page.pane.subject
    assert first is not None
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    cursor = page.table.currentIndex().row()
    assert cursor not in page.table.positions()
    assert edge_of(page, cursor) == desk.appearance.colours.accent
    assert edge_of(page, cursor - 1) == desk.appearance.colours.selection
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page._lists.isHidden()
    QTest.keyClick(page.pane.photos.image, Qt.Key.Key_Escape)
    assert not page._lists.isHidden()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.pane.isHidden()
    page.toolbar.grid_button.click()
    page.grid.setFocus()
    page.grid.show_position(0)
    last = page.grid.cards.columns - 1
    for _ in range(last + 1):
        QTest.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.cards.position(page.grid.currentIndex()) == last + 1
    QTest.keyClick(page.grid, Qt.Key.Key_Left)
    assert page.grid.cards.position(page.grid.currentIndex()) == last
    settled(desk)
    assert page.pane.subject is not None


def test_a_folder_without_a_library_offers_an_import(empty_page: GalleryPage, qtbot: QtBot) -> None:
    assert empty_page._lists.currentWidget() is empty_page._empty
    assert empty_page.toolbar.count.text() == ""
    assert "no library" in empty_page.toolbar.count.toolTip()


def test_the_subject_in_sight_stays_when_the_gallery_changes(
    page: GalleryPage, qtbot: QtBot, desk: Desk, settled: Settled
) -> None:
    page.show_external_id("D-0050")
    settled(desk)
    assert page.table.currentIndex().row() == 49
    desk.run(
        Lane.BROWSE,
        lambda place, _task: place.library().gallery.remove_subject("D-0001"),
        owner=page,
        on_done=lambda _nothing: desk.gallery_changed.emit(),
    )
    qtbot.waitUntil(lambda: page.model.count == 119, timeout=PATIENCE)
    settled(desk)
    assert page.table.currentIndex().row() == 48
    assert page.toolbar.count.text() == "Subjects: 119"


def test_another_library_shows_its_own_people(
    page: GalleryPage, desk: Desk, settled: Settled, tmp_path: object
) -> None:
    page.show_external_id("D-0050")
    settled(desk)
    desk.use_library(desk.library_folder.parent / "other")
    settled(desk)
    assert page.pane.isHidden()
    assert page._lists.currentWidget() is page._empty
