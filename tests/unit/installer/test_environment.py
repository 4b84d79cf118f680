from __future__ import annotations

import os
import signal
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

from installer import lock
from installer.environment import RECORD_NAME, Environment, SetupError, child_environment
from tests.unit.installer.fake_runner import FakeRunner


def test_first_run_makes_the_environment_and_installs_what_was_asked_for(
    environment: Environment, runner: FakeRunner
) -> None:
    environment.ensure(["trainer", "dev"], run=runner)
    assert runner.made == 1
    assert runner.targets == [".[dev,trainer]"]
    install = runner.commands[-1]
    assert install[install.index("--constraint") + 1].endswith("constraints.txt")


def test_second_run_starts_nothing(environment: Environment, runner: FakeRunner) -> None:
    environment.ensure(["dev"], run=runner)
    runner.commands.clear()
    environment.ensure(["dev"], run=runner)
    environment.ensure([], run=runner)
    assert runner.commands == []


def test_a_command_that_needs_more_adds_it_to_the_same_environment(
    environment: Environment, runner: FakeRunner
) -> None:
    environment.ensure([], run=runner)
    environment.ensure(["dev"], run=runner)
    environment.ensure(["trainer"], run=runner)
    assert runner.made == 1
    assert runner.targets == [".", ".[dev]", ".[dev,trainer]"]


@pytest.mark.parametrize(
    ("file", "old", "new", "installs_again"),
    [
        ("pyproject.toml", 'version = "1"', 'version = "2"', True),
        ("installer/constraints.txt", "2.4.6", "2.4.7", True),
        ("pyproject.toml", "line-length = 100", "line-length = 90", False),
    ],
)
def test_only_a_change_of_what_gets_installed_installs_again(
    environment: Environment, runner: FakeRunner, file: str, old: str, new: str, installs_again: bool
) -> None:
    environment.ensure(["dev"], run=runner)
    path = environment.checkout / file
    path.write_text(path.read_text().replace(old, new))
    environment.ensure([], run=runner)
    assert runner.targets == [".[dev]"] * (2 if installs_again else 1)


def test_an_environment_whose_installation_was_killed_is_made_anew(
    environment: Environment, runner: FakeRunner
) -> None:
    runner.pip_raises = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        environment.ensure(["dev"], run=runner)
    leftover = environment.folder / "half-written"
    leftover.touch()
    runner.pip_raises = None
    environment.ensure(["dev"], run=runner)
    assert runner.made == 2
    assert not leftover.exists()


def test_an_environment_whose_interpreter_is_gone_is_made_anew(environment: Environment, runner: FakeRunner) -> None:
    environment.ensure(["dev"], run=runner)
    environment.python.unlink()
    environment.ensure(["dev"], run=runner)
    assert runner.made == 2
    assert runner.targets == [".[dev]", ".[dev]"]


def test_an_unreadable_record_leads_to_a_new_environment(environment: Environment, runner: FakeRunner) -> None:
    environment.ensure(["dev"], run=runner)
    (environment.folder / RECORD_NAME).write_text('{"ready": true}')
    environment.ensure(["dev"], run=runner)
    assert runner.made == 2


def test_failing_pip_is_reported_with_its_last_lines_and_tried_again(
    environment: Environment, runner: FakeRunner
) -> None:
    environment.ensure(["dev"], run=runner)
    runner.pip_status, runner.pip_output = 1, "\n".join(f"line {number}" for number in range(40))
    with pytest.raises(SetupError, match=r"(?s)line 39.*network connection") as failure:
        environment.ensure(["trainer"], run=runner)
    assert "line 5\n" not in str(failure.value)
    runner.pip_status = 0
    environment.ensure(["trainer"], run=runner)
    assert runner.made == 1
    assert runner.targets[-1] == ".[dev,trainer]"


def test_a_folder_with_other_files_is_never_cleared(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "documents"
    chosen.mkdir()
    (chosen / "thesis.txt").write_text("years of work")
    monkeypatch.setenv("FORENSIC_ID_VENV", str(chosen))
    environment = Environment.of(checkout)
    with pytest.raises(SetupError, match="holds other files"):
        environment.ensure([], run=FakeRunner(environment))
    assert (chosen / "thesis.txt").read_text() == "years of work"


def test_the_environment_lives_where_forensic_id_venv_says(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORENSIC_ID_VENV", str(tmp_path / "elsewhere"))
    environment = Environment.of(checkout)
    environment.ensure([], run=FakeRunner(environment))
    assert environment.python.exists()
    assert not (checkout / ".venv").exists()


def test_an_environment_does_not_remove_the_interpreter_that_runs_it(
    environment: Environment, runner: FakeRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.folder.mkdir()
    monkeypatch.setattr(sys, "prefix", str(environment.folder))
    with pytest.raises(SetupError, match="system's Python"):
        environment.ensure([], run=runner)
    assert environment.folder.exists()


def test_a_failing_venv_module_is_reported(environment: Environment) -> None:
    def failing(command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([str(command)], 1, stdout="ensurepip is not available")

    with pytest.raises(SetupError, match=r"(?s)ensurepip is not available.*python3-venv"):
        environment.ensure([], run=failing)


def test_a_real_environment_killed_before_it_had_pip_is_recognised_and_made_anew(environment: Environment) -> None:
    class RealInterpreters(FakeRunner):
        def __call__(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
            if "-c" in command:
                return subprocess.run(command, capture_output=True, text=True, env=child_environment(), check=False)
            return super().__call__(command)

    venv.create(environment.folder, with_pip=False, symlinks=os.name != "nt")
    (environment.folder / RECORD_NAME).write_text('{"ready": true, "fingerprint": "", "extras": []}')
    runner = RealInterpreters(environment)
    environment.ensure(["dev"], run=runner)
    assert runner.made == 1
    assert runner.targets == [".[dev]"]


ENTERING = "import pathlib, sys, installer.lock as lock\nwith lock.exclusive(pathlib.Path(sys.argv[1])): print('in')"
KILLED_WHILE_PIP_RUNS = """
import os, pathlib, signal, subprocess, sys, installer.lock as lock
with lock.exclusive(pathlib.Path(sys.argv[1])):
    pip = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
    print(pip.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def start(program: str, path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).resolve().parents[3])


def test_a_second_set_up_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "lock"
    with lock.exclusive(path):
        second = start(ENTERING, path)
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(timeout=0.6)
    output, _ = second.communicate(timeout=20)
    assert output.decode().splitlines()[-1] == "in"


@pytest.mark.skipif(os.name == "nt", reason="locks are not inherited on Windows")
def test_a_set_up_waits_for_the_pip_of_a_killed_one(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with start(KILLED_WHILE_PIP_RUNS, path) as killed:
        assert killed.stdout is not None
        orphan = int(killed.stdout.readline())
    assert killed.returncode == -signal.SIGKILL
    second = start(ENTERING, path)
    with pytest.raises(subprocess.TimeoutExpired):
        second.wait(timeout=0.6)
    os.kill(orphan, signal.SIGKILL)
    output, _ = second.communicate(timeout=20)
    assert output.decode().splitlines()[-1] == "in"


def test_programs_that_are_started_read_utf8_and_the_environments_own_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "FORENSIC_ID_VENV"):
        monkeypatch.setenv(name, "1")
    started = child_environment()
    assert started.keys().isdisjoint({"PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"})
    assert (started["PYTHONUTF8"], started["FORENSIC_ID_VENV"]) == ("1", "1")
