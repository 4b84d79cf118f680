"""Drawing styles: each maps photos (N, 1, H, W) in [0, 1] to ink on white paper in the same form."""

from __future__ import annotations

import torch
from torch import Tensor

from trainer.data.synthesis.filters import (
    equalised_light,
    gaussian_blur,
    gradient_magnitude,
    random_like,
    stroke_texture,
)


def pencil(photos: Tensor, generator: torch.Generator) -> Tensor:
    """Colour dodge: the photo divided by its blurred self leaves contours and fine shading on white."""
    side = photos.shape[-1]
    blurred = gaussian_blur(photos, side / 28)
    dodged = (photos / (blurred + 0.02)).clamp(0, 1)
    return dodged ** random_like(photos, generator, low=1.0, high=3.5)


def line_drawing(photos: Tensor, generator: torch.Generator) -> Tensor:
    """Extended difference of Gaussians (Winnemoeller et al. 2012): a soft threshold of band-passed tone."""
    side = photos.shape[-1]
    fine, coarse = gaussian_blur(photos, side / 130), gaussian_blur(photos, side / 75)
    sharpened = fine + random_like(photos, generator, low=6, high=16) * (fine - coarse)
    threshold = random_like(photos, generator, low=0.35, high=0.6)
    steepness = random_like(photos, generator, low=4, high=14)
    return torch.sigmoid(steepness * (sharpened - threshold) + 1.5)


def tonal(photos: Tensor, generator: torch.Generator) -> Tensor:
    """Soft shading: light equalised, tones smoothed and lifted towards paper, contours darkened."""
    side = photos.shape[-1]
    flat = torch.lerp(photos, equalised_light(photos, side / 5), random_like(photos, generator))
    smooth = gaussian_blur(flat, side / 90)
    contours = gradient_magnitude(gaussian_blur(photos, side / 110))
    lifted = 1 - (1 - smooth) * random_like(photos, generator, low=0.45, high=0.95)
    ink = lifted - contours * random_like(photos, generator, low=0.5, high=2.0)
    return torch.lerp(ink, ink * (0.75 + 0.5 * stroke_texture(photos, generator)), random_like(photos, generator))


def hatched(photos: Tensor, generator: torch.Generator) -> Tensor:
    """Dark areas filled with parallel strokes, denser where darker, and contours."""
    side = photos.shape[-1]
    tone = gaussian_blur(equalised_light(photos, side / 4), side / 60)
    strokes = stroke_texture(photos, generator)
    filled = torch.sigmoid(5 * (tone * random_like(photos, generator, low=1.4, high=2.2) - strokes * 0.8))
    contours = gradient_magnitude(gaussian_blur(photos, side / 110))
    return filled - contours * random_like(photos, generator, low=0.8, high=2.5)


def contour(photos: Tensor, generator: torch.Generator) -> Tensor:
    """Thin outlines and almost no shading: the inverted gradient, plus the darkest parts (hair, pupils)."""
    side = photos.shape[-1]
    edges = gradient_magnitude(gaussian_blur(photos, side / 120))
    relative = edges / (gaussian_blur(edges, side / 8) + 0.03)
    lines = 1 - relative * random_like(photos, generator, low=0.15, high=0.4)
    dark = torch.sigmoid(14 * (gaussian_blur(photos, side / 100) - random_like(photos, generator, low=0.1, high=0.3)))
    return lines * (0.4 + 0.6 * dark)
