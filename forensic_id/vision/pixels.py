"""From any Pillow mode to upright 8-bit RGB."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

_WHITE = (255, 255, 255, 255)
_FULL_SCALES = (1.0, 255.0, 65535.0)
_SIXTEEN_BIT_MODES = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_ALPHA_MODES = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})

_UPRIGHT: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF 2.32, tag 274 "Orientation": what brings the picture upright; 1 means that it is."""


def upright_rgb(image: Image.Image) -> NDArray[np.uint8]:
    """Upright RGB pixels uint8 (H, W, 3) of a loaded image; transparency is laid over white paper.

    16-bit values are scaled by 65535, 32-bit ones by the smallest of 1, 255, 65535 or their maximum that holds them.
    """
    orientation = _orientation(image)
    rgb = _as_rgb(image)
    if orientation in _UPRIGHT:
        rgb = rgb.transpose(_UPRIGHT[orientation])
    return np.array(rgb, dtype=np.uint8)


def _as_rgb(image: Image.Image) -> Image.Image:
    if image.mode in _SIXTEEN_BIT_MODES:
        return _grey(np.asarray(image).astype(np.float64) / 65535.0)
    if image.mode in {"I", "F"}:
        return _grey(_unit_scaled(np.asarray(image, dtype=np.float64)))
    if image.mode in _ALPHA_MODES or "transparency" in image.info:
        coloured = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", coloured.size, _WHITE), coloured).convert("RGB")
    return image.convert("RGB")


def _grey(unit: NDArray[np.float64]) -> Image.Image:
    return Image.fromarray(np.rint(np.clip(unit, 0.0, 1.0) * 255.0).astype(np.uint8)).convert("RGB")


def _unit_scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values of an unknown scale as 0..1; not-a-number and infinities count as black."""
    finite = np.where(np.isfinite(values), values, 0.0)
    largest = float(finite.max(initial=0.0))
    scale = next((full for full in _FULL_SCALES if largest <= full), largest)
    return np.asarray(finite / scale, dtype=np.float64)


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation; 1 (upright) where the EXIF block is damaged, as viewers do: the picture is whole."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # noqa: BLE001 - a damaged block raises whatever its parser stumbles over
        return 1
    return value if isinstance(value, int) else 1
