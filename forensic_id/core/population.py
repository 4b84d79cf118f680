"""The people with whom a score is compared: how their log densities under one sketch are spread."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SMALLEST_POPULATION = 30
"""Below this number of people mean and deviation are too uncertain for a statement."""

LARGEST_SAMPLE = 5_000
"""Most subjects whose scores are measured: more would not make mean and deviation noticeably surer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Mean and standard deviation of log densities."""

    mean: float
    deviation: float

    def likeness(self, log_density: float) -> float:
        """Standard deviations above the mean."""
        return (log_density - self.mean) / self.deviation


def population_rows(subject_ids: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rows of a pool, subject ids (N,), that belong to at most LARGEST_SAMPLE evenly spaced subjects.

    Depends on the pool alone, so that a search repeats bit for bit.
    """
    subjects = np.unique(subject_ids)
    step = math.ceil(len(subjects) / LARGEST_SAMPLE) or 1
    return np.flatnonzero(np.isin(subject_ids, subjects[::step]))


def spread_of(log_densities: NDArray[np.float64]) -> Spread | None:
    """Mean and deviation of (N,) log densities; None for too few or all equal ones."""
    if len(log_densities) < SMALLEST_POPULATION:
        return None
    deviation = float(np.std(log_densities, ddof=1))
    return Spread(mean=float(np.mean(log_densities)), deviation=deviation) if deviation > 0.0 else None
