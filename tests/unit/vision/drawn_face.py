"""A face drawn from ellipses, enough for the cascades: no real person is needed to test detection."""

from __future__ import annotations

import hashlib

import cv2
import numpy as np

from forensic_id.core.records import FivePoints, LoadedImage, UInt8Array

_SCALE = 16
_SHIFT = 4  # cv2 draws with 4 fractional bits


def drawn_face(
    width: int = 240, height: int = 280, *, centre: tuple[float, float] | None = None, size: float = 110.0
) -> UInt8Array:
    """A grey-skinned frontal face on light ground as RGB uint8 (height, width, 3); `size` is the head's width."""
    picture = np.full((height, width, 3), 205, dtype=np.uint8)
    return add_face(picture, centre or (width / 2, height / 2), size)


def add_face(picture: UInt8Array, centre: tuple[float, float], size: float) -> UInt8Array:
    """Draw a face onto a copy of the picture."""
    canvas = picture.copy()

    def ellipse(x: float, y: float, across: float, down: float, grey: int) -> None:
        place = (round((centre[0] + x * size) * _SCALE), round((centre[1] + y * size) * _SCALE))
        axes = (round(across * size * _SCALE), round(down * size * _SCALE))
        cv2.ellipse(canvas, place, axes, 0, 0, 360, (grey, grey, grey), -1, cv2.LINE_AA, _SHIFT)

    ellipse(0, -0.18, 0.53, 0.60, 45)  # hair
    ellipse(0, 0.0, 0.46, 0.64, 170)  # head
    for side in (-1, 1):
        ellipse(side * 0.20, -0.09, 0.13, 0.07, 110)  # eye socket
        ellipse(side * 0.20, -0.18, 0.13, 0.025, 55)  # brow
        ellipse(side * 0.20, -0.08, 0.09, 0.038, 225)  # white of the eye
        ellipse(side * 0.20, -0.08, 0.038, 0.038, 25)  # iris
        ellipse(side * 0.05, 0.17, 0.028, 0.018, 85)  # nostril
        ellipse(side * 0.27, 0.14, 0.09, 0.10, 180)  # cheek
    ellipse(0, 0.03, 0.045, 0.15, 195)  # ridge of the nose
    ellipse(0, 0.34, 0.165, 0.040, 95)  # mouth
    ellipse(0, 0.31, 0.165, 0.012, 60)
    ellipse(0, 0.50, 0.14, 0.03, 150)  # chin's shadow
    blurred = cv2.GaussianBlur(canvas, (0, 0), max(size / 110.0, 0.5))
    return np.asarray(blurred, dtype=np.uint8)


def drawn_landmarks(centre: tuple[float, float], size: float) -> FivePoints:
    """Where `add_face` puts the five points."""
    x, y = centre
    return (
        (x - 0.20 * size, y - 0.08 * size),
        (x + 0.20 * size, y - 0.08 * size),
        (x, y + 0.14 * size),
        (x - 0.165 * size, y + 0.33 * size),
        (x + 0.165 * size, y + 0.33 * size),
    )


def loaded(pixels: UInt8Array, name: str = "face.png") -> LoadedImage:
    """The pixels as if a file had been loaded."""
    data = pixels.tobytes()
    return LoadedImage(
        name=name,
        pixels=pixels,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="image/png",
        original_bytes=data,
    )
