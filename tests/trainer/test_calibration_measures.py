"""Measures of likelihood ratios on scores whose truth is known."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from forensic_id.core.errors import DataError
from trainer.calibration.likelihood import fit_logistic
from trainer.calibration.measures import (
    WeightedScores,
    cllr,
    cllr_min,
    equal_error_rates,
    error_curves,
    pool_adjacent_violators,
    shares_above,
    supported_range,
)

SCORES = st.lists(st.integers(0, 6).map(float), min_size=1, max_size=6)


def plain(values: list[float] | NDArray[np.float64]) -> WeightedScores:
    return WeightedScores.of(np.asarray(values, dtype=np.float64))


def gaussian(mean: float, count: int = 20_000, seed: int = 0) -> WeightedScores:
    return plain(np.random.default_rng(seed).normal(mean, 1.0, count))


def test_logistic_regression_recovers_the_likelihood_ratio_of_two_gaussians() -> None:
    slope, intercept = fit_logistic(gaussian(1.5), gaussian(-0.5, 50_000, 1))
    # ln N(x; 1.5, 1) - ln N(x; -0.5, 1) = 2 x - 1
    assert slope == pytest.approx(2.0, abs=0.05)
    assert intercept == pytest.approx(-1.0, abs=0.05)


def test_the_map_does_not_depend_on_how_many_pairs_of_each_class_there_are() -> None:
    few, many = gaussian(1.0, 5_000), gaussian(-1.0, 5_000, 1)
    repeated = plain(np.repeat(many.values, 7))
    assert fit_logistic(few, repeated) == pytest.approx(fit_logistic(few, many), rel=1e-3)


def test_classes_that_do_not_overlap_still_have_a_finite_map() -> None:
    slope, intercept = fit_logistic(plain([3.0, 4.0]), plain([1.0, 2.0]))
    assert 0 < slope < math.inf
    assert slope * 3 + intercept > 0 > slope * 2 + intercept


def test_a_model_that_finds_strangers_more_alike_is_not_calibrated() -> None:
    with pytest.raises(DataError, match="train the model first"):
        fit_logistic(gaussian(-1.0), gaussian(1.0, seed=1))


def test_a_system_that_says_nothing_costs_one_bit_and_a_perfect_one_none() -> None:
    zeros = plain(np.zeros(10))
    assert cllr(zeros, zeros) == pytest.approx(1.0)
    assert cllr(plain([50.0] * 5), plain([-50.0] * 5)) == pytest.approx(0.0, abs=1e-12)
    assert cllr_min(plain([3.0, 4.0]), plain([1.0, 2.0])) == 0.0
    assert cllr_min(plain([1.0, 2.0]), plain([1.0, 2.0])) == pytest.approx(1.0)


def test_the_cost_is_that_of_its_equation() -> None:
    ratios, others = [2.0, 0.5, 9.0], [0.1, 3.0]
    expected = sum(math.log2(1 + 1 / each) for each in ratios) / 3 + sum(math.log2(1 + each) for each in others) / 2
    assert cllr(plain(np.log(ratios)), plain(np.log(others))) == pytest.approx(expected / 2)


def test_misleading_ratios_cost_more_than_none() -> None:
    assert cllr(plain([-5.0]), plain([5.0])) > 1


def brute_force_minimum(genuine: list[float], impostor: list[float]) -> float:
    """Lowest cost over every way to cut the ordered scores into blocks with rising shares."""
    values = sorted({*genuine, *impostor})
    best = math.inf
    for cuts in itertools.product([False, True], repeat=len(values) - 1):
        blocks: list[list[float]] = [[values[0]]]
        for value, cut in zip(values[1:], cuts, strict=True):
            if cut:
                blocks.append([])
            blocks[-1].append(value)
        own = [sum(each in block for each in genuine) / len(genuine) for block in blocks]
        other = [sum(each in block for each in impostor) / len(impostor) for block in blocks]
        shares = [a / (a + b) for a, b in zip(own, other, strict=True)]
        if shares == sorted(shares):
            cost = -sum(
                (a * math.log2(share) if a else 0) + (b * math.log2(1 - share) if b else 0)
                for a, b, share in zip(own, other, shares, strict=True)
            )
            best = min(best, cost / 2)
    return best


@settings(max_examples=50)
@given(SCORES, SCORES)
def test_pooled_ratios_are_the_best_of_all_monotone_maps(genuine: list[float], impostor: list[float]) -> None:
    assert cllr_min(plain(genuine), plain(impostor)) == pytest.approx(
        brute_force_minimum(genuine, impostor), abs=1e-9
    )


@settings(max_examples=50)
@given(SCORES, SCORES)
def test_pooled_ratios_rise_with_the_score(genuine: list[float], impostor: list[float]) -> None:
    scores = np.array([*genuine, *impostor])
    ratios = np.concatenate(pool_adjacent_violators(plain(genuine), plain(impostor)))
    for one, other in itertools.pairwise(np.argsort(scores, kind="stable")):
        assert ratios[one] <= ratios[other] or scores[one] == scores[other]
        assert scores[one] != scores[other] or ratios[one] == ratios[other]


def test_weights_count_as_often_as_they_say() -> None:
    doubled = WeightedScores.of(np.array([1.0, 3.0]), np.array([2.0, 1.0]))
    other = plain([0.0, 2.0])
    assert cllr(doubled, other) == pytest.approx(cllr(plain([1.0, 1.0, 3.0]), other))
    assert cllr_min(doubled, other) == pytest.approx(cllr_min(plain([1.0, 1.0, 3.0]), other))
    np.testing.assert_allclose(
        shares_above(doubled, np.array([0.0, 1.0, 2.0, 3.0])), [1, 1 / 3, 1 / 3, 0], atol=1e-12
    )


def naive_error(genuine: list[float], impostor: list[float], t: float) -> float:
    """Normalised Bayes error at one threshold with one misleading pair added to each class."""
    own, other = [*genuine, -math.inf], [*impostor, math.inf]
    missed = sum(each <= math.log(t) for each in own) / len(own)
    false = sum(each > math.log(t) for each in other) / len(other)
    prior = 1 / (1 + t)  # of one person, so that t is the threshold of the best decision
    return (prior * missed + (1 - prior) * false) / min(prior, 1 - prior)


def test_the_supported_range_ends_where_the_bayes_error_says() -> None:
    random = np.random.default_rng(3)
    genuine, impostor = random.normal(3.0, 2.0, 60).tolist(), random.normal(-3.0, 2.0, 900).tolist()
    lowest, highest = supported_range(plain(genuine), plain(impostor), genuine_pairs=60, impostor_pairs=900)
    assert -2.0 < lowest < 0 < highest < 3.0
    for inside in np.arange(lowest, highest, 0.05):
        assert naive_error(genuine, impostor, 10**inside) < 1
    assert naive_error(genuine, impostor, 10 ** (highest + 0.0101)) >= 1
    assert naive_error(genuine, impostor, 10 ** (lowest - 0.0101)) >= 1


def test_no_more_than_the_number_of_pairs_is_ever_supported() -> None:
    lowest, highest = supported_range(plain([90.0] * 20), plain([-90.0] * 500), genuine_pairs=20, impostor_pairs=500)
    assert highest <= math.log10(501)
    assert lowest >= -math.log10(21)


def test_ratios_that_mislead_support_nothing() -> None:
    swapped = supported_range(plain([-3.0] * 50), plain([3.0] * 50), genuine_pairs=50, impostor_pairs=50)
    assert swapped == (0.0, 0.0)


def test_the_equal_error_rate_is_where_both_errors_meet() -> None:
    genuine, impostor = gaussian(1.0), gaussian(-1.0, seed=1)
    grid = np.linspace(-5, 5, 1001)
    missed, rejected = (
        error_curves(part.values, np.zeros(len(part.values), np.int64), 1, grid) for part in (genuine, impostor)
    )
    found = equal_error_rates(missed, 1 - rejected)
    assert found[0] == pytest.approx(0.158655, abs=0.008)  # P(standard normal > 1)


def test_the_equal_error_rate_of_separate_classes_is_nothing() -> None:
    missed, passed = np.array([[0.0, 0.0, 1.0]]), np.array([[1.0, 0.0, 0.0]])
    assert equal_error_rates(missed, passed)[0] == 0.0
