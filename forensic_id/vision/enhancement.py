"""Edits applied to pixels: the same bytes for the same picture and edit, on every run."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.edits import (
    CleanBackground,
    Contrast,
    Crop,
    Edit,
    Levels,
    Mirror,
    Rotate,
    geometry_of,
)
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import UInt8Array

_LONGEST_SIDE = 32_000
"""OpenCV's warps address fewer than 32,767 pixels a side."""

_CLIP_LIMIT = 3.0
_TILES = (8, 8)
"""Contrast-limited adaptive histogram equalisation (Zuiderveld, Graphics Gems IV, 1994) at full amount."""

_PAPER_SIDE = 256
"""The paper's brightness changes slowly: it is estimated on a picture of this longer side."""

_PAPER_REACH = 15
"""Pixels of that picture: lines and shading narrower than this do not count as paper."""


class SketchEnhancer:
    """Implements the port `SketchEditor`. Holds no state: threads may share it."""

    def apply(self, pixels: UInt8Array, edit: Edit) -> UInt8Array:
        """A new picture uint8 RGB; `pixels` uint8 RGB (H, W, 3) stay as they are. Raises InvalidInputError."""
        height, width = pixels.shape[:2]
        geometry = geometry_of((edit,), width=width, height=height)
        match edit:
            case Crop():
                made = pixels[edit.y : edit.y + edit.height, edit.x : edit.x + edit.width]
            case Mirror():
                made = pixels[:, ::-1]
            case Rotate():
                made = _turned(pixels, edit, geometry.matrix, (geometry.width, geometry.height))
            case Levels():
                made = _level_table(edit)[pixels]
            case Contrast():
                made = _with_local_contrast(pixels, edit.amount)
            case CleanBackground():
                made = _cleaned(pixels, edit.strength)
        return np.ascontiguousarray(made, dtype=np.uint8)


def _turned(pixels: UInt8Array, edit: Rotate, matrix: NDArray[np.float64], size: tuple[int, int]) -> UInt8Array:
    if edit.quarter_turns is not None:
        return np.rot90(pixels, -edit.quarter_turns)
    if max(*size, *pixels.shape[:2]) > _LONGEST_SIDE:
        raise InvalidInputError("The picture is too large to be turned by this angle: crop it first.")
    turned = cv2.warpAffine(
        pixels, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=_paper(pixels)
    )
    return np.asarray(turned, dtype=np.uint8)


def _paper(pixels: UInt8Array) -> tuple[int, int, int]:
    """The median colour along the border."""
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    red, green, blue = (int(value) for value in np.median(border, axis=0))
    return red, green, blue


def _level_table(edit: Levels) -> UInt8Array:
    """What each of the 256 values becomes."""
    share = np.clip((np.arange(256.0) - edit.black) / (edit.white - edit.black), 0.0, 1.0)
    return np.rint(255.0 * share ** (1.0 / edit.gamma)).astype(np.uint8)


def _with_local_contrast(pixels: UInt8Array, amount: float) -> UInt8Array:
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2YCrCb)
    equalised = cv2.createCLAHE(clipLimit=_CLIP_LIMIT, tileGridSize=_TILES).apply(luma[:, :, 0])
    difference = equalised.astype(np.float32) - luma[:, :, 0]
    luma[:, :, 0] = np.clip(np.rint(luma[:, :, 0] + np.float32(amount) * difference), 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(luma, cv2.COLOR_YCrCb2RGB), dtype=np.uint8)


def _cleaned(pixels: UInt8Array, strength: float) -> UInt8Array:
    """The picture over its paper: where paper is all there is, the quotient is white."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _PAPER_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    grey = cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), size, interpolation=cv2.INTER_AREA)
    reach = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_PAPER_REACH, _PAPER_REACH))
    paper = cv2.GaussianBlur(cv2.dilate(grey, reach), (0, 0), _PAPER_REACH / 2)
    paper = np.maximum(cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR), 1).astype(np.float32)
    gain = 1.0 + np.float32(strength) * (255.0 / paper - 1.0)
    cleaned = np.empty_like(pixels)
    for channel in range(3):  # one at a time: floats of a large scan take four times its memory
        cleaned[:, :, channel] = np.clip(np.rint(pixels[:, :, channel] * gain), 0, 255)
    return cleaned
