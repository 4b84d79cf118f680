"""How many sketches lie in a folder, told before a batch of them is started."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.services.match_folder import count_sketches

_PAUSE = 300
"""Milliseconds after the last key until a folder whose name is being typed is read."""


class FolderLook(QObject):
    """Counts in the background; another folder, or `forget`, ends a count that is under way."""

    looked = Signal()
    """`number` or `problem` is another one."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places: tuple[Path, Path] | None = None
        self._counting: Task | None = None
        self.number = 0
        """Sketches found; 0 while that is not known."""
        self.problem = ""
        """Why the folder cannot be searched."""
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._count)
        desk.closing.connect(self.forget)

    def look(self, folder: Path, out: Path) -> None:
        """Count the sketches of a folder, those in `out` left aside, once nothing more is typed."""
        self.forget()
        self._places = (folder, out)
        self._pause.start()

    def forget(self) -> None:
        """No folder is chosen, or its batch begins."""
        self._pause.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        self._places = None
        self._tell(0, "")

    def _count(self) -> None:
        if self._places is None:
            return
        folder, out = self._places
        self._counting = self._desk.run(
            Lane.BATCH,
            lambda _place, task: count_sketches(folder, out, cancelled=task.cancelled),
            owner=self,
            on_done=lambda number: self._tell(number, ""),
            on_failed=lambda error: self._tell(0, sentence_for(error)),
        )

    def _tell(self, number: int, problem: str) -> None:
        self.number, self.problem = number, problem
        self.looked.emit()
