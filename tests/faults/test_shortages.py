"""A full disk, no file handles, no right to write: a sentence, nothing lost, and it goes on once there is room."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.faults.scenarios import SCENARIOS, Scenario, opened

if sys.platform == "win32":
    pytest.skip("tmpfs, rlimits and users are POSIX", allow_module_level=True)

from tests.faults.child import Before, Outcome, Try, run
from tests.faults.contents import Contents, audit_hashes, contents, faults_of
from tests.faults.shortages import few_handles, fill, make_read_only, small_disk, without_rights

WRITING = [SCENARIOS[name] for name in ("import", "search", "batch", "review", "purge", "backup")]
ROOM = (0, 24, 120)
"""KiB left on the disk."""
HANDLES = (0, 2, 5)


def struck(
    scenario: Scenario,
    folder: Path,
    before: Before | None = None,
    *,
    notes: Path | None = None,
    warm_up: Path | None = None,
) -> Outcome:
    notes = notes or folder.with_name("notes")
    return run(Try(act=scenario.act, folder=folder, notes=notes, before=before, warm_up=warm_up))


def undisturbed(scenario: Scenario, folder: Path) -> Contents:
    scenario.prepare(folder)
    assert struck(scenario, folder).error == ""
    return state(folder)[0]


def state(folder: Path) -> tuple[Contents, tuple[str, ...]]:
    library = opened(folder)
    held = contents(library), audit_hashes(library)
    library.close()
    return held


def check(scenario: Scenario, folder: Path, outcome: Outcome, before: tuple[Contents, tuple[str, ...]]) -> None:
    """Nothing is broken or lost, and whoever did not finish was told why in a sentence."""
    assert outcome.status == 0, "the operation ended with an error that is not made for people"
    library = opened(folder)
    assert faults_of(library, folder / "library") == []
    now = contents(library)
    assert {line for line in before[0] - now if not line.startswith(scenario.takes_away or ("\0",))} == set()
    assert all(any(kept.startswith(line) for kept in now) for line in outcome.told)
    assert audit_hashes(library)[: len(before[1])] == before[1]
    library.close()


@pytest.mark.parametrize("scenario", WRITING, ids=lambda scenario: scenario.name)
def test_a_full_disk_costs_nothing_but_the_step_that_did_not_fit(scenario: Scenario, tmp_path: Path) -> None:
    expected = undisturbed(scenario, tmp_path / "whole")
    scenario.prepare(tmp_path / "pristine")
    before = state(tmp_path / "pristine")
    refused = 0
    for room in ROOM:
        with small_disk(tmp_path / f"disk {room}", kibibytes=3000) as mounted:
            if not mounted:
                pytest.skip("this machine does not let the tests mount a disk")
            folder = Path(shutil.copytree(tmp_path / "pristine", tmp_path / f"disk {room}" / "work"))
            filler = fill(folder.parent, leave=room * 1024)
            outcome = struck(scenario, folder, notes=tmp_path / "notes")
            refused += bool(outcome.error)
            filler.unlink()
            check(scenario, folder, outcome, before)
            assert struck(scenario, folder, notes=tmp_path / "notes").error == ""
            assert state(folder)[0] == expected
    assert refused > 0


@pytest.mark.parametrize("scenario", WRITING, ids=lambda scenario: scenario.name)
def test_without_file_handles_nothing_is_half_done(scenario: Scenario, tmp_path: Path) -> None:
    expected = undisturbed(scenario, tmp_path / "whole")
    scenario.prepare(tmp_path / "pristine")
    before = state(tmp_path / "pristine")
    refused = 0
    for spare in HANDLES:
        folder = Path(shutil.copytree(tmp_path / "pristine", tmp_path / f"spare {spare}"))
        warm = Path(shutil.copytree(tmp_path / "pristine", tmp_path / f"warm {spare}"))
        outcome = struck(scenario, folder, few_handles(spare), warm_up=warm)
        refused += bool(outcome.error)
        check(scenario, folder, outcome, before)
        assert struck(scenario, folder).error == ""
        assert state(folder)[0] == expected
    assert refused > 0


@pytest.mark.parametrize("scenario", WRITING, ids=lambda scenario: scenario.name)
def test_a_folder_that_may_not_be_written_is_left_as_it_is(scenario: Scenario, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    scenario.prepare(folder)
    opened(folder).close()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for parent in (tmp_path, *tmp_path.parents[:-1]):
        if parent.owner() == folder.owner():
            parent.chmod(parent.stat().st_mode | 0o055)
    make_read_only(folder)
    outcome = struck(scenario, folder, without_rights())
    assert outcome.status == 0
    assert outcome.error
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
