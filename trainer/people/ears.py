"""Ears, modelled as a second relief beside the head."""

import numpy as np

from trainer.people.canvas import Field, Frame, Points, blur, curve, fill, gauss, groove
from trainer.people.shape import FaceShape


def ear_outline(shape: FaceShape, side: float) -> Points:
    """Closed outline of an ear ``(n, 2)`` in cm."""
    h, out = shape.ear_height, shape.ear_out
    root = 0.8 * shape.cheek_width + 0.2 * shape.temple_width
    lobe = 0.25 + 0.4 * shape.ear_lobe
    rough = np.array(
        [
            (-1.2, -0.72 * h),
            (0.15, -0.9 * h),
            (0.62 * out, -0.98 * h),
            (out, -0.72 * h),
            (1.02 * out, -0.25 * h),
            (0.8 * out, 0.25 * h),
            (0.52 * out, 0.55 * h),
            (lobe * out, 0.86 * h),
            (-0.1, 0.95 * h),
            (-1.0, 0.65 * h),
        ]
    )
    placed = rough + np.array([root, shape.ear_level])
    result: Points = curve(placed, 8, closed=True) * np.array([side * (1 + shape.asymmetry * side), 1.0])
    return result


def build_ears(frame: Frame, shape: FaceShape) -> tuple[Field, Field]:
    """Mask and relief (cm) of both ears; the relief is smooth beyond the mask so that edges shade cleanly."""
    mask, relief = np.zeros(frame.shape, np.float32), np.full(frame.shape, 0.2, np.float32)
    h, out = shape.ear_height, shape.ear_out
    for side in (-1.0, 1.0):
        outline = ear_outline(shape, side)
        mask = np.maximum(mask, fill(frame, outline, 0.04))
        centre = outline.mean(axis=0)
        rim = np.array([0.86, 0.92]) * (outline - centre) + centre
        relief = relief + 0.35 * groove(frame, rim[8:58], 0.34)
        bowl = (side * (abs(centre[0]) + 0.12 * out), shape.ear_level + 0.12 * h)
        relief = relief - 0.55 * gauss(frame, bowl, (0.36 * out, 0.28 * h))
        ridge = np.array(
            [(0.25 * out, -0.55 * h), (0.5 * out, -0.2 * h), (0.45 * out, 0.2 * h), (0.2 * out, 0.42 * h)]
        )
        root = np.array([0.8 * shape.cheek_width + 0.2 * shape.temple_width, shape.ear_level])
        relief = relief + 0.2 * groove(frame, curve(ridge + root) * np.array([side, 1.0]), 0.28)
    return mask, blur(relief.astype(np.float32), 0.05 * frame.scale)
