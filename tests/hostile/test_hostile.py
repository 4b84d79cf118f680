"""A few hundred hostile inputs of every kind: none crashes, none gets through."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.suite import tallies
from tests.hostile.texts import ALL


def test_nothing_hostile_crashes_or_gets_through(tmp_path: Path) -> None:
    found = list(tallies(tmp_path, pictures=240, others=12, texts=ALL[::4]))
    assert sum(tally.cases for tally in found) > 500
    assert [told for tally in found for told in (*tally.crashes, *tally.taken)] == []
