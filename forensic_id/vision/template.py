"""The template every face is warped onto: five points of a 112x112 crop, as used by the ArcFace family."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import Box, FivePoints

CROP_SIZE = 112
"""Width and height of the aligned crop in pixels."""

TEMPLATE: FivePoints = ((38.29, 51.70), (73.53, 51.50), (56.03, 71.74), (41.55, 92.37), (70.73, 92.20))
"""Right eye, left eye, nose tip, right and left mouth corner in pixels of the crop."""

BOX_CENTRE = (0.50, 0.59)
"""Where the mean of the five points lies in a frontal face box of the cascades, as a fraction of its side.

Measured on the reference points of the training images: standard deviation 0.02 in both directions.
"""

BOX_FACE_SIZE = 0.38
"""Face size (see `face_size`) over the side of the cascades' box; standard deviation 0.03."""

MIRROR_ORDER = (1, 0, 2, 4, 3)
"""The order of the five points after the picture is mirrored."""

Points = NDArray[np.float64]


def as_points(landmarks: FivePoints) -> Points:
    """The five points as float64 (5, 2)."""
    return np.asarray(landmarks, dtype=np.float64).reshape(5, 2)


def as_landmarks(points: Points) -> FivePoints:
    """Float64 (5, 2) as a tuple of five points."""
    right_eye, left_eye, nose, mouth_right, mouth_left = ((float(x), float(y)) for x, y in points)
    return right_eye, left_eye, nose, mouth_right, mouth_left


def eye_distance(points: Points) -> float:
    """Distance between the eyes in pixels."""
    return float(np.hypot(*(points[1] - points[0])))


def face_size(points: Points) -> float:
    """Mean of eye distance and eyes-to-mouth distance in pixels: steadier under turned heads than either."""
    drop = points[3:].mean(axis=0) - points[:2].mean(axis=0)
    return 0.5 * (eye_distance(points) + float(np.hypot(*drop)))


def mean_points_in(box: Box) -> Points:
    """Where the template's points lie in a face box, as float64 (5, 2): the guess before any refinement."""
    template = as_points(TEMPLATE)
    side = box_side(box)
    scale = BOX_FACE_SIZE * side / face_size(template)
    centre = np.array([box.x + box.width * BOX_CENTRE[0], box.y + box.height * BOX_CENTRE[1]])
    points: Points = (template - template.mean(axis=0)) * scale + centre
    return points


def box_around(points: Points) -> Box:
    """The square face box that belongs to five points, in the sense of the cascades."""
    side = face_size(points) / BOX_FACE_SIZE
    x, y = points.mean(axis=0) - np.array(BOX_CENTRE) * side
    return Box(x=float(x), y=float(y), width=side, height=side)


def box_side(box: Box) -> float:
    """The side of a square of equal area: hand-drawn boxes are seldom square."""
    return float(np.sqrt(box.width * box.height))
