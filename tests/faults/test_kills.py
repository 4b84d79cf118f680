"""kill -9 in the middle of every operation; `python -m tests.faults` tries more points."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.careless import careless
from tests.faults.kills import strike
from tests.faults.scenarios import SCENARIOS, Scenario, with_gallery

POINTS = 3

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9")


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_lost_and_nothing_left_behind_by_a_kill(name: str, tmp_path: Path) -> None:
    tally = strike(SCENARIOS[name], tmp_path / "tries", points=POINTS)
    assert tally.points == POINTS
    assert tally.killed > 0
    assert tally.losses == []


def test_the_search_for_losses_finds_those_of_a_careless_operation(tmp_path: Path) -> None:
    scenario = Scenario(name="careless", prepare=with_gallery, act=careless)
    losses = " ".join(strike(scenario, tmp_path / "tries", points=6).losses)
    assert "lost photo person-0" in losses
    assert "told, and lost: photo new" in losses
    assert "litter half" in losses
