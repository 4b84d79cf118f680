"""Files that cannot be used, stale results, reopening, and the small print of the widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from forensic_id.core.edits import Contrast, Edit, Mirror, Rotate
from forensic_id.core.records import Box
from forensic_id.gui.desk import Desk
from forensic_id.gui.workbench.bench import ChainStep
from forensic_id.gui.workbench.chain import adjusted, mirrored, turned
from forensic_id.gui.workbench.rectangles import INSIDE, dragged, zone_at
from forensic_id.gui.workbench.workbench import Workbench
from forensic_id.services.identify import MOST_SKETCHES
from forensic_id.services.prepare_demo import DEMO_CASE
from forensic_id.services.probe import SketchInput, SketchOrigin
from tests.gui.conftest import PATIENCE
from tests.gui.workbench.conftest import SKETCHES

Looked = Callable[[Workbench], None]


def test_a_file_that_is_no_picture_is_told_where_one_looks_and_the_others_stay(
    workbench: Workbench, looked: Looked, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    workbench.add_files([broken, SKETCHES[0]])
    looked(workbench)
    assert "broken.png" in workbench.area.crop.warnings[0]
    assert workbench.obstacle()
    workbench.area.strip.tabs.setCurrentIndex(1)
    looked(workbench)
    assert workbench.obstacle() == ""


def test_a_folder_is_refused_with_where_to_take_it(workbench: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(workbench.desk.tasks.failed) as told:
        workbench.intake.intake.files_given.emit([tmp_path])
    assert "page Batch" in str(told.args[0])
    assert workbench.inputs() == ()


def test_more_sketches_than_a_search_takes_are_left_out_and_told(workbench: Workbench, looked: Looked) -> None:
    workbench.add_files([SKETCHES[0]] * (MOST_SKETCHES + 3))
    assert len(workbench.inputs()) == MOST_SKETCHES
    assert f"at most {MOST_SKETCHES}" in workbench.area.notice.text
    looked(workbench)


def test_the_dialog_opens_at_the_demonstrations_sketches_under_its_case_and_else_where_the_last_one_was(
    workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown() -> QFileDialog:
        workbench.intake.ask()
        dialog = workbench.findChildren(QFileDialog)[-1]
        dialog.close()
        return dialog

    given = tmp_path / "witness.png"
    given.write_bytes(SKETCHES[0].read_bytes())
    shown().filesSelected.emit([str(given)])
    assert len(workbench.inputs()) == 1
    assert Path(shown().directory().path()) == tmp_path
    assert not any("demonstration" in each.text() for each in workbench.findChildren(QLabel))
    monkeypatch.setattr(Desk, "case_number", DEMO_CASE)
    workbench.desk.case_chosen.emit(DEMO_CASE)
    assert any("demonstration" in each.text() for each in workbench.findChildren(QLabel))
    assert Path(shown().directory().path()) == SKETCHES[0].parent


def test_a_stored_preparation_is_reopened_as_it_was(workbench: Workbench, looked: Looked) -> None:
    given = SketchInput(
        path=SKETCHES[0],
        box=Box(x=30, y=40, width=90, height=90),
        edits=(Mirror(), Contrast(amount=0.5)),
        origin=SketchOrigin(kind="identikit", witness="7"),
    )
    workbench.set_inputs((given, replace(given, edits=())))
    assert workbench.inputs() == (given, replace(given, edits=()))
    assert workbench.area.edits.list.count() == 2
    assert workbench.area.form.origin == given.origin
    assert not workbench.area.undo.isEnabled()
    looked(workbench)
    workbench.set_inputs(())
    assert workbench.inputs() == ()
    assert workbench.may_leave()


def test_an_edit_that_no_longer_fits_is_told_and_nothing_changes(workbench: Workbench, looked: Looked) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    workbench.area.tools.right_button.click()
    looked(workbench)
    workbench.area.tools.crop_button.click()
    picture = QRectF(0, 0, workbench.area.canvas.picture_size.width(), 100)
    workbench.area.canvas.begin_crop(picture)
    workbench.area.tools.crop_accepted.emit()
    looked(workbench)
    before = workbench.inputs()
    workbench.area.edits.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "goes beyond the picture" in workbench.area.notice.text
    assert workbench.inputs() == before
    assert workbench.area.edits.list.item(0).checkState() is Qt.CheckState.Checked


def test_only_what_is_in_front_is_shown_however_fast_one_changes(
    workbench: Workbench, looked: Looked, faceless: Path
) -> None:
    workbench.add_files([SKETCHES[0], faceless, SKETCHES[1]])
    for index in (1, 2, 0, 1):
        workbench.area.strip.tabs.setCurrentIndex(index)
        workbench.examiner._start()
    looked(workbench)
    assert "No face was found" in workbench.area.crop.warnings[0]
    workbench.area.strip.tabs.setCurrentIndex(2)
    looked(workbench)
    assert workbench.area.crop.warnings == ()
    assert "no face.png" in workbench.obstacle()
    workbench.area.strip.remove_requested.emit(workbench.bench.state.sketches[1].key)
    assert workbench.obstacle() == ""


def test_another_library_or_model_looks_at_the_sketch_again(
    workbench: Workbench, looked: Looked, desk: Desk, qtbot: QtBot
) -> None:
    workbench.add_files([SKETCHES[0]])
    looked(workbench)
    first = workbench.bench.examination
    desk.use_library(desk.library_folder)
    qtbot.waitUntil(lambda: workbench.bench.examination not in {None, first}, timeout=PATIENCE)
    looked(workbench)


def test_closing_while_a_look_is_due_leaves_no_timer(workbench: Workbench) -> None:
    workbench.add_files([SKETCHES[0]])
    workbench.close()
    assert not workbench.examiner.waiting


def steps(*edits: Edit) -> tuple[ChainStep, ...]:
    return tuple(ChainStep(edit=edit) for edit in edits)


def test_quarter_turns_add_up_and_cancel_out() -> None:
    assert turned((), 90) == steps(Rotate(degrees=90))
    assert turned(steps(Rotate(degrees=90)), 90) == steps(Rotate(degrees=180))
    assert turned(steps(Rotate(degrees=180)), 90) == steps(Rotate(degrees=-90))
    assert turned(steps(Rotate(degrees=-90)), 90) == ()
    assert turned(steps(Rotate(degrees=90)), -90) == ()
    assert turned(steps(Rotate(degrees=3)), 90) == steps(Rotate(degrees=3), Rotate(degrees=90))
    assert mirrored(mirrored(steps(Contrast(amount=1)))) == steps(Contrast(amount=1))


def test_what_a_slider_sets_is_one_step_that_keeps_its_place() -> None:
    chain = steps(Rotate(degrees=90), Rotate(degrees=2), Mirror())
    assert adjusted(chain, Rotate, Rotate(degrees=5)) == steps(Rotate(degrees=90), Rotate(degrees=5), Mirror())
    assert adjusted(chain, Rotate, None) == steps(Rotate(degrees=90), Mirror())
    assert adjusted(chain, Contrast, None) == chain
    assert adjusted(chain, Contrast, Contrast(amount=1))[-1] == ChainStep(edit=Contrast(amount=1))


def test_rectangles_are_taken_by_edges_corners_and_inside() -> None:
    rectangle = QRectF(10, 10, 100, 50)
    assert zone_at(rectangle, QPointF(11, 30), 4, inside=False) == "l"
    assert zone_at(rectangle, QPointF(110, 60), 4, inside=False) == "rb"
    assert zone_at(rectangle, QPointF(50, 30), 4, inside=True) == INSIDE
    assert zone_at(rectangle, QPointF(50, 30), 4, inside=False) == ""
    assert zone_at(rectangle, QPointF(200, 30), 4, inside=True) == ""
    assert dragged(rectangle, "lt", QPointF(500, 500), 8) == QRectF(102, 52, 8, 8)
    assert dragged(rectangle, INSIDE, QPointF(5, -5), 8) == QRectF(15, 5, 100, 50)
