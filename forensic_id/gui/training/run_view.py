"""One training run: how far it is, its curves and log, and the next step on the way to a model in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.training.curves import Curves
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.buttons import push_button
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.progress_bar import ProgressBar
from forensic_id.services.follow_training import MetricsLine, RunState, TrainingRun

_MOST_LOG_LINES = 5000
_MINUTE, _HOUR = 60, 3600


class RunView(QWidget):
    """Shows; what is asked goes out as signals."""

    stop_requested = Signal()
    kill_requested = Signal()
    resume_requested = Signal()
    export_requested = Signal()
    compare_requested = Signal()
    install_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._run: TrainingRun | None = None
        self._asked_to_stop = False
        self.curves = Curves(desk.appearance)
        self.notice = Banner("")
        self.notice.hide()
        self._make_widgets()
        self._lay_out()
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def show_run(self, run: TrainingRun, *, exported: bool, busy: bool) -> None:
        """Show how a run stands; `exported`: its bundle is there, `busy`: the trainer works on it at present."""
        if self._run is None or run.folder != self._run.folder:
            self.curves.restart()
            self.log.clear()
            self.notice.say("")
            self._set_progress(None)
        if run.state is not RunState.RUNNING and self._asked_to_stop:
            self._asked_to_stop = False
            self.notice.say("")
        self._run = run
        self._title.setText(f"{run.folder.name} · {run.recipe}" if run.recipe else run.folder.name)
        self._state.setText(self.state_word(run.state))
        set_role(self._state, "success" if run.state is RunState.FINISHED else "muted")
        running, known = run.state is RunState.RUNNING, run.job is not None
        finished = run.state is RunState.FINISHED
        self.stop.setVisible(running)
        self.stop.setEnabled(not self._asked_to_stop)
        self.kill.setVisible(running and self._asked_to_stop)
        self.resume.setVisible(not running and not finished and known)
        for button, shown in ((self.export, finished and known), (self.compare, exported), (self.install, exported)):
            button.setVisible(shown)
            button.setEnabled(not busy)
        self._steps.setVisible(finished and known)
        if run.state is RunState.REFUSED and self.last_sentence():
            self.notice.say(translated(self.last_sentence()))

    def take(self, lines: Sequence[MetricsLine], log: Sequence[str]) -> None:
        """New figures and new lines of the log."""
        if log:
            self.log.appendPlainText("\n".join(log))
        if lines:
            self.curves.add(lines)
            self._set_progress(lines[-1])

    def say(self, text: str) -> None:
        """Add to the log what another call of the trainer printed."""
        if text.strip():
            self.log.appendPlainText(text.rstrip())

    def last_sentence(self) -> str:
        """The last line of the log: where the trainer says why it ended."""
        lines = [line for line in self.log.toPlainText().splitlines() if line.strip()]
        return lines[-1] if lines else ""

    def state_word(self, state: RunState) -> str:
        """The state in the language of the interface."""
        return {
            RunState.RUNNING: self.tr("running"),
            RunState.FINISHED: self.tr("finished"),
            RunState.STOPPED: self.tr("stopped, with a checkpoint"),
            RunState.FAILED: self.tr("failed"),
            RunState.KILLED: self.tr("interrupted"),
            RunState.REFUSED: self.tr("did not begin"),
        }[state]

    def _set_progress(self, line: MetricsLine | None) -> None:
        self._bar.setVisible(line is not None)
        self._progress.setText("")
        if line is None:
            return
        self._bar.setRange(0, max(1, line.of))
        self._bar.setValue(line.step)
        stage = line.stage.removesuffix("-validation")
        step = self.tr("{stage}: step {step} of {of}")
        told = [step.format(stage=stage, step=counted(line.step), of=counted(line.of))]
        if line.seconds_left is not None and line.step < line.of:
            told.append(self.tr("{} left in this stage").format(self._duration(line.seconds_left)))
        self._progress.setText(" · ".join(told))

    def _duration(self, seconds: float) -> str:
        if seconds < _MINUTE:
            return self.tr("{} s").format(counted(round(seconds)))
        minutes = round(seconds / _MINUTE)
        if seconds < _HOUR:
            return self.tr("{} min").format(counted(minutes))
        return self.tr("{hours} h {minutes} min").format(hours=counted(minutes // 60), minutes=f"{minutes % 60:02d}")

    def _ask_to_stop(self) -> None:
        self._asked_to_stop = True
        self.stop.setEnabled(False)
        self.kill.show()
        self.notice.say(self.tr("Stopping after the step under way, with a checkpoint…"))
        self.stop_requested.emit()

    def _make_widgets(self) -> None:
        self.stop = push_button(self.tr("S&top"), self._ask_to_stop)
        self.kill = push_button(self.tr("End at &once"), self.kill_requested.emit)
        self.kill.setProperty("role", "danger")
        self.kill.setToolTip(self.tr("What was learned since the last checkpoint is lost."))
        self.resume = push_button(self.tr("&Resume"), self.resume_requested.emit)
        self.resume.setProperty("role", "primary")
        self.export = push_button(self.tr("1  &Export"), self.export_requested.emit)
        self.compare = push_button(self.tr("2  Co&mpare"), self.compare_requested.emit)
        self.install = push_button(self.tr("3  &Install"), self.install_requested.emit)
        self.export.setToolTip(self.tr("Write the model of this training, calibrated and measured, into its folder."))
        self.compare.setToolTip(self.tr("Its figures beside those of the model in use."))
        self.install.setToolTip(self.tr("Put it among the installed models; using it is a step of its own."))
        self._desk.rights.guard(self.install, Right.MANAGE_BUNDLES)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(self.tr("Log of the training"))
        self.log.setMaximumBlockCount(_MOST_LOG_LINES)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSize(9)
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.log.setFont(font)
        self._title, self._state = label("", "lead"), label("", "muted")
        self._progress = label("", "muted")
        self._steps: QLabel = label(self.tr("On the way to use:"), "muted")
        self._bar = ProgressBar(self.tr("Progress of the stage"))
        self._bar.hide()  # until a step is known

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self._state, 1)
        for button in (self.stop, self.kill, self.resume):
            top.addWidget(button)
        progress = QHBoxLayout()
        progress.addWidget(self._bar, 1)
        progress.addWidget(self._progress)
        steps = QHBoxLayout()
        steps.addWidget(self._steps)
        for button in (self.export, self.compare, self.install):
            steps.addWidget(button)
        steps.addStretch(1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.curves)
        halves.addWidget(self.log)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(top)
        layout.addLayout(progress)
        layout.addWidget(self.notice)
        layout.addLayout(steps)
        layout.addWidget(halves, 1)

    def _paint(self) -> None:
        icon, colours = self._desk.appearance.icon, self._desk.appearance.colours
        self.stop.setIcon(icon("stop"))
        self.kill.setIcon(icon("close", colours.danger))
        self.resume.setIcon(icon("play", colours.on_accent))
