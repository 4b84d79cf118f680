"""Spectacles: frames, lenses with a slight reflection and the shadow they cast."""

import numpy as np

from trainer.people.canvas import Field, Frame, Points, curve, fill, line, over, ramp
from trainer.people.shape import FaceShape

_FORMS = {
    "rectangular": (2.55, 1.55, 5.0, 0.2),
    "round": (2.15, 2.1, 2.0, 0.14),
    "aviator": (2.7, 2.25, 2.6, 0.1),
    "browline": (2.55, 1.75, 3.2, 0.12),
    "thin oval": (2.3, 1.5, 2.3, 0.09),
}


def lens_outline(shape: FaceShape, kind: str, side: float) -> Points:
    """Closed outline of a lens ``(n, 2)`` in cm."""
    half, high, power, _ = _FORMS[kind]
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    x = half * np.sign(np.cos(t)) * np.abs(np.cos(t)) ** (2 / power)
    y = high * np.sign(np.sin(t)) * np.abs(np.sin(t)) ** (2 / power)
    if kind == "aviator":
        y = y + 0.22 * np.clip(y, 0, None) * (-x / half)
    centre_x = max(shape.eye_distance + 0.1, half + 0.65)
    result: Points = np.stack([side * (centre_x + x), 0.35 + y], axis=1)
    return result


def paint_glasses(
    frame: Frame,
    picture: Field,
    shape: FaceShape,
    *,
    kind: str,
    colour: tuple[float, float, float],
    glare: float,
    exposure: Field,
) -> Field:
    """Paints a pair of glasses over a lit face in linear light."""
    thick = _FORMS[kind][3]
    rims, lenses = np.zeros(frame.shape, np.float32), np.zeros(frame.shape, np.float32)
    for side in (-1.0, 1.0):
        outline = lens_outline(shape, kind, side)
        lenses += fill(frame, outline, 0.03)
        rims = np.maximum(rims, line(frame, outline, thick, 0.015, closed=True))
        if kind == "browline":
            rims = np.maximum(rims, line(frame, outline[26:47], 0.34, 0.02))
        outer = outline[:, 0].max() if side > 0 else outline[:, 0].min()
        hinge = np.array([(outer, -0.55), (side * (shape.cheek_width + 0.25), -0.75)])
        rims = np.maximum(rims, line(frame, hinge, max(thick, 0.16), 0.02))
    inner = float(np.abs(lens_outline(shape, kind, 1.0)[:, 0]).min())
    bridge = curve(np.array([(-inner, -0.15), (0.0, -0.55), (inner, -0.15)]))
    rims = np.clip(np.maximum(rims, line(frame, bridge, thick + 0.03, 0.015)), 0, 1)
    down = round(0.28 * frame.scale)
    shadow = np.roll(rims, (down, 0), axis=(0, 1))
    picture = picture * (1 - 0.28 * shadow[..., None]) * (1 - 0.05 * lenses[..., None])
    streak = ramp(0.0, 1.2, 1.0 - np.abs(np.mod(frame.x + 0.8 * frame.y, np.float32(6.3)) - 2.2)) * ramp(
        1.5, -1.5, frame.y
    )
    picture = picture + (glare * 0.10 * lenses * streak)[..., None]
    shine = 1 + 1.4 * np.clip(np.roll(rims, (1, 1), axis=(0, 1)) - rims, 0, 1)
    return over(picture, np.asarray(colour, np.float32) * (exposure * shine)[..., None], 0.95 * rims)
