"""Facial hair: where it grows, stubble in the skin and grown beards with strands."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import Field, Frame, blur, fill, flow_texture, gauss, noise, ramp
from trainer.people.hair import strand_colour, strand_light
from trainer.people.head import Head
from trainer.people.light import Light
from trainer.people.mouth import Mouth
from trainer.people.shape import FaceShape

BEARDS = ("none", "stubble", "moustache", "goatee", "van dyke", "short", "full", "long", "chinstrap", "handlebar")


@dataclass(frozen=True, kw_only=True)
class BeardLayer:
    """Coverage of grown hair in [0, 1], its lit colour in linear light and the coverage below the chin's outline."""

    cover: Field
    colour: Field


def growth(frame: Frame, shape: FaceShape, head: Head, mouth: Mouth, kind: str) -> Field:
    """Where hair of a beard ``kind`` grows, in [0, 1]; ``stubble`` stands for the whole beard area."""
    lips = blur(np.maximum(mouth.upper, mouth.lower), 0.1 * frame.scale)
    level = shape.nose_length + shape.mouth_level
    moustache = _moustache(frame, shape, wide=kind in {"handlebar", "moustache"})
    chin = np.clip(1.5 * gauss(frame, (0, shape.chin_level - 0.7), (1.25, 1.25)) - 0.15, 0, 1)
    soul = np.clip(gauss(frame, (0, level + shape.lower_lip + 0.45), (0.42, 0.5)) * 1.2 - 0.2, 0, 1)
    sides = (
        np.clip(
            0.6 * gauss(frame, (-shape.mouth_width - 0.35, level + 0.6), (0.5, 1.4))
            + 0.6 * gauss(frame, (shape.mouth_width + 0.35, level + 0.6), (0.5, 1.4)),
            0,
            1,
        )
        * 1.6
    )
    cheek_line = frame.y - np.float32(1.6) - np.clip(np.float32(6.9) - np.abs(frame.x), 0, 5) * np.float32(0.95)
    jaw = ramp(-0.5, 0.8, cheek_line) * ramp(-1.5, 0.2, frame.y - 0.2)
    if kind == "moustache":
        area = moustache
    elif kind == "handlebar":
        area = np.maximum(moustache, np.clip(sides, 0, 1))
    elif kind == "goatee":
        area = np.maximum(np.maximum(moustache, chin), np.maximum(soul, np.clip(sides, 0, 1)))
    elif kind == "van dyke":
        area = np.maximum(np.maximum(0.9 * moustache, chin), soul)
    elif kind == "chinstrap":
        area = np.maximum(jaw * ramp(1.9, 1.2, head.inside), 0.8 * chin)
    else:
        area = np.maximum(np.maximum(jaw, moustache), np.maximum(chin, soul))
        area = np.maximum(area, np.clip(sides, 0, 1) * 0.9)
    return np.asarray(np.clip(area * (1 - ramp(0.2, 0.6, lips)), 0, 1), np.float32)


def _moustache(frame: Frame, shape: FaceShape, *, wide: bool) -> Field:
    base, level = shape.nose_length, shape.nose_length + shape.mouth_level
    half = shape.mouth_width + (0.35 if wide else 0.1)
    outline = np.array(
        [
            (0.0, base + 0.35),
            (0.9, base + 0.3),
            (0.65 * half, base + 0.75),
            (half, level - 0.25),
            (half + 0.15, level + 0.25),
            (half - 0.45, level + 0.05),
            (0.5 * half, level - 0.55 * shape.upper_lip),
            (0.0, level - 0.8 * shape.upper_lip),
        ]
    )
    closed = np.concatenate([outline, (outline * np.array([-1.0, 1.0]))[::-1]])
    thin = 1 - 0.45 * gauss(frame, (0, base + 0.7), (0.22, 0.9))
    result: Field = fill(frame, closed, 0.14) * thin
    return result


def stubble(frame: Frame, area: Field, *, strength: float, seed: int) -> Field:
    """Opacity of cropped or shaved hair within the skin."""
    rng = np.random.default_rng(seed)
    dots = np.clip(rng.standard_normal(frame.shape).astype(np.float32) - 0.55, 0, None)
    dots = np.clip(1.25 * blur(dots, 0.55), 0, 1)
    patches = np.clip(0.85 + 0.15 * noise(rng, frame, 1.2), 0.4, 1.2)
    soft = blur(area, 0.35 * frame.scale)
    result: Field = np.clip(soft * patches * (0.42 * strength + 0.75 * strength * dots), 0, 0.9).astype(np.float32)
    return result


def build_beard(
    frame: Frame,
    shape: FaceShape,
    head: Head,
    mouth: Mouth,
    *,
    kind: str,
    light: Light,
    colour: tuple[float, float, float],
    grey: float,
    seed: int,
) -> BeardLayer:
    """A grown beard of a ``kind`` in ``BEARDS`` other than ``none`` and ``stubble``."""
    rng = np.random.default_rng(seed)
    area = growth(frame, shape, head, mouth, kind)
    length = {"full": 0.7, "long": 2.6, "short": 0.12, "goatee": 0.4, "van dyke": 0.7}.get(kind, 0.05)
    overhang = _overhang(frame, shape, head, area, length)
    flow_x = 0.22 * np.tanh(frame.x) * ramp(0.5, 2.5, np.abs(frame.x))
    flow_y = np.ones_like(flow_x)
    angle = np.arctan2(flow_y, flow_x) + 0.35 * noise(rng, frame, 1.0)
    flow = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    both = np.stack([rng.standard_normal(frame.shape).astype(np.float32), noise(rng, frame, 0.35)], axis=-1)
    smeared = flow_texture(both, flow, 3, 1.7 * frame.scale / 17.8)
    strands, locks = (smeared[..., c] / max(1e-3, float(smeared[..., c].std())) for c in range(2))
    # One smooth swell over the jaw's edge, so that hair on the face and hair below it take the same light.
    base = np.where(head.inside > 0, head.height, 3.0 + 0.6 * head.inside)
    relief = blur(base, 0.9 * frame.scale) + 0.5 * blur(area, 0.4 * frame.scale) + 0.1 * locks
    lit = strand_light(relief.astype(np.float32), frame.scale, flow, strands, light=light)
    tint = strand_colour(frame, colour, grey, (strands, locks), rng) * lit[..., None]
    within = np.clip(blur(area, 0.1 * frame.scale) * 1.15, 0, 1)
    inside = ramp(0.22, 0.95, within + 0.16 * strands * ramp(0.02, 0.2, within)) * (0.72 if kind == "short" else 0.94)
    cover = np.maximum(inside * ramp(-0.1, 0.1, head.inside), overhang * ramp(0.25, 0.75, overhang + 0.1 * strands))
    return BeardLayer(cover=cover.astype(np.float32), colour=tint)


def _overhang(frame: Frame, shape: FaceShape, head: Head, area: Field, length: float) -> Field:
    """Hair that hangs over the outline of the jaw by ``length`` cm."""
    if length < 0.1:
        return np.zeros(frame.shape, np.float32)
    outline = head.outline
    low = ramp(2.5, 8.0, outline[:, 1].astype(np.float32)).astype(np.float64)
    centre = np.array([0.0, 2.0])
    direction = (outline - centre) / np.hypot(*(outline - centre).T)[:, None]
    grown = outline + direction * (low * length * (0.35 + 0.65 * np.clip(direction[:, 1], 0, 1)))[:, None]
    mask = fill(frame, grown, 0.12) * ramp(3.0, 6.0, frame.y)
    # Only below a jaw that is covered itself: carry the coverage of the jaw's edge outwards.
    carried = blur(area * ramp(-0.2, 0.3, head.inside), 0.9 * frame.scale) / np.maximum(
        blur(ramp(-0.2, 0.3, head.inside), 0.9 * frame.scale), 0.12
    )
    reach = np.clip(1.6 * carried, 0, 1) * ramp(
        shape.chin_width + 4.5, shape.chin_width + 2.0, np.abs(frame.x) * ramp(4, 9, frame.y)
    )
    return (mask * reach).astype(np.float32)
