"""Known faults done to pictures of faces, in steps: what the quality measures must notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import UInt8Array
from forensic_id.vision.template import TEMPLATE, as_points, eye_distance

TEMPLATE_EYES = eye_distance(as_points(TEMPLATE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A fault in rising steps.

    `measure` is the quality measure that should notice it; `apply` maps a picture uint8 (H, W, 3), whose eyes are
    `TEMPLATE_EYES` pixels apart, and a level to a damaged picture of any size; `scale` is its new size over the old.
    """

    measure: str
    unit: str
    levels: tuple[float, ...]
    apply: Callable[[UInt8Array, float], UInt8Array]
    sides: tuple[str, ...] = ("photo", "sketch")
    """What it happens to."""
    changes_size: bool = False

    def scale(self, level: float) -> float:
        """Size of the damaged picture over that of the picture."""
        return level / TEMPLATE_EYES if self.changes_size else 1.0


def blurred(pixels: UInt8Array, level: float) -> UInt8Array:
    """Gaussian blur with a standard deviation of `level` percent of the eye distance."""
    deviation = level / 100.0 * TEMPLATE_EYES
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), deviation), dtype=np.uint8)


def shrunk(pixels: UInt8Array, level: float) -> UInt8Array:
    """Fewer pixels: the eyes are `level` pixels apart."""
    side = round(len(pixels) * level / TEMPLATE_EYES)
    return np.asarray(cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def darkened(pixels: UInt8Array, level: float) -> UInt8Array:
    """Less light on a sensor with noise: a mean of `level` in [0, 1], deviation of the noise 1%."""
    lit = pixels.astype(np.float64) * (255.0 * level / max(float(pixels.mean()), 1.0))
    noise = np.random.default_rng(0).normal(0.0, 2.55, pixels.shape[:2])[..., None]
    return _to_uint8(lit + noise)


def paled(pixels: UInt8Array, level: float) -> UInt8Array:
    """Moved towards white until the mean is `level` in [0, 1]."""
    dark = 255.0 - pixels
    return _to_uint8(255.0 - dark * (255.0 * (1.0 - level) / max(float(dark.mean()), 1.0)))


def flattened(pixels: UInt8Array, level: float) -> UInt8Array:
    """Contrast taken away: the standard deviation becomes `level` (of 1), where it was more."""
    mean, deviation = float(pixels.mean()), max(float(pixels.std()) / 255.0, 1e-3)
    return _to_uint8(mean + (pixels - mean) * min(1.0, level / deviation))


def clipped(pixels: UInt8Array, level: float) -> UInt8Array:
    """Contrast times `level` around the mean: ever more pure black and white."""
    mean = float(pixels.mean())
    return _to_uint8(mean + (pixels - mean) * level)


def cut_off(pixels: UInt8Array, level: float) -> UInt8Array:
    """The right `level` (of 1) of the aligned crop lies outside the picture."""
    margin = (len(pixels) - 112) // 2
    return np.ascontiguousarray(pixels[:, : margin + round(112 * (1.0 - level))])


def _to_uint8(pixels: NDArray[np.floating]) -> UInt8Array:
    return np.asarray(np.clip(np.rint(pixels), 0, 255), np.uint8)


DAMAGES: Mapping[str, Damage] = {
    "blur": Damage(measure="sharpness", unit="% of the eye distance", levels=(2, 4, 6, 9, 13), apply=blurred),
    "low resolution": Damage(
        measure="eye_distance_pixels", unit="pixels", levels=(24, 18, 14, 11, 8), apply=shrunk, changes_size=True
    ),
    "dark": Damage(
        measure="brightness", unit="mean", levels=(0.2, 0.1, 0.06, 0.04, 0.025), apply=darkened, sides=("photo",)
    ),
    "pale": Damage(measure="brightness", unit="mean", levels=(0.9, 0.95, 0.97, 0.985, 0.993), apply=paled),
    "flat": Damage(measure="contrast", unit="deviation", levels=(0.1, 0.06, 0.03, 0.02, 0.01), apply=flattened),
    "harsh": Damage(measure="clipped", unit="times", levels=(1.5, 2.5, 4, 7, 12), apply=clipped),
    "cut off": Damage(measure="outside_frame", unit="share", levels=(0.08, 0.16, 0.24, 0.32, 0.4), apply=cut_off),
}
