"""The batch page: run, fail, open, pause and go on after the program was closed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.policy import Policy
from forensic_id.gui.batch.page import BatchPage
from forensic_id.gui.batch.runner import RowInbox
from forensic_id.gui.batch.table_model import OUTCOME, STATE, SketchTable
from forensic_id.gui.desk import Desk
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.search.page import SearchPage
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.widgets.image_intake import ImageIntake
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.manage_cases import close_case
from forensic_id.services.remember_batches import BatchOutcome, RememberedBatch, remembered_batches
from forensic_id.services.run_batch import SketchRow
from forensic_id.services.show_search import show_search
from forensic_id.services.sketch_states import SketchStage
from tests.gui.conftest import DEMO, PATIENCE
from tests.gui.demo_library import CASE

Settled = Callable[[Desk], None]
BROKEN = "witness.png"
COUNT = 4


def known_batches(library: Path) -> tuple[RememberedBatch, ...]:
    with closing(Workplace(library=library)) as place:
        return remembered_batches(place.library(), library)


@pytest.fixture
def sketches(tmp_path: Path) -> Path:
    """A few sketches that can be searched and one file that is no picture."""
    folder = tmp_path / "sketches"
    folder.mkdir()
    for path in sorted((DEMO / "sketches").iterdir())[:COUNT]:
        shutil.copy(path, folder)
    (folder / BROKEN).write_bytes(b"no picture")
    return folder


def opened(desk: Desk, qtbot: QtBot, settled: Settled) -> BatchPage:
    page = BatchPage(desk)
    qtbot.addWidget(page)
    page.resize(960, 700)
    page.show()
    page.shown()
    settled(desk)
    return page


def stages(page: BatchPage) -> list[str]:
    return [row.stage.value for row in page.batch.table.rows]


def choose(page: BatchPage, sketch: str) -> None:
    number = [row.sketch for row in page.batch.table.rows].index(sketch)
    page.batch.view.setCurrentIndex(page.batch.filter.mapFromSource(page.batch.table.index(number, 0)))


def start(page: BatchPage, sketches: Path) -> None:
    page.form.take_files([sketches])
    page.form.jobs.setValue(1)
    page.form.start()


def test_a_folder_is_searched_and_each_result_opens(
    desk: Desk, sketches: Path, theme: str, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(desk, qtbot, settled)
    assert page.form.isVisible()
    start(page, sketches)
    out = sketches.with_name("sketches-results")
    assert page.form.out.folder == out
    qtbot.waitUntil(lambda: "done" in stages(page), timeout=PATIENCE)
    assert page.batch.pause.isVisible()
    settled(desk)
    assert stages(page) == ["done"] * COUNT + ["failed"]
    assert "one sketch could not be searched" in page.batch.notice.text
    assert page.batch.repeat.isVisible()
    assert not page.batch.pause.isVisible()

    row = page.batch.table.row(0)
    choose(page, row.sketch)
    assert "D-" in row.candidate
    shown: list[str] = []
    desk.page_requested.connect(shown.append)
    with qtbot.waitSignal(desk.search_opened) as found:
        page.batch.pane.open.click()
    assert found.args == [row.search_id]
    assert shown == ["search"]

    file = out / "table.csv"
    page.batch.export.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    settled(desk)
    with file.open(encoding="utf-8", newline="") as table:
        assert [line["state"] for line in csv.DictReader(table)] == ["done"] * COUNT + ["failed"]
    assert str(file) in page.batch.notice.text


def test_a_report_is_written_for_each_sketch_where_that_is_wanted(
    desk: Desk, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    (tmp_path / "one").mkdir()
    shutil.copy(DEMO / "sketches" / "S-01.jpg", tmp_path / "one")
    page = opened(desk, qtbot, settled)
    page.form.reports.setChecked(True)
    start(page, tmp_path / "one")
    settled(desk)
    assert [path.name for path in (tmp_path / "one-results" / "reports").iterdir()] == ["S-01-search-1.pdf"]


def test_after_closing_in_mid_batch_the_next_start_offers_to_go_on_and_searches_nothing_twice(
    make_desk: Callable[[Path], Desk], library: Path, sketches: Path, qtbot: QtBot, settled: Settled
) -> None:
    first = make_desk(library)
    first.choose_case(CASE)
    page = opened(first, qtbot, settled)
    start(page, sketches)
    qtbot.waitUntil(lambda: "done" in stages(page), timeout=PATIENCE)
    first.close()
    qtbot.waitUntil(lambda: not page.runner.running)
    (known,) = known_batches(library)
    assert known.outcome is BatchOutcome.PAUSED
    done_before = known.done
    assert 1 <= done_before < COUNT

    second = make_desk(library)
    page = opened(second, qtbot, settled)
    assert page.batch.isVisible()
    assert f"Paused after {done_before} of {COUNT + 1} sketches" in page.batch.notice.text
    assert stages(page).count("done") == done_before
    assert "waiting" in stages(page)
    page.batch.resume.click()
    settled(second)
    assert stages(page) == ["done"] * COUNT + ["failed"]
    assert sorted(row.search_id for row in page.batch.table.rows[:COUNT]) == [1, 2, 3, 4]
    assert "finished" in page.chooser.currentText()


def test_a_failed_sketch_leads_to_the_search_page_and_is_repeated(
    desk: Desk, sketches: Path, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(desk, qtbot, settled)
    start(page, sketches)
    settled(desk)
    choose(page, BROKEN)
    settled(desk)
    assert "no image" in page.batch.pane._reason.text()
    assert not page.batch.pane.by_hand.isEnabled()
    asked: list[object] = []
    desk.page_requested.connect(asked.append)
    with qtbot.waitSignal(desk.sketch_offered) as offered:
        page.batch.view.activated.emit(page.batch.view.currentIndex())
    assert offered.args == [sketches / BROKEN]
    assert asked == ["search"]
    shutil.copy(DEMO / "sketches" / "S-09.jpg", sketches / BROKEN)
    page.batch.repeat.click()
    settled(desk)
    assert stages(page) == ["done"] * (COUNT + 1)
    assert page.batch.notice.text == ""
    assert not page.batch.repeat.isVisible()


def test_a_batch_is_stopped_for_good_and_taken_off_the_list(
    desk: Desk, library: Path, sketches: Path, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(desk, qtbot, settled)
    start(page, sketches)
    qtbot.waitUntil(lambda: "done" in stages(page), timeout=PATIENCE)
    page.batch.stop.click()
    assert not page.batch.pause.isEnabled()
    settled(desk)
    assert "Stopped after" in page.batch.notice.text
    assert set(stages(page)) <= {"done", "waiting", "failed"}
    assert known_batches(library)[0].outcome is BatchOutcome.STOPPED
    page.forget.click()
    settled(desk)
    assert known_batches(library) == ()
    assert page.form.isVisible()
    assert (sketches.with_name("sketches-results") / "results.csv").exists()


def test_what_cannot_be_used_is_told_in_the_form(desk: Desk, sketches: Path, qtbot: QtBot, settled: Settled) -> None:
    page = opened(desk, qtbot, settled)
    page.form.start()
    assert "Choose a folder of sketches" in page.form.problem.text
    page.form.take_files([sketches / BROKEN])
    assert page.form.folder.folder == sketches
    page.form.filters.setText("sex")
    page.form.start()
    assert "has no '='" in page.form.problem.text
    page.form.filters.setText("sex=nobody")
    page.form.start()
    settled(desk)
    assert page.form.isVisible()
    assert "No photo passes the filters" in page.form.problem.text
    desk.choose_case("")
    page.form.start()
    assert "Choose a case first" in page.form.problem.text


def test_what_the_policy_profile_asks_for_is_told_before_the_start_and_filled_in_for_the_whole_folder(
    desk: Desk, library: Path, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    shutil.copy(DEMO / "sketches" / "S-01.jpg", folder)
    (folder / BROKEN).write_bytes(b"no picture")
    rules = Policy(name="strict", title="Strict", mandatory_sketch_fields=("kind", "witness"), most_candidates=50)
    with closing(Workplace(library=library, actor="examiner")) as place:
        choose_policy(place.library(), rules)
    page = opened(desk, qtbot, settled)
    form, bar = page.form, page.form.bar
    assert (bar.summary, bar.start_button.isEnabled()) == (
        "Choose a folder of sketches first, or drop it on the page.",
        False,
    )
    form.take_files([folder])
    told = "The policy profile “Strict” asks for these details, which all 2 sketches lack: Kind of sketch"
    qtbot.waitUntil(lambda: bar.summary == f"{told}, Witness (number).", timeout=PATIENCE)
    assert not bar.start_button.isEnabled()
    bar.details_button.click()
    assert form.origin.kind.hasFocus()
    form.origin.kind.setCurrentIndex(1)
    form.origin.kind.activated.emit(1)
    QTest.keyClicks(form.origin.witness, "3")
    assert (bar.summary, bar.start_button.isEnabled()) == ("2 sketches, a list of 50 for each.", True)
    assert not bar.details_button.isVisible()
    form.top.setValue(51)
    assert "allows at most 50 candidates" in bar.summary
    form.top.setValue(50)
    form.jobs.setValue(1)
    bar.start_button.click()
    settled(desk)
    assert stages(page) == ["done", "failed"]
    with closing(Workplace(library=library)) as place:
        sketch = show_search(place.library(), 1).sketch
    assert (sketch.kind, sketch.witness) == ("hand-drawn", "3")

    page.again.click()
    assert form.isVisible()
    assert (form.origin.witness.text(), form.out.folder) == ("3", tmp_path / "two-results-2")
    form.folder.folder = tmp_path / "nowhere"
    qtbot.waitUntil(lambda: "cannot be read" in bar.summary, timeout=PATIENCE)
    settled(desk)


def test_a_case_that_was_closed_in_between_stops_the_batch_and_keeps_its_table(
    desk: Desk, sketches: Path, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(desk, qtbot, settled)
    start(page, sketches)
    settled(desk)
    desk.run(
        Lane.BROWSE,
        lambda place, _task: close_case(place.library(), CASE),
        owner=page,
        on_done=lambda _case: None,
    )
    settled(desk)
    page.batch.repeat.click()
    settled(desk)
    assert "was closed" in page.batch.notice.text
    assert stages(page) == ["done"] * COUNT + ["failed"]


def test_an_earlier_batch_is_chosen_and_its_settings_start_a_new_one(
    desk: Desk, library: Path, sketches: Path, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(desk, qtbot, settled)
    page.form.top.setValue(7)
    page.form.filters.setText("birth_year=1930..; sex=male")
    start(page, sketches)
    settled(desk)
    page.new.click()
    assert page.form.isVisible()
    page.chooser.activated.emit(0)
    settled(desk)
    assert page.batch.isVisible()
    assert stages(page) == ["done"] * COUNT + ["failed"]
    page.form.fill(replace(known_batches(library)[0], reports=True))
    assert (page.form.top.value(), page.form.reports.isChecked()) == (7, True)
    assert page.form.filters.text() == "birth_year=1930..; sex=male"


def test_a_batch_whose_folder_is_gone_says_so(desk: Desk, sketches: Path, qtbot: QtBot, settled: Settled) -> None:
    page = opened(desk, qtbot, settled)
    start(page, sketches)
    settled(desk)
    shutil.rmtree(sketches)
    page.chooser.activated.emit(0)
    settled(desk)
    assert "cannot be read" in page.batch.notice.text or "holds no files" in page.batch.notice.text


def test_a_folder_dropped_on_the_form_is_taken(desk: Desk, sketches: Path, qtbot: QtBot, settled: Settled) -> None:
    page = opened(desk, qtbot, settled)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sketches))])
    drop = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    intake = page.form.findChild(ImageIntake)
    assert isinstance(intake, ImageIntake)
    assert intake.eventFilter(page.form, drop)
    assert page.form.folder.folder == sketches


def test_ten_thousand_sketches_are_shown_filtered_and_updated_without_delay(
    desk: Desk, qtbot: QtBot, settled: Settled, benchmark_ms: Callable[[Callable[[], object]], float]
) -> None:
    page = opened(desk, qtbot, settled)
    names = [f"sketch-{number:05}.png" for number in range(10_000)]
    waiting = [SketchRow(sketch=name, stage=SketchStage.WAITING) for name in names]
    done = [SketchRow(sketch=name, stage=SketchStage.DONE, search_id=1, candidate="D-1") for name in names[:50]]
    page.batch.take_rows(waiting)
    assert page.batch.filter.rowCount() == 10_000
    assert benchmark_ms(lambda: page.batch.take_rows(done)) < 250
    page.batch.kind.setCurrentIndex(page.batch.kind.findData("done"))
    assert page.batch.filter.rowCount() == 50
    page.batch.text.setText("00042")
    assert page.batch.filter.rowCount() == 1


@pytest.fixture
def benchmark_ms() -> Callable[[Callable[[], object]], float]:
    import time

    def measure(action: Callable[[], object]) -> float:
        began = time.perf_counter()
        action()
        return 1000 * (time.perf_counter() - began)

    return measure


def test_the_table_takes_rows_in_place_and_settles_what_was_begun(appearance: Appearance, qapp: QApplication) -> None:
    table = SketchTable(appearance, qapp)
    table.update([SketchRow(sketch="a", stage=SketchStage.WAITING), SketchRow(sketch="b", stage=SketchStage.READING)])
    table.update([SketchRow(sketch="c", stage=SketchStage.FAILED, reason="No face.")])
    assert table.data(table.index(2, OUTCOME)) == "No face."
    assert [table.data(table.index(row, STATE)) for row in range(3)] == ["Waiting", "Reading", "Failed"]
    table.settle()
    assert [table.count(stage) for stage in SketchStage] == [2, 0, 0, 0, 1]
    table.deleteLater()


def test_rows_that_come_in_quick_succession_are_handed_over_together() -> None:
    deliveries: list[Callable[[], None]] = []
    taken: list[list[SketchRow]] = []
    inbox = RowInbox(deliveries.append, taken.append)
    for name in "abc":
        inbox.put([SketchRow(sketch=name, stage=SketchStage.WAITING)])
    assert len(deliveries) == 1
    deliveries.pop()()
    assert [[row.sketch for row in rows] for rows in taken] == [["a", "b", "c"]]
    inbox.put([SketchRow(sketch="d", stage=SketchStage.WAITING)])
    assert len(deliveries) == 1


def test_a_sketch_that_a_batch_offers_lies_on_the_search_page(
    desk: Desk, sketches: Path, qtbot: QtBot, settled: Settled
) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    desk.offer_sketch(sketches / "S-01.jpg")
    page = window.page
    assert isinstance(page, SearchPage)
    qtbot.waitUntil(lambda: len(page.workbench.inputs()) == 1, timeout=PATIENCE)
    assert page.workbench.inputs()[0].path == sketches / "S-01.jpg"
    settled(desk)
    window.close()
