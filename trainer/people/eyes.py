"""Eyes: the opening between the lids, eyeball and iris, lashes and the fold of the upper lid."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import Field, Frame, Points, fill, gauss, groove, line, over, ramp
from trainer.people.shape import FaceShape


@dataclass(frozen=True, kw_only=True)
class Lids:
    """Curves of one eye in head coordinates, from the inner to the outer corner, each ``(n, 2)`` in cm."""

    upper: Points
    lower: Points
    crease: Points
    centre: tuple[float, float]
    inner: tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the eyes are used in a picture: how far open (1 relaxed), where to, lashes and paint."""

    opening: float
    gaze: tuple[float, float]
    lashes: float
    liner: float
    shadow: float


def build_lids(shape: FaceShape, side: float, look: Look) -> Lids:
    """Lid curves of the eye on ``side`` (-1 is the left of the picture, the person's right)."""
    s = np.linspace(-1, 1, 33)
    skewed = s + shape.eye_skew * (1 - s * s)
    high = shape.eye_opening * look.opening * (1 - 0.25 * shape.lid_hood)
    upper = -high * (1 - np.abs(skewed) ** 2.1) ** 0.85
    lower = shape.eye_lower * (1 - np.abs(s - 0.18 * (1 - s * s)) ** 2.2)
    gap = np.clip(shape.lid_gap * (1 - 0.85 * shape.lid_hood), 0.03, None)
    crease = upper * 1.04 - gap * (1 - np.abs(s) ** 3) - 0.05 + 0.12 * shape.lid_hood * np.clip(s, 0, 1)
    # The Mongolian fold draws the inner corner down and over the lid.
    upper = upper + 0.12 * shape.epicanthus * np.exp(-((s + 0.9) ** 2) / 0.05)
    centre = (side * shape.eye_distance, side * shape.eye_unevenness)
    tilt = shape.eye_tilt
    half = shape.eye_width

    def place(values: Points, widen: float = 1.0) -> Points:
        along, across = s * half * widen, values
        x = np.cos(tilt) * along + np.sin(tilt) * across
        y = -np.sin(tilt) * along + np.cos(tilt) * across
        result: Points = np.stack([centre[0] + side * x, centre[1] + y], axis=1)
        return result

    outline = place(upper)
    return Lids(
        upper=outline,
        lower=place(lower),
        crease=place(crease, 1.06),
        centre=centre,
        inner=(float(outline[0, 0]), float(outline[0, 1])),
    )


def lid_relief(frame: Frame, shape: FaceShape, look: Look) -> Field:
    """Relief of eyeballs, lid folds and the fold's overhang in cm."""
    total = np.zeros(frame.shape, np.float32)
    for side in (-1.0, 1.0):
        lids = build_lids(shape, side, look)
        x, y = lids.centre
        total += 0.5 * gauss(frame, (x, y - 0.05), (1.05, 0.7))
        fold = 1 - 0.75 * shape.epicanthus
        total -= 0.16 * fold * groove(frame, lids.crease, 0.18)
        brim = lids.crease - np.array([0.0, 0.3])
        total += (0.05 + 0.22 * shape.lid_hood + 0.14 * shape.epicanthus) * groove(frame, brim, 0.45)
        total -= 0.06 * groove(frame, lids.lower + np.array([0.0, 0.17]), 0.16)
        total += 0.07 * groove(frame, lids.lower + np.array([0.0, 0.07]), 0.14)
    return total


@dataclass(frozen=True, kw_only=True)
class _Eye:
    """One eye to paint: the window of the picture around it, its lids and what belongs to it."""

    frame: Frame
    lids: Lids
    shape: FaceShape
    look: Look
    side: float


def paint_eyes(
    frame: Frame,
    picture: Field,
    shape: FaceShape,
    look: Look,
    *,
    iris: tuple[float, float, float],
    exposure: Field,
    glint: tuple[float, float],
    seed: int,
) -> Field:
    """Paints both eyes over a lit face in linear light.

    ``exposure`` ``(h, w)`` is what a matte white sheet would show there, ``glint`` the direction of the lamp.
    """
    rng = np.random.default_rng(seed)
    whole = picture.copy()
    for side in (-1.0, 1.0):
        lids = build_lids(shape, side, look)
        x, y = lids.centre
        part, where = frame.window((x - 2.7, x + 2.7), (y - 2.0, y + 1.8))
        eye = _Eye(frame=part, lids=lids, shape=shape, look=look, side=side)
        opening = fill(part, np.concatenate([lids.upper, lids.lower[::-1]]), 0.025)
        ball = _eyeball(eye, iris, glint, rng) * exposure[where][..., None]
        painted = over(_lid_shades(eye, whole[where]), ball, opening)
        whole[where] = _lashes(eye, painted, rng)
    return whole


def _lid_shades(eye: _Eye, picture: Field) -> Field:
    frame, lids, look = eye.frame, eye.lids, eye.look
    fold = 0.62 * (1 - 0.8 * eye.shape.epicanthus) * groove(frame, lids.crease, 0.1)
    picture = picture * (1 - np.clip(fold, 0, 0.75)[..., None] * np.array([0.7, 0.85, 0.9], np.float32))
    if look.shadow > 0:
        outline = np.concatenate([lids.upper, lids.crease[::-1] - np.array([0.0, 0.25])])
        paint = fill(frame, outline, 0.15)[..., None] * np.array([0.45, 0.5, 0.42], np.float32)
        picture = picture * (1 - np.float32(look.shadow) * paint)
    rim = np.clip(groove(frame, lids.lower + np.array([0.0, 0.05]), 0.07), 0, 1)
    wet = rim[..., None] * np.array([0.14, 0.07, 0.07], np.float32)
    return np.asarray(picture * (1 + wet), np.float32)


def _eyeball(
    eye: _Eye, iris: tuple[float, float, float], glint: tuple[float, float], rng: np.random.Generator
) -> Field:
    frame, lids, radius = eye.frame, eye.lids, eye.shape.iris_radius
    x0, y0 = lids.centre
    centre = (x0 + eye.look.gaze[0], y0 - 0.1 + eye.look.gaze[1])
    dx, dy = frame.x - np.float32(centre[0]), frame.y - np.float32(centre[1])
    distance = np.hypot(dx, dy)
    ball = np.hypot(frame.x - np.float32(x0), frame.y - np.float32(y0))
    white = np.array([0.48, 0.455, 0.435], np.float32)
    falloff = np.float32(0.42) * ramp(0.45, 1.5, ball)
    sclera = white * (1 - falloff[..., None] * np.array([0.7, 1.0, 1.0], np.float32))
    caruncle = gauss(frame, (lids.inner[0] + eye.side * 0.12, lids.inner[1] + 0.08), (0.17, 0.13))
    sclera = over(sclera, (0.50, 0.24, 0.21), np.clip(caruncle, 0, 0.9))
    coloured = _iris(dx, dy, radius, iris, rng)
    painted = over(sclera, coloured, ramp(radius + 0.045, radius - 0.03, distance))
    painted = over(painted, (0.006, 0.006, 0.007), ramp(0.275, 0.22, distance))
    # The upper lid and its lashes shade the top of the ball.
    shade = np.clip(line(frame, lids.upper, 0.5, 0.13), 0, 1)
    painted = painted * (1 - np.float32(0.85) * shade[..., None])
    spot = (centre[0] + 0.26 * glint[0], centre[1] + 0.2 * glint[1] - 0.08)
    catchlight = np.float32(0.8) * np.clip(1.6 * gauss(frame, spot, (0.05, 0.06)) - 0.15, 0, 1)
    return np.asarray(painted + catchlight[..., None], np.float32)


def _iris(dx: Field, dy: Field, radius: float, colour: tuple[float, float, float], rng: np.random.Generator) -> Field:
    angle = np.arctan2(dy, dx)
    rays = np.zeros_like(dx)
    for frequency in (9, 17, 31):
        rays += np.float32(rng.uniform(0.3, 0.6)) * np.cos(frequency * angle + np.float32(rng.uniform(0, 6.3)))
    inward = np.clip(np.hypot(dx, dy) / np.float32(radius), 0, 1)
    value = 1 + 0.22 * rays - 0.75 * ramp(0.72, 1.0, inward) + 0.25 * ramp(0.0, 0.5, dy / np.float32(radius))
    tint = np.asarray(colour, np.float32) * value[..., None]
    amber = np.array([1.25, 1.0, 0.7], np.float32)
    return np.asarray(tint * (1 + (amber - 1) * ramp(0.65, 0.4, inward)[..., None]), np.float32)


def _lashes(eye: _Eye, picture: Field, rng: np.random.Generator) -> Field:
    frame, lids, look, side = eye.frame, eye.lids, eye.look, eye.side
    thick = 0.045 + 0.05 * look.lashes + 0.07 * look.liner
    outer = lids.upper[-1] + np.array([side * (0.1 + 0.18 * look.liner), 0.02 - 0.08 * look.liner])
    edge = np.concatenate([lids.upper[1:], outer[None]])
    dark = line(frame, edge - np.array([0.0, 0.02]), thick, 0.022)
    lower = 0.34 * line(frame, lids.lower[6:], 0.05 + 0.03 * look.liner, 0.03) * (0.8 + look.liner)
    hairs = np.zeros(frame.shape, np.float32)
    for index in range(5, len(lids.upper)):
        along = index / (len(lids.upper) - 1)
        lean = side * (along - 0.38) * 0.5 + 0.05 * rng.standard_normal()
        length = (0.16 + 0.24 * look.lashes) * (0.5 + 0.7 * along)
        tip = lids.upper[index] + length * np.array([lean, -0.75 + 0.3 * (1 - along)])
        hairs += 0.5 * line(frame, np.stack([lids.upper[index], tip]), 0.028)
    alpha = np.clip(1.35 * dark + lower + np.clip(hairs, 0, 1) * (0.2 + 0.6 * look.lashes), 0, 0.94)
    return over(picture, (0.02, 0.013, 0.011), alpha * np.float32(0.72 + 0.28 * look.lashes))
