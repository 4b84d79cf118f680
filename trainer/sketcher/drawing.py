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
from trainer.data.synthesis.mixture import exaggerate_shape
from trainer.sketcher.network import Sketcher
from trainer.sketcher.pairs import ARTISTS

STREAM = 22
BLOCK = 64


def with_drawings(
    sketcher: Sketcher, faces: FaceSet, *, passes: int, seed: int, cache: Path, config_json: str, quiet: bool = False
) -> FaceSet:
    """Append `passes` drawings of every photo, source “learned”, to the set; the drawings are kept in `cache`."""
    photos = np.flatnonzero(faces.modalities == PHOTO)
    identity = json.dumps({"sketcher": json.loads(config_json), "photos": len(photos), "passes": passes})
    if cache.exists():
        drawings = load_checkpoint(cache, config_json=identity)[0]["drawings"]
    else:
        drawings = _draw_all(sketcher, faces.images[torch.from_numpy(photos)], passes=passes, seed=seed, quiet=quiet)
        save_checkpoint(cache, {"drawings": drawings}, step=passes, config_json=identity)
    rows = np.tile(photos, passes)
    return FaceSet(
        images=torch.cat([faces.images, drawings]),
        identities=np.concatenate([faces.identities, faces.identities[rows]]),
        sources=np.concatenate([faces.sources, np.full(len(rows), LEARNED)]),
        modalities=np.concatenate([faces.modalities, np.full(len(rows), SKETCH)]),
        csv_sha256=faces.csv_sha256,
    )


def draw_photos(sketcher: Sketcher, photos: Tensor, generator: torch.Generator) -> Tensor:
    """Draw photos (N, 1, H, W) in [0, 1], shape exaggerated and the artist chosen by lot, photo by photo."""
    device = next(sketcher.parameters()).device
    style = torch.randint(0, len(ARTISTS), (len(photos),), generator=generator)
    moved = exaggerate_shape(photos, generator, strength=0.012)
    with torch.no_grad():
        drawn: Tensor = sketcher.eval()(moved.to(device), style.to(device))
    return drawn.cpu()


def _draw_all(sketcher: Sketcher, photos: Tensor, *, passes: int, seed: int, quiet: bool) -> Tensor:
    drawings = torch.empty((passes * len(photos), *photos.shape[1:]), dtype=torch.uint8)
    starts = range(0, len(drawings), BLOCK)
    for start in track(starts, description="drawing the photos", disable=quiet):
        rows = torch.arange(start, min(start + BLOCK, len(drawings))) % len(photos)
        drawn = draw_photos(sketcher, photos[rows].float() / 255, step_generator(seed, start, stream=STREAM))
        drawings[start : start + len(rows)] = (drawn * 255).round().to(torch.uint8)
    return drawings
