"""The commands of bootstrap.py."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import checks, freeze, system_packages
from installer.environment import Environment, SetupError, child_environment

CHECKOUT = Path(__file__).resolve().parent.parent
CANNOT_RUN = 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What a command needs installed, and what it does with the caller's further arguments."""

    extras: tuple[str, ...]
    run: Callable[[Environment, Sequence[str]], int]
    summary: str


def run_demo(environment: Environment, arguments: Sequence[str]) -> int:
    """Import the demo people, search for one sketch, write report and JSON; then say how to go on."""
    program = str(environment.script("forensic-id"))
    status = _start(environment, [program, "demo", *arguments])
    if status == 0:
        print(f"Go on with: {program} --help")
    return status


def run_gui(environment: Environment, arguments: Sequence[str]) -> int:
    """Start the desktop application."""
    return _call(environment, "main.py", *arguments)


def run_test(environment: Environment, arguments: Sequence[str]) -> int:
    """Run every check, or pytest alone when there are arguments for it."""
    return checks.run_tests(environment, arguments) if arguments else checks.run_checks(environment)


def run_bench(environment: Environment, arguments: Sequence[str]) -> int:
    """Run every benchmark, each in a process of its own; 1 when one fails."""
    benchmarks = sorted((environment.checkout / "tests" / "benchmarks").glob("bench_*.py"))
    if not benchmarks:
        print("There is no benchmark in tests/benchmarks (bench_*.py).", file=sys.stderr)
        return CANNOT_RUN
    failed = 0
    for benchmark in benchmarks:
        print(f"\n==> {benchmark.name}", flush=True)
        failed += _call(environment, "-m", f"tests.benchmarks.{benchmark.stem}", *arguments) != 0
    return int(failed > 0)


def run_train(environment: Environment, arguments: Sequence[str]) -> int:
    """Pass everything to `python -m trainer`."""
    return _call(environment, "-m", "trainer", *arguments)


COMMANDS: Mapping[str, Command] = {
    "demo": Command(
        extras=(), run=run_demo, summary="search a sketch among the demo people, from import to PDF report"
    ),
    "gui": Command(extras=("gui", "encryption"), run=run_gui, summary="start the desktop application"),
    "test": Command(
        extras=("gui", "encryption", "trainer", "freeze", "dev"),
        run=run_test,
        summary="run all checks; with arguments: pytest alone, with them",
    ),
    "bench": Command(extras=("gui", "encryption", "trainer", "dev"), run=run_bench, summary="run all benchmarks"),
    "freeze": Command(
        extras=("gui", "encryption", "freeze"),
        run=freeze.run_freeze,
        summary="build the application as a folder that needs no Python, and try it",
    ),
    "train": Command(extras=("trainer",), run=run_train, summary="run the trainer: train evaluate --help"),
}


def main(arguments: Sequence[str], *, checkout: Path = CHECKOUT) -> int:
    """Parse, set up what the command needs, run it; returns its exit status (2: it could not be run)."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")  # a folder's name may not fit a Windows code page
    name, further = _parse(arguments)
    try:
        return _perform(COMMANDS[name], further, Environment.of(checkout))
    except SetupError as error:
        print(error, file=sys.stderr)
        return CANNOT_RUN
    except OSError as error:
        print(
            f"{error}. Check the free disk space and that the folder can be written, then try again.", file=sys.stderr
        )
        return CANNOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED


def _perform(command: Command, further: Sequence[str], environment: Environment) -> int:
    if "gui" in command.extras:
        _check_desktop()
    environment.ensure(command.extras)
    return command.run(environment, further)


def _check_desktop() -> None:
    """Raises SetupError when Qt cannot load and its libraries cannot be installed here."""
    if not system_packages.provide_qt_libraries():
        raise SetupError("The desktop application cannot start without them.")


def _parse(arguments: Sequence[str]) -> tuple[str, Sequence[str]]:
    listing = "\n".join(f"  {name:<7} {command.summary}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description="Set the project up in .venv (or the folder FORENSIC_ID_VENV) and run one of its parts.",
        epilog=f"commands:\n{listing}\n\nFurther arguments go to the command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    parsed = parser.parse_args(list(arguments))
    return parsed.command, parsed.arguments


def _call(environment: Environment, *arguments: str) -> int:
    return _start(environment, [str(environment.python), *arguments])


def _start(environment: Environment, command: Sequence[str]) -> int:
    return subprocess.run(command, cwd=environment.checkout, env=child_environment(), check=False).returncode
