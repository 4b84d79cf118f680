"""Similarity alignment of a face to the template, in closed form, and the warp without aliasing."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import FivePoints, UInt8Array
from forensic_id.vision.template import CROP_SIZE, TEMPLATE, Points, as_points

Matrix = NDArray[np.float64]

OUTSIDE = 128
"""Grey where a wide view looks beyond the picture."""

_SMALLEST_SPREAD = 1e-3
"""Square pixels of variance below which five points count as one point."""


def similarity_transform(source: Points, target: Points) -> Matrix:
    """The similarity (rotation, uniform scale, shift) that maps source onto target with least squared error.

    Both are float64 (N, 2); the result is float64 (2, 3). Closed form of Umeyama, "Least-squares estimation of
    transformation parameters between two point patterns", IEEE PAMI 13(4), 1991, eqs. 40-43: never a mirror image.
    Raises InvalidInputError when the source points coincide.
    """
    source_mean, target_mean = source.mean(axis=0), target.mean(axis=0)
    source_centred, target_centred = source - source_mean, target - target_mean
    variance = float((source_centred**2).sum(axis=1).mean())
    if not np.isfinite(variance) or variance < _SMALLEST_SPREAD:
        raise InvalidInputError("The five landmarks lie on one spot. Place each on its own part of the face.")
    covariance = target_centred.T @ source_centred / len(source)
    left, singular, right = np.linalg.svd(covariance)
    signs = np.array([1.0, 1.0 if np.linalg.det(left) * np.linalg.det(right) > 0 else -1.0])
    rotation = (left * signs) @ right
    scale = float((singular * signs).sum()) / variance
    matrix = np.empty((2, 3), dtype=np.float64)
    matrix[:, :2] = scale * rotation
    matrix[:, 2] = target_mean - matrix[:, :2] @ source_mean
    return matrix


def transform_points(matrix: Matrix, points: Points) -> Points:
    """Map float64 (..., 2) points by a (2, 3) matrix."""
    mapped: Points = points @ matrix[:, :2].T + matrix[:, 2]
    return mapped


def invert_similarity(matrix: Matrix) -> Matrix:
    """The inverse (2, 3) of a (2, 3) transform."""
    inverse = np.empty((2, 3), dtype=np.float64)
    inverse[:, :2] = np.linalg.inv(matrix[:, :2])
    inverse[:, 2] = -inverse[:, :2] @ matrix[:, 2]
    return inverse


def warp(pixels: UInt8Array, matrix: Matrix, size: int, *, outside: int | None = None) -> UInt8Array:
    """Warp an image (H, W) or (H, W, C) by a similarity to (size, size[, C]) uint8.

    Outside the image its edge is repeated, or the grey value `outside` is seen.
    Only the part that is seen is touched, so that neither huge images nor OpenCV's limit of 32,767 pixels a side
    matter. When it shrinks more than twofold it is first averaged down (pixel area), so that nothing aliases.
    """
    region, offset = _seen_region(pixels, matrix, size)
    local = matrix.copy()
    local[:, 2] += matrix[:, :2] @ offset
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if scale < 0.5:  # noqa: PLR2004 - bilinear sampling reads 2x2 pixels: finer detail than that would alias
        region, factors = _averaged_down(region, 1.5 * scale)
        local[:, :2] /= factors
        # OpenCV counts pixel centres: (x + 0.5) * factor - 0.5 is where a centre goes, hence the half-pixel shift.
        local[:, 2] += local[:, :2] @ (0.5 * (1.0 - factors))
    mode = cv2.BORDER_REPLICATE if outside is None else cv2.BORDER_CONSTANT
    grey = (outside or 0,) * 4
    return np.asarray(
        cv2.warpAffine(region, local, (size, size), flags=cv2.INTER_LINEAR, borderMode=mode, borderValue=grey),
        dtype=np.uint8,
    )


def align_to_template(pixels: UInt8Array, landmarks: FivePoints) -> UInt8Array:
    """Warp the face with these five points onto the template: uint8 (112, 112, 3).

    Raises InvalidInputError when the points coincide.
    """
    matrix = similarity_transform(as_points(landmarks), as_points(TEMPLATE))
    return warp(pixels, matrix, CROP_SIZE)


class TemplateWarper:
    """The port FaceWarper."""

    def warp(self, pixels: UInt8Array, landmarks: FivePoints, *, size: int, field: float) -> UInt8Array:
        """Warp a picture so that its landmarks meet those of the template, which fills 1 / `field` of the result."""
        scale = size / (CROP_SIZE * field)
        target = (as_points(TEMPLATE) - CROP_SIZE / 2) * scale + size / 2
        return warp(pixels, similarity_transform(as_points(landmarks), target), size, outside=OUTSIDE)


def _seen_region(pixels: UInt8Array, matrix: Matrix, size: int) -> tuple[UInt8Array, Points]:
    """The part of the image that the warp reads, and its upper left corner (x, y)."""
    corners = np.array([[0, 0], [size, 0], [0, size], [size, size]], dtype=np.float64)
    seen = transform_points(invert_similarity(matrix), corners)
    height, width = pixels.shape[:2]
    margin = 4
    low = np.floor(seen.min(axis=0)).astype(np.int64) - margin
    high = np.ceil(seen.max(axis=0)).astype(np.int64) + margin
    limit = np.array([width, height], dtype=np.int64)
    low = np.clip(low, 0, limit - 1)
    high = np.clip(high, low + 1, limit)
    region = pixels[low[1] : high[1], low[0] : high[0]]
    return np.ascontiguousarray(region), low.astype(np.float64)


def _averaged_down(region: UInt8Array, factor: float) -> tuple[UInt8Array, Points]:
    """The region resized by about `factor` by pixel area, and the exact factors (x, y)."""
    height, width = region.shape[:2]
    new_width, new_height = max(1, round(width * factor)), max(1, round(height * factor))
    small = cv2.resize(region, (new_width, new_height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), np.array([new_width / width, new_height / height])
