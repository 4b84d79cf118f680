"""Head pose from five points by scaled orthographic projection."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from forensic_id.vision.template import TEMPLATE, Points, as_points, eye_distance

_DEPTH_OVER_EYE_DISTANCE = np.array([0.0, 0.0, 0.62, 0.12, 0.12])
"""How far eyes, nose tip and mouth corners stand out of the face, over the eye distance (mean adult head)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadPose:
    """Angles in degrees; 0 is upright and frontal.

    `roll` is positive when the picture shows the head turned clockwise, `yaw` when the nose points to the picture's
    right, `pitch` when it points down.
    """

    roll: float
    yaw: float
    pitch: float


def estimate_pose(points: Points) -> HeadPose:
    """The pose of a head with these five points, float64 (5, 2).

    Roll is the direction of the eye line and of the line from eyes to mouth, averaged. Yaw and pitch follow from
    where the nose tip stands against the plane of eyes and mouth, as DeMenthon and Davis (IJCV 15, 1995) recover
    rotation under scaled orthography, with the template as the frontal face; good to some 10 degrees.
    """
    roll = _roll(points)
    cosine, sine = np.cos(-roll), np.sin(-roll)
    upright = points @ np.array([[cosine, -sine], [sine, cosine]]).T
    offset, length = _nose_offset(upright)
    neutral, neutral_length = _nose_offset(as_points(TEMPLATE))
    depth = float(_DEPTH_OVER_EYE_DISTANCE[2] - 0.5 * _DEPTH_OVER_EYE_DISTANCE[3])
    depth *= eye_distance(as_points(TEMPLATE)) / neutral_length
    across, down = (offset / length - neutral / neutral_length) / depth
    return HeadPose(
        roll=float(np.degrees(roll)),
        yaw=float(np.degrees(np.arcsin(np.clip(across, -1.0, 1.0)))),
        pitch=float(np.degrees(np.arcsin(np.clip(down, -1.0, 1.0)))),
    )


def _roll(points: Points) -> float:
    eyes = points[1] - points[0]
    down = points[3:].mean(axis=0) - points[:2].mean(axis=0)
    # The sum of the eye line and the eyes-to-mouth line turned by a quarter: their mean direction.
    return float(np.arctan2(eyes[1] - down[0], eyes[0] + down[1]))


def _nose_offset(points: Points) -> tuple[Points, float]:
    """The nose tip from the midpoint between eyes and mouth (x, y), and the longer of the face's two lengths.

    A turned head shortens the eye line, a nodding one the line from eyes to mouth: the longer one keeps the scale.
    """
    eyes, mouth = points[:2].mean(axis=0), points[3:].mean(axis=0)
    template_ratio = 40.69 / 35.24
    length = max(eye_distance(points) * template_ratio, float(np.hypot(*(mouth - eyes))))
    return points[2] - 0.5 * (eyes + mouth), length
