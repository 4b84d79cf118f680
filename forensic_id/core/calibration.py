"""What a log density means, measured on held-out people: the likelihood ratio of a pair, and how sure it is.

The Parzen log density orders photos; by itself it has no unit that a reader could use, and its level differs between
kinds of pictures: a gallery of alike portraits lies nearer to every sketch than snapshots do. So it is first put in
relation to a population (`core.population`), the people whom the alternative proposition could mean. A calibration
maps that likeness to a likelihood ratio (LR), and says when the first candidate of a list stands out
(`core.standout`). It holds for the kernel width and the number of samples at which it was fitted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_SUPPORT = (
    (2.0, "no support for either proposition over the other"),
    (10.0, "weak support"),
    (100.0, "moderate support"),
    (1_000.0, "moderately strong support"),
    (10_000.0, "strong support"),
    (1_000_000.0, "very strong support"),
    (math.inf, "extremely strong support"),
)
"""Verbal scale of the ENFSI guideline for evaluative reporting (2015): the LR below which each wording is used."""

_ROUNDING = 1e-9
"""Keeps log10(1000) = 2.9999999999999996 in the class that a thousand belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measured value with its 0.95 confidence interval (bootstrap over people)."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MissRate:
    """FNIR(N, R, T): searches whose mate was not among the first R = `candidates` of a list called informative."""

    candidates: int
    rate: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelihoodCalibration:
    """The map from likeness to likelihood ratio: ln LR = intercept + slope * likeness, slope > 0.

    The likeness is the log density in standard deviations above the mean of a population. Fitted to log densities
    as they are, the map gave strangers of a more uniform gallery than the validation's an LR above 10 in up to one of
    three cases; fitted to likenesses, in less than one of fifty, as many as it does on held-out people.

    `lowest` and `highest` bound log10 LR to what the validation supports: the empirical lower and upper bound (ELUB;
    Vergeer et al., Science & Justice 56, 2016), which one more misleading comparison in each class would still bear
    out. `cllr` is the cost of the log likelihood ratio in bits, before the bounds: 0 for a perfect system, 1 for one
    that says nothing; `cllr_min` what the best monotone map would reach (Bruemmer and du Preez, 2006). All figures
    are from identities that the map was not fitted on. Pairs are pairs of people.
    """

    slope: float
    intercept: float
    lowest: float
    highest: float
    genuine_pairs: int
    impostor_pairs: int
    cllr: Estimate
    cllr_min: float
    equal_error_rate: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCalibration:
    """From which score on a candidate list is called informative (see `core.standout`).

    `people` is N, the subjects in the validation gallery (one less where the mate was taken out), `threshold` T.
    `false_positive_rate` is FPIR(N, T): lists called informative although the person sought was not in the gallery
    (ISO/IEC 19795-1). The rates are from sketches that the threshold was not chosen on.
    """

    threshold: float
    people: int
    false_positive_rate: Estimate
    miss_rates: tuple[MissRate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Everything that was learned and measured on held-out people, at `samples` (m) and `sigma`."""

    samples: int
    sigma: float
    sketches: int
    sketch_people: int
    photos: int
    likelihood: LikelihoodCalibration
    candidate_list: ListCalibration


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelihoodRatio:
    """log10 of P(likeness | sketch of this person) / P(likeness | sketch of another person of the population).

    `limited`: the calculated value lay beyond the calibration's bounds and was replaced by the bound.
    """

    log10: float
    limited: bool


def log10_likelihood_ratio(likeness: float, calibration: LikelihoodCalibration) -> LikelihoodRatio:
    """Map the likeness of one photo to one sketch to its likelihood ratio; monotone and bounded.

    The pair must have been chosen without regard to the score. The first of a candidate list was not: the best of N
    strangers also has a high density, so this is no figure for candidates of a search.
    """
    calculated = (calibration.intercept + calibration.slope * likeness) / math.log(10)
    bounded = min(max(calculated, calibration.lowest), calibration.highest)
    return LikelihoodRatio(log10=bounded, limited=bounded != calculated)


def verbal_meaning(log10: float) -> str:
    """The ENFSI wording for a likelihood ratio; below 1 the inverse supports the alternative proposition."""
    strength = next(wording for below, wording in _SUPPORT if abs(log10) < math.log10(below) - _ROUNDING)
    if strength == _SUPPORT[0][1]:
        return strength
    return f"{strength} for the proposition that the sketch shows {_SHOWN[log10 > 0]}"


def likelihood_sentence(ratio: LikelihoodRatio) -> str:
    """The ratio in words: which proposition makes the result more probable, how many times, how strong that is."""
    favoured = ratio.log10 > 0
    times = _two_digits(10 ** abs(ratio.log10))
    sentence = (
        f"The result is about {times} times as probable if the sketch shows {_SHOWN[favoured]} as if it shows"
        f" {_SHOWN[not favoured]}: {verbal_meaning(ratio.log10)}."
    )
    if ratio.limited:
        return f"{sentence} The calculated value lay beyond what the validation supports and was limited to this one."
    return sentence


_SHOWN = {True: "the person in the photo", False: "another person like those in the gallery"}


def _two_digits(value: float) -> str:
    rounded = float(f"{value:.2g}")
    return f"{rounded:,.0f}" if rounded >= 10 else f"{rounded:.1f}"  # noqa: PLR2004 - two digits
