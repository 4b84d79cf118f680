"""Two programs at once on one library, doing different things: both finish, and nothing is mixed or lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.scenarios import SCENARIOS, SUBJECTS, opened, with_search

if sys.platform == "win32":
    pytest.skip("needs a fork server", allow_module_level=True)

from tests.faults.child import Try, outcome_of, start
from tests.faults.contents import contents, faults_of


def test_programs_that_write_at_once_do_not_get_in_each_other_s_way(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    with_search(folder)
    for number in range(40, 60):
        (folder / "photos" / f"more-{number}.png").write_bytes(f"IMG:{number}".encode())
    names = ["import", "batch", "review", "policy change", "import"]
    tries = [
        Try(act=SCENARIOS[name].act, folder=folder, notes=tmp_path / f"{number} {name}")
        for number, name in enumerate(names)
    ]
    processes = [start(wanted) for wanted in tries]
    for process in processes:
        process.join()
    outcomes = [outcome_of(wanted, process.exitcode) for wanted, process in zip(tries, processes, strict=True)]
    assert [(outcome.status, outcome.error) for outcome in outcomes] == [(0, "")] * len(names)
    library = opened(folder)
    now = contents(library)
    assert faults_of(library, folder / "library") == []
    assert all(any(kept.startswith(line) for kept in now) for outcome in outcomes for line in outcome.told)
    assert sum(line.startswith("photo ") for line in now) == 2 * SUBJECTS + 20
    library.close()
