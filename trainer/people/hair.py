"""Hair as a volume over the head with a combed texture: mask, flow of the strands and their light."""

from dataclasses import dataclass

import numpy as np

from trainer.people.canvas import Field, Frame, Points, blur, curve, fill, flow_texture, gauss, noise, over, ramp
from trainer.people.hair_styles import HairStyle
from trainer.people.head import HEAD_CENTRE_Y, Head
from trainer.people.light import Light, normals, unit
from trainer.people.shape import FaceShape


@dataclass(frozen=True, kw_only=True)
class HairLayer:
    """Hair before and behind the head: coverage in [0, 1], colours in linear light and a relief in cm."""

    front: Field
    back: Field
    colour: Field
    relief: Field


def build_hair(
    frame: Frame,
    shape: FaceShape,
    head: Head,
    style: HairStyle,
    *,
    light: Light,
    colour: tuple[float, float, float],
    grey: float,
    seed: int,
) -> HairLayer:
    """Hair of a head under a light; ``grey`` is the share of white hairs."""
    rng = np.random.default_rng(seed)
    outer = fill(frame, _outer_outline(shape, head, style))
    flow = _flow(frame, style, rng)
    strands, locks = _strands(frame, flow, style, rng)
    front = _front(frame, shape, style, strands, rng, outer=outer)
    back = (
        _edge(frame, fill(frame, _back_outline(shape, style)), strands, 0.6 * style.ragged)
        if style.back
        else np.zeros_like(front)
    )
    relief = _volume(frame, head, style) + (0.25 / (1 + 1.6 * style.curl)) * locks + 0.05 * strands
    lit = strand_light(relief, frame.scale, flow, strands, light=light)
    tint = strand_colour(frame, colour, grey, (strands, locks), rng)
    return HairLayer(front=front, back=back, colour=tint * lit[..., None], relief=relief)


def strand_light(relief: Field, scale: float, flow: tuple[Field, Field], strands: Field, *, light: Light) -> Field:
    """Light on hair with the highlights of fibres (Kajiya and Kay 1989)."""
    flow_x, flow_y = flow
    nx, ny, nz = normals(blur(relief, 0.06 * scale), scale)
    lx, ly, lz = unit(light.direction)
    body = np.clip((nx * np.float32(lx) + ny * np.float32(ly) + nz * np.float32(lz) + 0.35) / 1.35, 0, None)
    tangent_z = -(nx * flow_x + ny * flow_y) / np.maximum(nz, 0.15)
    length = np.sqrt(1 + tangent_z * tangent_z)
    hx, hy, hz = unit((lx, ly, lz + 1.0))
    along = (flow_x * np.float32(hx) + flow_y * np.float32(hy) + tangent_z * np.float32(hz)) / length
    across = np.sqrt(np.clip(1 - along * along, 0, 1))
    shine = 0.5 * across ** np.float32(18) + 0.9 * across ** np.float32(80) * np.clip(0.5 + 0.4 * strands, 0, 2)
    ambient = light.ambient * (0.7 - 0.3 * ny) + light.fill * np.clip(nz, 0, 1)
    value = light.key * body * (0.75 + 0.75 * shine * ramp(-0.1, 0.7, nz)) + ambient
    texture = np.clip(1 + 0.27 * strands, 0.25, 2.2)
    result: Field = (value * texture).astype(np.float32)
    return result


def strand_colour(
    frame: Frame,
    colour: tuple[float, float, float],
    grey: float,
    texture: tuple[Field, Field],
    rng: np.random.Generator,
) -> Field:
    """Colour of the hair ``(h, w, 3)`` in linear light with lighter and white strands."""
    strands, locks = texture
    base = np.asarray(colour, np.float32)
    tint = base * (1 + np.float32(0.18) * locks[..., None] * np.array([1.0, 0.9, 0.75], np.float32))
    white = np.array([0.27, 0.265, 0.26], np.float32)
    patches = 0.25 * strands + 0.14 * locks + 0.2 * noise(rng, frame, 4.0)
    where = ramp(1.3 - 2.6 * grey, 2.9 - 2.6 * grey, patches + 0.8) * np.float32(0.25 + 0.7 * grey)
    return np.asarray(np.clip(over(tint, white, where * np.float32(min(1.0, 4.0 * grey))), 0.002, 1), np.float32)


def _outer_outline(shape: FaceShape, head: Head, style: HairStyle) -> Points:
    outline = head.outline
    direction = outline - np.array([0.0, HEAD_CENTRE_Y])
    distance = np.hypot(direction[:, 0], direction[:, 1])
    upward = np.clip(-direction[:, 1] / distance, 0, 1)
    lift = style.sides + (style.top - style.sides) * upward**1.6
    skull: Points = outline + direction / distance[:, None] * lift[:, None]
    if style.end < 4.5:
        return skull
    crown = skull[skull[:, 1] < -4.0]
    crown = crown[np.argsort(np.arctan2(crown[:, 0], -crown[:, 1]))]
    wide = shape.skull_width + style.sides
    end = style.end
    hang = [
        (wide * 1.0, -1.0),
        (wide * 1.02, 3.0),
        (wide * 1.03, 0.5 * (3.5 + end)),
        (wide * 0.98, end - 1.2),
        (wide * 0.8, end),
        (wide * 0.45, end + 0.1),
    ]
    right = curve(np.array([tuple(crown[-1]), *hang]), 8)
    left = (right * np.array([-1.0, 1.0]))[::-1]
    return np.concatenate([crown, right, left])


def _back_outline(shape: FaceShape, style: HairStyle) -> Points:
    wide = shape.skull_width + 0.8 * style.sides
    return curve(
        np.array(
            [
                (-wide, -3.0),
                (0.0, -9.0),
                (wide, -3.0),
                (wide, 0.5 * style.back),
                (0.92 * wide, style.back - 0.8),
                (0.6 * wide, style.back),
                (-0.6 * wide, style.back),
                (-0.92 * wide, style.back - 0.8),
                (-wide, 0.5 * style.back),
            ]
        ),
        8,
        closed=True,
    )


def _opening(shape: FaceShape, style: HairStyle) -> Points:
    """Closed outline of the bare face within the hair."""
    top = -(style.fringe or style.hairline)
    cheek, temple = shape.cheek_width, shape.temple_width
    if style.bald_top:
        right = [(0.0, -17.0), (4.6, -17.0), (temple - 1.5, -7.0), (temple - 1.2, -4.6), (temple - 0.75, -2.4)]
    elif style.fringe:
        right = [(0.0, top), (2.6, top + 0.1), (4.6, top + 0.35), (temple - 1.1, top + 1.4), (temple - 0.85, -0.6)]
    else:
        recess = style.recess
        right = [
            (0.0, top),
            (1.7, top - 0.12 * recess),
            (3.3, top - 0.5 * recess + 0.1),
            (4.7, top + 1.1 - 0.75 * recess),
            (temple - 1.25, -3.9 - 0.3 * recess),
            (temple - 0.8, -2.0),
        ]
    if style.end >= 4.5:
        part = 0.25 if style.fringe else 0.0
        right += [
            (cheek - 0.7 + part, 1.5),
            (shape.midface_width - 0.5, 4.5),
            (shape.jaw_width - 0.2, 7.5),
            (shape.jaw_width - 0.6, 12.0),
            (3.6, 19.0),
        ]
    else:
        right += [(cheek - 0.75, 0.2), (cheek - 0.5, style.end + 0.8), (cheek - 0.2, 5.0), (0.0, 21.0)]
    half = curve(np.array(right), 8)
    result: Points = np.concatenate([half, (half * np.array([-1.0, 1.0]))[::-1]])
    return result


def _front(
    frame: Frame, shape: FaceShape, style: HairStyle, strands: Field, rng: np.random.Generator, *, outer: Field
) -> Field:
    wobble = 0.16 * noise(rng, frame, 1.1, 2) * style.ragged
    opening = blur(fill(frame, _opening(shape, style)), 0.26 * frame.scale)
    soft = 0.3 if style.cover > 0.9 else 0.5
    rough = 0.2 * strands * (0.5 + style.ragged) + wobble
    bare = ramp(0.5 - soft, 0.5 + soft, opening + 0.75 * rough * ramp(0.0, 0.25, opening) * ramp(0.96, 0.7, opening))
    covered = _edge(frame, outer, strands, style.ragged) * (1 - bare)
    if style.end < 4.5:
        covered = covered * ramp(style.end + 0.9, style.end - 0.5, frame.y + 0.5 * rough)
    else:
        fringe = 0.9 * np.clip(strands, -1.5, 1.5) * (0.5 + style.ragged)
        covered = covered * ramp(style.end + 0.4, style.end - 1.3, frame.y + fringe)
    if style.bun:
        covered = np.maximum(
            covered,
            _edge(frame, np.clip(1.4 * gauss(frame, (0, -shape.skull_height - 0.6), (1.9, 1.3)), 0, 1), strands, 0.5),
        )
    result: Field = (style.cover * covered).astype(np.float32)
    return result


def _edge(frame: Frame, mask: Field, strands: Field, ragged: float) -> Field:
    soft = blur(mask, (0.1 + 0.16 * ragged) * frame.scale)
    near = ramp(0.0, 0.2, soft) * ramp(1.0, 0.8, soft)
    return ramp(0.28, 0.72, soft + np.float32(0.13 * min(1.3, ragged + 0.15)) * strands * near)


def _flow(frame: Frame, style: HairStyle, rng: np.random.Generator) -> tuple[Field, Field]:
    x, y = frame.x, frame.y
    down = ramp(-11.5, -0.5, y)
    if style.comb == "side":
        away = np.tanh((x - np.float32(style.part)) * 2.0)
        vx, vy = away * (1 - 0.96 * down), 0.25 + 1.2 * down
        vx = vx - 0.15 * down * np.sign(x) * ramp(5, 12, y)
    elif style.comb == "down":
        vx, vy = 0.42 * x / 5 * (1 - down), 0.55 + down + 0.0 * x
    elif style.comb == "up":
        vx, vy = x * 0.14 + 0.2, -1.0 - 0.0 * y
    else:
        vx, vy = x, y + np.float32(3.0)
        vy = np.where(y > -3.0, -0.8 + 0.0 * y, np.minimum(vy, -0.5))
    angle = np.arctan2(vy, vx) + 0.1 * noise(rng, frame, 3.0)
    if style.curl > 0:
        wave = min(style.curl, 1.0)
        phase = noise(rng, frame, 4.0) * 1.6
        angle = angle + 0.85 * wave * np.sin(frame.y * np.float32(2.1) + phase)
    if style.curl >= 0.9:
        angle = angle + 2.2 * noise(rng, frame, 0.9 if style.curl < 1.5 else 0.45)
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)


def _strands(
    frame: Frame, flow: tuple[Field, Field], style: HairStyle, rng: np.random.Generator
) -> tuple[Field, Field]:
    unit_px = frame.scale / 17.8
    fine = rng.standard_normal(frame.shape).astype(np.float32)
    coarse = noise(rng, frame, 0.42)
    both = np.stack([fine, coarse], axis=-1)
    doublings = 5 if style.curl < 0.9 else (4 if style.curl < 1.5 else 3)
    smeared = flow_texture(both, flow, doublings, 1.6 * unit_px)
    strands = smeared[..., 0] / max(1e-3, float(smeared[..., 0].std()))
    locks = smeared[..., 1] / max(1e-3, float(smeared[..., 1].std()))
    if style.curl >= 0.9:
        locks = 0.6 * locks + 0.7 * noise(rng, frame, 0.8 if style.curl < 1.5 else 0.35)
    if style.comb == "cornrows":
        rows = np.sin(np.float32(2 * np.pi / 0.95) * frame.x / (1.0 + 0.03 * (frame.y + 4)))
        locks = 1.6 * rows.astype(np.float32) + 0.4 * noise(rng, frame, 0.3)
    return strands.astype(np.float32), locks.astype(np.float32)


def _volume(frame: Frame, head: Head, style: HairStyle) -> Field:
    wider = 1 + (0.5 * style.top + 0.5 * style.sides + 0.2) / 9
    radius = np.clip(head.radius / np.float32(wider), 0, 1)
    dome = 9.5 * np.sqrt(np.clip(1 - radius**2.3, 0, None))
    if style.end >= 4.5:
        hang = np.clip(1 - (np.abs(np.abs(frame.x) - 6.6) / 2.6) ** 2, 0, 1)
        dome = np.maximum(dome * ramp(9.0, 0.0, frame.y), 4.5 * np.sqrt(hang))
    return np.asarray(dome, np.float32)
