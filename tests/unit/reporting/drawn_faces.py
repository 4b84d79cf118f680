"""Faces drawn with a few ellipses, for pictures that show nobody."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from forensic_id.core.records import UInt8Array


def drawn_face(seed: int, *, width: int = 240, height: int = 300, sketch: bool = False) -> UInt8Array:
    """An invented face, uint8 RGB (height, width, 3); the same seed gives the same proportions."""
    rng = np.random.default_rng(seed)
    ground = (250, 249, 245) if sketch else (168, 178, 188)
    skin = ground if sketch else tuple(int(value) for value in np.array([222, 180, 150]) * rng.uniform(0.45, 1.05))
    ink = (40, 40, 44)
    image = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(image)
    wide, long = width * rng.uniform(0.26, 0.34), height * rng.uniform(0.34, 0.4)
    middle_x, middle_y = width / 2, height * 0.52
    face = (middle_x - wide, middle_y - long, middle_x + wide, middle_y + long)
    pen.ellipse((face[0] - 8, face[1] - 18, face[2] + 8, face[3] - long), fill=None if sketch else ink, outline=ink)
    pen.ellipse(face, fill=skin, outline=ink, width=2)
    gap = wide * rng.uniform(0.4, 0.5)
    for side in (-1, 1):
        eye_x, eye_y = middle_x + side * gap, middle_y - long * 0.15
        pen.ellipse((eye_x - 14, eye_y - 6, eye_x + 14, eye_y + 6), fill=(255, 255, 255), outline=ink)
        pen.ellipse((eye_x - 5, eye_y - 5, eye_x + 5, eye_y + 5), fill=ink)
        pen.line((eye_x - 16, eye_y - 16, eye_x + 16, eye_y - 16), fill=ink, width=int(rng.integers(2, 7)))
    pen.line((middle_x, middle_y - 8, middle_x - 8, middle_y + 30, middle_x + 8, middle_y + 30), fill=ink, width=2)
    mouth = middle_y + long * 0.5
    pen.arc((middle_x - 28, mouth - 12, middle_x + 28, mouth + 12), 10, 170, fill=ink, width=3)
    return np.asarray(image, dtype=np.uint8)
