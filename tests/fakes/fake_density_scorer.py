"""A density scorer for tests: the Parzen window in float64, written as in the equation."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.ranking import rank_candidates
from forensic_id.core.records import Candidate, FeatureTable, FloatArray


class FakeDensityScorer:
    """log((1/m) * sum_j exp(-|f - g_j|^2 / (2 sigma^2))) for every row of the table."""

    def log_densities(self, table: FeatureTable, samples: FloatArray, sigma: float) -> NDArray[np.float64]:
        """Log density (N,)."""
        if len(table.photo_ids) == 0:
            return np.zeros(0)
        differences = table.features[:, None, :].astype(np.float64) - samples[None, :, :].astype(np.float64)
        exponents = -np.sum(differences**2, axis=2) / (2 * sigma**2)
        densities: NDArray[np.float64] = np.logaddexp.reduce(exponents, axis=1) - np.log(len(samples))
        return densities

    def rank(
        self, table: FeatureTable, samples: FloatArray, sigma: float, *, fusion: Literal["max", "mean"], top: int
    ) -> tuple[Candidate, ...]:
        """Rank all subjects and keep the first ones."""
        return rank_candidates(
            subject_ids=table.subject_ids,
            photo_ids=table.photo_ids,
            log_densities=self.log_densities(table, samples, sigma),
            fusion=fusion,
            top=top,
        )
