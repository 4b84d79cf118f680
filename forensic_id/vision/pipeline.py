"""From a loaded image to an aligned face: detection, landmarks, alignment, quality."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np

from forensic_id.core.errors import FaceNotFoundError, InvalidInputError
from forensic_id.core.ports import LandmarkPredictor
from forensic_id.core.records import AlignedFace, Box, FivePoints, LoadedImage
from forensic_id.vision.alignment import align_to_template
from forensic_id.vision.detection import CascadeDetector, DetectedFace
from forensic_id.vision.landmarks import LandmarkRefiner
from forensic_id.vision.quality import measure_quality
from forensic_id.vision.template import as_landmarks, as_points, box_around, mean_points_in

_SMALLEST_BOX = 8.0
"""Pixels a side below which a manual box cannot hold a face."""


class FacePipeline:
    """Implements the port `FaceFinder`. Its cascades keep state while they run: one pipeline a thread."""

    def __init__(self, predictor: LandmarkPredictor | None) -> None:
        """`predictor` places the landmarks; without one they lie where the mean face has them in the box."""
        self._detector = CascadeDetector()
        self._refiner = LandmarkRefiner(predictor) if predictor is not None else None

    def faces(self, image: LoadedImage) -> tuple[Box, ...]:
        """Boxes of all faces found, the main one first; empty when there is none."""
        return tuple(face.box for face in self.detected(image))

    def detected(self, image: LoadedImage) -> tuple[DetectedFace, ...]:
        """The same faces with how far each stands out."""
        return self._detector.detect(image.pixels)

    def align(
        self, image: LoadedImage, *, box: Box | None = None, landmarks: FivePoints | None = None
    ) -> AlignedFace:
        """Detect (or take `box`), place landmarks (or take `landmarks`), warp to 112x112, measure quality.

        Raises FaceNotFoundError when nothing is found and nothing was given, InvalidInputError when what was given
        cannot be a face of this image.
        """
        if landmarks is not None:
            _check_landmarks(landmarks, image)
            return self._aligned(image, box or box_around(as_points(landmarks)), landmarks, "manual")
        if box is not None:
            _check_box(box, image)
            return self._placed(image, box, faces=1)
        found = self.faces(image)
        if not found:
            raise FaceNotFoundError(
                f"No face was found in “{image.name}”. Draw a box around the face, or set its five landmarks by hand."
            )
        return self._placed(image, found[0], faces=len(found))

    def _placed(self, image: LoadedImage, box: Box, *, faces: int) -> AlignedFace:
        if self._refiner is None:
            return self._aligned(image, box, as_landmarks(mean_points_in(box)), "automatic", faces=faces)
        grey = np.asarray(cv2.cvtColor(image.pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
        placed = self._refiner.place(grey, box)
        points = as_landmarks(placed.points)
        return self._aligned(image, box, points, "automatic", faces=faces, disagreement=placed.disagreement)

    def _aligned(
        self,
        image: LoadedImage,
        box: Box,
        landmarks: FivePoints,
        source: Literal["automatic", "manual"],
        *,
        faces: int = 1,
        disagreement: float = 0.0,
    ) -> AlignedFace:
        crop = align_to_template(image.pixels, landmarks)
        findings = measure_quality(image.pixels, crop, landmarks, faces=faces, disagreement=disagreement)
        return AlignedFace(crop=crop, box=box, landmarks=landmarks, landmark_source=source, findings=findings)


def _check_box(box: Box, image: LoadedImage) -> None:
    height, width = image.pixels.shape[:2]
    numbers = np.array([box.x, box.y, box.width, box.height])
    if not np.isfinite(numbers).all() or min(box.width, box.height) < _SMALLEST_BOX:
        raise InvalidInputError(
            f"The box {_told(box)} is too small for a face. Give x, y, width and height in pixels, "
            f"{_SMALLEST_BOX:.0f} or more a side."
        )
    inside_x = 0 <= box.x + box.width / 2 <= width
    inside_y = 0 <= box.y + box.height / 2 <= height
    if not (inside_x and inside_y) or max(box.width, box.height) > 2 * max(width, height):
        raise InvalidInputError(
            f"The box {_told(box)} lies outside “{image.name}” ({width:,} x {height:,} pixels). "
            "Draw it around the face."
        )


def _check_landmarks(landmarks: FivePoints, image: LoadedImage) -> None:
    height, width = image.pixels.shape[:2]
    points = as_points(landmarks)
    centre = points.mean(axis=0)
    if not np.isfinite(points).all() or not (0 <= centre[0] <= width and 0 <= centre[1] <= height):
        raise InvalidInputError(
            f"The landmarks lie outside “{image.name}” ({width:,} x {height:,} pixels). Give right eye, left eye, "
            "nose tip, right and left mouth corner in pixels; “right” is the person's right."
        )
    size = float(np.ptp(points, axis=0).max())
    if size > 2 * max(width, height):
        raise InvalidInputError(f"The landmarks spread over {size:,.0f} pixels, more than “{image.name}” has.")


def _told(box: Box) -> str:
    return f"{box.x:g},{box.y:g},{box.width:g},{box.height:g}"
