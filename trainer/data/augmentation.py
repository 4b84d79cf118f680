"""Geometric and photometric augmentation, batched, on the device of the images.

Random numbers are drawn where the generator lives: the processor's stream is the same on every machine, a GPU draws
its own without the host.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.data.displacement import displaced, smooth_field
from trainer.data.faces import CROP_SIDE, TEMPLATE_SIDE


def random_views(images: Tensor, size: int, generator: torch.Generator, *, elastic: Tensor) -> Tensor:
    """Cut (N, 1, S, S) views of side `size` out of crops with margin (N, 1, H, H) in [0, 1].

    Rotation within 8 degrees, scale within 7%, shift within 4% of the side, horizontal flip, and a smooth local
    warp of strength `elastic` (N,) in fractions of the side: small for photos, larger where a hand exaggerates.
    """
    count = len(images)

    def uniform(low: float, high: float) -> Tensor:
        return low + (high - low) * torch.rand(count, generator=generator, device=generator.device)

    angle, scale = uniform(-1, 1) * math.radians(8), 1 + uniform(-0.07, 0.07)
    stretch = 1 + uniform(-0.04, 0.04)
    flip = torch.where(uniform(0, 1) < 0.5, -1.0, 1.0)
    zoom = TEMPLATE_SIDE / CROP_SIDE
    cos, sin = zoom * torch.cos(angle) / scale, zoom * torch.sin(angle) / scale
    affine = torch.stack(
        [flip * cos * stretch, -sin, uniform(-0.04, 0.04), flip * sin * stretch, cos, uniform(-0.04, 0.04)], dim=1
    ).reshape(count, 2, 3)
    waves = torch.randn((count, 2, 5, 5), generator=generator, device=generator.device)
    waves = waves.to(images.device) * elastic.to(images.device).reshape(-1, 1, 1, 1) * 2
    return displaced(images, affine.to(images.device), smooth_field(waves, size, size))


def random_tones(images: Tensor, generator: torch.Generator) -> Tensor:
    """Change gamma, contrast, brightness; add a light gradient, blur and noise to some; (N, 1, S, S) in [0, 1]."""
    count, _, height, width = images.shape

    def uniform(low: float, high: float) -> Tensor:
        dice = torch.rand((count, 1, 1, 1), generator=generator, device=generator.device)
        return (low + (high - low) * dice).to(images.device)

    toned = (images.clamp(1e-3, 1).log_().mul_(torch.exp(uniform(-0.45, 0.45)))).exp_()
    contrast = uniform(0.65, 1.3)
    toned.mul_(contrast).add_(0.5 - 0.5 * contrast + uniform(-0.15, 0.15))
    ramp = torch.linspace(-1, 1, width, device=images.device)
    toned.add_(uniform(-0.15, 0.15) * ramp.reshape(1, 1, 1, width))
    toned.add_(uniform(-0.1, 0.1) * ramp.reshape(1, 1, height, 1))
    toned.lerp_(_mean_of_neighbours(toned), uniform(-0.3, 1).clamp(min=0))
    noise = torch.randn(toned.shape, generator=generator, device=generator.device).to(images.device)
    return toned.addcmul_(noise, uniform(0, 0.04)).clamp_(0, 1)


def _mean_of_neighbours(images: Tensor) -> Tensor:
    """Mean over 3x3 pixels, borders repeated."""
    padded = F.pad(images, (1, 1, 1, 1), mode="replicate")
    rows = (padded[:, :, :-2] + padded[:, :, 1:-1]).add_(padded[:, :, 2:])
    return (rows[..., :-2] + rows[..., 1:-1]).add_(rows[..., 2:]).mul_(1 / 9)


def random_erasing(images: Tensor, generator: torch.Generator, *, share: float = 0.25) -> Tensor:
    """Cover a random rectangle of some images with a flat grey (Zhong et al. 2020): hats, glasses, margins."""
    count, _, height, width = images.shape
    dice = torch.rand((6, count, 1, 1, 1), generator=generator, device=generator.device).to(images.device)
    rows = torch.linspace(0, 1, height, device=images.device).reshape(1, 1, height, 1)
    columns = torch.linspace(0, 1, width, device=images.device).reshape(1, 1, 1, width)
    inside = ((rows - dice[0]).abs() < 0.05 + 0.15 * dice[1]) & ((columns - dice[2]).abs() < 0.05 + 0.2 * dice[3])
    return torch.where(inside & (dice[4] < share), dice[5].expand_as(images), images)
