"""Neck, shoulders and clothes below the head."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import (
    Field,
    Frame,
    Points,
    blur,
    curve,
    fill,
    gauss,
    groove,
    line,
    noise,
    over,
    pair,
    ramp,
)
from trainer.people.light import Light, illuminate
from trainer.people.shape import FaceShape

CLOTHES = ("crew", "v-neck", "shirt", "hoodie", "turtleneck", "scoop", "jacket", "polo", "overall", "striped")
_OPENINGS = {
    "crew": (5.6, 14.6, 1.3),
    "v-neck": (5.2, 18.6, 0.7),
    "shirt": (4.8, 15.6, 0.75),
    "hoodie": (6.0, 15.4, 1.0),
    "turtleneck": (5.6, 10.9, 1.2),
    "scoop": (7.2, 17.3, 1.8),
    "jacket": (4.9, 17.5, 0.8),
    "polo": (5.0, 16.0, 0.75),
    "overall": (5.3, 15.2, 0.9),
    "striped": (5.8, 14.8, 1.3),
}


@dataclass(frozen=True, kw_only=True)
class Outfit:
    """Kind in ``CLOTHES``, its colours in linear light and a seed for its folds."""

    kind: str
    colour: tuple[float, float, float]
    second: tuple[float, float, float]
    seed: int


def paint_body(
    frame: Frame,
    ground: Field,
    shape: FaceShape,
    outfit: Outfit,
    *,
    skin: tuple[float, float, float],
    light: Light,
    head_shadow: Field,
) -> Field:
    """Neck and clothes over the ``ground`` picture in linear light; ``head_shadow`` darkens them under the chin."""
    rng = np.random.default_rng(outfit.seed)
    body = fill(frame, _body_outline(shape), 0.05)
    relief = _body_relief(frame, shape)
    tone = np.asarray(skin, np.float32) * (1 - 0.05 * noise(rng, frame, 1.5, 2))[..., None]
    lit = illuminate(relief, frame.scale, light, roughness=0.8)
    dim = 1 - np.float32(0.82) * head_shadow[..., None] * np.array([0.88, 0.97, 1.0], np.float32)
    picture = over(ground, tone * lit.diffuse * dim + 0.015 * lit.gloss[..., None] * dim, body)
    cloth, collar = _cloth_masks(frame, shape, outfit)
    folds = 0.5 * noise(rng, frame, 5.0, 2) + 0.06 * noise(rng, frame, 0.8, 1)
    fabric = illuminate(
        (relief + 0.35 * folds + 0.9 * blur(cloth, 0.4 * frame.scale) + 0.35 * collar).astype(np.float32),
        frame.scale,
        light,
        roughness=1.0,
    )
    colour = _pattern(frame, outfit, rng)
    shade = 1 - np.float32(0.5) * head_shadow[..., None]
    edge = blur(np.clip(cloth, 0, 1), 0.25 * frame.scale) * (1 - cloth)
    picture = picture * (1 - 0.5 * edge[..., None])
    picture = over(picture, colour * fabric.diffuse * shade, cloth)
    return _collar(frame, picture, shape, outfit, fabric.diffuse * shade)


def _body_outline(shape: FaceShape) -> Points:
    neck = shape.neck_width
    slope = 13.2 + 0.35 * (6.0 - neck)
    right = curve(
        np.array(
            [
                (neck - 0.1, 5.0),
                (neck, 9.5),
                (neck + 0.35, slope - 1.4),
                (neck + 2.2, slope + 0.3),
                (10.5, slope + 1.6),
                (13.6, slope + 2.9),
                (15.5, slope + 5.5),
                (16.0, 24.0),
            ]
        ),
        8,
    )
    return np.concatenate([right, (right * np.array([-1.0, 1.0]))[::-1]])


def _body_relief(frame: Frame, shape: FaceShape) -> Field:
    neck = np.float32(shape.neck_width + 1.0)
    column = 4.2 * np.sqrt(np.clip(1 - (frame.x / neck) ** 2, 0.0, 1))
    chest = 4.6 * np.sqrt(np.clip(1 - (frame.x / 16.5) ** 2, 0.0, 1)) + 0.12 * (frame.y - 14)
    lower = ramp(11.5, 15.5, frame.y)
    relief = column * (1 - lower) + chest * lower
    relief = relief + 0.22 * gauss(frame, (0, 11.6), (0.7, 0.8)) * (shape.neck_width > 5.0)
    for side in (-1.0, 1.0):
        cord = np.array([(side * 4.2, 8.5), (side * 2.8, 11.8), (side * 1.1, 14.4)])
        relief = relief + 0.2 * groove(frame, curve(cord), 0.9)
        bone = np.array([(side * 1.4, 15.0), (side * 5.0, 14.8), (side * 9.0, 14.9)])
        relief = relief + 0.22 * groove(frame, curve(bone), 0.8)
    relief = relief - 0.3 * gauss(frame, (0, 14.6), (0.6, 0.6))
    return blur(relief.astype(np.float32), 0.12 * frame.scale)


def _neckline(shape: FaceShape, kind: str) -> Points:
    half, depth, power = _OPENINGS[kind]
    half = max(half, 5.3) * shape.neck_width / 5.25 + 0.35
    s = np.linspace(-1, 1, 33)
    shoulder = 12.7 + 0.35 * (6.0 - shape.neck_width) if kind != "turtleneck" else 10.4
    y = shoulder + (max(depth, shoulder + 0.6) - shoulder) * (1 - np.abs(s) ** (1.9 * power))
    result: Points = np.stack([s * half, y], axis=1)
    return result


def _cloth_masks(frame: Frame, shape: FaceShape, outfit: Outfit) -> tuple[Field, Field]:
    body = _body_outline(shape)
    centre = np.array([0.0, 18.0])
    loose = body + 0.28 * (body - centre) / np.maximum(1.0, np.hypot(*(body - centre).T))[:, None] * 1.2
    line_points = _neckline(shape, outfit.kind)
    above = np.concatenate(
        [
            line_points,
            np.array(
                [(30.0, line_points[-1, 1] - 0.9), (30.0, -20.0), (-30.0, -20.0), (-30.0, line_points[0, 1] - 0.9)]
            ),
        ]
    )
    opening = fill(frame, above, 0.03)
    collar = (
        line(frame, line_points + np.array([0.0, 0.35]), 0.75, 0.06)
        if outfit.kind in {"crew", "v-neck", "scoop", "striped", "turtleneck"}
        else np.zeros_like(opening)
    )
    return fill(frame, loose, 0.05) * (1 - opening), collar


def _pattern(frame: Frame, outfit: Outfit, rng: np.random.Generator) -> Field:
    base, second = np.asarray(outfit.colour, np.float32), np.asarray(outfit.second, np.float32)
    weave = 1 + 0.02 * noise(rng, frame, 0.12)
    if outfit.kind == "striped":
        bands = ramp(-0.1, 0.1, np.sin(frame.y * np.float32(3.6) + 0.012 * frame.x**2).astype(np.float32))
        return np.asarray((base + (second - base) * bands[..., None]) * weave[..., None], np.float32)
    if outfit.kind == "jacket":
        inner = ramp(4.0, 3.6, np.abs(frame.x) + 0.18 * (frame.y - 19))
        return np.asarray((base + (second - base) * inner[..., None]) * weave[..., None], np.float32)
    result: Field = base * weave[..., None]
    return result


def _collar(frame: Frame, picture: Field, shape: FaceShape, outfit: Outfit, lit: Field) -> Field:
    kind, wide = outfit.kind, shape.neck_width / 5.4
    colour = np.asarray(outfit.colour, np.float32)
    if kind in {"shirt", "polo", "jacket", "overall"}:
        for side in (-1.0, 1.0):
            flap = np.array(
                [(4.9 * wide, 11.6), (5.9 * wide, 12.9), (3.7, 17.7), (1.9, 18.1), (0.25, 15.8), (3.3 * wide, 14.0)]
            ) * np.array([side, 1.0])
            mask = fill(frame, flap, 0.04)
            rim = blur(mask, 0.18 * frame.scale) * (1 - mask)
            picture = over(picture * (1 - 0.4 * rim[..., None]), colour * lit * np.float32(1.12), mask)
        picture = picture * (1 - 0.4 * line(frame, np.array([(0.2, 16.0), (0.3, 21.0)]), 0.07, 0.03)[..., None])
    elif kind == "hoodie":
        for side in (-1.0, 1.0):
            roll = curve(np.array([(5.3 * wide, 11.2), (6.6 * wide, 12.8), (4.9, 15.6), (1.2, 17.4)])) * np.array(
                [side, 1.0]
            )
            picture = picture * (1 - 0.4 * line(frame, roll + np.array([0.0, 0.9]), 0.5, 0.25)[..., None])
            picture = over(picture, colour * lit * np.float32(1.1), np.clip(line(frame, roll, 1.5, 0.12), 0, 1))
    elif kind in {"crew", "v-neck", "scoop", "striped", "turtleneck"}:
        seam = line(frame, _neckline(shape, kind) + np.array([0.0, 0.72]), 0.06, 0.03)
        picture = picture * (1 - 0.3 * seam[..., None])
    return picture


def chin_shadow(frame: Frame, head_mask: Field, light: Light) -> Field:
    """Soft shadow of the head on neck and chest in [0, 1]."""
    lx = light.direction[0] / max(0.4, light.direction[2])
    below = np.roll(head_mask, (round(1.9 * frame.scale), round(-0.9 * lx * frame.scale)), axis=(0, 1))
    near = blur(below, 0.5 * frame.scale)
    return np.clip(0.95 * near + 0.18 * pair(frame, (3.5, 11.5), (2.0, 2.5)), 0, 1)
