"""From an aligned crop to the numbers a network reads.

Training and search both call this, so they cannot drift apart.
"""

from __future__ import annotations

import numpy as np

from forensic_id.core.errors import DefectError
from forensic_id.core.records import FloatArray, UInt8Array

CROP_SIZE = 112
PREPROCESSING_VERSION = 1
"""Raised with every change of `network_input`; a bundle names the version it was trained with."""

_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)
"""ITU-R BT.601-7, 2.5.1: luma of red, green, blue."""


def network_input(crops: UInt8Array) -> FloatArray:
    """Map uint8 RGB crops (N, 112, 112, 3) to grey float32 (N, 1, 112, 112) in [-1, 1].

    Each pixel is the luma over 127.5, less one. Raises DefectError for another shape or type.
    """
    if crops.ndim != 4 or crops.shape[1:] != (CROP_SIZE, CROP_SIZE, 3) or crops.dtype != np.uint8:  # noqa: PLR2004
        raise DefectError(f"Crops must be uint8 (N, {CROP_SIZE}, {CROP_SIZE}, 3), not {crops.dtype} {crops.shape}.")
    red, green, blue = (crops[..., channel].astype(np.float32) * _LUMA[channel] for channel in range(3))
    grey = red + green + blue
    return np.ascontiguousarray((grey / np.float32(127.5) - np.float32(1.0))[:, None])
