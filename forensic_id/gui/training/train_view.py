"""Trainings: the runs of a folder, one of them in front, or a new one to be started."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.errors import LibraryError
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.training.absent_trainer import AbsentTrainer
from forensic_id.gui.training.dialogs import CompareDialog, MeasureDialog
from forensic_id.gui.training.run_view import RunView
from forensic_id.gui.training.run_watch import BUNDLE, Look, RunWatch
from forensic_id.gui.training.trainer_process import Trainer, TrainerTask, ask, ask_to_stop, default_python, kill
from forensic_id.gui.training.training_form import TrainingForm
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.follow_training import RunState, TrainingJob, TrainingRun, check_new_run, remember_job

_LIST_WIDTH = 220
_PYTHON = "trainer/python"


class TrainView(QWidget):
    """Talks to the trainer only through processes and the files of its runs."""

    install_requested = Signal(Path)
    """The bundle in that folder is to be installed."""
    python_chosen = Signal()
    """The trainer is called by another Python from now on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._trainer = Trainer("", Path())
        self._recipes: Any = None
        self._runs: tuple[TrainingRun, ...] = ()
        self._call: TrainerTask | None = None
        self._asked: TrainerTask | None = None
        self.watch = RunWatch(desk, self)
        self.watch.seen.connect(self._seen)
        self._make_widgets()
        self._lay_out()

    @property
    def running(self) -> tuple[TrainingRun, ...]:
        """Trainings that were running at the last look."""
        return tuple(run for run in self._runs if run.state is RunState.RUNNING)

    @property
    def has_python(self) -> bool:
        """Whether there is a Python that may have the trainer."""
        return bool(self._make_trainer().python)

    def find_trainer(self) -> None:
        """Ask the trainer for its recipes and devices; that takes seconds, for it loads PyTorch."""
        self._trainer = self._make_trainer()
        if not self._trainer.python:
            self._found_none("")
            return
        self.stack.setCurrentWidget(self._waiting)
        self._asked = ask(self._trainer, "recipes", self, self._take_recipes)

    def stop_all(self) -> None:
        """Ask all running trainings to end after their step, with a checkpoint."""
        for run in self.running:
            if run.job is not None:
                ask_to_stop(run.job.pid)

    def leave(self) -> None:
        """End what was only asked of the trainer; trainings go on."""
        self.watch.end()
        for task in (self._asked, self._call):
            if task is not None:
                task.stop_for_good()

    def measure(self, first: Path, second: Path) -> None:
        """Compare two bundles on the same sketches; what comes out is printed in a window."""
        data = self.form.data.folder
        words = ["compare", str(first), str(second), *(["--data", str(data)] if data else [])]
        MeasureDialog(self._make_trainer(), words, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._recipes is None and self._asked is None:
            self.find_trainer()
        self.watch.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch.end()

    def _make_trainer(self) -> Trainer:
        python = self._desk.preferences.text(_PYTHON) or default_python()
        return Trainer(python, self._desk.appearance.resources.parent)

    def _take_recipes(self, found: Any, output: str) -> None:
        if not found:
            self._found_none(output)
            return
        self._recipes = found
        self._asked = ask(self._trainer, "devices", self, self._take_devices)

    def _take_devices(self, found: Any, output: str) -> None:
        if not found:
            self._found_none(output)
            return
        self._asked = None
        self.form.offer(self._recipes, found)
        self.form.suggest_name([run.folder.name for run in self._runs])
        cuda = ", ".join(found["cuda"])
        hardware = cuda or self.tr("no GPU: trainings take hours; threads: {}").format(found["cpu_threads"])
        self._device.setText(
            self.tr("PyTorch {version} · {hardware}").format(version=found["torch"], hardware=hardware)
        )
        self.stack.setCurrentWidget(self._main)
        self.watch.look()

    def _found_none(self, output: str) -> None:
        self._asked, self._recipes = None, None
        self.absent.tell(self._trainer.python, output)
        self.stack.setCurrentWidget(self.absent)

    def _choose_python(self, python: str) -> None:
        self._desk.preferences.set_text(_PYTHON, python)
        self.python_chosen.emit()
        self.find_trainer()

    def _start_new(self, name: str, job: TrainingJob) -> None:
        folder = self.watch.folder / name
        self._launch(folder, lambda: check_new_run(folder, job), resume=False)

    def _resume(self) -> None:
        run = self._chosen()
        if run is not None and run.job is not None:
            job, resume = run.job, run.state is not RunState.REFUSED
            self._launch(run.folder, lambda: job, resume=resume)

    def _launch(self, folder: Path, checked: Callable[[], TrainingJob], *, resume: bool) -> None:
        """Check and prepare in the lane, start here, remember the process in the lane."""

        def prepare(_place: Workplace, _task: Task) -> TrainingJob:
            job = checked()
            remember_job(folder, job)
            return job

        def start(job: TrainingJob) -> None:
            try:
                pid = self._trainer.start_detached(job.arguments(folder, resume=resume), folder)
            except LibraryError as error:
                self._refused(error)
                return
            self._desk.run(
                Lane.BROWSE,
                lambda _place, _task: remember_job(folder, replace(job, pid=pid)),
                owner=self,
                on_done=lambda _nothing: self._follow(folder),
            )

        self._desk.run(Lane.BROWSE, prepare, owner=self, on_done=start, on_failed=self._refused)

    def _refused(self, error: Exception) -> None:
        (self.form.problem if self.right.currentWidget() is self._form_area else self.run.notice).say(
            sentence_for(error)
        )

    def _stop(self) -> None:
        if (run := self._chosen()) is not None and run.job is not None:
            ask_to_stop(run.job.pid)

    def _kill(self) -> None:
        if (run := self._chosen()) is not None and run.job is not None:
            kill(run.job.pid)

    def _export(self) -> None:
        run = self._chosen()
        if run is None or run.job is None or self._call is not None:
            return
        landmarks = self._desk.bundle_folder / "landmarks.onnx"
        words = run.job.export_arguments(
            run.folder, run.folder / BUNDLE, landmarks=landmarks, version=run.folder.name
        )
        self.run.notice.say(self.tr("Exporting: the model is written, calibrated where it can be, and measured…"))
        self._call = TrainerTask(self._trainer, words, self)
        self._call.said.connect(self.run.say)
        self._call.ended.connect(self._exported)
        self.watch.look()

    def _exported(self, went_well: bool, _text: str) -> None:  # noqa: FBT001 - a signal's value
        self._call = None
        failed = self.tr("The export did not succeed: {}").format(self.run.last_sentence())
        self.run.notice.say("" if went_well else failed)
        self.watch.look()

    def _compare(self) -> None:
        run = self._chosen()
        if run is None:
            return
        folder, in_use = run.folder / BUNDLE, self._desk.bundle_folder
        self._desk.run(
            Lane.WORK,
            lambda place, _task: (place.shelf.read(folder), place.shelf.read(in_use)),
            owner=self,
            on_done=lambda cards: CompareDialog(self._desk.appearance, cards, self).open(),
            on_failed=self._refused,
        )

    def _install(self) -> None:
        if (run := self._chosen()) is not None:
            self.install_requested.emit(run.folder / BUNDLE)

    def _chosen(self) -> TrainingRun | None:
        """The run in front."""
        return next((run for run in self._runs if run.folder == self.watch.followed), None)

    def _follow(self, folder: Path) -> None:
        """Bring a run to the front."""
        self.watch.follow(folder)
        self.right.setCurrentWidget(self.run)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._runs):
            self._follow(self._runs[row].folder)

    def _seen(self, look: Look) -> None:
        self._runs = look.runs
        self._fill_list()
        run = self._chosen()
        if run is not None:
            busy = self._call is not None
            self.run.show_run(run, exported=look.exported, busy=busy)
            self.run.take(look.lines, look.log)
            self.run.show_run(run, exported=look.exported, busy=busy)

    def _fill_list(self) -> None:
        texts = [f"{run.folder.name}\n{self.run.state_word(run.state)}" for run in self._runs]
        folders = [run.folder for run in self._runs]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's call
        if texts != [self.list.item(place).text() for place in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(texts)
        followed = self.watch.followed
        self.list.setCurrentRow(folders.index(followed) if followed in folders else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's call

    def _new(self) -> None:
        self.watch.follow(None)
        self.form.suggest_name([run.folder.name for run in self._runs])
        self.right.setCurrentWidget(self._form_area)
        self.form.recipe.setFocus()

    def _make_widgets(self) -> None:
        self.form = TrainingForm(self._desk)
        self.form.start_requested.connect(self._start_new)
        self.run = RunView(self._desk)
        for signal, action in (
            (self.run.stop_requested, self._stop),
            (self.run.kill_requested, self._kill),
            (self.run.resume_requested, self._resume),
            (self.run.export_requested, self._export),
            (self.run.compare_requested, self._compare),
            (self.run.install_requested, self._install),
        ):
            signal.connect(action)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Trainings"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.currentRowChanged.connect(self._choose)
        self.new = QPushButton(self.tr("&New training"))
        self.new.clicked.connect(self._new)
        self._device = label("", "small", wrap=True)
        self._device.setFixedWidth(_LIST_WIDTH)
        self._form_area = QScrollArea()
        self._form_area.setWidgetResizable(True)
        self._form_area.setWidget(self.form)
        self.right = QStackedWidget()
        self.right.addWidget(self._form_area)
        self.right.addWidget(self.run)
        self._main = QWidget()
        self._waiting = _centred(self.tr("Looking for the trainer…"))
        self.absent = AbsentTrainer()
        self.absent.python_chosen.connect(self._choose_python)
        self.absent.look_again.connect(self.find_trainer)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE["s"])
        left.addWidget(self.new)
        left.addWidget(self.list, 1)
        left.addWidget(self._device)
        halves = QHBoxLayout(self._main)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(SPACE["m"])
        halves.addLayout(left)
        halves.addWidget(self.right, 1)
        self.stack = QStackedWidget()
        for part in (self._waiting, self.absent, self._main):
            self.stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE["m"], 0, 0)
        layout.addWidget(self.stack)


def _centred(text: str) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.addStretch(1)
    layout.addWidget(label(text, "muted"), alignment=Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(2)
    return widget
