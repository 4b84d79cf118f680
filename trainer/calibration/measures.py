"""How good likelihood ratios are: cost (Cllr), best possible cost (PAV), equal error rate, supported range (ELUB).

Everywhere `genuine` and `impostor` are natural log likelihood ratios or scores, with weights of their own; each
class's weights are normalised to one, so that people with many pictures count no more than others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_BOUND_GRID = np.arange(0.0, 10.0, 0.01)
"""log10 of the thresholds at which the range is looked for."""


@dataclass(frozen=True, kw_only=True, eq=False)
class WeightedScores:
    """Scores (P,) of one class with positive weights (P,) that sum to one."""

    values: Numbers
    weights: Numbers

    @classmethod
    def of(cls, values: Numbers, weights: Numbers | None = None) -> WeightedScores:
        """Normalise the weights; none given: all alike."""
        given = np.ones(len(values)) if weights is None else weights
        return cls(values=values, weights=given / given.sum())


def shares_above(scores: WeightedScores, thresholds: Numbers) -> Numbers:
    """Weight (T,) of the scores above each threshold (T,)."""
    order = np.argsort(scores.values)
    reached = np.concatenate([[0.0], np.cumsum(scores.weights[order])])
    return np.clip(1.0 - reached[np.searchsorted(scores.values[order], thresholds, side="right")], 0.0, 1.0)


def genuine_cost(log_ratios: Numbers) -> Numbers:
    """Bits lost on each genuine pair: log2(1 + 1 / LR)."""
    return np.asarray(np.logaddexp(0.0, -log_ratios) / np.log(2))


def impostor_cost(log_ratios: Numbers) -> Numbers:
    """Bits lost on each impostor pair: log2(1 + LR)."""
    return np.asarray(np.logaddexp(0.0, log_ratios) / np.log(2))


def cllr(genuine: WeightedScores, impostor: WeightedScores) -> float:
    """Log-likelihood-ratio cost (Bruemmer and du Preez, Computer Speech & Language 20, 2006, eq. 20)."""
    of_genuine = genuine.weights @ genuine_cost(genuine.values)
    of_impostor = impostor.weights @ impostor_cost(impostor.values)
    return float(of_genuine + of_impostor) / 2


def pool_adjacent_violators(genuine: WeightedScores, impostor: WeightedScores) -> tuple[Numbers, Numbers]:
    """The best monotone map from score to log likelihood ratio, as ln LR of genuine (P,) and impostor (M,) scores.

    Isotonic regression of the label on the score (Ayer et al., 1955) with classes of equal weight; ln LR is -inf and
    inf where only one class occurs. Equal scores share one value.
    """
    values, places = np.unique(np.concatenate([genuine.values, impostor.values]), return_inverse=True)
    split = len(genuine.values)
    own = np.bincount(places[:split], weights=genuine.weights, minlength=len(values))
    other = np.bincount(places[split:], weights=impostor.weights, minlength=len(values))
    blocks: list[tuple[float, float, int]] = []
    for block in zip(own.tolist(), other.tolist(), [1] * len(values), strict=True):
        merged = block
        # Shares a / (a + b) must rise; cross-multiplied, so that no class may be empty.
        while blocks and blocks[-1][0] * merged[1] >= merged[0] * blocks[-1][1]:
            before = blocks.pop()
            merged = (before[0] + merged[0], before[1] + merged[1], before[2] + merged[2])
        blocks.append(merged)
    own_share, other_share, sizes = (np.array(column) for column in zip(*blocks, strict=True))
    with np.errstate(divide="ignore"):
        ratios = np.repeat(np.log(own_share) - np.log(other_share), sizes)[places]
    return ratios[:split], ratios[split:]


def cllr_min(genuine: WeightedScores, impostor: WeightedScores) -> float:
    """Cost after the best monotone map: what the scores' order allows."""
    own, other = pool_adjacent_violators(genuine, impostor)
    return cllr(
        WeightedScores(values=own, weights=genuine.weights), WeightedScores(values=other, weights=impostor.weights)
    )


def supported_range(
    genuine: WeightedScores, impostor: WeightedScores, *, genuine_pairs: int, impostor_pairs: int
) -> tuple[float, float]:
    """Empirical lower and upper bound (ELUB) of log10 LR (Vergeer et al., Science & Justice 56, 2016).

    A decision maker with prior odds 1 / t who follows the LRs must err less than one who ignores them, even if one
    more genuine pair had LR 0 and one more impostor pair an infinite LR. The normalised Bayes error

        t >= 1:  P(LR <= t | genuine) + t P(LR > t | impostor)
        t <  1:  P(LR <= t | genuine) / t + P(LR > t | impostor)

    must stay below 1 for every t from 1 to the bound. Returns a bound <= 0 and one >= 0, 0 where nothing is known.
    """
    errors = {}
    for sign in (1, -1):
        thresholds = sign * _BOUND_GRID * np.log(10)
        missed = 1 - shares_above(genuine, thresholds)
        false = shares_above(impostor, thresholds)
        errors[sign] = (
            (missed * genuine_pairs + 1) / (genuine_pairs + 1),
            (false * impostor_pairs + 1) / (impostor_pairs + 1),
        )
    odds = 10**_BOUND_GRID
    upper = _first_failure(errors[1][0] + odds * errors[1][1])
    lower = _first_failure(odds * errors[-1][0] + errors[-1][1])
    return -lower if lower else 0.0, upper


def _first_failure(errors: Numbers) -> float:
    """The last place of the grid before the normalised Bayes error reaches 1; 0 when it does so at once."""
    failures = np.flatnonzero(errors >= 1)
    place = failures[0] if len(failures) else len(errors)
    return float(_BOUND_GRID[max(place - 1, 0)])


def error_curves(values: Numbers, groups: NDArray[np.int64], count: int, thresholds: Numbers) -> Numbers:
    """Share (count, T) of each group's scores at or below each threshold; values and groups (P,), thresholds (T,)."""
    places = np.searchsorted(thresholds, values, side="left")
    size = len(thresholds) + 1
    counted = np.bincount(groups * size + places, minlength=count * size).reshape(count, size)
    return np.asarray(np.cumsum(counted, axis=1)[:, :-1] / counted.sum(axis=1, keepdims=True))


def equal_error_rates(missed: Numbers, passed: Numbers) -> Numbers:
    """Equal error rate (B,) of B pairs of curves (B, T) over rising thresholds: FNMR rises, FMR falls.

    Interpolated between the two thresholds around the crossing.
    """
    gap = missed - passed
    place = np.clip((gap < 0).sum(axis=1), 1, gap.shape[1] - 1)
    rows = np.arange(len(gap))
    before, after = gap[rows, place - 1], gap[rows, place]
    step = after - before
    share = np.where(step > 0, -before / np.where(step > 0, step, 1.0), 0.0)
    low, high = missed[rows, place - 1], missed[rows, place]
    return np.asarray(low + np.clip(share, 0.0, 1.0) * (high - low))
