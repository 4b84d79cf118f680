"""When a candidate list is informative: open-set search of held-out sketches, with and without the person sought."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.calibration import Estimate, ListCalibration, MissRate
from forensic_id.core.errors import DataError
from forensic_id.core.population import SMALLEST_POPULATION, spread_of
from forensic_id.core.standout import standout_score
from trainer.calibration.comparisons import Comparisons, Ids, Numbers
from trainer.calibration.likelihood import FOLDS
from trainer.evaluation.bootstrap import resample_counts, share_interval

FALSE_POSITIVE_RATE = 0.05
"""Share of searches for people who are not in the gallery whose list may be called informative."""

CANDIDATES = (1, 10, 50)
"""R: lengths of the list for which the rate of misses is stated."""


@dataclass(frozen=True, kw_only=True, eq=False)
class OpenSetSearches:
    """Each sketch searched twice in the same gallery, under every draw of noise: all arrays (draws, Q).

    `mated` and `non_mated` are the scores of the lists with the person sought in the gallery and taken out of it,
    `ranks` the mate's rank in the first; `sketch_ids` (Q,).
    """

    mated: Numbers
    non_mated: Numbers
    ranks: Ids
    sketch_ids: Ids
    people: int

    @property
    def weights(self) -> Numbers:
        """Weight (Q,) of each sketch: every person counts alike; sums to one."""
        per_person = 1.0 / np.bincount(self.sketch_ids)[self.sketch_ids]
        return np.asarray(per_person / per_person.sum())


def search_open_set(comparisons: Comparisons, *, subjects: NDArray[np.int64] | None = None) -> OpenSetSearches:
    """Search all subjects, or a gallery of the given ones to which each sketch's own person is added.

    Raises DataError when the gallery is too small for a statement.
    """
    scores = comparisons.per_subject()
    draws, count, everyone = scores.shape
    chosen = np.arange(everyone) if subjects is None else subjects
    mated, non_mated = np.empty((draws, count)), np.empty((draws, count))
    ranks = np.empty((draws, count), np.int64)
    for sketch, mate in enumerate(comparisons.sketch_ids):
        others = chosen[chosen != mate]
        for draw in range(draws):
            row, own = scores[draw, sketch, others], scores[draw, sketch, mate]
            mated[draw, sketch] = _score(np.append(row, own))
            non_mated[draw, sketch] = _score(row)
            ranks[draw, sketch] = 1 + np.count_nonzero(row >= own)
    return OpenSetSearches(
        mated=mated,
        non_mated=non_mated,
        ranks=ranks,
        sketch_ids=comparisons.sketch_ids,
        people=len(chosen),
    )


def _score(log_densities: Numbers) -> float:
    spread = spread_of(log_densities)
    if spread is None:
        raise DataError(
            f"The held-out gallery has {len(log_densities)} different people: too few to tell when a list is "
            f"informative. Hold out more than {SMALLEST_POPULATION} identities."
        )
    return standout_score(float(log_densities.max()), spread, len(log_densities))


def choose_threshold(scores: Numbers, weights: Numbers, rate: float) -> float:
    """The lowest of non-mated scores (draws, Q), weights (Q,), above which at most a share `rate` of them lies."""
    values = scores.ravel()
    share = np.tile(weights / (len(scores) * weights.sum()), len(scores))
    order = np.argsort(-values)
    above = np.cumsum(share[order]) - share[order]
    # 1e-9 keeps rounding of the sum from losing the list it stands for.
    allowed = np.flatnonzero(above <= rate + 1e-9)
    return float(values[order][allowed[-1]])


def calibrate_list(searches: OpenSetSearches, *, rate: float = FALSE_POSITIVE_RATE) -> ListCalibration:
    """Choose the threshold on all sketches; state the rates of sketches under a threshold that others chose."""
    weights = searches.weights
    informative, false = np.empty_like(searches.mated), np.empty_like(searches.mated)
    people = np.unique(searches.sketch_ids)
    places = np.random.default_rng(0).permutation(len(people))
    folds = places[np.searchsorted(people, searches.sketch_ids)] % FOLDS
    for fold in range(FOLDS):
        left = folds == fold
        threshold = choose_threshold(searches.non_mated[:, ~left], weights[~left], rate)
        informative[:, left] = searches.mated[:, left] > threshold
        false[:, left] = searches.non_mated[:, left] > threshold
    return ListCalibration(
        threshold=choose_threshold(searches.non_mated, weights, rate),
        people=searches.people,
        false_positive_rate=_rate(false, searches.sketch_ids),
        miss_rates=tuple(
            MissRate(candidates=r, rate=_rate(1 - informative * (searches.ranks <= r), searches.sketch_ids))
            for r in CANDIDATES
        ),
    )


def _rate(errors: Numbers, sketch_ids: Ids) -> Estimate:
    """Mean over people of their mean over sketches and draws, with its bootstrap interval."""
    people, numbers = np.unique(sketch_ids, return_inverse=True)
    by_person = np.bincount(numbers, weights=errors.mean(axis=0)) / np.bincount(numbers)
    value = float(by_person.mean())
    counts = resample_counts(people)
    interval = share_interval(value, counts @ by_person / len(people), len(people))
    return Estimate(value=interval.value, low=interval.low, high=interval.high)
