"""An encoder of the form of dlib's face recogniser (King 2017), which can start from its public-domain weights."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from forensic_id.core.preprocessing import CROP_SIZE
from trainer.teacher.chips import places_in_template
from trainer.teacher.dlib_recogniser import BLOCKS, STEM_CHANNELS, summed

LAST_MAP_SIDE = 2
FIXED_BLOCKS = 3
"""Residual blocks after the stem that never learn: they see edges, and to teach them takes a third of a step."""


class ChipFront(nn.Module):
    """Template crops (N, 1, S, S) -> chips (N, 1, 150, 150), bilinear, edges repeated, by two matrix products.

    A chip reaches 9 of the template's 112 pixels below it: there the last row is repeated.
    """

    def forward(self, crops: Tensor) -> Tensor:
        """Resample."""
        side = int(crops.shape[-1])  # a constant for the exporter
        across, down = (_between(places.to(crops), side) for places in places_in_template())
        return down @ crops @ across.T


def _between(places: Tensor, side: int) -> Tensor:
    """Matrix (150, side) that reads an axis at `places`, in pixels of the 112x112 template, linear in between."""
    pixels = ((places + 0.5) * (side / CROP_SIZE) - 0.5).clamp(0, side - 1)
    return (1 - (pixels.unsqueeze(1) - torch.arange(side).to(places)).abs()).clamp(min=0)


class ZeroFilledBlock(nn.Module):
    """Two 3x3 convolutions around a shortcut without weights: where it halves the map, means over 2x2 pixels.

    Sides and channels that one of both lacks are filled up with zeros at the far end, as dlib does.
    """

    def __init__(self, channels_in: int, channels_out: int, *, halves: bool, fixed: bool) -> None:
        super().__init__()
        self.halves = halves
        self.body = nn.Sequential(
            *_convolution(channels_in, channels_out, side=3, stride=2 if halves else 1, fixed=fixed),
            nn.ReLU(inplace=True),
            *_convolution(channels_out, channels_out, side=3, stride=1, fixed=fixed),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(N, C_in, H, W) -> (N, C_out, H or about H / 2, W or about W / 2)."""
        y: Tensor = self.body(x)
        if self.halves:
            return F.relu(summed(y, F.avg_pool2d(x, 2, 2)))
        return F.relu(x + y)


def _convolution(channels_in: int, channels_out: int, *, side: int, stride: int, fixed: bool) -> list[nn.Module]:
    """A convolution without a border where it halves the map; a fixed one has its norm folded in from the start."""
    border = 0 if stride == 2 else side // 2
    layer = nn.Conv2d(channels_in, channels_out, side, stride, border, bias=fixed).requires_grad_(not fixed)
    return [layer] if fixed else [layer, nn.BatchNorm2d(channels_out)]


def recogniser_trunk() -> tuple[nn.Module, int]:
    """The network from chips (N, 1, 150, 150) to its last map, (N, 256, 2, 2), and the map's channels."""
    layers: list[nn.Module] = [
        *_convolution(1, STEM_CHANNELS, side=7, stride=2, fixed=True),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(3, 2),
    ]
    channels = STEM_CHANNELS
    for index, (width, halves) in enumerate(BLOCKS):
        layers.append(ZeroFilledBlock(channels, width, halves=halves, fixed=index < FIXED_BLOCKS))
        channels = width
    return nn.Sequential(*layers), channels
