"""The project's checks in order, each timed; all run even when one fails, so that one pass shows everything."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from installer.environment import Environment, child_environment

FULLY_COVERED = ("core", "matching", "services")
"""Packages of forensic_id in which every branch is tested."""

_ON_ALL_CORES = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
"""A file's tests stay in one process, which makes their shared fixtures once.

The files keep their order. Sorted by their number of tests, the whole journeys, few and long, would come last, and
one process would wait for the other.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a check went."""

    name: str
    status: int
    seconds: float


def all_steps(environment: Environment) -> tuple[Step, ...]:
    """Style, types, imports, tests, and the branches that must all be covered."""
    python = str(environment.python)
    include = ",".join(f"forensic_id/{package}/*" for package in FULLY_COVERED)
    return (
        Step(name="ruff check", command=(python, "-m", "ruff", "check", ".")),
        Step(name="ruff format", command=(python, "-m", "ruff", "format", "--check", ".")),
        Step(name="mypy", command=(python, "-m", "mypy")),
        Step(name="lint-imports", command=(str(environment.script("lint-imports")),)),
        Step(
            name="pytest",
            command=(
                python,
                "-m",
                "pytest",
                *_ON_ALL_CORES,
                "--cov",
                "--cov-branch",
                "--cov-report=",
                "--durations=10",
            ),
        ),
        Step(
            name="coverage gate",
            command=(python, "-m", "coverage", "report", f"--include={include}", "--fail-under=100"),
        ),
    )


def run_step(environment: Environment, step: Step) -> Outcome:
    """Run one check with its output going straight through."""
    print(f"\n==> {step.name}", flush=True)
    started = time.monotonic()
    status = subprocess.run(step.command, cwd=environment.checkout, env=child_environment(), check=False).returncode
    seconds = time.monotonic() - started
    print(f"<== {step.name}: {'ok' if status == 0 else f'failed with status {status}'}, {seconds:.1f} s", flush=True)
    return Outcome(name=step.name, status=status, seconds=seconds)


def run_checks(environment: Environment) -> int:
    """Run every check; 0 when all are ok, 1 otherwise."""
    outcomes = [run_step(environment, step) for step in all_steps(environment)]
    print("\n" + summary(outcomes), flush=True)
    return int(any(outcome.status for outcome in outcomes))


def run_tests(environment: Environment, arguments: Sequence[str]) -> int:
    """Run pytest alone with the caller's arguments and return its status."""
    step = Step(name="pytest", command=(str(environment.python), "-m", "pytest", *arguments))
    return run_step(environment, step).status


def summary(outcomes: Sequence[Outcome]) -> str:
    """A line for each check and one for all of them."""
    lines = [
        f"{outcome.name:<14} {outcome.seconds:7.1f} s  {'ok' if outcome.status == 0 else 'FAILED'}"
        for outcome in outcomes
    ]
    failed = [outcome.name for outcome in outcomes if outcome.status]
    total = sum(outcome.seconds for outcome in outcomes)
    verdict = f"Failed: {', '.join(failed)}." if failed else "All checks passed."
    return "\n".join([*lines, f"{verdict} {total:.1f} s in all."])
