"""Whether a candidate list is informative: the verdict of a search, and how it is put into words.

The verdict is stored in the record, with the scores it rests on: what the examiner was told stays on file even where
the bundle that said it is no longer installed. Records of older versions have none.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.calibration import Calibration, Estimate
from forensic_id.core.population import SMALLEST_POPULATION, population_rows
from forensic_id.core.ports import DensityScorer
from forensic_id.core.ranking import Fusion, fuse, group_by_subject
from forensic_id.core.records import Candidate, FeatureTable, FloatArray, ListVerdict, SearchRecord
from forensic_id.core.standout import list_verdict
from forensic_id.services.search_pool import SearchPool

NOT_ASSESSED = (
    "Not assessed: whether a candidate stands out can be told only with a calibrated model bundle and at least"
    f" {SMALLEST_POPULATION} people to compare."
)
_DECIMALS = (2, 4, 8)


def assess_list(
    calibration: Calibration | None,
    scorer: DensityScorer,
    pool: SearchPool,
    samples: FloatArray,
    sigma: float,
    *,
    fusion: Fusion,
    candidates: tuple[Candidate, ...],
) -> ListVerdict | None:
    """Compare the first candidate with the pool; None without a calibration or in a pool too small.

    `samples` (m, D) are those that ranked the list, `sigma` the kernel width.
    """
    if calibration is None or not candidates:
        return None
    part = rows_of(pool.table, population_rows(pool.table.subject_ids))
    groups = group_by_subject(part.subject_ids, part.photo_ids)
    return list_verdict(
        calibration.candidate_list,
        best=candidates[0].log_density,
        log_densities=fuse(scorer.log_densities(part, samples, sigma), groups, fusion),
        people=pool.subjects,
    )


def rows_of(table: FeatureTable, rows: NDArray[np.int64]) -> FeatureTable:
    """Some rows of a table, by number."""
    return FeatureTable(
        photo_ids=table.photo_ids[rows],
        subject_ids=table.subject_ids[rows],
        features=table.features[rows],
        snapshot_id=table.snapshot_id,
    )


def assessment(record: SearchRecord) -> str:
    """The stored verdict of a search in words."""
    verdict = record.verdict
    if verdict is None:
        return NOT_ASSESSED
    scores = _scores(verdict)
    if verdict.informative:
        return (
            f"This list is informative: the first candidate stands out from the {record.pool_subjects:,} people"
            f" searched {scores}. That may still be the wrong person."
        )
    return (
        f"Nothing stands out: among {record.pool_subjects:,} strangers somebody may well be as far ahead {scores}."
        " The person sought may be anywhere on the list, or not in the gallery."
    )


def _scores(verdict: ListVerdict) -> str:
    """Score and threshold, with as many decimals as it takes to see which is the greater."""
    digits = next((each for each in _DECIMALS if round(verdict.score, each) != round(verdict.threshold, each)), 2)
    return f"(score {verdict.score:.{digits}f}, threshold {verdict.threshold:.{digits}f})"


def list_validation(calibration: Calibration) -> tuple[tuple[str, Estimate], ...]:
    """Error rates of the verdict on held-out people, each with what it is a rate of, in the notation of NIST FRTE."""
    found = calibration.candidate_list
    given = f"N={found.people}"
    threshold = f"T={found.threshold:.2f}"
    return (
        (f"FPIR({given}, {threshold})", found.false_positive_rate),
        *((f"FNIR({given}, R={each.candidates}, {threshold})", each.rate) for each in found.miss_rates),
    )


def interval_text(estimate: Estimate) -> str:
    """A figure with its confidence interval."""
    return f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"


def validation_sentence(calibration: Calibration) -> str:
    """The error rates in one sentence."""
    rates = "; ".join(f"{name} = {interval_text(rate)}" for name, rate in list_validation(calibration))
    return f"Measured on {calibration.sketches} sketches of held-out people (0.95 intervals): {rates}."
