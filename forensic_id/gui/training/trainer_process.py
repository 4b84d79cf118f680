"""The trainer as a program of its own: looking for it, asking it, starting it so that it outlives this program."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from forensic_id.core.errors import LibraryError
from forensic_id.services.follow_training import LOG_FILE

_DETACHED = (
    "import os, runpy, sys; log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666); "
    "os.dup2(log, 1); os.dup2(log, 2); runpy.run_module('trainer', run_name='__main__', alter_sys=True)"
)
"""`python -m trainer` with its output in a file: who started it may be gone before it ends."""
_STILL_ACTIVE = 259
_QUERY = 0x1000
"""PROCESS_QUERY_LIMITED_INFORMATION of the Windows API."""


class Trainer:
    """How `python -m trainer` is called here; `python` empty: there is none to call."""

    def __init__(self, python: str, checkout: Path) -> None:
        """`checkout` is where the package lies beside the application, if it does; else it has to be installed."""
        self.python = python
        self._folder = checkout if (checkout / "trainer").is_dir() else None

    def process(self, arguments: Sequence[str], parent: QObject | None = None) -> QProcess:
        """A process that is not started yet."""
        process = QProcess(parent)
        process.setProgram(self.python)
        process.setArguments(["-m", "trainer", *arguments])
        if self._folder is not None:
            process.setWorkingDirectory(str(self._folder))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        environment.insert("PYTHONUTF8", "1")
        process.setProcessEnvironment(environment)
        return process

    def start_detached(self, arguments: Sequence[str], run: Path) -> int:
        """Start a training that goes on when this program ends; returns the process number. Raises LibraryError."""
        words = ["-u", "-X", "utf8", "-c", _DETACHED, str(run / LOG_FILE), *arguments]
        started, pid = QProcess.startDetached(self.python, words, str(self._folder or run))
        if not started:
            raise LibraryError(f"{self.python} cannot be started. Choose another Python for the trainer.")
        return int(pid)


def default_python() -> str:
    """The Python that runs this program; a frozen application has none to offer."""
    return "" if getattr(sys, "frozen", False) else sys.executable


def is_alive(pid: int, run: Path) -> bool:
    """Whether the process runs and, as far as the system tells, is the one that trains in that folder."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's process got the number since
        return False
    try:  # a number may be given anew, and one that ended without being waited for has no words left
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:  # no such file system, as on macOS
        return True
    return os.fsencode(run) in words


def ask_to_stop(pid: int) -> None:
    """Ask for an end after the step under way, with a checkpoint (`trainer.interruption`)."""
    _send(pid, signal.SIGTERM)


def kill(pid: int) -> None:
    """End it at once; what is left is its last checkpoint."""
    _send(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _send(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except OSError:  # it has ended by itself
        return


def _is_alive_on_windows(pid: int) -> bool:
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems' type stubs lack it
    handle = kernel.OpenProcess(_QUERY, False, pid)  # noqa: FBT003 - the API's call
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == _STILL_ACTIVE


class TrainerTask(QObject):
    """One short call of the trainer whose output is collected: a list as JSON, an export, a comparison."""

    said = Signal(str)
    """What it printed, as it comes."""
    ended = Signal(bool, str)
    """Whether it went well, and everything that was printed."""

    def __init__(self, trainer: Trainer, arguments: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._told = ""
        self._over = False
        self._process = trainer.process(arguments, self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._broken)
        self._process.finished.connect(lambda code, _status: self._end(code == 0))
        self._process.start()

    def cancel(self) -> None:
        """End it."""
        self._process.terminate()

    def stop_for_good(self) -> None:
        """End it now and wait: its owner goes away."""
        self._over = True
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished()

    def _read(self) -> None:
        text = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._told += text
        self.said.emit(text)

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._told += self._process.errorString()
            self._end(went_well=False)

    def _end(self, went_well: bool) -> None:  # noqa: FBT001 - an outcome
        if not self._over:
            self._over = True
            self._read_rest()
            self.ended.emit(went_well, self._told)

    def _read_rest(self) -> None:
        if self._process.bytesAvailable():
            self._read()


def ask(trainer: Trainer, command: str, parent: QObject, answer: Callable[[Any, str], None]) -> TrainerTask:
    """Call `python -m trainer COMMAND --json`; `answer` gets what it says (None when it failed) and the raw text."""
    task = TrainerTask(trainer, [command, "--json"], parent)

    def ended(went_well: bool, text: str) -> None:  # noqa: FBT001 - a signal's value
        try:
            found = json.loads(text.strip().splitlines()[-1]) if went_well else None
        except (ValueError, IndexError):
            found = None
        answer(found, text)

    task.ended.connect(ended)
    return task
