"""When the first candidate stands out from the rest of the pool."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.population import SMALLEST_POPULATION, Spread, spread_of
from forensic_id.core.standout import list_verdict, standout_score
from tests.fakes.calibrations import sample_calibration

LIST = sample_calibration(threshold=1.0).candidate_list


def normal(count: int, seed: int = 0) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.random.default_rng(seed).normal(-25.0, 3.5, count)


def spread(log_densities: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Spread:
    found = spread_of(log_densities)
    assert found is not None
    return found


def test_the_score_is_minus_log10_of_the_expected_number_of_strangers_as_far_out() -> None:
    tail = 3.167124183311986e-05  # P(standard normal > 4)
    assert standout_score(-11.0, Spread(mean=-25.0, deviation=3.5), 1000) == pytest.approx(-math.log10(1000 * tail))


def test_the_same_lead_says_less_in_a_larger_gallery() -> None:
    scores = [standout_score(-8.0, spread(normal(200)), people) for people in (100, 1_000, 10_000)]
    assert scores[0] - scores[1] == pytest.approx(1.0)
    assert scores[1] - scores[2] == pytest.approx(1.0)


@given(st.floats(-50, 50), st.floats(0.1, 10))
def test_a_shift_or_stretch_of_all_log_densities_does_not_change_the_score(shift: float, stretch: float) -> None:
    everyone = normal(60)
    moved = standout_score(-8.0 * stretch + shift, spread(everyone * stretch + shift), 60)
    assert moved == pytest.approx(standout_score(-8.0, spread(everyone), 60), rel=1e-6)


@given(st.floats(-60, 0), st.floats(-60, 0))
def test_a_better_first_candidate_never_lowers_the_score(one: float, other: float) -> None:
    low, high = (standout_score(each, spread(normal(60)), 60) for each in sorted((one, other)))
    assert low <= high


def test_strangers_alone_reach_the_score_of_one_about_once_in_ten_galleries() -> None:
    draws = [normal(400, seed) for seed in range(400)]
    scores = np.array([standout_score(float(each.max()), spread(each), 400) for each in draws])
    assert 0.06 <= np.mean(scores > 1.0) <= 0.13


def test_a_distance_beyond_all_measure_still_has_a_score() -> None:
    assert standout_score(1e6, spread(normal(100)), 100) == pytest.approx(298.0)


@pytest.mark.parametrize(
    "everyone",
    [normal(SMALLEST_POPULATION - 1), np.full(100, -3.0), np.empty(0)],
    ids=["small", "all equal", "empty"],
)
def test_nothing_is_said_of_a_pool_that_says_nothing(
    everyone: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> None:
    assert list_verdict(LIST, best=0.0, log_densities=everyone, people=100) is None


def test_a_list_is_informative_above_the_threshold_only() -> None:
    everyone = normal(100)
    ahead = list_verdict(LIST, best=0.0, log_densities=everyone, people=100)
    merely_first = list_verdict(LIST, best=float(everyone.max()), log_densities=everyone, people=100)
    assert ahead is not None
    assert merely_first is not None
    assert (ahead.informative, merely_first.informative) == (True, False)
    assert ahead.score > ahead.threshold == 1.0 > merely_first.score
    assert (ahead.mean, ahead.deviation) == (everyone.mean(), everyone.std(ddof=1))
