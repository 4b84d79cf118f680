"""kill -9 at many points of an operation, and what is lost by it.

Half of the points are effects on the disk, chosen by lot among all that the operation has; the others are moments on
the clock, which also fall into the middle of a commit. After each: the library verifies, nothing lies about, all that
was there before and all that was reported as done is there, the audit chain goes on from where it was, and doing the
operation again gives what an undisturbed one gives.
"""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

from forensic_id.storage.library import SqliteLibrary
from tests.faults.child import Try, outcome_of, run, start
from tests.faults.contents import Contents, audit_hashes, contents, faults_of
from tests.faults.scenarios import Scenario, opened


@dataclass(kw_only=True)
class Tally:
    """Points tried, how many of the tries were killed before they ended, and what was lost or left behind."""

    scenario: str
    effects: int = 0
    points: int = 0
    killed: int = 0
    losses: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _State:
    """What a library holds."""

    contents: Contents
    chain: tuple[str, ...]


def strike(scenario: Scenario, folder: Path, *, points: int, seed: int = 0) -> Tally:
    """Try so many points of a scenario in `folder`, which is made."""
    return _Campaign(scenario, folder).strike(points, random.Random(seed))  # noqa: S311 - a repeatable choice of points


class _Campaign:
    """The tries of one scenario."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self._scenario = scenario
        self._folder = folder
        self._pristine = folder / "pristine"
        self._notes = folder / "notes"
        self._pristine.mkdir(parents=True)
        scenario.prepare(self._pristine)

    def strike(self, points: int, lot: random.Random) -> Tally:
        run(self._try(self._fresh("warm")))
        whole = self._fresh("whole")
        started = time.monotonic()
        undisturbed = run(self._try(whole))
        duration = time.monotonic() - started
        assert (undisturbed.status, undisturbed.error) == (0, ""), undisturbed
        before, expected = self._state(self._fresh("before")), self._state(whole)
        tally = Tally(scenario=self._scenario.name, effects=undisturbed.effects)
        by_effect = min(undisturbed.effects, (points + 1) // 2)
        moments: list[tuple[int, float]] = [
            (at, 0.0) for at in lot.sample(range(1, undisturbed.effects + 1), by_effect)
        ]
        moments += [(0, lot.uniform(0, duration)) for _ in range(points - by_effect)]
        for effect, delay in moments:
            tally.points += 1
            where = f"effect {effect}" if effect else f"{1000 * delay:.0f} ms"
            problems = self._one(tally, effect, delay, before, expected)
            tally.losses += [f"{self._scenario.name}, killed at {where}: {problem}" for problem in problems]
        return tally

    def _one(self, tally: Tally, effect: int, delay: float, before: _State, expected: _State) -> list[str]:
        folder = self._fresh("killed")
        wanted = self._try(folder, kill_at=effect)
        process = start(wanted)
        if not effect:
            time.sleep(delay)
            process.kill()
        process.join()
        outcome = outcome_of(wanted, process.exitcode)
        tally.killed += outcome.was_killed
        library = opened(folder)
        allowed = {f"litter {name}" for name in self._scenario.goes_on_from}
        problems = [fault for fault in faults_of(library, folder / "library") if fault not in allowed]
        problems += self._lost(library, before, outcome.told)
        library.close()
        problems += self._scenario.check(folder)
        again = run(self._try(folder))
        if again.status or again.error:
            problems.append(f"done again it failed: {again.error or again.status}")
        elif self._state(folder).contents != expected.contents:
            problems.append("done again it did not give what an undisturbed one gives")
        else:
            problems += self._left(folder) + self._scenario.check(folder)
        return problems

    def _left(self, folder: Path) -> list[str]:
        library = opened(folder)
        left = faults_of(library, folder / "library")
        library.close()
        return left

    def _lost(self, library: SqliteLibrary, before: _State, told: tuple[str, ...]) -> list[str]:
        now = contents(library)
        taken = self._scenario.takes_away
        lost = [f"lost {line}" for line in before.contents - now if not line.startswith(taken or ("\0",))]
        lost += [f"told, and lost: {line}" for line in told if not any(kept.startswith(line) for kept in now)]
        if audit_hashes(library)[: len(before.chain)] != before.chain:
            lost.append("the audit chain does not go on from where it was")
        return lost

    def _state(self, folder: Path) -> _State:
        library = opened(folder)
        state = _State(contents=contents(library), chain=audit_hashes(library))
        library.close()
        return state

    def _fresh(self, name: str) -> Path:
        """A copy of the pristine folder."""
        target = self._folder / name
        shutil.rmtree(target, ignore_errors=True)
        return Path(shutil.copytree(self._pristine, target))

    def _try(self, folder: Path, *, kill_at: int = 0) -> Try:
        return Try(act=self._scenario.act, folder=folder, notes=self._notes, kill_at=kill_at)
