"""Five points from a face box: the network sees the face twice, the second time upright, centred and to scale.

Where the box was rough, the second look still moves the points; then some networks are given further looks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from forensic_id.core.ports import LandmarkPredictor
from forensic_id.core.records import Box, FloatArray, UInt8Array
from forensic_id.vision.alignment import invert_similarity, similarity_transform, transform_points, warp
from forensic_id.vision.template import (
    BOX_FACE_SIZE,
    MIRROR_ORDER,
    TEMPLATE,
    Points,
    as_points,
    face_size,
    mean_points_in,
)

_SETTLED = 0.06
"""Mean movement of the points over the face size below which no third look is taken: two do after a cascade's box."""

_SCALE_RANGE = (0.4, 2.5)
"""A step that changes the face size by more than this has lost the face."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlacedLandmarks:
    """Five points float64 (5, 2) in pixels of the image, and how far the network agrees with itself.

    `disagreement` is the mean distance between the points found in the face and in its mirror image, over the
    face size: about 0.02 on clear faces, above 0.1 where the network guesses.
    """

    points: Points
    disagreement: float


class LandmarkRefiner:
    """Places the five points inside a face box."""

    def __init__(self, predictor: LandmarkPredictor) -> None:
        """The predictor says how crops are cut and how often a face may be looked at."""
        self._predictor = predictor
        self._reference = reference_points(predictor.crop_size, predictor.crop_scale)

    def place(self, grey: UInt8Array, box: Box) -> PlacedLandmarks:
        """The five points of the face in `box` of a grey image uint8 (H, W)."""
        placed = PlacedLandmarks(points=mean_points_in(box), disagreement=1.0)
        for look in range(self._predictor.most_looks):
            closer = self._step(grey, placed.points)
            low, high = _SCALE_RANGE
            if not low < face_size(closer.points) / face_size(placed.points) < high:
                break
            moved = _mean_distance(closer.points, placed.points) / face_size(closer.points)
            placed = closer
            if look > 0 and moved < _SETTLED:
                break
        return placed

    def _step(self, grey: UInt8Array, points: Points) -> PlacedLandmarks:
        matrix = similarity_transform(points, self._reference)
        crop = warp(grey, matrix, self._predictor.crop_size)
        found = self._predictor.predict(_with_mirror_image(crop)).astype(np.float64)
        mirrored = found[1][list(MIRROR_ORDER)]
        mirrored[:, 0] = self._predictor.crop_size - 1 - mirrored[:, 0]
        apart = _mean_distance(found[0], mirrored)
        mean = 0.5 * (found[0] + mirrored)
        return PlacedLandmarks(
            points=transform_points(invert_similarity(matrix), mean),
            disagreement=apart / max(face_size(mean), 1.0),
        )


def _mean_distance(first: Points, second: Points) -> float:
    return float(np.hypot(*(first - second).T).mean())


def reference_points(crop_size: int, crop_scale: float) -> Points:
    """Where a frontal face's points lie in the network's crop: their mean in the centre; float64 (5, 2)."""
    template = as_points(TEMPLATE)
    scale = BOX_FACE_SIZE * crop_size / crop_scale / face_size(template)
    centred: Points = (template - template.mean(axis=0)) * scale + (crop_size - 1) / 2
    return centred


def _with_mirror_image(crop: UInt8Array) -> FloatArray:
    """The crop and its mirror image as the network's input: float32 (2, 1, S, S)."""
    scaled = crop.astype(np.float32) / np.float32(127.5) - np.float32(1.0)
    return np.ascontiguousarray(np.stack([scaled, scaled[:, ::-1]])[:, None])
