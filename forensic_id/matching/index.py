"""Exact top K of a large pool: faiss estimates every photo, float64 decides among those that can matter.

faiss computes float32 inner products, whose error has a strict bound. A subject whose estimate lies further below the
K-th best than twice that bound cannot be among the first K; the others are scored again by `matching.density`.
The result therefore equals a full float64 ranking bit for bit, whatever faiss' threads and instructions round.
"""

from __future__ import annotations

from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import TamperedError
from forensic_id.core.ranking import Fusion, SubjectGroups, fuse, group_by_subject, rank_candidates
from forensic_id.core.records import Candidate, FeatureTable, FloatArray
from forensic_id.matching.density import check_arguments, log_densities, log_mean_kernel

_PRODUCTS_AT_A_TIME = 1 << 19
"""Inner products held at once: 2 MB of float32."""

_FLOAT32_ROUNDING = 2.0**-24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Snapshot:
    """What is worth keeping of a pool between searches; never changed once made.

    The features are not kept: they are read anew for each search, and would be held twice while it runs.
    """

    snapshot_id: str
    squared_norms: NDArray[np.float64]
    groups: SubjectGroups


class ParzenIndex:
    """DensityScorer over pools of any size; keeps the last pool's snapshot, replaced by reference."""

    def __init__(self, *, threads: int = 1) -> None:
        """Let faiss use `threads`: memory bounds the work, and threads that wait for each other cost time."""
        self._threads = threads
        self._snapshot: _Snapshot | None = None

    def log_densities(self, table: FeatureTable, samples: FloatArray, sigma: float) -> NDArray[np.float64]:
        """Log density (N,) of every feature in the table under samples (m, D); see `matching.density`."""
        return log_densities(table.features, samples, sigma)

    def rank(
        self, table: FeatureTable, samples: FloatArray, sigma: float, *, fusion: Fusion, top: int
    ) -> tuple[Candidate, ...]:
        """Rank the `top` best subjects of the table under samples (m, D); exact, ties by subject id.

        Raises InvalidInputError for a useless sigma, DefectError for shapes that do not fit, TamperedError for a
        stored feature that is not finite.
        """
        check_arguments(table.features, samples, sigma)
        if len(table.features) == 0 or top <= 0:
            return ()
        snapshot = self._prepare(table)
        faiss.omp_set_num_threads(self._threads)
        rows = _contenders(table.features, snapshot, samples, sigma, fusion=fusion, top=top)
        return rank_candidates(
            subject_ids=table.subject_ids[rows],
            photo_ids=table.photo_ids[rows],
            log_densities=log_densities(table.features[rows], samples, sigma),
            fusion=fusion,
            top=top,
        )

    def _prepare(self, table: FeatureTable) -> _Snapshot:
        known = self._snapshot
        if known is not None and known.snapshot_id == table.snapshot_id:
            return known
        norms = np.einsum("nd,nd->n", table.features, table.features, dtype=np.float64)
        damaged = np.flatnonzero(~np.isfinite(norms))
        if len(damaged):
            photo = int(table.photo_ids[damaged[0]])
            raise TamperedError(f"The stored feature of photo {photo} is damaged: compute the features anew.")
        groups = group_by_subject(table.subject_ids, table.photo_ids)
        self._snapshot = _Snapshot(snapshot_id=table.snapshot_id, squared_norms=norms, groups=groups)
        return self._snapshot


def _contenders(
    features: FloatArray, snapshot: _Snapshot, samples: FloatArray, sigma: float, *, fusion: Fusion, top: int
) -> NDArray[np.int64]:
    """Pool rows, ascending, of every subject that can be among the first `top`, all photos of each."""
    groups = snapshot.groups
    if top >= len(groups.subject_ids):
        return np.arange(len(groups.rows))
    sample_norms = np.einsum("md,md->m", samples, samples, dtype=np.float64)
    estimates = fuse(_estimates(features, snapshot.squared_norms, samples, sample_norms, sigma), groups, fusion)
    # Both fusions move by at most as much as the photos' log densities do.
    margin = 2.0 * _error_bound(snapshot, samples.shape[1], sample_norms, sigma)
    kth = np.partition(estimates, -top)[-top]
    kept = np.repeat(estimates >= kth - margin, groups.sizes)
    rows: NDArray[np.int64] = np.sort(groups.rows[kept])
    return rows


def _estimates(
    features: FloatArray,
    squared_norms: NDArray[np.float64],
    samples: FloatArray,
    sample_norms: NDArray[np.float64],
    sigma: float,
) -> NDArray[np.float64]:
    """Log densities (N,) from float32 inner products: |f - g|^2 = |f|^2 + |g|^2 - 2 f.g."""
    count = len(samples)
    step = max(1, _PRODUCTS_AT_A_TIME // count)
    estimates = np.empty(len(features))
    for start in range(0, len(features), step):
        block = slice(start, start + step)
        products, order = faiss.knn(features[block], samples, count, metric=faiss.METRIC_INNER_PRODUCT)
        norms = squared_norms[block, None] + sample_norms[order]
        estimates[block] = log_mean_kernel(norms - 2.0 * products, sigma)
    return estimates


def _error_bound(snapshot: _Snapshot, size: int, sample_norms: NDArray[np.float64], sigma: float) -> float:
    """Most by which an estimate can differ from the float64 log density.

    An inner product of n terms in any order has |error| <= gamma_n |f| |g|, gamma_n = n u / (1 - n u) (Higham,
    Accuracy and Stability of Numerical Algorithms, 2nd ed., eq. 3.5), and 2 |f| |g| <= |f|^2 + |g|^2. Eight more
    terms and the last summand cover the float64 steps on both sides.
    """
    terms = (size + 8) * _FLOAT32_ROUNDING
    gamma = terms / (1.0 - terms)
    largest = float(snapshot.squared_norms.max() + sample_norms.max())
    return gamma * largest / (2.0 * sigma * sigma) + 1e-12
