"""Choice of the kernel width sigma on held-out identities."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.ranking import mate_ranks, recall_at
from forensic_id.core.records import FloatArray
from forensic_id.matching.density import log_mean_kernel, squared_distances

GRID = tuple(float(value) for value in np.geomspace(0.05, 1.0, 27).round(4))


@dataclass(frozen=True, slots=True, kw_only=True)
class SigmaChoice:
    """The chosen width, and for each of the grid the mean log posterior of the mate, recall@1 and recall@10."""

    sigma: float
    log_posterior: dict[float, float]
    recall_1: dict[float, float]
    recall_10: dict[float, float]


def choose_sigma(
    samples: FloatArray, gallery: FloatArray, subject_ids: NDArray[np.int64], mates: NDArray[np.int64]
) -> SigmaChoice:
    """Take the sigma under which the mates are most probable.

    samples (Q, m, D) of Q held-out sketches, gallery (N, D), subject_ids (N,), mates (Q,). With a flat prior over the
    gallery's photos the posterior of photo i is p(f_i) / sum_n p(f_n); its mean log at the mates' photos is a proper
    score: too small a sigma is punished for confident misses, too large a one for saying nothing.
    """
    distances = np.stack([squared_distances(gallery, drawn) for drawn in samples])
    own = subject_ids[None, :] == mates[:, None]
    posterior, recall_1, recall_10 = {}, {}, {}
    for sigma in GRID:
        scores = np.stack([log_mean_kernel(rows, sigma) for rows in distances])
        evidence = np.logaddexp.reduce(scores, axis=1)
        mate = np.logaddexp.reduce(np.where(own, scores, -np.inf), axis=1)
        posterior[sigma] = float(np.mean(mate - evidence))
        ranks = mate_ranks(scores, subject_ids=subject_ids, mates=mates)
        recall_1[sigma], recall_10[sigma] = recall_at(ranks, 1), recall_at(ranks, 10)
    best = max(GRID, key=lambda sigma: posterior[sigma])
    return SigmaChoice(sigma=best, log_posterior=posterior, recall_1=recall_1, recall_10=recall_10)
