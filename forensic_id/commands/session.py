"""What every command works with: the workplace, the two output streams, progress and Ctrl-C."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from forensic_id.composition import Workplace
from forensic_id.core.progress import CancelCheck, ProgressListener, ignore_progress
from forensic_id.core.progress import Progress as Report

FAILED = 1
PARTLY_FAILED = 3
VERIFICATION_FAILED = 4
CANCELLED = 130
"""Exit statuses beside 0 (done) and 2 (wrong usage)."""


def _console(*, stderr: bool) -> Console:
    """Text is printed as it is: no markup, no emoji codes, no highlighting of what looks like a number."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=True)


@dataclass(kw_only=True)
class Session:
    """One run of the program."""

    workplace: Workplace
    quiet: bool = False
    out: Console = field(default_factory=lambda: _console(stderr=False))
    messages: Console = field(default_factory=lambda: _console(stderr=True))

    def say(self, text: str) -> None:
        """Tell the user on standard error, unless quiet."""
        if not self.quiet:
            self.messages.print(visible(text))

    @contextmanager
    def progress(self) -> Iterator[ProgressListener]:
        """A progress bar on standard error; none when quiet or when nobody is looking."""
        if self.quiet or not self.messages.is_terminal:
            yield ignore_progress
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.messages, transient=True) as bar:
            yield _Listener(bar)

    @contextmanager
    def interruptible(self) -> Iterator[CancelCheck]:
        """Ctrl-C asks the running job to stop after its current unit; a second one ends it at once."""
        asked = threading.Event()

        def ask(_number: int, _frame: FrameType | None) -> None:
            if asked.is_set():
                raise KeyboardInterrupt
            asked.set()
            self.say("Stopping after the current step. Press Ctrl-C again to stop at once.")

        before = signal.signal(signal.SIGINT, ask)
        try:
            yield asked.is_set
        finally:
            signal.signal(signal.SIGINT, before)


class _Listener:
    """Feeds a progress bar; a new stage starts a new line."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, report: Report) -> None:
        if report.stage not in self._tasks:
            self._tasks[report.stage] = self._bar.add_task(report.stage, total=report.total)
        self._bar.update(self._tasks[report.stage], completed=report.done, total=report.total)


def session_of(context: typer.Context) -> Session:
    """The session that the program's callback made."""
    session: Session = context.obj
    return session


def visible(text: str) -> str:
    """Text for a terminal: control characters and others that print nothing are replaced."""
    return "".join(
        character if character.isprintable() or character == "\n" else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def stdout_is_safe() -> None:
    """Print what the terminal's encoding lacks as '?' instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
