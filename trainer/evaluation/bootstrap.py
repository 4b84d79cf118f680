"""Confidence intervals by resampling probes (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13).

A resample draws as many identities as there are, with replacement; all sketches of a drawn identity come with it,
since they are not independent of each other. Two methods measured with the same resamples are paired: the spread of
their difference leaves out how hard the sketches happen to be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import DefectError

RESAMPLES = 2000
CONFIDENCE = 0.95

Numbers = NDArray[np.float64]
Ids = NDArray[np.int64]
Counts = NDArray[np.int32]

_BLOCK = 4_000_000
"""Entries of a resample table worked on at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure and the bounds of its confidence interval."""

    value: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether 0 lies outside; for a difference: whether the data tell the two apart."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Scores of all probe-photo pairs: genuine (P,) and impostor (M,), each with the number of its probe."""

    genuine: Numbers
    genuine_probes: Ids
    impostor: Numbers
    impostor_probes: Ids


def resample_counts(identities: Ids, *, resamples: int = RESAMPLES, seed: int = 0) -> Counts:
    """How often each of Q probes occurs in each resample (R, Q), from the probes' identities (Q,)."""
    names, numbers = np.unique(identities, return_inverse=True)
    if len(names) == 0:
        raise DefectError("A bootstrap needs at least one probe.")
    random = np.random.default_rng(seed)
    drawn = random.multinomial(len(names), np.full(len(names), 1 / len(names)), size=resamples)
    return drawn[:, numbers].astype(np.int32)


def resampled_mean(values: Numbers, counts: Counts) -> Numbers:
    """The mean of a value a probe (Q,) in each resample (R,)."""
    means: Numbers = counts @ values.astype(np.float64) / counts.sum(axis=1)
    return means


def resampled_tpr(pairs: Pairs, counts: Counts, fpr: float) -> Numbers:
    """TPR at a fixed FPR in each resample (R,), the threshold set anew in each; as `core.ranking.tpr_at_fpr`.

    Raises DefectError without genuine or impostor pairs.
    """
    if len(pairs.genuine) == 0 or len(pairs.impostor) == 0:
        raise DefectError("TPR at FPR needs genuine and impostor pairs.")
    order = np.argsort(-pairs.impostor, kind="stable")
    scores, probes = pairs.impostor[order], pairs.impostor_probes[order]
    totals = counts.astype(np.int64) @ np.bincount(probes, minlength=counts.shape[1])
    # 1e-9 as in `tpr_at_fpr`: 0.29 * 100 is 28.999999999999996.
    allowed = np.minimum(np.floor(fpr * totals + 1e-9), totals - 1).astype(np.int64)
    thresholds = scores[_places(probes, counts, allowed)]
    weights = counts[:, pairs.genuine_probes]
    accepted = pairs.genuine[None, :] > thresholds[:, None]
    return np.asarray((weights * accepted).sum(axis=1) / np.maximum(weights.sum(axis=1), 1))


def _places(probes: Ids, counts: Counts, allowed: Ids) -> Ids:
    """Place (R,) of the impostor, in descending order, that is reached after `allowed` others (R,).

    Only as many of the highest impostors are looked at as are needed: at a low FPR that is a small part.
    """
    length = min(len(probes), 1000 + 2 * int(allowed.max()))
    places = np.full(len(counts), length)
    rows = max(1, _BLOCK // length)
    for start in range(0, len(counts), rows):
        reached = np.cumsum(counts[start : start + rows, probes[:length]], axis=1)
        places[start : start + rows] = (reached <= allowed[start : start + rows, None]).sum(axis=1)
    short = np.flatnonzero(places == length)
    for row in short:  # a resample without the probes that attract the highest impostor scores
        places[row] = np.searchsorted(np.cumsum(counts[row, probes]), allowed[row], side="right")
    return places


def percentile_interval(value: float, resampled: Numbers, *, confidence: float = CONFIDENCE) -> Interval:
    """The percentile interval of a figure from its resamples (R,)."""
    tail = (1 - confidence) / 2
    low, high = np.quantile(resampled, [tail, 1 - tail])
    return Interval(value=float(value), low=float(min(low, value)), high=float(max(high, value)))


def share_interval(value: float, resampled: Numbers, count: int, *, confidence: float = CONFIDENCE) -> Interval:
    """The percentile interval of a share among `count` identities.

    Where all or none succeed no resample differs and the interval would be a point; the exact binomial bound (Clopper
    and Pearson, Biometrika 26, 1934) stands in there.
    """
    interval = percentile_interval(value, resampled, confidence=confidence)
    if interval.low < interval.high or value not in {0.0, 1.0}:
        return interval
    bound = ((1 - confidence) / 2) ** (1 / count)
    return Interval(value=value, low=bound, high=1.0) if value else Interval(value=value, low=0.0, high=1 - bound)
