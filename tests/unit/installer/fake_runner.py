"""Stands in for the processes that make an environment and install into it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field

from installer.environment import Environment


@dataclass
class FakeRunner:
    """Makes what venv would make; pip answers `pip_status` and `pip_output`, or raises `pip_raises`."""

    environment: Environment
    pip_status: int = 0
    pip_output: str = ""
    pip_raises: BaseException | None = None
    commands: list[list[str]] = field(default_factory=list)

    def __call__(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        self.commands.append(list(command))
        if command[1:3] == ["-m", "venv"]:
            self.environment.python.parent.mkdir(parents=True)
            self.environment.python.touch()
            (self.environment.folder / "pyvenv.cfg").touch()
        if "install" in command:
            if self.pip_raises:
                raise self.pip_raises
            return subprocess.CompletedProcess(command, self.pip_status, stdout=self.pip_output)
        return subprocess.CompletedProcess(command, 0, stdout="")

    @property
    def made(self) -> int:
        """How many environments were made."""
        return sum(command[1:3] == ["-m", "venv"] for command in self.commands)

    @property
    def targets(self) -> list[str]:
        """What pip was asked to install, in order."""
        return [command[-1] for command in self.commands if "install" in command]
