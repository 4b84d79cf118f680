"""From scores to figures with confidence intervals, the same for a bundle and for a row of the comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import DataError, DefectError
from forensic_id.core.ranking import cumulative_match, mate_ranks, recall_at, tpr_at_fpr
from trainer.evaluation.bootstrap import (
    RESAMPLES,
    Interval,
    Pairs,
    percentile_interval,
    resample_counts,
    resampled_mean,
    resampled_tpr,
    share_interval,
)

RECALL_AT = (1, 5, 10, 50)
FALSE_POSITIVE_RATES = (1e-3, 1e-2)
LONGEST_LIST = 50
"""Ranks up to which the cumulative match characteristic is kept."""
NEVER = np.iinfo(np.int64).max
"""Rank of a probe whose mate cannot be found: no face in the sketch, or none in the mate's photos."""

Ids = NDArray[np.int64]
Numbers = NDArray[np.float64]


def recall_name(k: int) -> str:
    """The name of a recall among the figures."""
    return f"recall@{k}"


def tpr_name(fpr: float) -> str:
    """The name of a TPR among the figures."""
    return f"tpr@{fpr:.0e}".replace("e-0", "e-")


METRICS = (*(recall_name(k) for k in RECALL_AT), *(tpr_name(fpr) for fpr in FALSE_POSITIVE_RATES))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawScores:
    """One draw of z: the rank (Q,) of every probe's mate, `NEVER` where there is none, and the pairs' scores."""

    ranks: Ids
    pairs: Pairs


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """Figures of one method on one protocol: means over draws, their resamples (R,), and the CMC.

    `identities` is the number of probe identities, `cmc` (K,) the recall at 1, 2, ..., K.
    """

    protocol: str
    probes: int
    photos: int
    identities: int
    values: Mapping[str, float]
    resamples: Mapping[str, Numbers]
    cmc: Numbers

    def interval(self, metric: str) -> Interval:
        """A figure with its confidence interval."""
        return share_interval(self.values[metric], self.resamples[metric], self.identities)


def score_probes(scores: Numbers, *, found: Ids, probe_ids: Ids, gallery_ids: Ids) -> DrawScores:
    """Rank and pair the log densities (F, N) of the found probes against N photos.

    `found` (F,) are the numbers of the found probes among all Q, `probe_ids` (Q,) and `gallery_ids` (N,) identities.
    """
    mates = probe_ids[found]
    enrolled = np.isin(mates, gallery_ids)
    ranks = np.full(len(probe_ids), NEVER)
    ranks[found[enrolled]] = mate_ranks(scores[enrolled], subject_ids=gallery_ids, mates=mates[enrolled])
    same = mates[:, None] == gallery_ids[None, :]
    same_probe, same_photo = np.nonzero(same & enrolled[:, None])
    other_probe, other_photo = np.nonzero(~same & enrolled[:, None])
    pairs = Pairs(
        genuine=scores[same_probe, same_photo],
        genuine_probes=found[same_probe],
        impostor=scores[other_probe, other_photo],
        impostor_probes=found[other_probe],
    )
    return DrawScores(ranks=ranks, pairs=pairs)


def measure(
    protocol: str,
    draws: Sequence[DrawScores],
    *,
    probe_ids: Ids,
    photos: int,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Measured:
    """Mean figures over draws; each resample of the probes is applied to all draws alike.

    Raises DefectError without draws, DataError when no sketch can be compared with a photo of its person.
    """
    if not draws:
        raise DefectError("Measuring needs at least one draw.")
    if any(len(draw.pairs.genuine) == 0 or len(draw.pairs.impostor) == 0 for draw in draws):
        raise DataError(
            f"On “{protocol}” no sketch can be compared with a photo of its person and with one of somebody else. "
            "Check that the images show faces and that sketches and photos are named alike."
        )
    counts = resample_counts(probe_ids, resamples=resamples, seed=seed)
    values: dict[str, float] = {}
    spread: dict[str, Numbers] = {}
    for k in RECALL_AT:
        values[recall_name(k)] = float(np.mean([recall_at(draw.ranks, k) for draw in draws]))
        hits = np.mean([draw.ranks <= k for draw in draws], axis=0)
        spread[recall_name(k)] = resampled_mean(hits, counts)
    for fpr in FALSE_POSITIVE_RATES:
        rates = [tpr_at_fpr(draw.pairs.genuine, draw.pairs.impostor, fpr) for draw in draws]
        values[tpr_name(fpr)] = float(np.mean(rates))
        spread[tpr_name(fpr)] = np.mean([resampled_tpr(draw.pairs, counts, fpr) for draw in draws], axis=0)
    return Measured(
        protocol=protocol,
        probes=len(probe_ids),
        photos=photos,
        identities=len(np.unique(probe_ids)),
        values=values,
        resamples=spread,
        cmc=np.mean([cumulative_match(draw.ranks, LONGEST_LIST) for draw in draws], axis=0),
    )


def mean_of(trainings: Sequence[Measured]) -> Measured:
    """The mean over several trainings of one method, each resample of the probes applied to all of them alike.

    Raises DefectError without trainings, or when they were not measured on the same resamples.
    """
    if not trainings:
        raise DefectError("A mean needs at least one training.")
    first = trainings[0]
    for other in trainings[1:]:
        _check_comparable(first, other)
    return replace(
        first,
        values={name: float(np.mean([each.values[name] for each in trainings])) for name in first.values},
        resamples={name: np.mean([each.resamples[name] for each in trainings], axis=0) for name in first.resamples},
        cmc=np.mean([each.cmc for each in trainings], axis=0),
    )


def difference(first: Measured, second: Measured, metric: str) -> Interval:
    """First minus second, paired over probes. Raises DefectError when they were not measured on the same probes."""
    _check_comparable(first, second)
    resamples = first.resamples[metric] - second.resamples[metric]
    return percentile_interval(first.values[metric] - second.values[metric], resamples)


def _check_comparable(first: Measured, second: Measured) -> None:
    if _measured_on(first) != _measured_on(second):
        raise DefectError(f"{first.protocol} and {second.protocol} were not measured on the same resamples.")


def _measured_on(measured: Measured) -> tuple[str, int, int]:
    return measured.protocol, measured.probes, len(next(iter(measured.resamples.values())))
