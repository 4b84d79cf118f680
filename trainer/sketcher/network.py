"""The drawing network and the critic it is trained against."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class StyledBlock(nn.Module):
    """Two 3x3 convolutions; the style adds a learned shift to every channel between them."""

    def __init__(self, channels_in: int, channels_out: int, styles: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels_in, channels_out, 3, 1, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(channels_out)
        self.second = nn.Conv2d(channels_out, channels_out, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(channels_out)
        self.shift = nn.Embedding(styles, channels_out)

    def forward(self, x: Tensor, style: Tensor) -> Tensor:
        """(N, C_in, H, W) and style numbers (N,) or shares of the styles (N, styles) -> (N, C_out, H, W)."""
        shift = style @ self.shift.weight if style.is_floating_point() else self.shift(style)
        shifted = self.first_norm(self.first(x)) + shift[:, :, None, None]
        drawn: Tensor = F.leaky_relu(self.second_norm(self.second(F.leaky_relu(shifted, 0.1))), 0.1)
        return drawn


class Sketcher(nn.Module):
    """Photos (N, 1, H, W) in [0, 1] to drawings of the same form; H and W are multiples of 16.

    A U-Net (Ronneberger et al. 2015) that works at half the resolution and below; the last layer puts four
    neighbouring pixels back from four channels, and adds to the photo's own tones.
    """

    def __init__(self, *, styles: int, width: int) -> None:
        super().__init__()
        widths = [width, 2 * width, 4 * width, 4 * width]
        self.down = nn.ModuleList(
            StyledBlock(before, after, styles) for before, after in zip([4, *widths], widths, strict=False)
        )
        self.up = nn.ModuleList(
            StyledBlock(deep + skip, skip, styles) for deep, skip in zip(widths[:0:-1], widths[-2::-1], strict=True)
        )
        self.last = nn.Conv2d(width, 4, 3, 1, 1)

    def forward(self, photos: Tensor, style: Tensor) -> Tensor:
        """Draw every photo in the style of its number (N,), or in a blend of styles by shares (N, styles)."""
        start = F.pixel_unshuffle(photos * 2 - 1, 2)
        x, skips = start, []
        for depth, block in enumerate(self.down):
            x = block(x if depth == 0 else F.avg_pool2d(x, 2), style)
            skips.append(x)
        for block, skip in zip(self.up, skips[-2::-1], strict=True):
            x = block(torch.cat([F.interpolate(x, scale_factor=2.0, mode="nearest"), skip], dim=1), style)
        return torch.sigmoid(F.pixel_shuffle(self.last(x) + start, 2) * 2)


class DrawingCritic(nn.Module):
    """Says patch by patch whether a drawing is by the artist's hand; sees the photo and knows the style."""

    def __init__(self, *, styles: int, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(8, width, 3, 1, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False),
            nn.BatchNorm2d(2 * width),
            nn.LeakyReLU(0.2),
            nn.Conv2d(2 * width, 4 * width, 4, 2, 1, bias=False),
            nn.BatchNorm2d(4 * width),
            nn.LeakyReLU(0.2),
            nn.Conv2d(4 * width, styles, 3, 1, 1),
        )

    def forward(self, photos: Tensor, drawings: Tensor, style: Tensor) -> Tensor:
        """Photos and drawings (N, 1, H, W), styles (N,) -> opinions (N, H / 8, W / 8)."""
        both = F.pixel_unshuffle(torch.cat([photos, drawings], dim=1) * 2 - 1, 2)
        opinions: Tensor = self.layers(both)
        return opinions[torch.arange(len(style), device=style.device), style]
