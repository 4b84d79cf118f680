"""The Parzen window as the equations state it, in float64 NumPy and without any care for speed."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from forensic_id.core.ranking import Fusion
from forensic_id.core.records import FeatureTable, FloatArray

SIGMAS = (1e-12, 1e-6, 1e-3, 0.05, 0.3, 1.0, 100.0)


def reference_log_densities(features: FloatArray, samples: FloatArray, sigma: float) -> NDArray[np.float64]:
    difference = features.astype(np.float64)[:, None, :] - samples.astype(np.float64)[None, :, :]
    exponents = -np.sum(np.square(difference), axis=2) / (2 * sigma**2)
    return np.asarray(np.logaddexp.reduce(exponents, axis=1) - np.log(len(samples)))


def reference_ranking(
    table: FeatureTable, densities: NDArray[np.float64], fusion: Fusion, top: int
) -> list[tuple[int, float]]:
    """Subject ids and fused log densities of the first `top`, from the log densities of all photos."""
    fused = []
    for subject in sorted(set(table.subject_ids.tolist())):
        own = densities[table.subject_ids == subject]
        mean = own.max() + np.log(np.sum(np.exp(own - own.max())) / len(own))
        fused.append((float(own.max() if fusion == "max" else mean), subject))
    return [(subject, score) for score, subject in sorted(fused, key=lambda pair: (-pair[0], pair[1]))[:top]]


def unit_rows(generator: np.random.Generator, count: int, size: int) -> FloatArray:
    rows = generator.standard_normal((count, size)).astype(np.float32)
    unit: FloatArray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


@st.composite
def pools(draw: st.DrawFn) -> tuple[FeatureTable, FloatArray]:
    """A pool with several photos of some subjects and some photos twice, and samples, some equal to a photo."""
    generator = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    size = draw(st.sampled_from([1, 2, 7, 64, 256]))
    features = unit_rows(generator, draw(st.integers(1, 40)), size)
    copied = draw(st.lists(st.integers(0, len(features) - 1), max_size=5))
    features = np.concatenate([features, features[copied]])
    near = features[generator.integers(0, len(features), draw(st.integers(1, 12)))]
    samples = near + np.float32(draw(st.sampled_from([0.0, 1e-7, 0.2]))) * unit_rows(generator, len(near), size)
    table = FeatureTable(
        photo_ids=generator.permutation(len(features)).astype(np.int64) + 1,
        subject_ids=generator.integers(1, draw(st.integers(2, 40)), len(features)),
        features=features,
        snapshot_id=str(generator.integers(2**60)),
    )
    return table, samples / np.linalg.norm(samples, axis=1, keepdims=True)
