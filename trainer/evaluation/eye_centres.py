"""How exact reference and network are themselves, judged by a third rater: the dark discs of the irises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import FaceNotFoundError
from forensic_id.vision.alignment import similarity_transform, transform_points
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import Points, as_points
from trainer.landmarks.data import ReferenceFace

_EYES = np.array([[120.0, 150.0], [240.0, 150.0]])
_EYE_DISTANCE = 120.0
_VIEW = (360, 300)
_IRIS_RADII = (10, 12, 14)
"""In pixels of the view: an iris is 11.7 mm across and eyes are some 63 mm apart, that is a radius of 11."""
_SEARCHED = 20
_FEWEST = 10
_AGREES = 0.1
"""Raters further apart than this speak of different things (closed eyes, glasses) and are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EyeScatter:
    """Standard deviations of the eye points along one axis over the eye distance, each rater's own."""

    name: str
    eyes: int
    reference: float
    network: float
    iris: float

    @property
    def floor(self) -> float:
        """The mean distance from this reference that points without any error of their own would have.

        The mean of a Rayleigh distribution of the reference's deviation.
        """
        return self.reference * float(np.sqrt(np.pi / 2))


def eye_scatter(folder: Path, name: str, faces: Sequence[ReferenceFace], pipeline: FacePipeline) -> EyeScatter:
    """Tell the three raters' variances apart by their covariances (Grubbs, JASA 43, 1948).

    Their errors must be independent of each other. Meant for photos; raises ImageRefusedError for a broken file.
    """
    rows = [rated for face in faces if (rated := _rated(folder, face, pipeline)) is not None]
    rated = np.array(rows).reshape(-1, 3, 2, 2)
    variances, eyes = [], 0
    for eye in range(2):
        for axis in range(2):
            reference, network, iris = rated[:, :, eye, axis].T
            kept = (np.abs(iris - network) < _AGREES) & (np.abs(iris - reference) < _AGREES)
            variances.append(_own_variances(reference[kept], network[kept], iris[kept]))
            eyes += int(kept.sum())
    mean = np.sqrt(np.maximum(np.mean(variances, axis=0), 0.0))
    return EyeScatter(
        name=name, eyes=eyes // 2, reference=float(mean[0]), network=float(mean[1]), iris=float(mean[2])
    )


def _own_variances(
    first: NDArray[np.float64], second: NDArray[np.float64], third: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Each rater's own variance: what both others differ from it by together is its own. NaN for too few."""
    if len(first) < _FEWEST:
        return np.nan, np.nan, np.nan
    return (
        float(np.cov(first - second, first - third)[0, 1]),
        float(np.cov(second - first, second - third)[0, 1]),
        float(np.cov(third - first, third - second)[0, 1]),
    )


def _rated(folder: Path, face: ReferenceFace, pipeline: FacePipeline) -> NDArray[np.float64] | None:
    """Both eyes (3, 2, 2) by reference, network and iris over the eye distance, in an upright view."""
    image = PillowImageLoader().load(folder / face.file)
    try:
        found = as_points(pipeline.align(image).landmarks)
    except FaceNotFoundError:
        return None
    # Searched for from the middle of both, so that neither is favoured.
    matrix = similarity_transform(0.5 * (found[:2] + face.points[:2]), _EYES)
    grey = np.asarray(cv2.cvtColor(image.pixels, cv2.COLOR_RGB2GRAY))
    view = cv2.warpAffine(grey, matrix, _VIEW, flags=cv2.INTER_CUBIC).astype(np.float32)
    eyes = [transform_points(matrix, face.points[:2]), transform_points(matrix, found[:2]), _irises(view)]
    return np.stack(eyes) / _EYE_DISTANCE


def _irises(view: NDArray[np.float32]) -> Points:
    """The darkest disc near each eye: (2, 2)."""
    response = np.min([cv2.filter2D(view, -1, _disc(radius)) for radius in _IRIS_RADII], axis=0)
    places = []
    for x, y in _EYES.astype(np.int64):
        near = response[y - _SEARCHED : y + _SEARCHED + 1, x - _SEARCHED : x + _SEARCHED + 1]
        row, column = np.unravel_index(int(near.argmin()), near.shape)
        places.append([x - _SEARCHED + column, y - _SEARCHED + row])
    return np.array(places, dtype=np.float64)


def _disc(radius: int) -> NDArray[np.float32]:
    """A disc less the ring around it, of sum zero."""
    reach = 2 * max(_IRIS_RADII)
    rows, columns = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    distance = np.hypot(rows, columns)
    disc, ring = distance <= radius, (distance > radius) & (distance <= 1.5 * radius)
    return np.asarray(disc / disc.sum() - ring / ring.sum(), np.float32)
