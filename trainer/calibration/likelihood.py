"""The map from likeness to likelihood ratio: fitted on all held-out people, measured on people left out of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.calibration import Estimate, LikelihoodCalibration
from forensic_id.core.errors import DataError
from trainer.calibration.comparisons import Comparisons, Ids, Numbers
from trainer.calibration.measures import (
    WeightedScores,
    cllr,
    cllr_min,
    equal_error_rates,
    error_curves,
    genuine_cost,
    impostor_cost,
    supported_range,
)
from trainer.evaluation.bootstrap import percentile_interval, resample_counts

FOLDS = 5
_NEWTON_STEPS = 100
_RIDGE = 1e-6
"""Keeps the slope finite where the classes do not overlap; too weak to matter where they do."""
_THRESHOLDS = 2001
_BINS = 8192


@dataclass(frozen=True, kw_only=True, eq=False)
class PairScores:
    """Scores of comparisons (P,) with the number of their sketch's and photo's person (P,), and weights (P,).

    The comparisons of one pair of people, whatever their number, together weigh 1.
    """

    values: Numbers
    sketch_people: Ids
    photo_people: Ids
    weights: Numbers

    @property
    def is_genuine(self) -> NDArray[np.bool_]:
        """Whether both are the same person."""
        return np.asarray(self.sketch_people == self.photo_people)

    def of_class(self, *, genuine: bool) -> PairScores:
        """The genuine or the impostor comparisons."""
        return self.where(self.is_genuine == genuine)

    def where(self, kept: NDArray[np.bool_]) -> PairScores:
        """Some of the comparisons."""
        return PairScores(
            values=self.values[kept],
            sketch_people=self.sketch_people[kept],
            photo_people=self.photo_people[kept],
            weights=self.weights[kept],
        )

    def weighted(self) -> WeightedScores:
        """The scores with normalised weights."""
        return WeightedScores.of(self.values, self.weights)

    @property
    def pairs(self) -> int:
        """Pairs of people."""
        return round(float(self.weights.sum()))


@dataclass(frozen=True, kw_only=True, eq=False)
class HeldOutRatios:
    """Natural log likelihood ratios of comparisons whose people the map was not fitted on, by class."""

    genuine: PairScores
    impostor: PairScores


def pair_scores(comparisons: Comparisons) -> PairScores:
    """The likenesses of all comparisons in one line."""
    draws = len(comparisons.log_densities)
    sketches, photos = np.meshgrid(comparisons.sketch_ids, comparisons.photo_ids, indexing="ij")
    of_sketch, of_photo = np.bincount(comparisons.sketch_ids), np.bincount(comparisons.photo_ids)
    weights = 1.0 / (draws * of_sketch[sketches] * of_photo[photos])
    return PairScores(
        values=comparisons.likenesses().ravel(),
        sketch_people=np.tile(sketches.ravel(), draws),
        photo_people=np.tile(photos.ravel(), draws),
        weights=np.tile(weights.ravel(), draws),
    )


def fit_logistic(genuine: WeightedScores, impostor: WeightedScores) -> tuple[float, float]:
    """Slope and intercept of ln LR by logistic regression with classes of equal weight (Newton's method).

    Equal weights make the log odds the log likelihood ratio. Raises DataError when genuine pairs score lower.
    """
    every = np.concatenate([genuine.values, impostor.values])
    edges = np.linspace(every.min(), every.max(), _BINS)
    own, other = _binned(genuine, edges), _binned(impostor, edges)
    values = np.concatenate([own.values, other.values])
    labels = np.concatenate([np.ones(len(own.values)), np.zeros(len(other.values))])
    weights = np.concatenate([own.weights, other.weights])
    centre = float(weights @ values / 2)
    scale = float(np.sqrt(weights @ (values - centre) ** 2 / 2)) or 1.0
    design = np.stack([np.ones(len(values)), (values - centre) / scale], axis=1)
    found = np.zeros(2)
    for _ in range(_NEWTON_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ found, -500.0, 500.0)))
        gradient = design.T @ (weights * (labels - chance)) - _RIDGE * found
        curvature = (design * (weights * chance * (1.0 - chance))[:, None]).T @ design + _RIDGE * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        # A full step may overshoot where the classes hardly overlap.
        step *= min(1.0, 5.0 / max(float(np.abs(step).max()), 1e-12))
        found += step
        if np.abs(step).max() < 1e-10:
            break
    slope = float(found[1] / scale)
    if not slope > 0:
        raise DataError("Held-out sketches are not nearer to their own photos than to others: train the model first.")
    return slope, float(found[0] - slope * centre)


def _binned(scores: WeightedScores, edges: Numbers) -> WeightedScores:
    """Gather scores in narrow bins, each at its mean: millions of comparisons fit as quickly as thousands."""
    places = np.searchsorted(edges, scores.values)
    weights = np.asarray(np.bincount(places, weights=scores.weights), dtype=np.float64)
    sums = np.bincount(places, weights=scores.weights * scores.values)
    used = weights > 0
    return WeightedScores(values=sums[used] / weights[used], weights=weights[used])


def held_out_ratios(scores: PairScores) -> HeldOutRatios:
    """Cross-validate by identity: the people of a fold, both as sketch and as photo, are unknown to its map."""
    fold_of = _folds(scores)
    own, other = fold_of[scores.sketch_people], fold_of[scores.photo_people]
    parts = []
    for fold in range(FOLDS):
        rest = scores.where((own != fold) & (other != fold))
        slope, intercept = fit_logistic(
            rest.of_class(genuine=True).weighted(), rest.of_class(genuine=False).weighted()
        )
        left = scores.where((own == fold) & (other == fold))
        parts.append(
            PairScores(
                values=intercept + slope * left.values,
                sketch_people=left.sketch_people,
                photo_people=left.photo_people,
                weights=left.weights,
            )
        )
    joined = PairScores(
        values=np.concatenate([part.values for part in parts]),
        sketch_people=np.concatenate([part.sketch_people for part in parts]),
        photo_people=np.concatenate([part.photo_people for part in parts]),
        weights=np.concatenate([part.weights for part in parts]),
    )
    return HeldOutRatios(genuine=joined.of_class(genuine=True), impostor=joined.of_class(genuine=False))


def calibrate_likelihood(scores: PairScores, held_out: HeldOutRatios) -> LikelihoodCalibration:
    """Fit the map on everybody and describe it by what it does for people left out."""
    own, other = held_out.genuine, held_out.impostor
    slope, intercept = fit_logistic(
        scores.of_class(genuine=True).weighted(), scores.of_class(genuine=False).weighted()
    )
    lowest, highest = supported_range(
        own.weighted(), other.weighted(), genuine_pairs=own.pairs, impostor_pairs=other.pairs
    )
    return LikelihoodCalibration(
        slope=slope,
        intercept=intercept,
        lowest=lowest,
        highest=highest,
        genuine_pairs=own.pairs,
        impostor_pairs=other.pairs,
        cllr=_cllr(held_out),
        cllr_min=cllr_min(own.weighted(), other.weighted()),
        equal_error_rate=_equal_error_rate(held_out),
    )


def _folds(scores: PairScores) -> Ids:
    """The fold of each person (by number): people with sketches and people without are each dealt out evenly."""
    people = int(scores.photo_people.max()) + 1
    with_sketch = np.zeros(people, bool)
    with_sketch[scores.sketch_people] = True
    random = np.random.default_rng(0)
    folds = np.empty(people, np.int64)
    for group in (np.flatnonzero(with_sketch), np.flatnonzero(~with_sketch)):
        folds[random.permutation(group)] = np.arange(len(group)) % FOLDS
    return folds


def _cllr(held_out: HeldOutRatios) -> Estimate:
    """Cllr; each resample draws the people with sketches anew, with all their comparisons."""
    people = np.unique(held_out.genuine.sketch_people)
    costs = (
        _mean_by_person(people, held_out.genuine, genuine_cost(held_out.genuine.values))
        + _mean_by_person(people, held_out.impostor, impostor_cost(held_out.impostor.values))
    ) / 2
    counts = resample_counts(people)
    value = cllr(held_out.genuine.weighted(), held_out.impostor.weighted())
    interval = percentile_interval(value, counts @ costs / len(people))
    return Estimate(value=interval.value, low=interval.low, high=interval.high)


def _mean_by_person(people: Ids, scores: PairScores, costs: Numbers) -> Numbers:
    places = np.searchsorted(people, scores.sketch_people)
    total = np.bincount(places, weights=scores.weights, minlength=len(people))
    mean: Numbers = np.bincount(places, weights=scores.weights * costs, minlength=len(people)) / total
    return mean


def _equal_error_rate(held_out: HeldOutRatios) -> Estimate:
    """EER of a threshold on the ratio, every person with sketches counting alike."""
    people = np.unique(held_out.genuine.sketch_people)
    every = np.concatenate([held_out.genuine.values, held_out.impostor.values])
    thresholds = np.linspace(every.min() - 1e-9, every.max(), _THRESHOLDS)
    missed, rejected = (
        error_curves(part.values, np.searchsorted(people, part.sketch_people), len(people), thresholds)
        for part in (held_out.genuine, held_out.impostor)
    )
    counts = resample_counts(people) / len(people)
    value = float(equal_error_rates(missed.mean(axis=0)[None], 1 - rejected.mean(axis=0)[None])[0])
    resampled = equal_error_rates(counts @ missed, 1 - counts @ rejected)
    interval = percentile_interval(value, resampled)
    return Estimate(value=interval.value, low=interval.low, high=interval.high)


def log10(values: Numbers) -> Numbers:
    """Natural logarithms as decimal ones."""
    return np.asarray(values / math.log(10))
