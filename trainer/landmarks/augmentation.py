"""Random views of a window: what a cascade's box and a stranger's picture may look like."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from forensic_id.vision.template import MIRROR_ORDER
from trainer.data.augmentation import random_erasing, random_tones
from trainer.data.synthesis.filters import gaussian_blur
from trainer.data.synthesis.styles import line_drawing, pencil
from trainer.landmarks.config import LandmarkConfig
from trainer.landmarks.data import WINDOW_SCALE


def random_crops(
    windows: Tensor, points: Tensor, config: LandmarkConfig, generator: torch.Generator, *, strength: Tensor
) -> tuple[Tensor, Tensor]:
    """Cut crops (N, 1, S, S) in [0, 1] and their points (N, 5, 2) out of windows (N, 1, W, W) in [0, 1].

    Rotated, scaled, stretched, shifted at random by the configuration's deviations times `strength` (N,), and half
    of them mirrored; the window's edge is repeated.
    """
    count, size, side = len(windows), config.crop_size, windows.shape[-1]

    def normal(deviation: float) -> Tensor:
        return deviation * strength * torch.randn(count, generator=generator).clamp(-2.5, 2.5)

    angle, scale = normal(math.radians(config.rotation)), torch.exp(normal(config.log_scale))
    stretch = torch.exp(normal(config.stretch))
    box = side / WINDOW_SCALE
    shift = torch.stack([normal(config.shift), normal(config.shift)], dim=1) * box
    mirror = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    matrix = torch.stack([cos * stretch * mirror, -sin, sin * stretch * mirror, cos], dim=1).reshape(count, 2, 2)
    steps = torch.arange(size) - (size - 1) / 2
    grid = torch.stack(torch.meshgrid(steps, steps, indexing="xy"), dim=-1).reshape(1, -1, 2)
    seen = grid @ matrix.transpose(1, 2) + shift[:, None] + (side - 1) / 2
    sampled = F.grid_sample(
        windows, ((2 * seen + 1) / side - 1).reshape(count, size, size, 2), padding_mode="border", align_corners=False
    )
    moved = (points - (side - 1) / 2 - shift[:, None]) @ torch.linalg.inv(matrix).transpose(1, 2) + (size - 1) / 2
    mirrored = (mirror < 0)[:, None, None]
    return sampled, torch.where(mirrored, moved[:, list(MIRROR_ORDER)], moved)


def random_appearance(crops: Tensor, generator: torch.Generator) -> Tensor:
    """Change tones; blur, cover or turn some into pencil sketches; (N, 1, S, S) in [0, 1] to [0, 1]."""
    count = len(crops)
    eighth = count // 8
    styled = torch.cat(
        [
            pencil(crops[:eighth], generator),
            line_drawing(crops[eighth : 2 * eighth], generator),
            gaussian_blur(crops[2 * eighth : 3 * eighth], 1.5),
            crops[3 * eighth :],
        ]
    )
    return random_erasing(random_tones(styled, generator), generator, share=0.3)
