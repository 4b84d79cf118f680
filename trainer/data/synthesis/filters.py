"""Image filters that the styles share. Images are (N, 1, H, W) in [0, 1]; 0 is black."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F


def gaussian_blur(images: Tensor, sigma: float) -> Tensor:
    """Separable Gaussian blur with replicated borders; sigma in pixels."""
    radius = max(1, math.ceil(2.5 * sigma))
    offsets = torch.arange(-radius, radius + 1, dtype=images.dtype, device=images.device)
    kernel = torch.exp(-offsets.square() / (2 * sigma**2))
    kernel = kernel / kernel.sum()
    channels = images.shape[1]
    across = kernel.reshape(1, 1, 1, -1).expand(channels, 1, 1, -1)
    padded = F.pad(images, (radius, radius, radius, radius), mode="replicate")
    rows = F.conv2d(padded, across, groups=channels)
    return F.conv2d(rows, across.transpose(2, 3), groups=channels)


def gradient_magnitude(images: Tensor) -> Tensor:
    """Length of the Sobel gradient, about 1 at a black-white edge."""
    kernel = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], device=images.device).reshape(1, 1, 3, 3) / 4
    padded = F.pad(images, (1, 1, 1, 1), mode="replicate")
    across, down = F.conv2d(padded, kernel), F.conv2d(padded, kernel.transpose(2, 3))
    return (across.square() + down.square() + 1e-8).sqrt()


def equalised_light(images: Tensor, sigma: float) -> Tensor:
    """Remove slow light: divide by the blurred image, as a draughtsman ignores cast shadows; back in [0, 1]."""
    return (images / (gaussian_blur(images, sigma) + 0.1) * 0.6).clamp(0, 1)


def random_like(images: Tensor, generator: torch.Generator, *, low: float = 0.0, high: float = 1.0) -> Tensor:
    """One uniform number an image, (N, 1, 1, 1)."""
    dice = torch.rand((len(images), 1, 1, 1), generator=generator)
    return (low + (high - low) * dice).to(images.device, images.dtype)


def stroke_texture(images: Tensor, generator: torch.Generator, *, length: int = 9) -> Tensor:
    """Parallel strokes in [0, 1] around 0.5: white noise smeared along one of four directions an image."""
    count, _, height, width = images.shape
    noise = torch.rand((count, 1, height, width), generator=generator).to(images.device, images.dtype)
    eye = torch.eye(length, device=images.device, dtype=images.dtype)
    level = torch.zeros_like(eye)
    level[length // 2] = 1
    kernels = torch.stack([eye, eye.flip(1), level, level.T]).unsqueeze(1) / length
    smeared = F.conv2d(F.pad(noise, (length // 2,) * 4, mode="reflect"), kernels)
    choice = torch.randint(0, 4, (count, 1, 1, 1), generator=generator).to(images.device)
    chosen = smeared.gather(1, choice.expand(-1, 1, height, width))
    return ((chosen - 0.5) * 2.5 + 0.5).clamp(0, 1)
