"""What an investigator does on the workbench, in both themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.edits import Contrast, Crop, Levels, Mirror, Rotate
from forensic_id.core.records import SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane
from forensic_id.gui.workbench.canvas import Held
from forensic_id.gui.workbench.workbench import Workbench
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from forensic_id.services.repeat_search import repeat_search
from tests.gui.conftest import PATIENCE
from tests.gui.demo_library import CASE
from tests.gui.workbench.conftest import SKETCHES, place_of

Looked = Callable[[Workbench], None]
LEFT = Qt.MouseButton.LeftButton


def search(desk: Desk, sketches: tuple[SketchInput, ...], qtbot: QtBot) -> SearchRecord:
    """Search what lies on the bench, and repeat it: the ranking must come out again."""
    found: list[SearchRecord] = []

    def work(place: object, _task: object) -> SearchRecord:
        assert isinstance(place, Workplace)
        tools = place.search_tools()
        record = identify(IdentifyRequest(sketches=sketches, case_number=CASE), tools)
        result = repeat_search(record.search_id, tools)
        assert result.reproduced
        assert result.differences == ()
        return record

    desk.run(Lane.SEARCH, work, owner=desk, on_done=found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return found[0]


def test_points_are_set_by_keyboard_alone_on_a_picture_without_a_face(
    theme: str, workbench: Workbench, faceless: Path, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([faceless])
    looked(workbench)
    assert "No face was found" in workbench.area.crop.warnings[0]
    assert workbench.obstacle() == workbench.area.crop.warnings[0]
    assert "until a face is marked" in workbench.area.crop.source
    workbench.area.crop.points_button.setFocus()
    QTest.keyClick(workbench.area.crop.points_button, Qt.Key.Key_Space)
    canvas = workbench.area.canvas
    assert canvas.hasFocus()
    before = workbench.inputs()[0].landmarks
    assert before is not None
    for number in range(5):
        assert canvas.held == number
        assert canvas.point_name(number) in workbench.area.hint.text()
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
    looked(workbench)
    after = workbench.inputs()[0].landmarks
    assert after == tuple((x + 1, y + 10) for x, y in before)
    assert workbench.area.crop.source == "Points set by hand."
    assert workbench.obstacle() == ""
    record = search(workbench.desk, workbench.inputs(), qtbot)
    assert (record.sketch.landmark_source, record.sketch.landmarks) == ("manual", after)


def test_a_box_by_hand_finds_points_in_it_and_r_goes_back_to_automatic(
    workbench: Workbench, faceless: Path, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([faceless])
    looked(workbench)
    workbench.area.crop.box_button.click()
    canvas = workbench.area.canvas
    assert canvas.held == Held.BOX
    box = workbench.inputs()[0].box
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    looked(workbench)
    moved = workbench.inputs()[0].box
    assert box is not None
    assert moved is not None
    assert (moved.x, moved.height) == (box.x - 10, box.height + 1)
    assert "points found automatically" in workbench.area.crop.source
    QTest.keyClick(canvas, Qt.Key.Key_R)
    looked(workbench)
    assert workbench.inputs()[0].box is None
    assert workbench.obstacle()


def test_another_face_is_chosen_by_a_click_and_its_box_resized_by_dragging(
    theme: str, workbench: Workbench, two_faces: Path, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([two_faces])
    looked(workbench)
    seen = workbench.bench.examination
    assert seen is not None
    assert len(seen.faces) == 2
    assert any(warning.startswith("2 faces") for warning in workbench.area.crop.warnings)
    other = seen.faces[1]
    viewport = workbench.area.canvas.viewport()
    centre = place_of(workbench, other.x + other.width / 2, other.y + other.height / 2)
    QTest.mouseMove(viewport, centre)
    QTest.mouseClick(viewport, LEFT, pos=centre)
    looked(workbench)
    assert workbench.inputs()[0].box == other
    assert not any("faces" in warning for warning in workbench.area.crop.warnings)
    corner = place_of(workbench, other.x + other.width, other.y + other.height)
    QTest.mousePress(viewport, LEFT, pos=corner)
    QTest.mouseMove(viewport, place_of(workbench, other.x + other.width - 30, other.y + other.height - 20))
    QTest.mouseRelease(viewport, LEFT, pos=corner)
    looked(workbench)
    box = workbench.inputs()[0].box
    assert box is not None
    assert box.width == pytest.approx(other.width - 30, abs=2)
    assert box.height == pytest.approx(other.height - 20, abs=2)


def test_a_point_is_dragged_under_the_magnifier_and_the_drag_is_undone_at_once(
    workbench: Workbench, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    seen = workbench.bench.examination
    assert seen is not None
    assert seen.face is not None
    x, y = seen.face.landmarks[2]
    crop = seen.face.crop.tobytes()
    viewport = workbench.area.canvas.viewport()
    QTest.mousePress(viewport, LEFT, pos=place_of(workbench, x, y))
    for step in range(1, 6):
        QTest.mouseMove(viewport, place_of(workbench, x + 4 * step, y + step))
        workbench.area.canvas.grab()
    QTest.mouseRelease(viewport, LEFT, pos=place_of(workbench, x + 20, y + 5))
    looked(workbench)
    moved = workbench.inputs()[0].landmarks
    assert moved is not None
    assert moved[2] == pytest.approx((x + 20, y + 5), abs=1.5)
    now = workbench.bench.examination
    assert now is not None
    assert now.face is not None
    assert now.face.crop.tobytes() != crop
    workbench.area.undo.trigger()
    assert workbench.inputs()[0].landmarks is None


def test_edits_are_made_undone_switched_off_and_reproduced(
    theme: str, workbench: Workbench, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    area = workbench.area
    assert not area.undo.isEnabled()
    area.tools.mirror_button.click()
    area.tools.right_button.click()
    area.tools.left_button.click()
    looked(workbench)
    area.tools.contrast.field.setValue(40)
    looked(workbench)
    area.tools.contrast.field.setValue(60)
    area.tools.turn.slider.setValue(-9)
    area.tools.black.setValue(12)
    looked(workbench)
    kinds = [type(edit) for edit in workbench.inputs()[0].edits]
    assert kinds == [Mirror, Contrast, Rotate, Levels]
    assert workbench.inputs()[0].edits[1] == Contrast(amount=0.6)
    assert [area.edits.list.item(row).text() for row in range(4)] == [
        str(edit) for edit in workbench.inputs()[0].edits
    ]
    record = search(workbench.desk, workbench.inputs(), qtbot)
    seen = workbench.bench.examination
    assert seen is not None
    assert record.sketch.edits == seen.edited.steps
    area.edits.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert [type(edit) for edit in workbench.inputs()[0].edits] == [Mirror, Contrast, Levels]
    area.edits.list.setCurrentRow(0)
    area.edits.back_button.click()
    assert workbench.inputs()[0].edits == (Mirror(),)
    area.edits.remove_button.click()
    assert Mirror() not in workbench.inputs()[0].edits
    while area.undo.isEnabled():
        area.undo.trigger()
    assert [sketch.edits for sketch in workbench.inputs()] == [()]
    while area.redo.isEnabled():
        area.redo.trigger()
    looked(workbench)
    assert area.edits.list.item(0).checkState() is not Qt.CheckState.Checked


def test_a_crop_is_drawn_accepted_with_enter_and_points_stay_on_the_drawing(
    workbench: Workbench, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    workbench.area.crop.points_button.click()
    before = workbench.inputs()[0].landmarks
    assert before is not None
    canvas = workbench.area.canvas
    workbench.area.tools.crop_button.click()
    assert canvas.crop is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.crop is None
    workbench.area.tools.crop_button.click()
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    looked(workbench)
    (crop,) = workbench.inputs()[0].edits
    assert isinstance(crop, Crop)
    after = workbench.inputs()[0].landmarks
    assert after == tuple(pytest.approx((x - crop.x, y - crop.y)) for x, y in before)


def test_holding_space_shows_the_sketch_as_received(workbench: Workbench, looked: Looked, qtbot: QtBot) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    workbench.area.tools.right_button.click()
    looked(workbench)
    canvas = workbench.area.canvas
    turned = canvas.picture_size
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.picture_size == turned.transposed()
    assert not canvas.shows_overlays
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.picture_size == turned
    assert canvas.shows_overlays


def test_files_are_dropped_and_pictures_pasted(workbench: Workbench, looked: Looked, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in SKETCHES[:2]])
    at, copy, none = QPointF(50, 50), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at.toPoint(), copy, data, LEFT, none)
    QApplication.sendEvent(workbench, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(workbench, QDropEvent(at, copy, data, LEFT, none))
    assert [each.path for each in workbench.inputs()] == SKETCHES[:2]
    picture = QImage(64, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("#c08040"))
    QGuiApplication.clipboard().setImage(picture)
    workbench.intake.intake.paste()
    qtbot.waitUntil(lambda: len(workbench.inputs()) == 3, timeout=PATIENCE)
    kept = workbench.inputs()[2].path
    assert kept.is_relative_to(workbench.desk.library_folder)
    assert QImage(str(kept)).pixelColor(3, 3) == QColor("#c08040")
    looked(workbench)
    QGuiApplication.clipboard().clear()


def test_several_sketches_are_prepared_side_by_side_and_searched_together(
    theme: str, workbench: Workbench, looked: Looked, qtbot: QtBot
) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    form = workbench.area.form
    QTest.keyClicks(form.witness, "1")
    QTest.keyClicks(form.interview, "2026-13")
    assert "is no date" in form.problem.text()
    form.interview.clear()
    QTest.keyClicks(form.interview, "2026-03-01")
    assert form.problem.text() == ""
    strip = workbench.area.strip
    strip.buttons["stack"].click()
    workbench.area.tools.mirror_button.click()
    looked(workbench)
    QTest.keyClicks(form.description, "A scar.")
    first, second = workbench.inputs()
    assert (first.edits, second.edits) == ((), (Mirror(),))
    assert (first.origin.witness, first.origin.description) == ("1", "")
    assert (second.origin.interview_date, second.origin.description) == ("2026-03-01", "A scar.")
    strip.tabs.setCurrentIndex(0)
    looked(workbench)
    assert form.description.toPlainText() == ""
    record = search(workbench.desk, workbench.inputs(), qtbot)
    assert len(record.parts) == 2
    strip.renamed.emit(workbench.bench.state.front, "frontal")
    assert strip.tabs.tabText(0) == "frontal"
    strip.buttons["trash"].click()
    assert workbench.inputs() == (second,)
    workbench.area.undo.trigger()
    assert workbench.inputs() == (first, second)
    looked(workbench)
