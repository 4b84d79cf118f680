"""A subject's file: what is shown, edited, undone, logged and removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.records import AuditEntry, SearchParameters
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery import subject_pane
from forensic_id.gui.gallery.page import GalleryPage
from forensic_id.gui.tasks import Lane
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from tests.gui.conftest import PATIENCE
from tests.gui.gallery.conftest import DEMO, Settled


@pytest.fixture
def opened(page: GalleryPage, desk: Desk, settled: Settled) -> GalleryPage:
    page.show_external_id("D-0003")
    settled(desk)
    return page


def entries(desk: Desk, action: str) -> list[AuditEntry]:
    """Audit entries of one kind, read with a connection of their own."""
    place = Workplace(library=desk.library_folder)
    try:
        return [entry for entry in place.library().audit.entries() if entry.action == action]
    finally:
        place.close()


def write(page: GalleryPage, field: str, text: str) -> None:
    line = page.pane.person.lines[field]
    line.setText(text)
    line.editingFinished.emit()


@pytest.mark.usefixtures("theme")
def test_the_file_shows_photos_records_and_quality(opened: GalleryPage, desk: Desk, settled: Settled) -> None:
    pane = opened.pane
    assert pane.person.lines["external_id"].text() == "D-0003"
    assert pane.photos.image.has_image
    assert pane.photos.choices.count() == 2
    assert pane.photo.lines["source"].text() == "invented"
    newest = pane.photo.lines["booking_date"].text()
    pane.photos.choices.setCurrentRow(1)
    settled(desk)
    assert pane.photo.lines["booking_date"].text() < newest
    assert "enrolled" in pane._photo_facts.text()
    assert pane._quality.text() == "Nothing to be wary of was measured."
    opened.grab()


@pytest.mark.usefixtures("theme")
def test_an_edit_is_saved_at_once_and_undone_and_done_again(
    opened: GalleryPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    write(opened, "name", "Tarek O'Łagan")
    settled(desk)
    assert opened.pane.subject is not None
    assert opened.pane.subject.details.name == "Tarek O'Łagan"
    assert opened.pane.undo_button.isEnabled()
    before = opened.pane.photo.lines["source"].text()
    opened.pane.photo.lines["source"].setText("county")
    opened.pane.photo.lines["source"].editingFinished.emit()
    settled(desk)
    opened.table.setFocus()
    for _ in range(2):
        opened.pane.undo_button.click()
    settled(desk)
    assert opened.pane.photo.lines["source"].text() == before
    assert opened.pane.subject.details.name != "Tarek O'Łagan"
    opened.pane.redo_button.click()
    settled(desk)
    assert opened.pane.person.lines["name"].text() == "Tarek O'Łagan"
    actions = [entry.details["after"]["name"] for entry in entries(desk, "subject.edit")]
    assert actions == ["Tarek O'Łagan", entries(desk, "subject.edit")[0].details["before"]["name"], "Tarek O'Łagan"]


def test_a_value_that_cannot_be_used_is_refused_under_its_field(
    opened: GalleryPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    stored = opened.pane.person.lines["birth_year"].text()
    write(opened, "birth_year", "nineteen")
    settled(desk)
    line = opened.pane.person.lines["birth_year"]
    assert line.property("invalid")
    assert "no year" in opened.pane.person.fault("birth_year")
    assert line.text() == "nineteen"
    assert not opened.edits.stack.canUndo()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == stored
    assert opened.pane.person.fault("birth_year") == ""
    write(opened, "external_id", "D-0004")
    settled(desk)
    assert "already" in opened.pane.person.fault("external_id")


def test_what_was_written_is_saved_when_another_subject_is_chosen(
    opened: GalleryPage, desk: Desk, settled: Settled
) -> None:
    opened.pane.person.lines["ethnicity"].setText("unknown")
    opened.table.show_position(4)
    opened._choose(4)
    settled(desk)
    assert opened.pane.person.lines["external_id"].text() == "D-0005"
    assert entries(desk, "subject.edit")[-1].details["after"]["ethnicity"] == "unknown"


def test_a_look_is_logged_once_and_only_after_a_moment(
    page: GalleryPage, desk: Desk, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.pane._look.setInterval(1)
    for external_id in ("D-0007", "D-0008", "D-0007"):
        page.show_external_id(external_id)
        settled(desk)
        qtbot.waitUntil(lambda: not page.pane._look.isActive(), timeout=PATIENCE)
        settled(desk)
    assert [entry.subject for entry in entries(desk, "subject.view")] == ["subject D-0007", "subject D-0008"]
    assert subject_pane.LOOK >= 1000


@pytest.mark.parametrize("agreed", [True, False])
def test_a_subject_is_removed_only_after_the_question(
    opened: GalleryPage, desk: Desk, settled: Settled, qtbot: QtBot, agreed: bool
) -> None:
    QTest.keyClick(opened.table, Qt.Key.Key_Delete)
    box = opened.findChild(QMessageBox)
    assert box is not None
    assert "D-0003" in box.text()
    assert "photos: 2" in box.text()
    remove = next(button for button in box.buttons() if "Remove" in button.text())
    QTest.mouseClick(remove if agreed else box.defaultButton(), Qt.MouseButton.LeftButton)
    settled(desk)
    assert opened.model.count == (119 if agreed else 120)
    assert opened.pane.isHidden() is agreed
    assert len(entries(desk, "subject.remove")) == agreed


def test_one_of_several_photos_is_removed_and_the_subject_stays_in_sight(
    opened: GalleryPage, desk: Desk, settled: Settled
) -> None:
    gone = opened.pane.photos.photo
    assert gone is not None
    opened.pane.remove_photo_button.click()
    box = opened.findChild(QMessageBox)
    assert box is not None
    assert gone.file_name in box.text()
    next(button for button in box.buttons() if "Remove" in button.text()).click()
    settled(desk)
    assert opened.pane.subject is not None
    assert [photo.photo_id != gone.photo_id for photo in opened.pane.subject.photos] == [True]
    assert opened.pane.remove_photo_button.isHidden()
    assert opened.model.count == 120
    assert len(entries(desk, "photo.remove")) == 1


def test_searches_that_listed_the_subject_open_from_the_file(
    page: GalleryPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    found: list[int] = []
    request = IdentifyRequest(
        sketches=(SketchInput(path=DEMO / "sketches" / "S-01.jpg"),),
        case_number="2026-17",
        parameters=SearchParameters(top=120),
    )
    desk.run(
        Lane.SEARCH,
        lambda place, _task: identify(request, place.search_tools()),
        owner=page,
        on_done=lambda record: found.append(record.search_id),
    )
    settled(desk)
    page.show_external_id("D-0003")
    settled(desk)
    searches = page.pane._searches
    assert searches.count() == 1
    assert "case 2026-17" in searches.item(0).text()
    with qtbot.waitSignal(desk.search_opened, timeout=PATIENCE) as opened:
        searches.itemActivated.emit(searches.item(0))
    assert opened.args == found
