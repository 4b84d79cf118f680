"""Drawings of all training photos, as further rows of the training set."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from rich.progress import track
from torch import Tensor

from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.data.faces import LEARNED, PHOTO, SKETCH, FaceSet
from trainer.data.sampling import step_generator
from trainer.data.sketch_pairs import ARTISTS, at_side
from trainer.data.synthesis.mixture import exaggerate_shape
from trainer.sketcher.config import SketcherConfig
from trainer.sketcher.network import Sketcher

STREAM = 22
BLOCK = 64


def with_drawings(
    sketcher: Sketcher,
    faces: FaceSet,
    config: SketcherConfig,
    *,
    seed: int,
    cache: Path,
    config_json: str,
    quiet: bool = False,
) -> FaceSet:
    """Append `config.passes` drawings of every photo, source “learned”, to the set; `cache` keeps the drawings.

    Raises DataError for a cache that is damaged, or of other photos or another sketcher.
    """
    photos = np.flatnonzero(faces.modalities == PHOTO)
    told = {"table": faces.csv_sha256, "photos": len(photos), "passes": config.passes}
    identity = json.dumps({"sketcher": json.loads(config_json), **told})
    if cache.exists():
        drawings = load_checkpoint(cache, config_json=identity)[0]["drawings"]
    else:
        drawings = _draw_all(sketcher, faces.images[torch.from_numpy(photos)], config, seed=seed, quiet=quiet)
        save_checkpoint(cache, {"drawings": drawings}, step=config.passes, config_json=identity)
    rows = np.tile(photos, config.passes)
    whole = torch.from_numpy(np.concatenate([np.arange(len(faces)), rows]))
    return FaceSet(
        images=torch.cat([faces.images, drawings]),
        identities=np.concatenate([faces.identities, faces.identities[rows]]),
        sources=np.concatenate([faces.sources, np.full(len(rows), LEARNED)]),
        modalities=np.concatenate([faces.modalities, np.full(len(rows), SKETCH)]),
        csv_sha256=faces.csv_sha256,
        descriptions=None if faces.descriptions is None else faces.descriptions[whole],
    )


def draw_photos(sketcher: Sketcher, photos: Tensor, config: SketcherConfig, generator: torch.Generator) -> Tensor:
    """Draw photos (N, 1, H, W) in [0, 1], exaggeration and hand by lot, photo by photo; worked at `config.side`."""
    device, side = next(sketcher.parameters()).device, photos.shape[-1]
    least, greatest = config.exaggeration
    hands = hands_by_lot(len(photos), config.blended, generator)
    strength = least + (greatest - least) * torch.rand((len(photos), 1, 1, 1), generator=generator)
    moved = exaggerate_shape(at_side(photos, config.side), generator, strength=strength)
    with torch.no_grad():
        drawn: Tensor = sketcher.eval()(moved.to(device), hands.to(device))
    return at_side(drawn.cpu(), side).clamp(0, 1)


def hands_by_lot(count: int, blended: float, generator: torch.Generator) -> Tensor:
    """Shares of the artists (count, artists): one alone, or with chance `blended` two in random proportion."""
    ranks = torch.rand((count, len(ARTISTS)), generator=generator).argsort(dim=1)
    second = torch.rand((count, 1), generator=generator) * (torch.rand((count, 1), generator=generator) < blended)
    return (ranks == 0) * (1 - second) + (ranks == 1) * second


def _draw_all(sketcher: Sketcher, photos: Tensor, config: SketcherConfig, *, seed: int, quiet: bool) -> Tensor:
    drawings = torch.empty((config.passes * len(photos), *photos.shape[1:]), dtype=torch.uint8)
    starts = range(0, len(drawings), BLOCK)
    for start in track(starts, description="drawing the photos", disable=quiet):
        rows = torch.arange(start, min(start + BLOCK, len(drawings))) % len(photos)
        drawn = draw_photos(sketcher, photos[rows].float() / 255, config, step_generator(seed, start, stream=STREAM))
        drawings[start : start + len(rows)] = (drawn * 255).round().to(torch.uint8)
    return drawings
