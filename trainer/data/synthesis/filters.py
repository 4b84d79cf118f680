"""Image filters that the styles share. Images are (N, 1, H, W) in [0, 1]; 0 is black."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F


def gaussian_blur(images: Tensor, sigma: float) -> Tensor:
    """Gaussian blur with replicated borders; sigma in pixels.

    The filter is linear and separable: a product with one banded matrix a side, which is faster than a convolution
    of a single channel from the smallest width on.
    """
    down, across = (_blur_matrix(side, sigma, images) for side in images.shape[2:])
    return down @ (images @ across.T)


def _blur_matrix(side: int, sigma: float, like: Tensor) -> Tensor:
    """Weight of every pixel (columns) in every blurred one (rows), (side, side)."""
    radius = max(1, math.ceil(2.5 * sigma))
    offsets = torch.arange(-radius, radius + 1, dtype=like.dtype, device=like.device)
    kernel = torch.exp(-offsets.square() / (2 * sigma**2))
    pixels = torch.arange(side, device=like.device)
    sources = (pixels.unsqueeze(1) + offsets.long()).clamp(0, side - 1)
    weights = (kernel / kernel.sum()).expand(side, -1)
    return torch.zeros((side, side), dtype=like.dtype, device=like.device).scatter_add_(1, sources, weights)


def gradient_magnitude(images: Tensor) -> Tensor:
    """Length of the Sobel gradient, about 1 at a black-white edge."""
    padded = F.pad(images, (1, 1, 1, 1), mode="replicate")
    difference, mean = padded[..., 2:] - padded[..., :-2], _one_two_one(padded, 3)
    across, down = _one_two_one(difference, 2), mean[:, :, 2:] - mean[:, :, :-2]
    return across.square_().addcmul_(down, down).add_(1e-8).sqrt_()


def _one_two_one(images: Tensor, axis: int) -> Tensor:
    """Three neighbours along an axis weighted 1/4, 1/2, 1/4; the axis loses its two ends."""
    side = images.shape[axis]
    first, middle, last = (images.narrow(axis, start, side - 2) for start in range(3))
    return (first + last).mul_(0.25).add_(middle, alpha=0.5)


def equalised_light(images: Tensor, sigma: float) -> Tensor:
    """Remove slow light: divide by the blurred image, as a draughtsman ignores cast shadows; back in [0, 1]."""
    return (images / (gaussian_blur(images, sigma) + 0.1) * 0.6).clamp(0, 1)


def random_like(images: Tensor, generator: torch.Generator, *, low: float = 0.0, high: float = 1.0) -> Tensor:
    """One uniform number an image, (N, 1, 1, 1)."""
    dice = torch.rand((len(images), 1, 1, 1), generator=generator, device=generator.device)
    return (low + (high - low) * dice).to(images.device, images.dtype)


def stroke_texture(images: Tensor, generator: torch.Generator, *, length: int = 9) -> Tensor:
    """Parallel strokes in [0, 1] around 0.5: white noise smeared along one of four directions an image."""
    count, _, height, width = images.shape
    noise = torch.rand((count, 1, height, width), generator=generator, device=generator.device)
    noise = noise.to(images.device, images.dtype)
    padded = F.pad(noise, (length // 2,) * 4, mode="reflect")
    smeared = torch.zeros((4, count, 1, height, width), dtype=images.dtype, device=images.device)
    middle = length // 2
    for place in range(length):
        starts = ((place, place), (place, length - 1 - place), (middle, place), (place, middle))
        for direction, (top, left) in enumerate(starts):
            smeared[direction] += padded[:, :, top : top + height, left : left + width]
    choice = torch.randint(0, 4, (count, 1, 1, 1), generator=generator, device=generator.device).to(images.device)
    chosen = smeared.gather(0, choice.unsqueeze(0).expand(1, -1, 1, height, width)).squeeze(0)
    return ((chosen / length - 0.5) * 2.5 + 0.5).clamp(0, 1)
