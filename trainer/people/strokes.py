"""Marks on paper: contours, hatching, grain and smudges on a tone picture in [0, 1] (0 black)."""

import cv2
import numpy as np

from trainer.people.canvas import Field, blur, ramp


def contours(tone: Field, *, width_px: float, sharpness: float, threshold: float) -> Field:
    """Darkness of drawn contours in [0, 1]: extended difference of Gaussians (Winnemoeller et al. 2012)."""
    near, far = blur(tone, width_px), blur(tone, 1.6 * width_px)
    difference = near - far
    return np.asarray(np.tanh(np.clip(-difference - threshold, 0, None) * sharpness), np.float32)


def paper_grain(rng: np.random.Generator, shape: tuple[int, int], *, coarse: float) -> Field:
    """Tooth of a drawing paper, about unit variance; ``coarse`` is the size of its grains in pixels."""
    white = rng.standard_normal(shape).astype(np.float32)
    fine = blur(white, 0.5 * coarse) - blur(white, 1.6 * coarse)
    return fine / np.float32(max(1e-6, float(fine.std())))


def hatching(rng: np.random.Generator, darkness: Field, *, angle: float, pitch: float, threshold: float) -> Field:
    """One layer of parallel lines, ``pitch`` pixels apart, that swell with the ``darkness`` above ``threshold``."""
    rows, columns = darkness.shape
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    wobble = cv2.resize(
        rng.standard_normal((9, 7)).astype(np.float32), (columns, rows), interpolation=cv2.INTER_CUBIC
    )
    across = x * np.float32(np.sin(angle)) + y * np.float32(np.cos(angle)) + np.float32(0.9 * pitch) * wobble
    along = x * np.float32(np.cos(angle)) - y * np.float32(np.sin(angle))
    # Every stroke starts and ends somewhere: a slow wave along each line, shifted from line to line.
    number = np.floor(across / np.float32(pitch))
    pressure = 0.72 + 0.28 * np.sin(along / np.float32(9 * pitch) + number * np.float32(2.4))
    ridge = np.abs(across / np.float32(pitch) - number - np.float32(0.5)) * 2
    thickness = np.clip((darkness - np.float32(threshold)) * 1.6, 0, 0.85)
    drawn = ramp(0.0, 0.3, thickness - ridge + 0.12) * (thickness > 0)
    return np.asarray(drawn * pressure * np.clip(thickness * 4, 0, 1), np.float32)


def stroke_texture(rng: np.random.Generator, shape: tuple[int, int], *, angle: float, length: int) -> Field:
    """Noise smeared along an angle, about unit variance: the grain of strokes laid side by side."""
    white = rng.standard_normal(shape).astype(np.float32)
    kernel = np.zeros((length, length), np.float32)
    centre, reach = length // 2, length / 2
    tip = (round(centre + reach * float(np.cos(angle))), round(centre - reach * float(np.sin(angle))))
    tail = (round(centre - reach * float(np.cos(angle))), round(centre + reach * float(np.sin(angle))))
    cv2.line(kernel, tail, tip, 1.0, 1, cv2.LINE_AA)
    smeared = np.asarray(cv2.filter2D(white, -1, kernel, borderType=cv2.BORDER_REFLECT), np.float32)
    return smeared / np.float32(max(1e-6, float(smeared.std())))


def trembling(rng: np.random.Generator, tone: Field, *, amount_px: float, cell_px: float) -> Field:
    """The picture as an unsteady hand draws it: displaced by smooth noise of ``amount_px``."""
    rows, columns = tone.shape[:2]
    grid = (max(3, round(rows / cell_px)), max(3, round(columns / cell_px)))
    shifts = [
        cv2.resize(rng.standard_normal(grid).astype(np.float32), (columns, rows), interpolation=cv2.INTER_CUBIC)
        * np.float32(amount_px)
        for _ in range(2)
    ]
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    moved = cv2.remap(tone, x + shifts[0], y + shifts[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.float32)
