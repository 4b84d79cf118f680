"""The landmark network: an hourglass that draws one heat map a point and takes its centre of mass."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class LandmarkNetwork(nn.Module):
    """Grey crops (N, 1, S, S) in [-1, 1] to points (N, 5, 2) in crop pixels; S is a multiple of 16.

    Integral regression (Sun et al., ECCV 2018): the expectation under a softmax over each map is differentiable and
    finer than the map's grid. Maps have half the crop's resolution and come out of a small hourglass (Newell et
    al., ECCV 2016), whose coarse levels see the whole face and whose skips keep the place.
    """

    def __init__(self, *, crop_size: int, widths: Sequence[int]) -> None:
        """`widths`: channels at a half, a quarter, an eighth and a sixteenth of the crop's resolution."""
        super().__init__()
        half, quarter, eighth, sixteenth = widths
        self.to_quarter = nn.Sequential(*_block(1, half, kernel=5, stride=2), *_block(half, quarter, stride=2))
        self.to_eighth = nn.Sequential(*_block(quarter, eighth, stride=2), *_block(eighth, eighth))
        self.bottom = nn.Sequential(
            *_block(eighth, sixteenth, stride=2), *_block(sixteenth, sixteenth), *_block(sixteenth, eighth, kernel=1)
        )
        self.at_eighth = nn.Sequential(*_block(eighth, eighth), *_block(eighth, quarter, kernel=1))
        self.at_quarter = nn.Sequential(*_block(quarter, quarter), nn.Conv2d(quarter, 5 * 4, 3, padding=1))
        self.places: Tensor
        self.register_buffer("places", _pixel_centres(crop_size // 2, 2.0))

    def forward(self, crops: Tensor) -> Tensor:
        """Map (N, 1, S, S) to (N, 5, 2)."""
        quarter = self.to_quarter(crops)
        eighth = self.to_eighth(quarter)
        eighth = eighth + F.interpolate(self.bottom(eighth), scale_factor=2.0, mode="nearest")
        quarter = quarter + F.interpolate(self.at_eighth(eighth), scale_factor=2.0, mode="nearest")
        maps = F.pixel_shuffle(self.at_quarter(quarter), 2)
        return torch.softmax(maps.flatten(2), dim=2) @ self.places


def _block(inputs: int, outputs: int, *, kernel: int = 3, stride: int = 1) -> list[nn.Module]:
    return [
        nn.Conv2d(inputs, outputs, kernel, stride=stride, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    ]


def _pixel_centres(size: int, stride: float) -> Tensor:
    """The crop coordinates (x, y) of the centres of a size x size grid, row by row: (size * size, 2)."""
    steps = (torch.arange(size) + 0.5) * stride - 0.5
    return torch.stack(torch.meshgrid(steps, steps, indexing="xy"), dim=-1).reshape(-1, 2)
