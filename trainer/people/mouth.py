"""The mouth: lip outlines, their relief and colour masks."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import Field, Frame, Points, blur, fill, gauss, groove, pair
from trainer.people.shape import FaceShape


@dataclass(frozen=True, kw_only=True)
class Mouth:
    """Masks of both lips and of the line between them, the relief in cm and both corners ``(x, y)`` in cm."""

    upper: Field
    lower: Field
    gap: Field
    relief: Field
    corners: tuple[tuple[float, float], tuple[float, float]]


def build_mouth(frame: Frame, shape: FaceShape, *, smile: float) -> Mouth:
    """Mouth of a face; ``smile`` from -1 (corners down) to 1 (a closed smile)."""
    half = shape.mouth_width * (1 + 0.14 * max(0.0, smile))
    level = shape.nose_length + shape.mouth_level
    s = np.linspace(-1, 1, 41)
    line_y = level + _lift(s, shape, smile)
    thin = 1 - 0.22 * max(0.0, smile)
    wide = np.abs(s)
    bow = (1 - wide**1.5) * (0.78 + 0.22 * np.exp(-0.5 * ((wide - 0.2) / 0.22) ** 2))
    peaks = np.exp(-0.5 * ((wide - 0.21) / 0.13) ** 2) - 1.1 * np.exp(-0.5 * (s / 0.1) ** 2)
    top = shape.upper_lip * thin * bow + 0.6 * shape.cupid * peaks
    bottom = shape.lower_lip * thin * (1 - s * s) ** 1.15
    line_points = np.stack([s * half, line_y], axis=1)
    upper_points = np.stack([s * half, line_y - np.clip(top, 0, None)], axis=1)
    lower_points = np.stack([s * half, line_y + np.clip(bottom, 0, None)], axis=1)
    upper = fill(frame, np.concatenate([upper_points, line_points[::-1]]), 0.05)
    lower = fill(frame, np.concatenate([line_points, lower_points[::-1]]), 0.07)
    gap = groove(frame, line_points, 0.1)
    relief = _relief(frame, shape, (upper, lower, gap), line_points[-1])
    left_end, right_end = line_points[0], line_points[-1]
    corners = ((float(left_end[0]), float(left_end[1])), (float(right_end[0]), float(right_end[1])))
    return Mouth(upper=upper, lower=lower, gap=np.clip(gap, 0, 1.2), relief=relief, corners=corners)


def _lift(s: Points, shape: FaceShape, smile: float) -> Points:
    corners = -(shape.mouth_curve + 0.32 * smile) * np.abs(s) ** 2.2
    dip = 0.35 * shape.cupid * (np.exp(-0.5 * (s / 0.16) ** 2) - 0.8 * np.exp(-0.5 * ((np.abs(s) - 0.38) / 0.2) ** 2))
    tilt = 1.5 * shape.asymmetry * s
    result: Points = corners + dip + tilt
    return result


def _relief(frame: Frame, shape: FaceShape, masks: tuple[Field, Field, Field], corner: Points) -> Field:
    upper, lower, gap = masks
    scale = frame.scale
    swell = 0.8 * blur(upper, 0.13 * scale) + 1.3 * blur(lower, 0.2 * scale)
    corner_x, corner_y = float(corner[0]), float(corner[1])
    pits = pair(frame, (corner_x + 0.05, corner_y), (0.3, 0.22))
    relief = shape.lip_fullness * swell - 0.2 * gap - 0.14 * pits
    under = gauss(frame, (0, shape.nose_length + shape.mouth_level + shape.lower_lip + 0.2), (1.0, 0.2))
    result: Field = relief - 0.12 * under
    return result
