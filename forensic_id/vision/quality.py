"""What a face image can be trusted for: measures and the warnings that follow from them.

A warning begins where a search loses some five points of recall@10 on held-out pairs damaged in known ways
(`python -m trainer quality-thresholds`, written to trainer/results/quality.md). Photos set the limits: sketches bear
more of every damage.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import FivePoints, QualityFinding, UInt8Array
from forensic_id.vision.alignment import invert_similarity, similarity_transform, transform_points
from forensic_id.vision.pose import estimate_pose
from forensic_id.vision.template import CROP_SIZE, TEMPLATE, as_points, eye_distance

FEWEST_EYE_PIXELS = 10.0
"""The template holds 35. Photos lose 1 point of recall@10 at 15 pixels, 5 at 10."""

LEAST_SHARPNESS = 0.0025
"""A blur of 6% of the eye distance in photos, of 9% in sketches; clear photos have 0.007 or more."""

DARKEST_MEAN, BRIGHTEST_MEAN = 0.1, 0.98
"""Sketches are fine on white paper up to 0.98; photos suffer from 0.91 on, but by then their contrast warns."""

LEAST_CONTRAST = 0.05
MOST_CLIPPED = 0.4
MOST_ROLL, MOST_YAW, MOST_PITCH = 30.0, 20.0, 25.0
"""Photos turned aside by 20 degrees or more lose 10 points. Of roll and pitch the data holds too few to tell."""

MOST_OUTSIDE = 0.18
_SMOOTHING = 1.0
"""Pixels of the crop: a thirty-fifth of the eye distance."""

MOST_DISAGREEMENT = 0.05
"""Above 0.04 the landmarks are off by 10% of the eye distance in the mean, below 0.02 by 5%."""


def measure_quality(
    pixels: UInt8Array, crop: UInt8Array, landmarks: FivePoints, *, faces: int = 1, disagreement: float = 0.0
) -> tuple[QualityFinding, ...]:
    """All findings of a face: `pixels` uint8 (H, W, 3) is the image, `crop` uint8 (112, 112, 3) the aligned face.

    `faces` is the number found in the image, `disagreement` the landmark network's (see vision.landmarks).
    """
    grey = np.asarray(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY), dtype=np.float64) / 255.0
    return (
        _eye_distance(landmarks),
        _sharpness(grey),
        *_exposure(grey),
        *_pose(landmarks),
        _outside(pixels, landmarks),
        _landmark_doubt(disagreement),
        _faces(faces),
    )


def _eye_distance(landmarks: FivePoints) -> QualityFinding:
    value = eye_distance(as_points(landmarks))
    return _finding(
        "eye_distance_pixels",
        value,
        value < FEWEST_EYE_PIXELS,
        f"The eyes are only {value:.0f} pixels apart ({FEWEST_EYE_PIXELS:.0f} or more are needed): "
        "scan or crop the picture at a higher resolution.",
    )


def _sharpness(grey: NDArray[np.float64]) -> QualityFinding:
    """Energy of the Laplacian over that of the picture: high where fine detail carries much of the contrast.

    Smoothed a little first: the Laplacian of mere rounding to 8 bits is as strong as that of a blurred face.
    """
    smooth = cv2.GaussianBlur(grey, (0, 0), _SMOOTHING)
    laplacian = np.asarray(cv2.Laplacian(smooth, cv2.CV_64F), dtype=np.float64)
    value = float(laplacian.var() / max(float(grey.var()), 1e-4))
    return _finding(
        "sharpness", value, value < LEAST_SHARPNESS, "The face is blurred: use a sharper picture if there is one."
    )


def _exposure(grey: NDArray[np.float64]) -> tuple[QualityFinding, ...]:
    brightness, contrast = float(grey.mean()), float(grey.std())
    clipped = float(((grey <= 1.0 / 255.0) | (grey >= 254.0 / 255.0)).mean())
    if brightness < DARKEST_MEAN:
        told = "The face is very dark: use a better exposed picture if there is one."
    else:
        told = "The face is very bright and pale: use a better exposed picture if there is one."
    return (
        _finding("brightness", brightness, not DARKEST_MEAN <= brightness <= BRIGHTEST_MEAN, told),
        _finding(
            "contrast",
            contrast,
            contrast < LEAST_CONTRAST,
            "The face has little contrast: use a clearer picture.",
        ),
        _finding(
            "clipped",
            clipped,
            clipped > MOST_CLIPPED,
            f"{clipped:.0%} of the face is pure black or white: detail is lost there.",
        ),
    )


def _pose(landmarks: FivePoints) -> tuple[QualityFinding, ...]:
    pose = estimate_pose(as_points(landmarks))
    return (
        _finding(
            "roll_degrees",
            pose.roll,
            abs(pose.roll) > MOST_ROLL,
            f"The head is tilted by {abs(pose.roll):.0f} degrees: check that the landmarks are right.",
        ),
        _finding(
            "yaw_degrees",
            pose.yaw,
            abs(pose.yaw) > MOST_YAW,
            f"The head is turned aside by about {abs(pose.yaw):.0f} degrees: frontal pictures match more reliably.",
        ),
        _finding(
            "pitch_degrees",
            pose.pitch,
            abs(pose.pitch) > MOST_PITCH,
            f"The head is bent {'down' if pose.pitch > 0 else 'up'} by about {abs(pose.pitch):.0f} degrees: "
            "frontal pictures match more reliably.",
        ),
    )


def _outside(pixels: UInt8Array, landmarks: FivePoints) -> QualityFinding:
    """The share of the aligned crop that lies outside the image."""
    matrix = invert_similarity(similarity_transform(as_points(landmarks), as_points(TEMPLATE)))
    steps = np.arange(0.5, CROP_SIZE, 4.0)
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    seen = transform_points(matrix, grid)
    height, width = pixels.shape[:2]
    inside = (seen >= 0).all(axis=1) & (seen[:, 0] < width) & (seen[:, 1] < height)
    value = float(1.0 - inside.mean())
    return _finding(
        "outside_frame",
        value,
        value > MOST_OUTSIDE,
        f"{value:.0%} of the face lies outside the picture: cut off.",
    )


def _landmark_doubt(disagreement: float) -> QualityFinding:
    return _finding(
        "landmark_doubt",
        disagreement,
        disagreement > MOST_DISAGREEMENT,
        "The landmarks are uncertain: look at them, and set them by hand where they are off.",
    )


def _faces(count: int) -> QualityFinding:
    return _finding(
        "faces",
        float(count),
        count > 1,
        f"{count} faces were found; the largest and most central one was taken. Give a box to choose another.",
    )


def _finding(measure: str, value: float, warns: bool, sentence: str) -> QualityFinding:  # noqa: FBT001 - a table row
    return QualityFinding(measure=measure, value=value, warning=sentence if warns else None)
