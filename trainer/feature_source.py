"""Inputs of the adversarial phases: crops that go through F, or features computed once when F is fixed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch import Tensor, nn

from forensic_id.core.preprocessing import CROP_SIZE, PhotoTones
from trainer.checkpoint import load_checkpoint, save_checkpoint
from trainer.data.augmentation import random_tones, random_views
from trainer.data.faces import PHOTO, FaceSet
from trainer.data.photo_tones import toned
from trainer.data.sampling import step_generator
from trainer.data.synthesis import synthesise_sketches
from trainer.execution import sent

Rows = NDArray[np.int64]
BLOCK = 128


class InputSource(Protocol):
    """Turns row numbers into what `WeakStrongGan.extract` takes."""

    def strong(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Inputs of photos."""
        ...

    def weak(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Inputs of drawn rows; a photo among them is drawn synthetically."""
        ...


def augmented_crops(
    faces: FaceSet,
    rows: Tensor,
    generator: torch.Generator,
    *,
    size: int,
    draw_photos: bool,
    tones: PhotoTones | None = None,
) -> Tensor:
    """Mildly augmented crops in [-1, 1], where the generator lives; photos are drawn if `draw_photos`, else toned."""
    device = generator.device
    images = faces.gather(rows, device)
    if draw_photos:
        photos = sent(torch.nonzero(torch.from_numpy(faces.modalities)[rows] == PHOTO).squeeze(1), device)
        images[photos] = synthesise_sketches(images[photos], generator)
    views = random_views(images, size, generator, elastic=torch.full((len(rows),), 0.006, device=device))
    crops = random_tones(views, generator) * 2 - 1
    return crops if draw_photos else toned(crops, tones)


class CropSource:
    """Crops for training F end to end, as in the paper."""

    def __init__(self, faces: FaceSet, size: int, device: torch.device, *, tones: PhotoTones | None = None) -> None:
        self._faces, self._size, self._device, self._tones = faces.placed(device), size, device, tones

    def strong(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Photo crops (B, 1, S, S)."""
        return self._crops(rows, generator, draw_photos=False)

    def weak(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Sketch crops (B, 1, S, S)."""
        return self._crops(rows, generator, draw_photos=True)

    def _crops(self, rows: Tensor, generator: torch.Generator, *, draw_photos: bool) -> Tensor:
        crops = augmented_crops(
            self._faces, rows, generator, size=self._size, draw_photos=draw_photos, tones=self._tones
        )
        return crops.to(self._device)


class FeatureSource:
    """Unit features of several augmented passes, on the device: float32 (passes, R, D), R rows of each modality."""

    def __init__(self, features: Mapping[str, Tensor], rows: Mapping[str, Rows], device: torch.device) -> None:
        self._features = {name: part.to(device) for name, part in features.items()}
        self._rows = {name: torch.from_numpy(np.sort(numbers)) for name, numbers in rows.items()}

    def strong(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Photo features (B, D), the pass chosen at random row by row."""
        return self._pick("photos", rows, generator)

    def weak(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Sketch features (B, D), the pass chosen at random row by row."""
        return self._pick("sketches", rows, generator)

    def _pick(self, name: str, rows: Tensor, generator: torch.Generator) -> Tensor:
        features = self._features[name]
        passes = torch.randint(0, len(features), (len(rows),), generator=generator, device=generator.device)
        places = torch.searchsorted(self._rows[name], rows)
        return features[passes.to(features.device), sent(places, features.device)]


@torch.no_grad()
def compute_features(
    extractor: nn.Module,
    faces: FaceSet,
    rows: Mapping[str, Rows],
    *,
    passes: int,
    seed: int,
    device: torch.device,
    cache: Path,
    companion: str | None = None,
    tones: PhotoTones | None = None,
) -> FeatureSource:
    """Run the fixed extractor over augmented crops, as the app will; the result is cached in the run folder.

    `companion` tells apart what the cache is of, beside what the run folder tells.
    """
    counts = {name: len(part) for name, part in rows.items()}
    told = {"companion": companion, "passes": passes, "seed": seed, "rows": counts}
    identity = json.dumps(told | ({"photo_tones": asdict(tones)} if tones else {}))
    extractor.eval()
    if cache.exists():
        features, _ = load_checkpoint(cache, config_json=identity)
        return FeatureSource(features, rows, device)
    features, faces = {}, faces.placed(device)
    for stream, (name, numbers) in enumerate(rows.items()):
        ordered = torch.from_numpy(np.sort(numbers))
        blocks = list(torch.split(ordered, BLOCK)) * passes
        parts = []
        for step, block in enumerate(track(blocks, description=f"features of {name}")):
            generator = step_generator(seed, step, stream=1000 + stream, device=device)
            crops = augmented_crops(
                faces, block, generator, size=CROP_SIZE, draw_photos=name == "sketches", tones=tones
            )
            parts.append(extractor(crops.to(device)).cpu())
        features[name] = torch.cat(parts).reshape(passes, len(ordered), -1)
    save_checkpoint(cache, features, step=passes, config_json=identity)
    return FeatureSource(features, rows, device)
