"""Recall of the held-out sketches by how many images the encoder has learned from, as a run noted it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forensic_id.core.errors import DataError
from trainer.journal import METRICS
from trainer.run_folder import CONFIG

STAGE = "encoder-validation"
_NEEDED = {"stage", "step", "recall_1", "recall_10"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """What was measured after so many images."""

    images: int
    recall_1: float
    recall_10: float


def read_curve(run: Path) -> list[CurvePoint]:
    """Return the points of a run in the order of its steps; a step that was repeated after a crash counts once.

    A line that a crash tore, or that is of another schema, is left out. Raises DataError for a folder
    without a run that was validated.
    """
    try:
        phases = json.loads((run / CONFIG).read_bytes())["pretraining"]["phases"]
        lines = (run / METRICS).read_bytes().splitlines()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{run} cannot be read as a run ({error}). Give a folder that `train` wrote.") from error
    records = [record for line in lines if (record := _record(line)).keys() >= _NEEDED]
    measured = {record["step"]: record for record in records if record["stage"] == STAGE}
    if not measured:
        raise DataError(f"The run {run} has not been validated yet. Wait for its first {STAGE} line in {METRICS}.")
    return [
        CurvePoint(images=_images(phases, step), recall_1=line["recall_1"], recall_10=line["recall_10"])
        for step, line in sorted(measured.items())
    ]


def _record(line: bytes) -> dict[str, Any]:
    """What a line of the metrics holds; nothing when it is torn."""
    try:
        record = json.loads(line)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _images(phases: list[dict[str, Any]], step: int) -> int:
    """Images of the first `step` steps of all phases."""
    images = 0
    for phase in phases:
        taken = min(step, phase["steps"])
        images, step = images + taken * phase["batch"], step - taken
    return images
