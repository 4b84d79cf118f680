"""The people with whom a score is compared."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.population import LARGEST_SAMPLE, SMALLEST_POPULATION, Spread, population_rows, spread_of


def test_all_photos_of_evenly_spaced_subjects_stand_for_a_large_pool() -> None:
    subjects = np.repeat(np.arange(1, 2 * LARGEST_SAMPLE + 2), 2)
    chosen, counts = np.unique(subjects[population_rows(subjects)], return_counts=True)
    assert LARGEST_SAMPLE // 2 < len(chosen) <= LARGEST_SAMPLE
    assert set(np.diff(chosen)) == {3}
    assert set(counts) == {2}


def test_a_small_pool_stands_for_itself() -> None:
    assert population_rows(np.array([5, 5, 2, 9])).tolist() == [0, 1, 2, 3]
    assert population_rows(np.empty(0, np.int64)).tolist() == []


def test_likeness_counts_standard_deviations_above_the_mean() -> None:
    values = np.random.default_rng(0).normal(-25.0, 3.5, 200)
    found = spread_of(values)
    assert found == Spread(mean=float(values.mean()), deviation=float(values.std(ddof=1)))
    assert Spread(mean=-25.0, deviation=2.0).likeness(-20.0) == pytest.approx(2.5)


@pytest.mark.parametrize("values", [np.arange(SMALLEST_POPULATION - 1.0), np.full(100, -3.0), np.empty(0)])
def test_nothing_is_measured_on_too_few_or_equal_scores(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
    assert spread_of(values) is None
