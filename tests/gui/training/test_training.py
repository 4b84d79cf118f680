"""Trainings in a process of their own: started, followed, stopped, resumed, found again, exported."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.tasks import Lane
from forensic_id.gui.training import page as training_page
from forensic_id.gui.training import run_watch, train_view
from forensic_id.gui.training.absent_trainer import what_is_needed
from forensic_id.gui.training.curves import Series
from forensic_id.gui.training.dialogs import CompareDialog, MeasureDialog
from forensic_id.gui.training.page import TrainingPage
from forensic_id.gui.training.trainer_process import Trainer, is_alive
from forensic_id.services.follow_training import (
    MetricsLine,
    RunState,
    TrainingJob,
    look_at_run,
    remember_job,
)
from tests.fakes.tiny_bundle import write_tiny_bundle
from tests.gui.conftest import PATIENCE
from tests.gui.training.pretend_trainer import write_pretend_trainer

Settled = Callable[[Desk], None]
MakePage = Callable[[Desk], TrainingPage]


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORENSIC_ID_MODELS", str(tmp_path / "models"))


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_watch, "_BETWEEN_LOOKS", 200)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_pretend_trainer(tmp_path / "checkout")
    monkeypatch.setattr(train_view, "Trainer", lambda python, _checkout: Trainer(python, folder))
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_tiny_bundle(tmp_path / "data" / "bundle", name="trained")
    return tmp_path / "data"


@pytest.fixture
def make_page(qtbot: QtBot, settled: Settled) -> Iterator[MakePage]:
    pages: list[TrainingPage] = []

    def make(desk: Desk) -> TrainingPage:
        page = TrainingPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(960, 640)
        page.show()
        page.tabs.setCurrentWidget(page.training)
        return page

    yield make
    for page in pages:
        page.training.stop_all()
        page.training.leave()
        page.close()
    for desk in {page.desk for page in pages}:  # who waits lets closed pages be deleted
        settled(desk)


def ready(page: TrainingPage, qtbot: QtBot) -> None:
    view = page.training
    qtbot.waitUntil(lambda: view.form.isVisible() or view.absent.isVisible(), timeout=PATIENCE)


def state(page: TrainingPage) -> RunState | None:
    run = page.training._chosen()
    return run.state if run is not None else None


def start(page: TrainingPage, data: Path, qtbot: QtBot) -> None:
    ready(page, qtbot)
    page.training.form.data.folder = data
    page.training.form.start.click()
    qtbot.waitUntil(page.training.run.isVisible, timeout=PATIENCE)


def wait_for(page: TrainingPage, wanted: RunState, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: state(page) is wanted, timeout=PATIENCE)


def wait_until_under_way(page: TrainingPage, qtbot: QtBot) -> None:
    """A process that is asked to stop while it still starts has nothing to stop after, and just ends."""
    wait_for(page, RunState.RUNNING, qtbot)
    qtbot.waitUntil(page.training.run._bar.isVisible, timeout=PATIENCE)


@pytest.mark.usefixtures("checkout")
def test_a_model_is_trained_exported_compared_and_installed(
    desk: Desk, data: Path, theme: str, make_page: MakePage, qtbot: QtBot, settled: Settled
) -> None:
    page = make_page(desk)
    start(page, data, qtbot)
    wait_for(page, RunState.FINISHED, qtbot)
    view = page.training.run
    qtbot.waitUntil(lambda: "Finished." in view.log.toPlainText(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: view._bar.value() == 6, timeout=PATIENCE)
    assert view.curves.stage.currentText() == "encoder"
    assert view.curves.series.stages["encoder"]["loss"][0] == [1, 2, 3, 4, 5, 6]
    assert len(view.curves.validation.plotItem.listDataItems()) == 2
    assert not view.resume.isVisible()

    view.export.click()
    qtbot.waitUntil(lambda: view.install.isVisible() and view.install.isEnabled(), timeout=PATIENCE)
    assert "Bundle written." in view.log.toPlainText()
    view.compare.click()
    settled(desk)
    dialog = page.training.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert dialog.tree.headerItem().text(1) == "trained 1"
    dialog.reject()
    qtbot.waitUntil(view.install.isEnabled, timeout=PATIENCE)
    view.install.click()
    assert page.tabs.currentWidget() is page.bundles
    settled(desk)
    assert page.bundles.chosen is not None
    assert page.bundles.chosen.folder.name.startswith("trained-1-")


@pytest.mark.usefixtures("checkout")
def test_a_training_is_stopped_with_a_checkpoint_and_resumed(
    desk: Desk, data: Path, make_page: MakePage, qtbot: QtBot
) -> None:
    (data / "slow").touch()
    page = make_page(desk)
    start(page, data, qtbot)
    wait_until_under_way(page, qtbot)
    assert "left in this stage" in page.training.run._progress.text()
    page.training.run.stop.click()
    assert page.training.run.kill.isVisible()
    assert "Stopping" in page.training.run.notice.text
    wait_for(page, RunState.STOPPED, qtbot)
    qtbot.waitUntil(lambda: not page.training.run.notice.text, timeout=PATIENCE)
    (data / "slow").unlink()
    page.training.run.resume.click()
    wait_for(page, RunState.FINISHED, qtbot)
    assert "Resuming" in page.training.run.log.toPlainText()


@pytest.mark.usefixtures("checkout")
def test_a_training_goes_on_without_the_program_and_is_found_again(
    desk: Desk, data: Path, make_page: MakePage, qtbot: QtBot, settled: Settled
) -> None:
    (data / "slow").touch()
    page = make_page(desk)
    start(page, data, qtbot)
    wait_for(page, RunState.RUNNING, qtbot)
    page.training.leave()
    page.close()
    settled(desk)
    again = make_page(desk)
    ready(again, qtbot)
    qtbot.waitUntil(lambda: again.training.list.count() == 1, timeout=PATIENCE)
    again.training.list.setCurrentRow(0)
    wait_until_under_way(again, qtbot)
    again.training.run.stop.click()
    again.training.run.kill.click()
    qtbot.waitUntil(lambda: state(again) in (RunState.KILLED, RunState.STOPPED), timeout=PATIENCE)


@pytest.mark.usefixtures("checkout")
def test_what_the_trainer_refuses_is_told_and_names_and_data_are_checked_before(
    desk: Desk, data: Path, make_page: MakePage, qtbot: QtBot, settled: Settled
) -> None:
    page = make_page(desk)
    ready(page, qtbot)
    form = page.training.form
    form.name.setText("../x")
    form.start.click()
    assert "can be a folder's name" in form.problem.text
    form.name.setText("mine")
    form.start.click()
    settled(desk)
    assert "Choose a folder of training data" in form.problem.text
    form.settings.setPlainText("nonsense=1\n")
    start(page, data, qtbot)
    wait_for(page, RunState.REFUSED, qtbot)
    qtbot.waitUntil(lambda: "no setting nonsense" in page.training.run.notice.text, timeout=PATIENCE)
    page.training.new.click()
    assert form.isVisible()
    form.suggest_name(["tiny-1", "tiny-2"])
    form.recipe.currentIndexChanged.emit(0)
    assert form.name.text() == "tiny-3"


def test_without_a_trainer_the_page_says_what_is_missing_and_takes_another_python(
    desk: Desk,
    data: Path,
    tmp_path: Path,
    make_page: MakePage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = tmp_path / "broken"
    (broken / "trainer").mkdir(parents=True)
    (broken / "trainer" / "__main__.py").write_text("import torch_that_is_missing", encoding="utf-8")
    folders = [broken, broken, write_pretend_trainer(tmp_path / "checkout")]
    monkeypatch.setattr(train_view, "Trainer", lambda python, _checkout: Trainer(python, folders[-1]))
    working = folders.pop()
    page = make_page(desk)
    ready(page, qtbot)
    assert page.training.absent.isVisible()
    assert "torch_that_is_missing" in page.training.absent.reason.text()
    page.training.absent.python_chosen.emit(str(tmp_path / "no-python"))
    qtbot.waitUntil(lambda: "no-python" in page.training.absent.reason.text(), timeout=PATIENCE)
    folders.append(working)
    page.training.absent.python_chosen.emit(sys.executable)
    qtbot.waitUntil(page.training.form.isVisible, timeout=PATIENCE)


@pytest.mark.usefixtures("checkout")
def test_a_frozen_program_says_what_training_needs_and_offers_nothing_that_would_fail(
    desk: Desk, make_page: MakePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    page = make_page(desk)
    ready(page, qtbot)
    absent, measure = page.training.absent, page.bundles.measure
    needed = what_is_needed()
    assert needed in [each.text() for each in absent.findChildren(QLabel)]
    assert "not part of this application; searching needs none of it" in needed
    assert [button.text() for button in absent.findChildren(QPushButton) if button.isVisible()] == [
        "Choose a &Python…"
    ]
    assert (measure.isEnabled(), measure.toolTip()) == (False, needed)
    absent.python_chosen.emit(sys.executable)
    qtbot.waitUntil(page.training.form.isVisible, timeout=PATIENCE)
    assert measure.isEnabled()


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(("answer", "closes"), [("", False), ("leave", True), ("stop", True)])
def test_closing_asks_what_becomes_of_a_running_training(
    desk: Desk, data: Path, answer: str, closes: bool, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "slow").touch()
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    window.show_page("training")
    page = window.page
    assert isinstance(page, TrainingPage)
    page.tabs.setCurrentWidget(page.training)
    start(page, data, qtbot)
    wait_until_under_way(page, qtbot)
    asked: list[object] = []

    def ask(_parent: object, names: object) -> str:
        asked.append(names)
        return answer

    monkeypatch.setattr(training_page, "ask_about_running", ask)
    settled(desk)
    window.close()
    qtbot.waitUntil(lambda: window.isVisible() is not closes, timeout=PATIENCE)
    assert asked == [["tiny-1"]]
    run = look_at_run(page.training.watch.folder / "tiny-1", is_alive)
    assert run.job is not None
    if answer != "stop":
        os.kill(run.job.pid, signal.SIGTERM)
    qtbot.waitUntil(
        lambda: look_at_run(run.folder, is_alive).state in (RunState.STOPPED, RunState.KILLED), timeout=PATIENCE
    )
    page.training.leave()
    window.hide()
    settled(desk)


@pytest.mark.usefixtures("checkout")
def test_two_models_are_measured_by_the_trainer(
    desk: Desk, make_page: MakePage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = make_page(desk)
    ready(page, qtbot)
    page.training.measure(tmp_path / "a", tmp_path / "b")
    dialog = page.training.findChild(QDialog)
    assert isinstance(dialog, MeasureDialog)
    qtbot.waitUntil(lambda: "A is better than B." in dialog.text.toPlainText(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: dialog.state.text() == "Measured.", timeout=PATIENCE)
    dialog.reject()


def test_a_process_number_that_was_given_anew_is_not_taken_for_the_training(tmp_path: Path) -> None:
    assert not is_alive(os.getpid(), tmp_path)
    assert not is_alive(0, tmp_path)
    assert not is_alive(2**22 + 1, tmp_path)


def test_figures_of_a_resumed_training_replace_those_after_the_checkpoint() -> None:
    series = Series()
    for step, loss in ((1, 1.0), (2, 0.5), (3, 0.4), (2, 0.6)):
        series.add([MetricsLine(stage="encoder", step=step, of=4, seconds_left=None, values={"loss": loss})])
    assert series.stages == {"encoder": {"loss": ([1, 2], [1.0, 0.6])}}
    assert series.training_stages() == ["encoder"]


def test_files_are_read_in_a_lane_while_the_page_is_shown_only(
    desk: Desk, make_page: MakePage, checkout: Path, qtbot: QtBot, settled: Settled
) -> None:
    remember_job(desk.library_folder.parent / "trainings" / "old", TrainingJob(recipe="tiny", data="d"))
    page = make_page(desk)
    ready(page, qtbot)
    qtbot.waitUntil(lambda: page.training.list.count() == 1, timeout=PATIENCE)
    page.tabs.setCurrentWidget(page.bundles)
    settled(desk)
    assert not page.training.watch._timer.isActive()
    assert all(task.lane is not Lane.BROWSE for task in desk.tasks.running)
