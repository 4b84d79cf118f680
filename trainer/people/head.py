"""The head as a height field seen from the front: outline, dome and the forms under the skin."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import Field, Frame, Points, blur, curve, gauss, groove, pair, ramp
from trainer.people.shape import FaceShape

HEAD_CENTRE_Y = 0.5
HEAD_DEPTH = 9.0
_ANGLES = np.linspace(-np.pi, np.pi, 721)


@dataclass(frozen=True, kw_only=True)
class Head:
    """Relief of the head; ``radius`` is 0 in the middle and 1 on the outline, ``inside`` the depth within in cm."""

    height: Field
    radius: Field
    inside: Field
    outline: Points


def outline_points(shape: FaceShape, jowls: float) -> Points:
    """Closed outline of skull and jaw ``(n, 2)`` in cm, clockwise from the top."""
    chin, jaw = shape.chin_level, shape.jaw_level
    # Neighbouring widths of a skull go together; only part of each varies on its own.
    skull = 0.5 * (shape.skull_width + shape.cheek_width + 0.5)
    temple = 0.5 * (skull + shape.cheek_width) + 0.4 * (shape.temple_width - 7.0) - 0.05
    cheek = 0.75 * shape.cheek_width + 0.25 * (0.5 * (temple + shape.jaw_width) + 0.6)
    body = 0.35 * shape.jaw_body + 0.65 * (0.62 * shape.jaw_width + 0.55)
    chin_corner = 0.55 * body + 0.45 * shape.chin_width + 0.2
    right = np.array(
        [
            (0.0, -shape.skull_height),
            (0.52 * skull, -0.93 * shape.skull_height),
            (0.88 * skull, -0.68 * shape.skull_height),
            (skull, -0.36 * shape.skull_height),
            (temple, -1.0),
            (cheek, 1.6),
            (0.42 * cheek + 0.25 * shape.midface_width + 0.33 * shape.jaw_width + 0.12, 0.62 * jaw),
            (0.8 * shape.jaw_width + 0.2 * cheek + 0.3 * jowls, jaw),
            (0.45 * shape.jaw_width + 0.55 * body + 0.4 * jowls, jaw + 0.42 * (chin - jaw)),
            (chin_corner + 0.35 * jowls, jaw + 0.72 * (chin - jaw)),
            (shape.chin_width * 0.75, chin - 0.25),
        ]
    )
    left = right[1:][::-1] * np.array([-1.0, 1.0])
    bottom = np.array([(0.0, chin)])
    closed = np.concatenate([right, bottom, left])
    closed[:, 0] *= 1 + shape.asymmetry * np.sign(closed[:, 0])
    return closed


def _radius_table(outline: Points) -> Points:
    smooth = curve(outline, 16, closed=True) - np.array([0.0, HEAD_CENTRE_Y])
    angles = np.arctan2(smooth[:, 1], smooth[:, 0])
    order = np.argsort(angles)
    radii = np.hypot(smooth[:, 0], smooth[:, 1])[order]
    table = np.interp(_ANGLES, angles[order], radii, period=2 * np.pi)
    kernel = np.exp(-0.5 * (np.arange(-14, 15) / 7.0) ** 2)
    wrapped = np.concatenate([table[-15:-1], table, table[1:15]])
    result: Points = np.convolve(wrapped, kernel / kernel.sum(), "valid")
    return result


def build_head(frame: Frame, shape: FaceShape, *, jowls: float) -> Head:
    """Dome and broad forms of the head; nose, eyes and mouth are added by their own modules."""
    table = _radius_table(outline_points(shape, jowls))
    dy = frame.y - np.float32(HEAD_CENTRE_Y)
    angle = np.arctan2(dy, frame.x)
    reach = np.interp(angle, _ANGLES, table).astype(np.float32)
    distance = np.hypot(frame.x, dy)
    radius = (distance / reach).astype(np.float32)
    dome = np.sqrt(np.clip(1 - np.clip(radius, 0, 1) ** np.float32(2.5), 0, None)) * np.float32(HEAD_DEPTH)
    dome = dome + np.minimum(0, 1 - radius) * np.float32(8)
    directions = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1) * table[:, None]
    return Head(
        height=(dome + _forms(frame, shape)).astype(np.float32),
        radius=radius,
        inside=((1 - radius) * reach).astype(np.float32),
        outline=directions + np.array([0.0, HEAD_CENTRE_Y]),
    )


def _forms(frame: Frame, shape: FaceShape) -> Field:
    eye, chin = shape.eye_distance, shape.chin_level
    mouth = shape.nose_length + shape.mouth_level
    brow = -shape.brow_height
    relief = shape.forehead_bulge * gauss(frame, (0, -6.2), (4.2, 2.3))
    relief += 0.5 * shape.forehead_bulge * pair(frame, (2.7, -6.2), (1.5, 1.3))
    relief += shape.brow_ridge * pair(frame, (eye - 0.6, brow + 0.15), (1.9, 0.5), 0.08)
    relief += 0.7 * shape.brow_ridge * gauss(frame, (0, brow + 0.5), (1.1, 0.7))
    relief -= 1.25 * shape.eye_depth * pair(frame, (eye - 0.1, -0.3), (1.7, 0.95))
    relief -= 0.65 * shape.eye_depth * pair(frame, (eye - 1.45, -0.35), (0.55, 0.75))
    relief += 1.4 * shape.cheekbone * pair(frame, (eye + 1.25, 3.0), (1.4, 0.95), 0.3)
    relief += shape.cheek_fullness * pair(frame, (4.1, 0.5 * (mouth + shape.nose_length)), (1.4, 1.8))
    relief -= 0.35 * pair(frame, (3.6, 4.6), (1.0, 1.4), 0.3)
    relief -= 0.3 * pair(frame, (shape.temple_width - 0.6, -2.8), (0.9, 2.0))
    relief += shape.muzzle * gauss(frame, (0, mouth - 0.2), (2.5, 1.7))
    relief += shape.chin_bump * gauss(frame, (0, chin - 1.35), (0.75 * shape.chin_width, 0.95))
    relief -= 0.38 * gauss(frame, (0, 0.5 * (mouth + chin) - 0.55), (1.5, 0.4))
    if shape.chin_cleft > 0.2:
        cleft = np.array([(0.0, chin - 1.7), (0.02, chin - 1.1), (0.0, chin - 0.5)])
        relief -= 0.25 * shape.chin_cleft * groove(frame, cleft, 0.45)
    return relief


def aging_relief(frame: Frame, shape: FaceShape, *, wrinkles: float, rng: np.random.Generator) -> Field:
    """Folds and lines of a face, negative depths in cm; ``wrinkles`` runs from 0 (a child) to 1 (very old)."""
    eye, nose, mouth = shape.eye_distance, shape.nose_length, shape.nose_length + shape.mouth_level
    width = shape.mouth_width
    relief = np.zeros(frame.shape, np.float32)
    for side in (-1.0, 1.0):
        mirror = np.array([side, 1.0])
        fold = np.array(
            [
                (shape.nose_width + 0.05, nose - 1.0),
                (shape.nose_width + 0.55, nose + 0.1),
                (width + 0.25, mouth - 0.9),
                (width + 0.55, mouth + 0.25),
            ]
        )
        relief -= (0.05 + 0.24 * wrinkles) * groove(frame, curve(fold) * mirror, 0.55)
        relief -= 0.08 * wrinkles * groove(frame, curve(fold) * mirror, 0.16)
        bag = eye + np.array([-1.3, -0.5, 0.4, 1.2])
        trough = np.stack([bag, np.array([0.75, 1.25, 1.4, 1.1])], axis=1)
        depth = 0.06 + 0.22 * shape.eye_bag + 0.12 * wrinkles
        relief -= depth * groove(frame, curve(trough) * mirror, 0.35)
        relief += 0.7 * depth * gauss(frame, (side * eye, 0.85), (1.0, 0.25))
        if wrinkles > 0.25:
            marionette = np.array(
                [(width + 0.2, mouth + 0.2), (width + 0.35, mouth + 1.0), (width + 0.1, mouth + 1.9)]
            )
            relief -= 0.22 * (wrinkles - 0.2) * groove(frame, curve(marionette) * mirror, 0.3)
            relief -= _crows_feet(frame, (side * (eye + shape.eye_width + 0.25), 0.0), side, wrinkles, rng)
    if wrinkles > 0.2:
        relief -= _forehead_lines(frame, shape, wrinkles, rng)
    return relief


def _crows_feet(
    frame: Frame, start: tuple[float, float], side: float, wrinkles: float, rng: np.random.Generator
) -> Field:
    total = np.zeros(frame.shape, np.float32)
    for slope in (-0.45, -0.05, 0.35, 0.7):
        length = rng.uniform(0.7, 1.5)
        t = np.linspace(0, 1, 5)
        xs = start[0] + side * length * t
        ys = start[1] + 0.25 + slope * (0.4 + length * t) + 0.12 * t**2
        total += rng.uniform(0.05, 0.13) * (wrinkles - 0.15) * groove(frame, np.stack([xs, ys], axis=1), 0.1)
    return total


def _forehead_lines(frame: Frame, shape: FaceShape, wrinkles: float, rng: np.random.Generator) -> Field:
    total = np.zeros(frame.shape, np.float32)
    level = -shape.brow_height - 1.0
    for _ in range(int(rng.integers(2, 5))):
        half, wave, shift = rng.uniform(2.0, 4.2), rng.uniform(0.0, 0.35), rng.uniform(-0.5, 0.5)
        t = np.linspace(-1, 1, 14)
        ys = level + wave * np.cos(t * 5.0 + shift) + 0.25 * t**2 + 0.05 * rng.standard_normal(t.size).cumsum()
        total += rng.uniform(0.06, 0.17) * wrinkles * groove(frame, np.stack([shift + half * t, ys], axis=1), 0.16)
        level -= rng.uniform(0.7, 1.05)
    for side in (-1.0, 1.0):
        frown = np.array([(side * 0.5, -0.9), (side * 0.55, -1.6), (side * 0.4, -2.3)])
        total += rng.uniform(0.0, 0.2) * wrinkles * groove(frame, frown, 0.2)
    return total


def smooth_step_inside(head: Head, soft_cm: float) -> Field:
    """Mask of the head with an edge ``soft_cm`` wide."""
    return ramp(-soft_cm / 2, soft_cm / 2, head.inside)


def cavity(height: Field, scale: float) -> Field:
    """Hollows of the relief at several widths, in [0, 1]: where ambient light arrives less."""
    total = np.zeros_like(height)
    for width_cm, weight in ((0.18, 1.6), (0.5, 1.1), (1.4, 0.75)):
        hollow = blur(height, width_cm * scale) - height
        total += np.float32(weight / width_cm**0.5) * np.clip(hollow, 0, None)
    return np.clip(total, 0, 1)
