"""An operation in a process of its own that is struck at a chosen point.

The process is forked from a warm server, which makes a try cost milliseconds. Points are the effects of the operation
on the disk: opening for writing, renaming, removing, syncing a file, and every statement of the database, commits
included. `strike` is called just before the effect of that number.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensic_id.core.errors import UserFacingError
from forensic_id.storage.database import Database
from tests.faults.scenarios import Told

_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "shutil.copyfile"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

Before = Callable[[], None]
"""Called first in the new process; must be picklable."""

_server = multiprocessing.get_context("forkserver") if sys.platform != "win32" else None
if _server is not None:
    _server.set_forkserver_preload(["tests.faults.child"])


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of the process: its exit status, how many effects it had, what it told, the error it ended with."""

    status: int
    effects: int
    told: tuple[str, ...]
    error: str

    @property
    def was_killed(self) -> bool:
        """Whether SIGKILL ended it."""
        return self.status == -signal.SIGKILL


@dataclass(frozen=True, kw_only=True)
class Try:
    """One run of an operation in a folder; `kill_at` 0: to its end. `before` is called first, in the new process.

    Where `warm_up` names another folder, the operation is carried out there before all, so that it has loaded all its
    modules when it is struck.
    """

    act: Callable[[Path, Told], None]
    folder: Path
    notes: Path
    kill_at: int = 0
    before: Before | None = None
    warm_up: Path | None = None


def run(wanted: Try) -> Outcome:
    """Run it to its end or its death."""
    process = start(wanted)
    process.join()
    return outcome_of(wanted, process.exitcode)


def start(wanted: Try) -> Any:
    """Start it. The notes, which lie outside the library, are begun anew."""
    assert _server is not None
    wanted.notes.write_text("", encoding="utf-8")
    process = _server.Process(target=_child, args=(wanted,))
    process.start()
    return process


def outcome_of(wanted: Try, status: int | None) -> Outcome:
    """What the notes of an ended process tell."""
    lines = wanted.notes.read_text(encoding="utf-8").splitlines()
    kinds = {kind: [line[len(kind) :] for line in lines if line.startswith(kind)] for kind in ("told ", "error ")}
    effects = [int(line.removeprefix("effects ")) for line in lines if line.startswith("effects ")]
    assert status is not None
    return Outcome(
        status=status,
        effects=effects[-1] if effects else 0,
        told=tuple(kinds["told "]),
        error="\n".join(kinds["error "]),
    )


class _Effects:
    """Counts effects and ends the process just before one of them."""

    def __init__(self, kill_at: int) -> None:
        self._kill_at = kill_at
        self.count = 0

    def watch(self) -> None:
        """Count from now on."""
        sys.addaudithook(self._heard)
        _before(os, "fsync", self.add)
        for name in ("execute", "script"):
            _before(Database, name, self.add)

    def add(self) -> None:
        """One more."""
        self.count += 1
        if self.count == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING):
            self.add()


def _before(owner: Any, name: str, action: Callable[[], None]) -> None:
    function = getattr(owner, name)

    def watched(*arguments: Any, **named: Any) -> Any:
        action()
        return function(*arguments, **named)

    setattr(owner, name, watched)


def _child(wanted: Try) -> None:
    """Runs in the forked process; an error for people is noted, any other one gives its traceback and status 1."""
    notes = os.open(wanted.notes, os.O_WRONLY | os.O_APPEND)

    def note(kind: str, text: str) -> None:
        os.write(notes, f"{kind} {text}\n".encode())

    effects = _Effects(wanted.kill_at)
    if wanted.warm_up is not None:
        wanted.act(wanted.warm_up, lambda _: None)
    if wanted.before is not None:
        wanted.before()
    effects.watch()
    try:
        wanted.act(wanted.folder, lambda line: note("told", line))
    except UserFacingError as error:
        note("error", str(error).replace("\n", " "))
    note("effects", str(effects.count))
