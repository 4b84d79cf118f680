"""Eyebrows: single hairs along an arched line."""

import cv2
import numpy as np

from trainer.people.canvas import Field, Frame, Points, blur, over
from trainer.people.shape import FaceShape


def brow_axis(shape: FaceShape, side: float, *, lift: float, frown: float) -> Points:
    """Middle line of a brow ``(n, 2)`` in cm from the inner to the outer end."""
    t = np.linspace(0, 1, 21)
    x = shape.brow_inner + shape.brow_length * 1.25 * t - 0.12 * frown * (1 - t)
    arch = shape.brow_arch * 1.05 * (np.sin(np.pi * np.clip(t, 0, 1) ** 1.35) - 0.15)
    y = -shape.brow_height + 0.25 - arch - shape.brow_tilt * (x - shape.eye_distance) * 1.4
    y = y + 0.9 * np.clip(t - 0.6, 0, 1) ** 1.5 - 0.35 * lift + 0.35 * frown * (1 - t) ** 2
    y = y + side * shape.eye_unevenness * 1.4
    result: Points = np.stack([side * x, y], axis=1)
    return result


def brow_hairs(
    frame: Frame,
    shape: FaceShape,
    *,
    lift: float,
    frown: float,
    groomed: float,
    seed: int,
) -> Field:
    """Coverage of both brows by hair in [0, 1]; ``groomed`` thins the outer part to a line."""
    rng = np.random.default_rng(seed)
    coverage = np.zeros(frame.shape, np.float32)
    for side in (-1.0, 1.0):
        axis = brow_axis(shape, side, lift=lift, frown=frown)
        coverage = np.maximum(coverage, _one_brow(frame, shape, axis, groomed, rng))
    return np.clip(coverage, 0, 1)


def _one_brow(frame: Frame, shape: FaceShape, axis: Points, groomed: float, rng: np.random.Generator) -> Field:
    sharp, soft = np.zeros(frame.shape, np.uint8), np.zeros(frame.shape, np.uint8)
    thickness = shape.brow_thickness * (1 - 0.3 * groomed)
    count = int(230 * shape.brow_density * (0.5 + shape.brow_thickness))
    for _ in range(count):
        t = float(rng.beta(1.15, 1.35))
        place = t * (len(axis) - 1)
        index = min(int(place), len(axis) - 2)
        root = axis[index] + (place - index) * (axis[index + 1] - axis[index])
        profile = min(1.0, 0.5 + 2.2 * t) * (1 - t**2.2) + 0.12
        off = float(rng.normal(0, 0.26)) * thickness * profile
        tangent = axis[index + 1] - axis[index]
        tangent = tangent / np.hypot(tangent[0], tangent[1])
        rise = 0.85 * np.exp(-5.0 * t) + 0.15 - 0.7 * off / max(thickness, 0.2) - 0.25 * t
        direction = np.array([tangent[0], tangent[1] - rise + float(rng.normal(0, 0.14))])
        direction = direction / np.hypot(direction[0], direction[1])
        length = (0.34 + 0.3 * thickness) * rng.uniform(0.6, 1.15)
        start = root + np.array([0.0, off])
        points = np.stack([start, start + length * direction])
        fixed = np.round(frame.pixels(points) * 16).astype(np.int32)
        cv2.polylines(sharp, [fixed], isClosed=False, color=255, thickness=1, lineType=cv2.LINE_AA, shift=4)
        cv2.polylines(soft, [fixed], isClosed=False, color=255, thickness=2, lineType=cv2.LINE_AA, shift=4)
    under = blur(soft.astype(np.float32) / np.float32(255), 0.1 * frame.scale)
    result: Field = np.clip(
        0.55 * blur(sharp.astype(np.float32) / np.float32(255), 0.4) + 0.72 * under * min(1.0, shape.brow_density),
        0,
        1,
    )
    return result


def paint_brows(picture: Field, coverage: Field, colour: tuple[float, float, float], exposure: Field) -> Field:
    """Paints the brow hair in linear light."""
    return over(picture, np.asarray(colour, np.float32) * exposure[..., None], 0.93 * coverage)
