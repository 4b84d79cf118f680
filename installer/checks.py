"""The project's checks, each timed; all run even when one fails, so that one pass shows everything."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from installer.environment import Environment, child_environment

FULLY_COVERED = ("core", "matching", "services")
"""Packages of forensic_id of which every branch is tested by their own tests, those in tests/unit."""

_ON_ALL_CORES = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder", "--durations=10")
"""A file's tests stay in one process, which makes their shared fixtures once.

The files keep their order. Sorted by their number of tests, the whole journeys, few and long, would come last, and
one process would wait for the other.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check; with `beside` it runs beside those that follow, and its output is shown after theirs."""

    name: str
    command: tuple[str, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a check went."""

    name: str
    status: int
    seconds: float
    output: str = ""


def all_steps(environment: Environment) -> tuple[Step, ...]:
    """Style, types, imports, the tests of what must be covered, its branches, and all other tests.

    Branches are counted for the first tests alone: what counts them takes two fifths of the time of everything that
    runs under it, and the rest of the suite would prove nothing by it.
    """
    python = str(environment.python)
    pytest = (python, "-m", "pytest", *_ON_ALL_CORES)
    packages = [f"forensic_id/{package}" for package in FULLY_COVERED]
    own_tests = [f"tests/unit/{package}" for package in FULLY_COVERED]
    counted = [f"--cov={package}" for package in packages]
    include = ",".join(f"{package}/*" for package in packages)
    return (
        Step(name="ruff check", command=(python, "-m", "ruff", "check", ".")),
        Step(name="ruff format", command=(python, "-m", "ruff", "format", "--check", ".")),
        Step(name="lint-imports", command=(str(environment.script("lint-imports")),)),
        Step(name="mypy", command=(python, "-m", "mypy"), beside=True),
        Step(name="covering tests", command=(*pytest, *counted, "--cov-branch", "--cov-report=", *own_tests)),
        Step(
            name="coverage gate",
            command=(python, "-m", "coverage", "report", f"--include={include}", "--fail-under=100"),
        ),
        Step(name="other tests", command=(*pytest, *(f"--ignore={folder}" for folder in own_tests))),
    )


def run_step(environment: Environment, step: Step) -> Outcome:
    """Run one check with its output going straight through."""
    print(f"\n==> {step.name}", flush=True)
    started = time.monotonic()
    status = subprocess.run(step.command, cwd=environment.checkout, env=child_environment(), check=False).returncode
    outcome = Outcome(name=step.name, status=status, seconds=time.monotonic() - started)
    _print_end(outcome)
    return outcome


def _run_beside(environment: Environment, step: Step) -> Outcome:
    """Run one check and keep its output."""
    started = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=environment.checkout,
        env=child_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Outcome(
        name=step.name, status=done.returncode, seconds=time.monotonic() - started, output=done.stdout.rstrip()
    )


def _print_end(outcome: Outcome) -> None:
    verdict = "ok" if outcome.status == 0 else f"failed with status {outcome.status}"
    print(f"<== {outcome.name}: {verdict}, {outcome.seconds:.1f} s", flush=True)


def run_checks(environment: Environment) -> int:
    """Run every check; 0 when all are ok, 1 otherwise."""
    started = time.monotonic()
    waiting = []
    outcomes = []
    with ThreadPoolExecutor() as threads:
        for step in all_steps(environment):
            if step.beside:
                waiting.append(threads.submit(_run_beside, environment, step))
            else:
                outcomes.append(run_step(environment, step))
        for future in waiting:
            outcome = future.result()
            print(f"\n==> {outcome.name}, beside the others\n{outcome.output}", flush=True)
            _print_end(outcome)
            outcomes.append(outcome)
    print("\n" + summary(outcomes, seconds=time.monotonic() - started), flush=True)
    return int(any(outcome.status for outcome in outcomes))


def run_tests(environment: Environment, arguments: Sequence[str]) -> int:
    """Run pytest alone with the caller's arguments and return its status."""
    step = Step(name="pytest", command=(str(environment.python), "-m", "pytest", *arguments))
    return run_step(environment, step).status


def summary(outcomes: Sequence[Outcome], *, seconds: float) -> str:
    """A line for each check and one for all of them, which took so many seconds together."""
    lines = [
        f"{outcome.name:<14} {outcome.seconds:7.1f} s  {'ok' if outcome.status == 0 else 'FAILED'}"
        for outcome in outcomes
    ]
    failed = [outcome.name for outcome in outcomes if outcome.status]
    verdict = f"Failed: {', '.join(failed)}." if failed else "All checks passed."
    return "\n".join([*lines, f"{verdict} {seconds:.1f} s in all."])
