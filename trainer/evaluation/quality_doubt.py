"""How far off the landmarks are when the network disagrees with itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from forensic_id.core.records import LoadedImage, UInt8Array
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import as_points, box_around, eye_distance
from trainer.evaluation.landmark_errors import FAILED, offsets_over_eye_distance
from trainer.landmarks.data import ReferenceFace

BANDS = (0.0, 0.02, 0.04, 0.06, 0.09, 0.12, 0.2, 10.0)
BLURS = (0.0, 0.08, 0.2)
"""Standard deviations over the eye distance: clear faces alone would leave the upper bands empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtBand:
    """Faces whose disagreement lies from `low` to below `high`: mean error, and share above 10%."""

    low: float
    high: float
    faces: int
    error: float
    failed: float


def doubt_bands(folder: Path, faces: Sequence[ReferenceFace], pipeline: FacePipeline) -> Iterator[DoubtBand]:
    """Errors by disagreement, in raw images with the face's box given; bands without a face are left out."""
    rated = np.array(
        [_rated(image, face, pipeline) for face in faces for image in _blurred(folder, face)], dtype=np.float64
    ).reshape(-1, 2)
    for low, high in pairwise(BANDS):
        errors = rated[(rated[:, 0] >= low) & (rated[:, 0] < high), 1]
        if len(errors):
            failed = float((errors > FAILED).mean())
            yield DoubtBand(low=low, high=high, faces=len(errors), error=float(errors.mean()), failed=failed)


def _blurred(folder: Path, face: ReferenceFace) -> Iterator[LoadedImage]:
    image = PillowImageLoader().load(folder / face.file)
    for blur in BLURS:
        yield replace(image, pixels=_blur(image.pixels, blur * eye_distance(face.points)))


def _blur(pixels: UInt8Array, deviation: float) -> UInt8Array:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), deviation), np.uint8) if deviation else pixels


def _rated(image: LoadedImage, face: ReferenceFace, pipeline: FacePipeline) -> tuple[float, float]:
    found = pipeline.align(image, box=box_around(face.points))
    doubt = next(finding.value for finding in found.findings if finding.measure == "landmark_doubt")
    offsets = offsets_over_eye_distance(as_points(found.landmarks), face.points)
    return doubt, float(np.hypot(*offsets.T).mean())
