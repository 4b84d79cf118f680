"""From log density to likelihood ratio to words."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_id.core.calibration import (
    LikelihoodRatio,
    likelihood_sentence,
    log10_likelihood_ratio,
    verbal_meaning,
)
from tests.fakes.calibrations import sample_calibration

LIKELIHOOD = sample_calibration().likelihood
LIKENESSES = st.floats(min_value=-1e6, max_value=1e6)


def test_the_map_is_affine_in_the_likeness_and_given_in_decades() -> None:
    found = log10_likelihood_ratio(2.0 + math.log(50), LIKELIHOOD)
    assert found.log10 == pytest.approx(math.log10(50))
    assert not found.limited


@pytest.mark.parametrize(("likeness", "bound"), [(-1000.0, -2.0), (40.0, 3.0)])
def test_what_the_validation_does_not_support_is_limited_and_said_so(likeness: float, bound: float) -> None:
    assert log10_likelihood_ratio(likeness, LIKELIHOOD) == LikelihoodRatio(log10=bound, limited=True)


@given(LIKENESSES, LIKENESSES)
def test_a_better_likeness_is_never_less_likely_and_ratios_stay_within_their_bounds(one: float, other: float) -> None:
    low, high = (log10_likelihood_ratio(each, LIKELIHOOD).log10 for each in sorted((one, other)))
    assert LIKELIHOOD.lowest <= low <= high <= LIKELIHOOD.highest


def test_a_calibration_that_supports_nothing_gives_one() -> None:
    useless = replace(LIKELIHOOD, lowest=0.0, highest=0.0)
    assert log10_likelihood_ratio(-3.0, useless).log10 == 0.0


@pytest.mark.parametrize(
    ("ratio", "wording"),
    [
        (1.0, "no support for either"),
        (1.99, "no support for either"),
        (2.0, "weak support"),
        (9.9, "weak support"),
        (10.0, "moderate support"),
        (100.0, "moderately strong support"),
        (1_000.0, "strong support"),
        (10_000.0, "very strong support"),
        (999_999.0, "very strong support"),
        (1_000_000.0, "extremely strong support"),
    ],
)
def test_the_wording_is_that_of_the_guideline_in_both_directions(ratio: float, wording: str) -> None:
    assert verbal_meaning(math.log10(ratio)).startswith(wording)
    assert verbal_meaning(-math.log10(ratio)).startswith(wording)


def test_a_ratio_below_one_supports_the_other_proposition() -> None:
    assert verbal_meaning(1.5).endswith("that the sketch shows the person in the photo")
    assert verbal_meaning(-1.5).endswith("that the sketch shows another person like those in the gallery")


def test_the_sentence_says_how_many_times_under_which_proposition() -> None:
    assert likelihood_sentence(LikelihoodRatio(log10=2.5051, limited=False)) == (
        "The result is about 320 times as probable if the sketch shows the person in the photo as if it shows another"
        " person like those in the gallery: moderately strong support for the proposition that the sketch shows the"
        " person in the photo."
    )
    against = likelihood_sentence(LikelihoodRatio(log10=-0.5, limited=False))
    assert against.startswith(
        "The result is about 3.2 times as probable if the sketch shows another person like those"
    )
    limited = likelihood_sentence(LikelihoodRatio(log10=3.0, limited=True))
    assert "about 1,000 times" in limited
    assert limited.endswith("was limited to this one.")
