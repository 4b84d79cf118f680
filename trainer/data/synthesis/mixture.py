"""A random style for each photo, on random paper."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.data.synthesis.filters import random_like
from trainer.data.synthesis.styles import contour, hatched, line_drawing, pencil, tonal

STYLES: dict[str, Callable[[Tensor, torch.Generator], Tensor]] = {
    "pencil": pencil,
    "line_drawing": line_drawing,
    "tonal": tonal,
    "hatched": hatched,
    "contour": contour,
}


def synthesise_sketches(
    photos: Tensor, generator: torch.Generator, *, styles: tuple[str, ...] = tuple(STYLES), exaggeration: float = 0.02
) -> Tensor:
    """Draw photos (N, 1, H, W) in [0, 1]: a style an image, shape exaggerated by hand, paper and a vignette.

    `exaggeration` is the standard deviation of the smooth displacement in fractions of the side.
    """
    if len(photos) == 0:
        return photos
    photos = exaggerate_shape(photos, generator, strength=exaggeration)
    choice = torch.randint(0, len(styles), (len(photos),), generator=generator)
    drawn = torch.empty_like(photos)
    for index, name in enumerate(styles):
        rows = torch.nonzero(choice == index).squeeze(1).to(photos.device)
        if len(rows):
            drawn[rows] = STYLES[name](photos[rows], generator)
    return on_paper(drawn.clamp(0, 1), generator)


def exaggerate_shape(photos: Tensor, generator: torch.Generator, *, strength: float) -> Tensor:
    """Displace smoothly at two scales: whole features move and change size as in a drawing from memory."""
    count, _, height, width = photos.shape
    warp = torch.zeros((count, 2, height, width))
    for cells, share in ((4, 1.0), (7, 0.5)):
        waves = torch.randn((count, 2, cells, cells), generator=generator) * 2 * strength * share
        warp = warp + F.interpolate(waves, size=(height, width), mode="bicubic", align_corners=True)
    identity = torch.eye(2, 3).expand(count, 2, 3)
    grid = F.affine_grid(identity, [count, 1, height, width], align_corners=False) + warp.permute(0, 2, 3, 1)
    return F.grid_sample(photos, grid.to(photos.device), padding_mode="border", align_corners=False)


def on_paper(drawn: Tensor, generator: torch.Generator) -> Tensor:
    """Fade the surroundings of the head to paper in most images; grain, tint and ink of the sheet."""
    count, _, height, width = drawn.shape
    rows = torch.linspace(-1, 1, height, device=drawn.device).reshape(1, 1, height, 1)
    columns = torch.linspace(-1, 1, width, device=drawn.device).reshape(1, 1, 1, width)
    distance = ((rows + 0.05).square() / 1.1 + columns.square() / 0.75).sqrt()
    reach = random_like(drawn, generator, low=0.8, high=1.6)
    inside = torch.sigmoid(12 * (reach - distance))
    drawn = 1 - (1 - drawn) * inside
    grain = torch.randn((count, 1, height // 2, width // 2), generator=generator).to(drawn.device)
    grain = F.interpolate(grain, size=(height, width), mode="bilinear", align_corners=False)
    drawn = drawn + grain * random_like(drawn, generator, low=0.0, high=0.06)
    white, black = random_like(drawn, generator, low=0.8, high=1.0), random_like(drawn, generator, low=0.0, high=0.3)
    return (black + drawn * (white - black)).clamp(0, 1)
