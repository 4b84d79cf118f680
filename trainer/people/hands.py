"""Draughtsmen: each hand turns a tone picture of a face into a drawing.

Every hand takes ``tone`` ``(h, w)`` in [0, 1] (1 is paper) at twice the final size and gives a picture
``(h, w, 3)`` in [0, 1]; ``unit`` is the size of a pixel of a 256 pixels wide picture.
"""

from collections.abc import Callable

import cv2
import numpy as np

from trainer.people.canvas import Field, blur, ramp
from trainer.people.strokes import contours, hatching, paper_grain, stroke_texture, trembling

Hand = Callable[[np.random.Generator, Field, float], Field]


def soft_pencil(rng: np.random.Generator, tone: Field, unit: float) -> Field:
    """Graphite, rubbed and drawn: full tones, fine strokes, thin contours."""
    tone = trembling(rng, tone, amount_px=0.8 * unit, cell_px=24 * unit)
    dark = np.clip(0.94 - tone, 0, 1) ** 1.15
    strokes = stroke_texture(rng, tone.shape, angle=float(rng.uniform(0.6, 1.1)), length=round(17 * unit))
    tooth = paper_grain(rng, tone.shape, coarse=1.6 * unit)
    shade = dark * (0.9 + 0.14 * strokes + 0.16 * tooth)
    edges = contours(tone, width_px=1.5 * unit, sharpness=22, threshold=0.012)
    ink = np.clip(0.92 * shade + 0.5 * edges * (0.85 + 0.2 * tooth), 0, 0.93)
    return _on_paper(ink, (0.965, 0.955, 0.93), (0.16, 0.16, 0.17), tooth)


def hatched(rng: np.random.Generator, tone: Field, unit: float) -> Field:
    """Pen or hard pencil: contours and crossed layers of parallel strokes on white paper."""
    tone = trembling(rng, tone, amount_px=1.2 * unit, cell_px=20 * unit)
    dark = blur(np.clip(0.9 - tone, 0, 1), 1.2 * unit)
    layers = ((0.8, 4.4, 0.16), (-0.55, 4.0, 0.36), (1.5, 3.6, 0.52), (0.2, 3.3, 0.66))
    ink = np.zeros_like(tone)
    for angle, pitch, threshold in layers:
        ink = np.maximum(
            ink,
            0.72 * hatching(rng, dark, angle=angle + rng.normal(0, 0.06), pitch=pitch * unit, threshold=threshold),
        )
    ink = np.maximum(ink, ramp(0.55, 0.95, np.clip(1 - tone, 0, 1)) * 0.85)
    edges = contours(tone, width_px=1.7 * unit, sharpness=30, threshold=0.010)
    tooth = paper_grain(rng, tone.shape, coarse=1.2 * unit)
    ink = np.clip(np.maximum(ink, 0.9 * edges) * (0.95 + 0.06 * tooth), 0, 1)
    return _on_paper(ink, (0.985, 0.982, 0.97), (0.12, 0.12, 0.14), 0.4 * tooth)


def charcoal(rng: np.random.Generator, tone: Field, unit: float) -> Field:
    """Charcoal on rough paper: broad smudged darks, heavy contours."""
    tone = trembling(rng, tone, amount_px=1.4 * unit, cell_px=30 * unit)
    smudged = 0.5 * blur(tone, 2.4 * unit) + 0.5 * tone
    dark = np.clip(1.0 - smudged - 0.05, 0, 1)
    dark = dark * dark * (3 - 2 * dark) * 0.75 + 0.3 * dark
    tooth = paper_grain(rng, tone.shape, coarse=2.6 * unit)
    strokes = stroke_texture(rng, tone.shape, angle=float(rng.uniform(0.3, 1.3)), length=round(25 * unit))
    deposit = ramp(-0.35, 0.75, dark * 1.5 - 0.35 + 0.16 * tooth + 0.07 * strokes) * (0.4 + 0.6 * dark)
    edges = contours(tone, width_px=2.4 * unit, sharpness=26, threshold=0.012)
    ink = np.clip(deposit + 0.62 * edges * np.clip(0.85 + 0.3 * tooth, 0, 1.3), 0, 0.96)
    return _on_paper(ink, (0.90, 0.88, 0.84), (0.08, 0.08, 0.08), tooth)


def toned_paper(rng: np.random.Generator, tone: Field, unit: float) -> Field:
    """Black and white chalk on grey or buff paper."""
    tone = trembling(rng, tone, amount_px=1.0 * unit, cell_px=26 * unit)
    tooth = paper_grain(rng, tone.shape, coarse=2.0 * unit)
    strokes = stroke_texture(rng, tone.shape, angle=float(rng.uniform(0.5, 1.2)), length=round(21 * unit))
    middle = 0.66
    dark = np.clip((middle + 0.1 - tone) / middle, 0, 1) * (0.92 + 0.15 * tooth + 0.12 * strokes)
    light = np.clip((tone - middle - 0.13) / (1 - middle), 0, 1) ** 1.5 * (0.8 + 0.25 * tooth + 0.15 * strokes)
    edges = contours(tone, width_px=1.8 * unit, sharpness=24, threshold=0.012)
    paper = ((0.68, 0.66, 0.62), (0.74, 0.68, 0.58), (0.62, 0.65, 0.67))[int(rng.integers(3))]
    drawn = _on_paper(np.clip(0.9 * dark + 0.5 * edges, 0, 0.95), paper, (0.1, 0.09, 0.09), tooth)
    white = np.clip(light, 0, 0.85)[..., None]
    return np.asarray(drawn + (np.float32(0.97) - drawn) * white, np.float32)


def composite(rng: np.random.Generator, tone: Field, unit: float) -> Field:
    """A composite from flat grey parts: few tones, hard edges, smooth as a screen print."""
    flat = (tone * 255).astype(np.uint8)
    for _ in range(2):
        flat = np.asarray(cv2.bilateralFilter(flat, 0, 28, 2.2 * unit), np.uint8)
    smooth = flat.astype(np.float32) / np.float32(255)
    steps = np.float32(7)
    level = smooth * steps
    base = np.floor(level)
    stepped = (base + ramp(0.35, 0.65, level - base)) / steps
    mixed = 0.65 * stepped + 0.35 * smooth
    edges = contours(smooth, width_px=1.3 * unit, sharpness=26, threshold=0.010)
    grey = np.clip(0.06 + 0.94 * mixed - 0.42 * edges, 0, 1)
    speckle = rng.standard_normal(tone.shape).astype(np.float32) * 0.008
    return np.repeat((grey + speckle)[..., None], 3, axis=2).astype(np.float32)


HANDS: dict[str, Hand] = {
    "soft pencil": soft_pencil,
    "hatched line": hatched,
    "charcoal": charcoal,
    "chalk on toned paper": toned_paper,
    "composite": composite,
}


def _on_paper(
    ink: Field, paper: tuple[float, float, float], pigment: tuple[float, float, float], tooth: Field
) -> Field:
    sheet = np.asarray(paper, np.float32) * (1 + np.float32(0.012) * tooth[..., None])
    result: Field = sheet + (np.asarray(pigment, np.float32) - sheet) * ink[..., None]
    return result.astype(np.float32)
