"""What runs in the background, in the status bar: its title, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from forensic_id.core.progress import Progress
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import done_of
from forensic_id.gui.tasks import Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.progress_bar import ProgressBar

_BAR_WIDTH = 160


class TaskStrip(QWidget):
    """One running task."""

    def __init__(self, task: Task, desk: Desk) -> None:
        super().__init__()
        self._title = task.title
        self._text = QLabel(task.title)
        self._bar = ProgressBar(task.title)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.wait()
        self._stop = QToolButton()
        self._stop.setIcon(desk.appearance.icon("stop"))
        self._stop.setToolTip(self.tr("Stop: {}").format(task.title))
        self._stop.setAccessibleName(self._stop.toolTip())
        self._stop.clicked.connect(task.cancel)
        self._stop.clicked.connect(lambda: self._stop.setEnabled(False))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE["s"], 0, SPACE["s"], 0)
        for widget in (self._text, self._bar, self._stop):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_progress(self, progress: Progress) -> None:
        """Move the bar."""
        self._bar.show_progress(progress)
        self._text.setText(f"{self._title}{done_of(progress)}")


class RunningTasks(QWidget):
    """All running tasks that have a title."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._strips: dict[Task, TaskStrip] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addStretch(1)
        for task in desk.tasks.running:
            if task.title:
                self._add(task)
        desk.tasks.started.connect(self._add)
        desk.tasks.progressed.connect(self._progress)
        desk.tasks.ended.connect(self._remove)

    def _add(self, task: Task) -> None:
        self._strips[task] = TaskStrip(task, self._desk)
        self._layout.addWidget(self._strips[task])

    def _progress(self, task: Task, progress: Progress) -> None:
        if task in self._strips:
            self._strips[task].show_progress(progress)

    def _remove(self, task: Task) -> None:
        if strip := self._strips.pop(task, None):
            self._layout.removeWidget(strip)
            strip.deleteLater()
