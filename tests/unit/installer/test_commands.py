from __future__ import annotations

import ast
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from installer import bootstrap, checks, commands, pin_versions, system_packages
from installer.checks import Outcome, Step
from installer.environment import RECORD_NAME, Environment, project_fingerprint

ROOT = Path(__file__).resolve().parents[3]
FAKE_APPLICATION = """#!/usr/bin/env python3
import sys
print(sys.argv[1:], flush=True)
sys.exit(3 if "missing" in sys.argv else 0)
"""


@pytest.fixture
def ready(environment: Environment) -> Environment:
    """An environment with everything installed: this interpreter and a command line that prints its arguments."""
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(sys.executable)
    record = {
        "ready": True,
        "extras": ["dev", "encryption", "freeze", "gui", "trainer"],
        "fingerprint": project_fingerprint(environment.checkout),
    }
    (environment.folder / RECORD_NAME).write_text(json.dumps(record))
    program = environment.script("forensic-id")
    program.write_text(FAKE_APPLICATION)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return environment


def test_demo_runs_the_demonstration_of_the_command_line_and_passes_arguments_and_status(
    ready: Environment, capfd: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["demo", "--sketch", "mine.png"], checkout=ready.checkout) == 0
    assert capfd.readouterr().out.splitlines() == [
        "['demo', '--sketch', 'mine.png']",
        f"Go on with: {ready.script('forensic-id')} --help",
    ]
    assert commands.main(["demo", "--sketch", "missing"], checkout=ready.checkout) == 3
    assert "Go on" not in capfd.readouterr().out


def test_gui_starts_main_when_there_is_one_and_qt_has_its_libraries(
    ready: Environment, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = ready.checkout / "pyproject.toml"
    settings.write_text(settings.read_text().replace("dev = []", "dev = []\ngui = []"))
    (ready.checkout / "main.py").write_text("import sys; sys.exit(7)")
    record = {"ready": True, "extras": ["encryption", "gui"], "fingerprint": project_fingerprint(ready.checkout)}
    (ready.folder / RECORD_NAME).write_text(json.dumps(record))
    monkeypatch.setattr(system_packages, "missing_qt_packages", lambda: ())
    assert commands.main(["gui"], checkout=ready.checkout) == 7
    monkeypatch.setattr(system_packages, "missing_qt_packages", lambda: ("libegl1", "libgl1"))
    monkeypatch.setattr(system_packages, "can_install", lambda: False)
    assert commands.main(["gui"], checkout=ready.checkout) == 2
    assert "apt-get install libegl1 libgl1" in capfd.readouterr().err


def test_train_passes_its_arguments_to_the_trainer(ready: Environment, capfd: pytest.CaptureFixture[str]) -> None:
    (ready.checkout / "trainer").mkdir()
    (ready.checkout / "trainer" / "__main__.py").write_text("import sys; print(sys.argv[1:]); sys.exit(5)")
    assert commands.main(["train", "evaluate", "--protocol", "cufs", "--help"], checkout=ready.checkout) == 5
    assert "['evaluate', '--protocol', 'cufs', '--help']" in capfd.readouterr().out


def test_bench_runs_every_benchmark_and_fails_when_one_does(
    ready: Environment, capfd: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["bench"], checkout=ready.checkout) == 2
    folder = ready.checkout / "tests" / "benchmarks"
    folder.mkdir(parents=True)
    (folder / "bench_a.py").write_text("raise SystemExit(1)")
    (folder / "bench_b.py").write_text("import sys; print('b ran with', sys.argv[1:])")
    assert commands.main(["bench", "--quick"], checkout=ready.checkout) == 1
    assert "b ran with ['--quick']" in capfd.readouterr().out
    (folder / "bench_a.py").write_text("")
    assert commands.main(["bench"], checkout=ready.checkout) == 0


def test_a_place_that_cannot_be_written_is_reported(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("FORENSIC_ID_VENV", str(tmp_path / "file" / "venv"))
    assert commands.main(["demo"], checkout=checkout) == 2
    assert "folder can be written" in capfd.readouterr().err


def test_test_runs_every_check_and_names_the_ones_that_fail(
    ready: Environment, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def step(name: str, program: str, *, beside: bool = False) -> Step:
        return Step(name=name, command=(sys.executable, "-c", program), beside=beside)

    steps = [
        step("beside", "print('beside ran'); raise SystemExit(3)", beside=True),
        step("first", "raise SystemExit(4)"),
        step("second", "print('second ran')"),
    ]
    monkeypatch.setattr(checks, "all_steps", lambda _environment: steps)
    assert commands.main(["test"], checkout=ready.checkout) == 1
    printed = capfd.readouterr().out
    assert printed.index("second ran") < printed.index("beside ran") < printed.index("beside: failed with status 3")
    assert "Failed: first, beside." in printed
    monkeypatch.setattr(checks, "all_steps", lambda _environment: steps[:1])
    assert commands.main(["test"], checkout=ready.checkout) == 1
    monkeypatch.setattr(checks, "all_steps", lambda _environment: steps[2:])
    assert commands.main(["test"], checkout=ready.checkout) == 0


def test_a_check_beside_the_others_runs_while_they_do(ready: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is done only once it has read what the other one wrote into a pipe."""
    for name in ("there", "back"):
        os.mkfifo(ready.checkout / name)
    steps = [
        Step(name="beside", command=(sys.executable, "-c", "open('there', 'w').close(); open('back')"), beside=True),
        Step(name="first", command=(sys.executable, "-c", "open('there'); open('back', 'w').close()")),
    ]
    monkeypatch.setattr(checks, "all_steps", lambda _environment: steps)
    assert commands.main(["test"], checkout=ready.checkout) == 0


def test_test_with_arguments_runs_pytest_alone_with_them(ready: Environment) -> None:
    (ready.checkout / "pytest.py").write_text("import sys; sys.exit(9 if sys.argv[1:] == ['-k', 'name'] else 1)")
    assert commands.main(["test", "-k", "name"], checkout=ready.checkout) == 9


def test_the_coverage_gate_follows_the_tests_that_cover_and_names_the_packages_without_gaps(
    environment: Environment,
) -> None:
    steps = {step.name: step for step in checks.all_steps(environment)}
    in_order = [name for name, step in steps.items() if not step.beside]
    assert in_order == ["ruff check", "ruff format", "lint-imports", "covering tests", "coverage gate", "other tests"]
    assert set(steps) - set(in_order) == {"mypy"}
    gate, covering = steps["coverage gate"].command, steps["covering tests"].command
    assert "--include=forensic_id/core/*,forensic_id/matching/*,forensic_id/services/*" in gate
    assert "--fail-under=100" in gate
    assert {"--cov=forensic_id/core", "--cov=forensic_id/matching", "--cov=forensic_id/services"} <= set(covering)


def test_every_test_runs_in_one_of_the_two_steps(environment: Environment) -> None:
    steps = {step.name: step.command for step in checks.all_steps(environment)}
    ignored = {word.removeprefix("--ignore=") for word in steps["other tests"] if word.startswith("--ignore")}
    covering = {word for word in steps["covering tests"] if word.startswith("tests/")}
    assert covering == ignored
    assert all((ROOT / folder).is_dir() for folder in covering)


def test_summary_names_the_seconds_of_all() -> None:
    outcomes = [Outcome(name="a", status=0, seconds=1.25), Outcome(name="b", status=0, seconds=2.0)]
    assert checks.summary(outcomes, seconds=2.5).splitlines()[-1] == "All checks passed. 2.5 s in all."


def test_an_old_python_gets_a_sentence_and_the_script_parses_there() -> None:
    message = bootstrap.refusal((3, 8, 10), "/usr/bin/python3")
    assert message is not None
    assert "Python 3.11 or newer" in message
    assert "Python 3.8" in message
    assert bootstrap.refusal((3, 11, 0), "python") is None
    ast.parse((ROOT / "installer" / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 4))


def test_bootstrap_starts_from_any_folder_with_its_help(tmp_path: Path) -> None:
    script = ROOT / "installer" / "bootstrap.py"
    result = subprocess.run(
        [sys.executable, script, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0
    for name in ("demo", "gui", "test", "bench", "freeze", "train"):
        assert name in result.stdout


def test_the_set_up_uses_the_standard_library_alone() -> None:
    allowed = set(sys.stdlib_module_names) | {"installer"}
    for path in sorted((ROOT / "installer").glob("*.py")):
        if path.name == "pin_versions.py":  # a tool for developers, run in the finished environment
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert {alias.name.partition(".")[0] for alias in node.names} <= allowed, path
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").partition(".")[0] in allowed, path


def test_missing_qt_libraries_are_named_by_their_packages() -> None:
    missing = system_packages.missing_qt_packages(can_load=lambda library: library != "libEGL.so.1")
    assert missing == (("libegl1",) if sys.platform.startswith("linux") else ())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libc.so.6 is Linux's")
def test_a_library_is_found_by_loading_it() -> None:
    assert system_packages.loadable("libc.so.6")
    assert not system_packages.loadable("libno-such-library.so.9")


def test_qt_packages_are_installed_where_allowed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $@" >> "{tmp_path}/log"\ntest "$4" != broken\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    assert system_packages.install(["libegl1"])
    assert (tmp_path / "log").read_text().splitlines()[-1].endswith("--no-install-recommends libegl1")
    monkeypatch.setattr(system_packages, "missing_qt_packages", lambda: ("libegl1",))
    monkeypatch.setattr(system_packages, "can_install", lambda: True)
    assert system_packages.provide_qt_libraries()
    program.write_text("#!/bin/sh\nexit 100\n")
    assert not system_packages.provide_qt_libraries()
    assert "sudo apt-get install libegl1" in capfd.readouterr().err


def test_constraints_are_plain_and_cover_everything_the_extras_pull_in() -> None:
    lines = (ROOT / "installer" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9A-Za-z.]*", line)] == []
    missing = set(pin_versions.pinned_versions()) - {line.partition("==")[0] for line in pins}
    assert not missing, f"run `python -m installer.pin_versions`: {sorted(missing)}"
