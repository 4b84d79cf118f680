"""Try a frozen application as its users will have it: moved elsewhere, without Python, without network, unchanged.

The folder is moved into one with letters beyond ASCII, and the programs get an environment that tells them nothing of
this computer's Python. Afterwards no file of the folder may be another one: then it runs from read-only places too.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer.frozen_contents import COMMAND_LINE, DESKTOP

PLACE = "gefrorene Anwendung é"
PATIENCE = 300
"""Seconds for one program."""
_DEMO = "Probe ü"
_LIBRARY = f"{_DEMO}/library"
_START = ("--library", _LIBRARY, "--settings", "preferences.ini", "--check-start")
_KEPT = ("LANG", "SYSTEMROOT", "TEMP", "TMP")
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that is not there: whoever wanted the network would fail."""


class TrialError(Exception):
    """The frozen application does not do what it has to; the message says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What the trial measured: megabytes of the folder, seconds of the second start of each program."""

    megabytes: float
    command_line: float
    desktop: float


@dataclass(frozen=True, slots=True)
class Trial:
    """One application, and a folder for what its programs write."""

    application: Path
    folder: Path

    def run(self, program: str, *arguments: str) -> str:
        """Run a program to its end and return what it printed. Raises TrialError unless it ends well."""
        command = self._command(program, arguments)
        try:
            result = subprocess.run(
                command, cwd=self.folder, env=self._environment(), capture_output=True, check=False, timeout=PATIENCE
            )
        except subprocess.TimeoutExpired as error:
            raise TrialError(f"{' '.join(command)} did not end within {PATIENCE} s.") from error
        told = (result.stdout + result.stderr).decode("utf-8", "replace")
        if result.returncode != 0:
            raise TrialError(f"{' '.join(command)} ended with {result.returncode}:\n{told}")
        return told

    def seconds_until(self, words: str, program: str, *arguments: str) -> float:
        """Seconds until a program has printed these words; it is then waited for. Raises TrialError as `run` does."""
        begun = time.perf_counter()
        printed = ""
        with subprocess.Popen(
            self._command(program, arguments), cwd=self.folder, env=self._environment(), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        ) as process:  # fmt: skip
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            taken = 0.0
            for line in process.stdout:
                printed += line
                if not taken and words in line:
                    taken = time.perf_counter() - begun
        if process.returncode != 0 or not taken:
            raise TrialError(f"{program} {' '.join(arguments)} ended with {process.returncode}:\n{printed}")
        return taken

    def _command(self, program: str, arguments: Sequence[str]) -> list[str]:
        return [str(self.application / f"{program}{'.exe' if os.name == 'nt' else ''}"), *arguments]

    def _environment(self) -> dict[str, str]:
        """Nothing of Python, a home of its own, no screen, no network."""
        home = str(self.folder)
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        homes = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"), home)
        proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE)
        passphrase = dict.fromkeys(("FORENSIC_ID_PASSPHRASE", "FORENSIC_ID_NEW_PASSPHRASE"), "three words and more")
        return kept | homes | proxies | passphrase | {"PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen"}


def try_application(application: Path) -> Measures:
    """Run through everything, and put the folder back where it was. Raises TrialError."""
    before = _contents(application)
    with _moved(application) as place, tempfile.TemporaryDirectory(prefix="Versuch é ") as folder:
        trial = Trial(place, Path(folder))
        _say("The command line starts")
        trial.run(COMMAND_LINE, "--version")
        command_line = trial.seconds_until("forensic-id", COMMAND_LINE, "--version")
        _try_command_line(trial)
        _say("The desktop application opens every page")
        desktop = trial.seconds_until("first page", DESKTOP, *_START)
        _try_encryption(trial)
        if _contents(place) != before:
            raise TrialError("A program wrote into the folder of the application.")
    return Measures(megabytes=_megabytes(application), command_line=command_line, desktop=desktop)


def _try_command_line(trial: Trial) -> None:
    """From an empty folder to a report, and through what needs a library of its own."""
    _say("The demo people are enrolled, a sketch is searched, a report written")
    trial.run(COMMAND_LINE, "--quiet", "demo", "--out", _DEMO)
    reports, lists = (sorted((trial.folder / _DEMO).glob(f"*.{kind}")) for kind in ("pdf", "json"))
    if len(reports) != 1 or not reports[0].read_bytes().startswith(b"%PDF"):
        raise TrialError("The demo wrote no report.")
    if not json.loads(lists[0].read_text(encoding="utf-8"))["candidates"]:
        raise TrialError("The demo found no candidates.")
    _say("A report is signed, the gallery exported, log, model and library are verified")
    library = ("--library", _LIBRARY)
    trial.run(COMMAND_LINE, *library, "report", "1", "--pdf", "signed.pdf", "--sign")
    trial.run(COMMAND_LINE, "report-verify", "signed.pdf")
    trial.run(COMMAND_LINE, *library, "gallery", "export", "exchange", "--format", "nist", "--agency", "WI013415Y")
    trial.run(COMMAND_LINE, *library, "audit", "verify")
    trial.run(COMMAND_LINE, *library, "bundle", "verify")
    trial.run(COMMAND_LINE, *library, "library", "check")


def _try_encryption(trial: Trial) -> None:
    """SQLCipher is a library of its own."""
    _say("The library is encrypted and opened")
    trial.run(COMMAND_LINE, "--library", _LIBRARY, "--quiet", "library", "encrypt")
    trial.run(COMMAND_LINE, "--library", _LIBRARY, "gallery", "stats")


@contextmanager
def _moved(application: Path) -> Iterator[Path]:
    """The application in another folder of the same drive, for as long as the block runs."""
    place = application.parent / PLACE / application.name
    place.parent.mkdir()
    application.rename(place)
    try:
        yield place
    finally:
        place.rename(application)
        place.parent.rmdir()


def _contents(application: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of every file."""
    files = (path for path in application.rglob("*") if path.is_file())
    told = ((path.relative_to(application).as_posix(), path.stat()) for path in files)
    return {name: (status.st_size, status.st_mtime_ns) for name, status in told}


def _megabytes(application: Path) -> float:
    files = (path for path in application.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def _say(sentence: str) -> None:
    print(f"  {sentence}.", flush=True)
