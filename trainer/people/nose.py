"""The nose: relief of bridge, tip and wings, and the dark of the nostrils."""

import numpy as np

from trainer.people.canvas import Field, Frame, curve, fill, gauss, groove, pair, ramp
from trainer.people.shape import FaceShape


def nose_relief(frame: Frame, shape: FaceShape, *, flare: float) -> Field:
    """Height of the nose over the face in cm; ``flare`` widens the wings (a smile does)."""
    base = shape.nose_length
    tip = base - 0.85 + 0.5 * shape.tip_drop
    top = -0.2
    along = np.clip((frame.y - np.float32(top)) / np.float32(tip - top), 0, 1.2)
    rise = shape.bridge_height + (shape.nose_projection - shape.bridge_height) * along**1.25
    rise = rise + shape.nose_hump * np.exp(-0.5 * ((along - 0.38) / 0.2) ** 2)
    # Root: the bridge sinks into the face towards the brow; base: it ends above the lip.
    rise = rise * ramp(top - 1.7, top + 0.9, frame.y)
    under = ramp(base + 0.4, base - 0.75 + 0.45 * shape.tip_drop, frame.y)
    rise = rise * under
    half = shape.bridge_width + (0.85 * shape.tip_width - shape.bridge_width) * along**2
    across = np.abs(frame.x - np.float32(shape.nose_bend) * np.sin(np.float32(np.pi) * np.clip(along, 0, 1))) / half
    relief = rise * (0.42 * np.exp(-((across / 1.3) ** 2.2)) + 0.58 * np.exp(-0.5 * (across / 1.6) ** 2))
    relief = relief + 0.42 * gauss(frame, (0, tip + 0.05), (0.72 * shape.tip_width, 0.55))
    wing = shape.nose_width * (1 + 0.06 * flare)
    relief = relief + (0.75 + 0.25 * shape.nostril) * pair(frame, (wing - 0.42, base - 0.48), (0.36, 0.4), 0.3)
    relief = relief - 0.3 * _wing_furrows(frame, wing, base)
    relief = relief - 0.1 * pair(frame, (shape.tip_width * 0.95, tip + 0.1), (0.2, 0.4), 0.4)
    relief = relief - 0.25 * nostrils(frame, shape)
    return np.asarray(relief + _philtrum(frame, shape), np.float32)


def nostrils(frame: Frame, shape: FaceShape) -> Field:
    """Mask of the nostril openings."""
    total = np.zeros(frame.shape, np.float32)
    base, size = shape.nose_length, 0.42 + 0.45 * shape.nostril
    t = np.linspace(0, 2 * np.pi, 24)
    for side in (-1.0, 1.0):
        out = 0.47 * size * np.cos(t)
        xs = 0.47 * shape.nose_width + out
        ys = base - 0.14 - 0.08 * shape.nostril + (0.09 + 0.12 * shape.nostril) * np.sin(t) - 0.3 * out - 0.4 * out**2
        total += fill(frame, np.stack([side * xs, ys], axis=1), 0.05)
    return np.clip(total, 0, 1)


def _wing_furrows(frame: Frame, wing: float, base: float) -> Field:
    total = np.zeros(frame.shape, np.float32)
    for side in (-1.0, 1.0):
        arc = np.array(
            [
                (wing - 0.42, base - 1.12),
                (wing - 0.02, base - 0.85),
                (wing + 0.05, base - 0.35),
                (wing - 0.25, base - 0.02),
            ]
        )
        total += groove(frame, curve(arc) * np.array([side, 1.0]), 0.22)
    return total


def _philtrum(frame: Frame, shape: FaceShape) -> Field:
    top, bottom = shape.nose_length + 0.25, shape.nose_length + shape.mouth_level - shape.upper_lip
    level = 0.5 * (top + bottom)
    spread = max(0.25, 0.4 * (bottom - top))
    ridges = pair(frame, (0.42, level), (0.17, spread)) - 1.3 * gauss(frame, (0, level), (0.22, spread))
    return np.asarray(0.1 * shape.philtrum * ridges, np.float32)
