"""A calibration for tests, complete and plausible, and the same as a manifest's field."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from forensic_id.core.calibration import Calibration, Estimate, LikelihoodCalibration, ListCalibration, MissRate


def sample_calibration(*, sigma: float = 0.4, threshold: float = 1.0) -> Calibration:
    """The map is ln LR = likeness - 2; log10 LR from -2 to 3."""
    return Calibration(
        samples=10,
        sigma=sigma,
        sketches=213,
        sketch_people=150,
        photos=2816,
        likelihood=LikelihoodCalibration(
            slope=1.0,
            intercept=-2.0,
            lowest=-2.0,
            highest=3.0,
            genuine_pairs=150,
            impostor_pairs=19350,
            cllr=Estimate(value=0.18, low=0.145, high=0.218),
            cllr_min=0.164,
            equal_error_rate=Estimate(value=0.05, low=0.034, high=0.064),
        ),
        candidate_list=ListCalibration(
            threshold=threshold,
            people=650,
            false_positive_rate=Estimate(value=0.058, low=0.025, high=0.098),
            miss_rates=(
                MissRate(candidates=1, rate=Estimate(value=0.684, low=0.615, high=0.755)),
                MissRate(candidates=50, rate=Estimate(value=0.648, low=0.572, high=0.724)),
            ),
        ),
    )


def calibration_field(**changes: Any) -> dict[str, Any]:
    """What a manifest holds; see `sample_calibration` for the changes."""
    return asdict(sample_calibration(**changes))
