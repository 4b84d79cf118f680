"""A feature generator for tests."""

from __future__ import annotations

import numpy as np

from forensic_id.core.records import FloatArray


class FakeFeatureGenerator:
    """Adds small seeded noise to the feature; the first rows do not depend on how many are drawn."""

    def __init__(self, *, sigma: float = 0.4, spread: float = 0.05, bundle_name: str = "fake 1") -> None:
        self._sigma = sigma
        self._spread = spread
        self._bundle_name = bundle_name

    @property
    def bundle_name(self) -> str:
        """Given at construction."""
        return self._bundle_name

    @property
    def sigma(self) -> float:
        """Given at construction."""
        return self._sigma

    def sample(self, feature: FloatArray, *, count: int, seed: int) -> FloatArray:
        """Unit rows (count, D) around the feature."""
        rows = [self._draw(feature, seed, row) for row in range(count)]
        return np.stack(rows).astype(np.float32)

    def _draw(self, feature: FloatArray, seed: int, row: int) -> FloatArray:
        noise = np.random.default_rng([seed, row]).normal(scale=self._spread, size=feature.shape)
        moved: FloatArray = (feature + noise).astype(np.float32)
        unit: FloatArray = moved / np.linalg.norm(moved)
        return unit
