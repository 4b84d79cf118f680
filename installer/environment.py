"""The project's virtual environment: made once, extended when a command needs more, rebuilt when broken.

A record inside the environment says what it was made from. It is written as "installing" before anything is touched
and as "ready" at the very end, so an environment whose making was killed is recognised and thrown away.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.lock import exclusive

RECORD_NAME = "forensic-id-setup.json"
PIP_LINES_SHOWN = 15

Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]
"""Runs a command in the checkout and returns its exit status and merged output."""


class SetupError(Exception):
    """The project cannot be set up; the message says what is wrong and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupRecord:
    """What an environment was made from."""

    ready: bool
    fingerprint: str = ""
    extras: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """A virtual environment for one checkout."""

    checkout: Path
    folder: Path

    @classmethod
    def of(cls, checkout: Path) -> Environment:
        """The environment of a checkout: FORENSIC_ID_VENV where it is set, `.venv` in the checkout otherwise."""
        chosen = os.environ.get("FORENSIC_ID_VENV")
        return cls(checkout=checkout, folder=Path(chosen).expanduser().absolute() if chosen else checkout / ".venv")

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.script("python")

    def script(self, name: str) -> Path:
        """A program installed in the environment."""
        return self.folder / "Scripts" / f"{name}.exe" if os.name == "nt" else self.folder / "bin" / name

    def ensure(self, extras: Iterable[str], *, run: Run | None = None) -> None:
        """Make sure that the project and these extras are installed; returns at once when they are.

        Raises SetupError when the environment cannot be made or pip fails.
        """
        wanted = frozenset(extras)
        fingerprint = project_fingerprint(self.checkout)
        if self._holds(wanted, fingerprint):
            return
        with exclusive(self.folder.with_name(self.folder.name + ".lock")):
            if not self._holds(wanted, fingerprint):  # another terminal may just have done it
                self._install(wanted, fingerprint, run or self._run)

    def record(self) -> SetupRecord | None:
        """What the environment says of itself; None where nothing (readable) is said."""
        try:
            content = json.loads((self.folder / RECORD_NAME).read_text(encoding="utf-8"))
            return SetupRecord(
                ready=content["ready"], fingerprint=content["fingerprint"], extras=frozenset(content["extras"])
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            return SetupRecord(ready=False)

    def _holds(self, extras: frozenset[str], fingerprint: str) -> bool:
        record = self.record()
        return (
            record is not None
            and record.ready
            and record.fingerprint == fingerprint
            and extras <= record.extras
            and self.python.exists()
        )

    def _install(self, wanted: frozenset[str], fingerprint: str, run: Run) -> None:
        before = self.record()
        if before is None or not before.ready or not self._works(run):
            self._make(run)
            before = None
        extras = wanted | (before.extras if before else frozenset())
        self._write(SetupRecord(ready=False))
        print(f"Installing {self._target(extras)} into {self.folder}; the first time takes minutes.", flush=True)
        result = run(self._pip_command(extras))
        if result.returncode == 0:
            self._write(SetupRecord(ready=True, fingerprint=fingerprint, extras=extras))
            return
        if before is not None:
            self._write(SetupRecord(ready=True, fingerprint="", extras=before.extras))  # pip rolls back by itself
        raise SetupError(pip_failure(result.stdout))

    def _works(self, run: Run) -> bool:
        """Whether the interpreter starts and has pip: False for a folder killed while it was being made."""
        if not self.python.exists():
            return False
        return run([str(self.python), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]).returncode == 0

    def _make(self, run: Run) -> None:
        self._clear()
        self._write(SetupRecord(ready=False))
        print(f"Making a virtual environment in {self.folder}.", flush=True)
        result = run([sys.executable, "-m", "venv", str(self.folder)])
        if result.returncode != 0:
            last = "\n".join(result.stdout.strip().splitlines()[-PIP_LINES_SHOWN:])
            raise SetupError(
                f"{last}\nPython's venv module could not make {self.folder}. Check that the folder can be "
                "written and that Python came with venv and pip (on Debian and Ubuntu: the package python3-venv), "
                "then try again."
            )

    def _clear(self) -> None:
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            return
        if Path(sys.prefix).resolve() == self.folder.resolve():
            raise SetupError(
                f"The environment in {self.folder} has to be made anew, but this is its own Python. "
                "Start bootstrap.py with the system's Python instead."
            )
        ours = self.folder == self.checkout / ".venv" or self.record() is not None
        if not ours and not (self.folder / "pyvenv.cfg").exists() and any(self.folder.iterdir()):
            raise SetupError(
                f"FORENSIC_ID_VENV names {self.folder}, which holds other files and is no virtual environment. "
                "Name a new or an empty folder."
            )
        try:
            shutil.rmtree(self.folder)
        except OSError as error:
            raise SetupError(
                f"{self.folder} is broken and cannot be removed ({error}). Remove it by hand."
            ) from error
        self.folder.mkdir()

    def _write(self, record: SetupRecord) -> None:
        content = {"ready": record.ready, "fingerprint": record.fingerprint, "extras": sorted(record.extras)}
        draft = self.folder / (RECORD_NAME + ".new")
        draft.write_text(json.dumps(content) + "\n", encoding="utf-8")
        draft.replace(self.folder / RECORD_NAME)

    def _target(self, extras: frozenset[str]) -> str:
        return f".[{','.join(sorted(extras))}]" if extras else "."

    def _pip_command(self, extras: frozenset[str]) -> list[str]:
        # Python compiles what it imports; compiling everything beforehand would take a third of the time
        options = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-compile"]
        constraint = ["--constraint", str(self.checkout / "installer" / "constraints.txt")]
        return [str(self.python), "-m", "pip", "install", *options, *constraint, "--editable", self._target(extras)]

    def _run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.checkout,
            env=child_environment() | {"PIP_USER": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            close_fds=False,  # the child holds the set-up lock for as long as it writes
            check=False,
        )


def child_environment() -> dict[str, str]:
    """The variables for child processes: UTF-8 everywhere, and no foreign Python's library paths.

    They may keep what they compiled, which pip left to them: without that every process compiles its imports anew,
    ten seconds for one that trains.
    """
    left_out = {"PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    inherited = {name: value for name, value in os.environ.items() if name not in left_out}
    return inherited | {"PYTHONUTF8": "1"}


def project_fingerprint(checkout: Path) -> str:
    """SHA-256 over everything that decides what gets installed: place, build and project tables, exact versions."""
    settings = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    deciding = [
        str(checkout),
        settings["build-system"],
        settings["project"],
        settings.get("tool", {}).get("setuptools"),
    ]
    digest = hashlib.sha256(json.dumps(deciding, sort_keys=True).encode())
    digest.update((checkout / "installer" / "constraints.txt").read_bytes())
    return digest.hexdigest()


def pip_failure(output: str) -> str:
    """The sentence for a failed installation, with the end of what pip said."""
    last = "\n".join(f"  {line}" for line in output.strip().splitlines()[-PIP_LINES_SHOWN:])
    return (
        f"pip could not install the project. It said:\n{last}\n"
        "Check the network connection (pip reads its index and proxy from its own settings and from HTTPS_PROXY) "
        "and the free disk space, then start the same command again."
    )
