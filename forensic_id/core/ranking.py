"""Rank lists and the figures read off them: fusion per subject, recall@K, CMC, TPR at a fixed FPR.

Every order is total: equal scores are ordered by id, so one input has one ranking.
Terms follow ISO/IEC 19795-1; a *rank* counts from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import DefectError
from forensic_id.core.records import Candidate

Fusion = Literal["max", "mean"]
Ids = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SubjectGroups:
    """The photos of a pool sorted by subject, then photo.

    `rows` (N,) are pool rows in that order, `starts` (S,) where each subject begins in `rows`,
    `subject_ids` (S,) ascending.
    """

    rows: Ids
    starts: Ids
    subject_ids: Ids

    @property
    def sizes(self) -> Ids:
        """Photos of each subject (S,)."""
        return np.diff(self.starts, append=len(self.rows))


def group_by_subject(subject_ids: Ids, photo_ids: Ids) -> SubjectGroups:
    """Sort a pool's photos, both ids (N,), by subject and photo."""
    rows = np.lexsort((photo_ids, subject_ids))
    unique, starts = np.unique(subject_ids[rows], return_index=True)
    return SubjectGroups(rows=rows, starts=starts, subject_ids=unique)


def fuse(log_densities: Scores, groups: SubjectGroups, fusion: Fusion) -> Scores:
    """Fuse finite log densities of photos (N,) into one of each subject (S,).

    "max" takes the best photo; "mean" averages the densities themselves: the log of the mean of exp, computed
    relative to the best photo so that it never underflows.
    """
    if len(groups.rows) == 0:
        return np.empty(0)
    ordered = log_densities[groups.rows]
    best = np.maximum.reduceat(ordered, groups.starts)
    if fusion == "max":
        return best
    relative = np.exp(ordered - np.repeat(best, groups.sizes))
    return best + np.log(np.add.reduceat(relative, groups.starts) / groups.sizes)


def best_rows(log_densities: Scores, groups: SubjectGroups) -> Ids:
    """Pool row (S,) of each subject's best photo; of equals the one with the lowest photo id."""
    if len(groups.rows) == 0:
        return np.empty(0, np.int64)
    ordered = log_densities[groups.rows]
    best = np.maximum.reduceat(ordered, groups.starts)
    winners = np.flatnonzero(ordered == np.repeat(best, groups.sizes))
    return groups.rows[winners[np.searchsorted(winners, groups.starts)]]


def rank_candidates(
    *, subject_ids: Ids, photo_ids: Ids, log_densities: Scores, fusion: Fusion, top: int
) -> tuple[Candidate, ...]:
    """Rank the subjects of a pool, all arrays (N,), by fused log density and name the first `top`.

    Equal subjects are ordered by subject id. Each candidate names its best photo.
    """
    groups = group_by_subject(subject_ids, photo_ids)
    fused = fuse(log_densities, groups, fusion)
    photos = photo_ids[best_rows(log_densities, groups)]
    order = np.lexsort((groups.subject_ids, -fused))[:top]
    return tuple(
        Candidate(
            rank=rank,
            subject_id=int(groups.subject_ids[place]),
            photo_id=int(photos[place]),
            log_density=float(fused[place]),
        )
        for rank, place in enumerate(order, start=1)
    )


def mate_ranks(log_densities: Scores, *, subject_ids: Ids, mates: Ids, fusion: Fusion = "max") -> Ids:
    """Rank (Q,) at which each probe's own subject comes, from log densities (Q, N) of Q probes.

    `subject_ids` (N,) are the gallery's, `mates` (Q,) the probes'; ties are ordered as in `rank_candidates`.
    Raises DefectError when a probe has no mate in the gallery.
    """
    groups = group_by_subject(subject_ids, np.arange(len(subject_ids)))
    if missing := set(mates.tolist()) - set(groups.subject_ids.tolist()):
        raise DefectError(f"Subjects {sorted(missing)[:5]} of the probes are not in the gallery.")
    ranks = np.empty(len(mates), np.int64)
    for probe, mate in enumerate(mates):
        fused = fuse(log_densities[probe], groups, fusion)
        place = int(np.searchsorted(groups.subject_ids, mate))
        before = np.count_nonzero(fused[:place] >= fused[place])
        ranks[probe] = 1 + before + np.count_nonzero(fused[place + 1 :] > fused[place])
    return ranks


def recall_at(ranks: Ids, k: int) -> float:
    """Share of probes whose mate is among the first `k` subjects. Raises DefectError without probes."""
    if len(ranks) == 0:
        raise DefectError("Recall needs at least one probe.")
    return float(np.mean(ranks <= k))


def cumulative_match(ranks: Ids, most: int) -> Scores:
    """Cumulative match characteristic (most,): recall at 1, 2, ..., most."""
    return np.array([recall_at(ranks, k) for k in range(1, most + 1)])


def split_pairs(scores: Scores, *, subject_ids: Ids, mates: Ids) -> tuple[Scores, Scores]:
    """Split the scores (Q, N) of all probe-photo pairs into genuine and impostor scores, each one-dimensional."""
    same = mates[:, None] == subject_ids[None, :]
    return scores[same], scores[~same]


def tpr_at_fpr(genuine: Scores, impostor: Scores, fpr: float) -> float:
    """Highest share of genuine pairs accepted while at most a share `fpr` of impostor pairs is.

    A pair is accepted when its score is above the threshold; the threshold is an impostor's score, so that
    ties count against the method. Raises DefectError when a class is empty or `fpr` is outside 0 to 1.
    """
    if len(genuine) == 0 or len(impostor) == 0 or not 0 <= fpr <= 1:
        raise DefectError("TPR at FPR needs genuine and impostor pairs and an FPR from 0 to 1.")
    # 1e-9 keeps a product such as 0.29 * 100 = 28.999999999999996 from losing the pair it stands for.
    allowed = int(np.floor(fpr * len(impostor) + 1e-9))
    if allowed >= len(impostor):
        return 1.0
    threshold = np.sort(impostor)[len(impostor) - 1 - allowed]
    return float(np.mean(genuine > threshold))
