"""Looks at the runs of a folder once a second, and reads on in the files of the one that is followed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.training.trainer_process import is_alive
from forensic_id.gui.workplace import Workplace
from forensic_id.services.follow_training import (
    LOG_FILE,
    MetricsLine,
    MetricsTail,
    TextTail,
    TrainingRun,
    list_runs,
)

_BETWEEN_LOOKS = 1000
BUNDLE = "bundle"
"""Folder of a run into which its model is exported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look brought; `lines` and `log` are what is new in the run that is followed."""

    runs: tuple[TrainingRun, ...]
    followed: Path | None
    lines: tuple[MetricsLine, ...] = ()
    log: tuple[str, ...] = ()
    exported: bool = False


class RunWatch(QObject):
    """One look at a time; files are read in a lane, never on the main thread."""

    seen = Signal(Look)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._followed: Path | None = None
        self._metrics, self._log = MetricsTail(Path()), TextTail(Path())
        self._looking = self._again = False
        self._timer = QTimer(self, interval=_BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)

    @property
    def folder(self) -> Path:
        """Where runs lie: beside the library, unless the preferences name another place."""
        kept = self._desk.preferences.text("trainer/runs")
        return Path(kept) if kept else self._desk.library_folder.parent / "trainings"

    @property
    def followed(self) -> Path | None:
        """The folder of the run whose files are read."""
        return self._followed

    def follow(self, run: Path | None) -> None:
        """Read the files of another run from their beginning."""
        if run != self._followed:
            self._followed = run
            self._metrics, self._log = MetricsTail(run or Path()), TextTail((run or Path()) / LOG_FILE)
        self.look()

    def begin(self) -> None:
        """Look now, and every second from now on."""
        self._timer.start()
        self.look()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look now, or once the look under way is over."""
        if self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        folder, run, metrics, log = self.folder, self._followed, self._metrics, self._log

        def work(_place: Workplace, _task: Task) -> Look:
            runs = list_runs(folder, is_alive)
            if run is None:
                return Look(runs=runs, followed=None)
            exported = (run / BUNDLE / "manifest.json").exists()
            return Look(runs=runs, followed=run, lines=metrics.new_lines(), log=log.new_lines(), exported=exported)

        self._desk.run(
            Lane.BROWSE,
            work,
            owner=self,
            on_done=self._saw,
            on_failed=lambda _error: self._over(),
            on_cancelled=self._over,
        )

    def _saw(self, look: Look) -> None:
        self._over()
        if look.followed == self._followed:
            self.seen.emit(look)
        if self._again:
            self.look()

    def _over(self) -> None:
        self._looking = False
