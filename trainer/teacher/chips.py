"""From our aligned crops to the pictures that dlib's recogniser was trained on."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.data.faces import CROP_SIDE, TEMPLATE_SIDE

CHIP_SIDE = 150
_MARGIN = (CROP_SIDE - TEMPLATE_SIDE) / 2
_CROP_EYES = ((38.2946 + _MARGIN, 51.6963 + _MARGIN), (73.5318 + _MARGIN, 51.5014 + _MARGIN))
"""Left and right eye of the 112x112 template (ArcFace's), in pixels of a crop."""
_PADDING = 0.25
_CHIP_EYES = tuple(
    tuple((_PADDING + place) / (1 + 2 * _PADDING) * CHIP_SIDE for place in eye)
    for eye in ((0.2273, 0.2214), (0.7528, 0.2212))
)
"""The same in pixels of a chip: middle of the eye's corners in dlib's mean face, a quarter of padding round it."""


def places_in_crop() -> tuple[Tensor, Tensor]:
    """Where the columns and rows of a chip lie, in pixels of a crop: (150,) each, partly beyond its lower edge."""
    (left, top), (right, low) = _CROP_EYES
    (chip_left, chip_top), (chip_right, chip_low) = _CHIP_EYES
    scale = (chip_right - chip_left) / (right - left)
    across = (torch.arange(CHIP_SIDE) - chip_left) / scale + left
    down = (torch.arange(CHIP_SIDE) - (chip_top + chip_low) / 2) / scale + (top + low) / 2
    return across, down


def places_in_template() -> tuple[Tensor, Tensor]:
    """The same in pixels of the 112x112 template."""
    across, down = places_in_crop()
    return across - _MARGIN, down - _MARGIN


def chips(crops: Tensor) -> Tensor:
    """Crops uint8 (N, 3, 128, 128) -> chips float (N, 3, 150, 150) in [0, 255], bilinear, edges repeated."""
    across, down = places_in_crop()
    rows, columns = torch.meshgrid(down, across, indexing="ij")
    places = torch.stack([columns, rows], dim=-1) * 2 / (CROP_SIDE - 1) - 1
    grid = places.expand(len(crops), -1, -1, -1)
    return F.grid_sample(crops.float(), grid, mode="bilinear", padding_mode="border", align_corners=True)
