"""A random style for each photo, on random paper."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.data.displacement import displaced, smooth_field
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
    drawn = torch.empty_like(photos)
    for name, rows in zip(styles, _rows_of_styles(len(photos), len(styles), generator), strict=True):
        if len(rows):
            placed = rows.to(photos.device)
            drawn[placed] = STYLES[name](photos[placed], generator)
    return on_paper(drawn.clamp(0, 1), generator)


def _rows_of_styles(count: int, styles: int, generator: torch.Generator) -> list[Tensor]:
    """Which images each style draws.

    On the processor every image draws its style. Elsewhere the images are dealt out evenly in random order: how many
    a style gets must not depend on numbers that the host would have to wait for.
    """
    if generator.device.type == "cpu":
        choice = torch.randint(0, styles, (count,), generator=generator)
        return [torch.nonzero(choice == index).squeeze(1) for index in range(styles)]
    order = torch.randperm(count, generator=generator, device=generator.device)
    return list(order.tensor_split(styles))


def exaggerate_shape(photos: Tensor, generator: torch.Generator, *, strength: float | Tensor) -> Tensor:
    """Displace smoothly at two scales: whole features move and change size as in a drawing from memory.

    `strength`: standard deviation in fractions of the side, one for all or one an image (N, 1, 1, 1).
    """
    count, _, height, width = photos.shape
    warp = torch.zeros((count, 2, height, width), device=photos.device)
    for cells, share in ((4, 1.0), (7, 0.5)):
        waves = torch.randn((count, 2, cells, cells), generator=generator, device=generator.device)
        warp += smooth_field((waves * 2 * strength * share).to(photos.device), height, width)
    identity = torch.eye(2, 3, device=photos.device).expand(count, 2, 3)
    return displaced(photos, identity, warp)


def on_paper(drawn: Tensor, generator: torch.Generator) -> Tensor:
    """Fade the surroundings of the head to paper in most images; grain, tint and ink of the sheet."""
    count, _, height, width = drawn.shape
    rows = torch.linspace(-1, 1, height, device=drawn.device).reshape(1, 1, height, 1)
    columns = torch.linspace(-1, 1, width, device=drawn.device).reshape(1, 1, 1, width)
    distance = ((rows + 0.05).square() / 1.1 + columns.square() / 0.75).sqrt()
    reach = random_like(drawn, generator, low=0.8, high=1.6)
    inside = torch.sigmoid(12 * (reach - distance))
    drawn = 1 - (1 - drawn) * inside
    grain = torch.randn((count, 1, height // 2, width // 2), generator=generator, device=generator.device)
    grain = F.interpolate(grain.to(drawn.device), size=(height, width), mode="bilinear", align_corners=False)
    drawn = drawn + grain * random_like(drawn, generator, low=0.0, high=0.06)
    white, black = random_like(drawn, generator, low=0.8, high=1.0), random_like(drawn, generator, low=0.0, high=0.3)
    return (black + drawn * (white - black)).clamp(0, 1)
