"""Parzen-window log density of photo features under generated samples (paper, eqs. 2 and 3).

The score of a photo is fixed to the last bit: distances are float64 and each is summed in one order that depends on
the feature size alone, never on the pool, the block or the number of threads.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import DefectError, InvalidInputError
from forensic_id.core.records import FloatArray

SMALLEST_SIGMA = 1e-150
"""Below it the square of sigma leaves the normal range of float64."""

_BLOCK_ROWS = 256
"""Rows worked on at a time: 256 x 256 float64 stay in a core's cache."""


def check_arguments(features: FloatArray, samples: FloatArray, sigma: float) -> None:
    """Raise InvalidInputError for a useless sigma and DefectError for shapes other than (N, D) and (m >= 1, D)."""
    if not math.isfinite(sigma) or sigma < SMALLEST_SIGMA:
        raise InvalidInputError(f"The kernel width sigma must be a positive number, not {sigma}.")
    if features.ndim != 2 or samples.ndim != 2 or features.shape[1] != samples.shape[1] or len(samples) == 0:  # noqa: PLR2004
        raise DefectError(f"Features {features.shape} and samples {samples.shape} do not fit together.")


def squared_distances(features: FloatArray, samples: FloatArray) -> NDArray[np.float64]:
    """Squared Euclidean distances float64 (N, m) between features (N, D) and samples (m, D)."""
    distances = np.empty((len(features), len(samples)))
    wide_samples = samples.astype(np.float64)
    for start in range(0, len(features), _BLOCK_ROWS):
        block = features[start : start + _BLOCK_ROWS].astype(np.float64)
        difference = np.empty_like(block)
        for column, sample in enumerate(wide_samples):
            np.subtract(block, sample, out=difference)
            np.square(difference, out=difference)
            # The sum over a contiguous axis is pairwise, so its order depends on D only.
            distances[start : start + _BLOCK_ROWS, column] = difference.sum(axis=1)
    return distances


def log_mean_kernel(distances: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    """Log of the mean Gaussian kernel (N,) from squared distances (N, m): eq. 3 in the log domain.

    The largest exponent is taken out first, so that no density underflows however small sigma is.
    """
    exponents = distances / (-2.0 * sigma * sigma)
    largest = exponents.max(axis=1)
    mean = np.exp(exponents - largest[:, None]).sum(axis=1) / distances.shape[1]
    result: NDArray[np.float64] = largest + np.log(mean)
    return result


def log_densities(features: FloatArray, samples: FloatArray, sigma: float) -> NDArray[np.float64]:
    """Log density (N,) of features (N, D) under samples (m, D) with kernels of width `sigma`.

    log p(f) = log( 1/m * sum_j exp( -|f - g_j|^2 / (2 sigma^2) ) ), without the kernel's constant factor.
    Raises InvalidInputError when sigma is not a positive number, DefectError when shapes do not fit.
    """
    check_arguments(features, samples, sigma)
    return log_mean_kernel(squared_distances(features, samples), sigma)
