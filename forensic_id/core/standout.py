"""When the first candidate stands out from the rest of the pool.

Somebody always ranks first, and the larger the gallery, the higher the best stranger's score. A list's score is

    s = -log10( N * Q(z) ),   z = (best - mean) / deviation,   Q(z) = P(standard normal > z),

with the mean and standard deviation of the log densities of all N subjects, the best one included: Grubbs' test for
one outlier (Technometrics 11, 1969), with Bonferroni's factor N. N * Q(z) is about how many of N strangers would be
as far out as the first candidate: s = 1 for one in ten galleries of strangers.

Why this score: the mean and deviation come from the very search, so neither a faint sketch nor a gallery unlike the
validation set, which shift all log densities alike, makes a list look informative; N is in it, so that one threshold
holds for galleries of different sizes (on held-out people the rate of false positives stayed within its confidence
interval from 31 to 650 subjects, while that of the lead over the second or of the best's posterior more than
tripled); and it does not depend on how many candidates were asked for. The threshold is not taken from the normal
tail but chosen on held-out people, so that the tail's shape matters little.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.calibration import ListCalibration
from forensic_id.core.population import Spread, spread_of
from forensic_id.core.records import ListVerdict

_SMALLEST_TAIL = 1e-300


def standout_score(best: float, spread: Spread, people: int) -> float:
    """Score s of a list from its best log density, the spread over all subjects and their number N."""
    tail = max(math.erfc(spread.likeness(best) / math.sqrt(2)) / 2, _SMALLEST_TAIL)
    return -math.log10(people * tail)


def list_verdict(
    calibration: ListCalibration, *, best: float, log_densities: NDArray[np.float64], people: int
) -> ListVerdict | None:
    """Whether a list is informative: its score is above the threshold.

    `log_densities` (S,) are those of all subjects of the pool or of an even sample, `people` is the number of all
    subjects. None when there are too few for a statement or all are equal.
    """
    spread = spread_of(log_densities)
    if spread is None:
        return None
    score = standout_score(best, spread, people)
    return ListVerdict(
        informative=score > calibration.threshold,
        score=score,
        threshold=calibration.threshold,
        mean=spread.mean,
        deviation=spread.deviation,
    )
