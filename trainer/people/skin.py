"""Colour of the skin: tone, flushed and shaded zones, mottling, freckles, moles and scars."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import Field, Frame, blur, curve, gauss, groove, line, noise, over, pair
from trainer.people.light import to_linear
from trainer.people.shape import FaceShape

_TONES = np.array(
    [
        (0.925, 0.765, 0.685),
        (0.885, 0.705, 0.605),
        (0.825, 0.640, 0.525),
        (0.745, 0.555, 0.430),
        (0.625, 0.440, 0.325),
        (0.500, 0.335, 0.245),
        (0.385, 0.250, 0.185),
        (0.285, 0.185, 0.145),
    ]
)


@dataclass(frozen=True, kw_only=True)
class Skin:
    """Lasting properties of a skin; ``tone`` from 0 (palest) to 1 (darkest), strengths from 0 to 1, places in cm."""

    tone: float
    warmth: float
    redness: float
    mottling: float
    freckles: float
    moles: tuple[tuple[float, float, float], ...]
    scar: tuple[float, float, float, float] | None
    texture_seed: int


def skin_colour(skin: Skin) -> tuple[float, float, float]:
    """Base colour of the skin in linear light."""
    place = np.clip(skin.tone, 0, 1) * (len(_TONES) - 1)
    index = np.arange(len(_TONES))
    r, g, b = (float(np.interp(place, index, _TONES[:, channel])) for channel in range(3))
    warm = 0.03 * skin.warmth
    return to_linear((r + 0.3 * warm, g + 0.25 * warm, b - warm))


def skin_albedo(frame: Frame, skin: Skin, shape: FaceShape, *, age: float, flush: float) -> Field:
    """Reflectance of the facial skin ``(h, w, 3)`` in linear light; ``flush`` reddens the passing moment."""
    rng = np.random.default_rng(skin.texture_seed)
    base = np.asarray(skin_colour(skin), np.float32)
    albedo = np.broadcast_to(base, (*frame.shape, 3)).copy()
    albedo = _zones(frame, albedo, skin, shape, flush)
    uneven = 0.045 * noise(rng, frame, 2.4, 3) + 0.035 * noise(rng, frame, 0.5, 2)
    strength = 0.2 + 0.65 * skin.mottling + 0.3 * min(1.0, age / 75)
    shift = np.stack([0.55 * uneven, uneven, 1.15 * uneven], axis=-1) * np.float32(strength)
    albedo = albedo * (1 - shift)
    albedo = _freckles(frame, albedo, skin, rng, age)
    albedo = _marks(frame, albedo, skin)
    return np.clip(albedo, 0.004, 1).astype(np.float32)


def skin_bumps(frame: Frame, skin: Skin, *, age: float) -> Field:
    """Pores and fine roughness as a relief in cm."""
    rng = np.random.default_rng(skin.texture_seed + 1)
    fine = blur(rng.standard_normal(frame.shape).astype(np.float32), 0.6) * 0.003
    coarse = noise(rng, frame, 0.22, 1) * np.float32(0.0004 + 0.0028 * skin.mottling + 0.00004 * age)
    return fine + coarse


def _zones(frame: Frame, albedo: Field, skin: Skin, shape: FaceShape, flush: float) -> Field:
    red = skin.redness + 0.5 * flush
    blood = 0.32 * pair(frame, (shape.eye_distance + 0.9, 3.4), (1.5, 1.2))
    blood += 0.34 * gauss(frame, (0, shape.nose_length - 0.7), (1.1, 0.8))
    blood += 0.2 * gauss(frame, (0, shape.chin_level - 1.0), (1.4, 0.8))
    blood += 0.1 * gauss(frame, (0, -4.8), (3.5, 1.6))
    dark = 0.35 * pair(frame, (shape.eye_distance - 0.3, 0.75), (1.1, 0.5)) * (0.35 + shape.eye_bag)
    dark += 0.22 * pair(frame, (shape.eye_distance, -0.75), (1.4, 0.55))
    lightness = (1 - skin.tone) ** 0.5
    blush = (
        (np.float32(0.25 + 0.9 * red) * blood)[..., None]
        * np.array([0.06, 0.30, 0.30], np.float32)
        * np.float32(lightness)
    )
    tired = dark[..., None] * np.array([0.30, 0.40, 0.30], np.float32)
    return np.asarray(albedo * (1 - blush) * (1 - np.float32(0.8) * tired), np.float32)


def _freckles(frame: Frame, albedo: Field, skin: Skin, rng: np.random.Generator, age: float) -> Field:
    spots = noise(rng, frame, 0.2, 1)
    amount = max(skin.freckles, 0.3 * max(0.0, (age - 55) / 25) * (0.3 + skin.mottling))
    if amount < 0.08:
        return albedo
    place = gauss(frame, (0, 2.2), (4.6, 2.4)) + 0.6 * gauss(frame, (0, -5), (4.5, 2.0))
    mask = np.clip((spots - np.float32(2.1 - 1.1 * amount)) * 1.6, 0, 1) * np.clip(place * 1.3, 0, 1)
    colour = tuple(float(c * f) for c, f in zip(skin_colour(skin), (0.62, 0.42, 0.33), strict=True))
    return over(albedo, (colour[0], colour[1], colour[2]), (0.36 * mask).astype(np.float32))


def _marks(frame: Frame, albedo: Field, skin: Skin) -> Field:
    base = skin_colour(skin)
    mole = (0.3 * base[0], 0.22 * base[1], 0.2 * base[2])
    for x, y, radius in skin.moles:
        albedo = over(albedo, mole, np.clip(1.3 * gauss(frame, (x, y), (radius, radius)) ** 1.5, 0, 0.85))
    if skin.scar is not None:
        x, y, length, angle = skin.scar
        t = np.linspace(-0.5, 0.5, 4)[:, None] * length
        path = (
            np.array([x, y])
            + t * np.array([np.cos(angle), np.sin(angle)])
            + 0.12 * np.array([np.sin(angle), np.cos(angle)]) * t**2
        )
        pale = (min(1.0, base[0] * 1.25), min(1.0, base[1] * 1.12), min(1.0, base[2] * 1.15))
        albedo = over(albedo, pale, np.clip(0.8 * line(frame, curve(path), 0.09, 0.035), 0, 0.8))
    return albedo


def scar_relief(frame: Frame, skin: Skin) -> Field:
    """Furrow of the scar and bumps of the moles in cm."""
    relief = np.zeros(frame.shape, np.float32)
    for x, y, radius in skin.moles:
        relief += 0.06 * gauss(frame, (x, y), (radius, radius))
    if skin.scar is not None:
        x, y, length, angle = skin.scar
        t = np.linspace(-0.5, 0.5, 6)[:, None] * length
        relief -= 0.05 * groove(frame, np.array([x, y]) + t * np.array([np.cos(angle), np.sin(angle)]), 0.12)
    return relief
