"""Progress of a long job: a bar on a terminal, otherwise a plain line now and then."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from forensic_id.core.progress import Progress

SECONDS_BETWEEN_LINES = 30.0


def duration(seconds: float) -> str:
    """Write seconds for people: 45 s, 12 min, 3 h 05 min."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


class ProgressLines:
    """Shows `Progress` reports on standard error: a bar on a terminal, else a line every half minute."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        console = Console(file=self._stream)
        self._bar: Bar | None = bar(console) if console.is_terminal and not quiet else None
        self._quiet = quiet
        self._stage = ""
        self._began = (0.0, 0)
        self._shown = 0.0

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, progress: Progress) -> None:
        """Take one report."""
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._began, self._shown = progress.stage, (now, progress.done), 0.0
            if self._bar is not None:
                self._bar.add_task(progress.stage, total=progress.total)
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[-1], completed=progress.done)
        elif not self._quiet and (now - self._shown >= SECONDS_BETWEEN_LINES or progress.done == progress.total):
            self._shown = now
            print(self._line(progress, now), file=self._stream, flush=True)

    def _line(self, progress: Progress, now: float) -> str:
        start, done_before = self._began
        line = f"{progress.stage} {progress.done}" + (f" of {progress.total}" if progress.total else "")
        rate = (progress.done - done_before) / max(now - start, 1e-9)
        if progress.done > done_before and progress.total and progress.done < progress.total:
            line += f", {rate:.1f}/s, {duration((progress.total - progress.done) / rate)} left"
        return line


def bar(console: Console) -> Bar:
    """The bar all commands show."""
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    )
