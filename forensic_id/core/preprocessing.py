"""From an aligned crop to the numbers a network reads.

Training and search both call this, so they cannot drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from forensic_id.core.errors import DefectError
from forensic_id.core.records import FloatArray, UInt8Array

Array = TypeVar("Array", bound=Any)
"""A NumPy array or a tensor."""

CROP_SIZE = 112
PREPROCESSING_VERSION = 1
"""Raised with every change of `network_input`; a bundle names the version it was trained with."""

_DARKEST = 1 / 255
"""Mean that a black crop is taken to have."""

_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)
"""ITU-R BT.601-7, 2.5.1: luma of red, green, blue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoTones:
    """How the tones of photos are brought nearer to those of drawings before a network reads them.

    A grey g in [0, 1] becomes level * (g / mean of the crop) ** exponent, at most 1. An exponent below 1 lightens
    shadows and flattens skin, as who draws does; after the division it no longer matters how a photo was exposed.
    """

    exponent: float
    level: float

    def applied(self, inputs: Array) -> Array:
        """Map network inputs of photos (N, 1, S, S) in [-1, 1] to the same range.

        Takes an array for the search, a tensor on any device for training; what it calls is the same of both.
        """
        grey = (inputs + 1) * 0.5
        mean = grey.mean(axis=(1, 2, 3), keepdims=True).clip(_DARKEST, None)
        toned: Array = (self.level * (grey / mean) ** self.exponent).clip(None, 1) * 2 - 1
        return toned


def network_input(crops: UInt8Array) -> FloatArray:
    """Map uint8 RGB crops (N, 112, 112, 3) to grey float32 (N, 1, 112, 112) in [-1, 1].

    Each pixel is the luma over 127.5, less one. Raises DefectError for another shape or type.
    """
    if crops.ndim != 4 or crops.shape[1:] != (CROP_SIZE, CROP_SIZE, 3) or crops.dtype != np.uint8:  # noqa: PLR2004
        raise DefectError(f"Crops must be uint8 (N, {CROP_SIZE}, {CROP_SIZE}, 3), not {crops.dtype} {crops.shape}.")
    red, green, blue = (crops[..., channel].astype(np.float32) * _LUMA[channel] for channel in range(3))
    grey = red + green + blue
    return np.ascontiguousarray((grey / np.float32(127.5) - np.float32(1.0))[:, None])
