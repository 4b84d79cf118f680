"""The batches of all rows: the same sampling and the same augmentation for everyone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from trainer.data.augmentation import random_erasing, random_tones, random_views
from trainer.data.faces import FaceSet
from trainer.data.reproduction import ReproductionData
from trainer.data.sampling import step_generator

PHOTO_WARP, SKETCH_WARP = 0.006, 0.012
"""Strength of the elastic warp: a hand exaggerates."""
SOURCE_WEIGHTS = {"caricature": 1 / 3, "xm2vts": 3.0}
"""How often a sketch of a source is drawn; 1 elsewhere. Caricatures teach exaggeration but are no portraits."""
STREAM = 41


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StepBatch:
    """One step's crops (N, 1, S, S) in [-1, 1] and classes (N,) int64 of both modalities.

    The first `paired` photos show the people of the first `paired` sketches, row by row.
    """

    strong: Tensor
    strong_classes: Tensor
    weak: Tensor
    weak_classes: Tensor
    paired: int


class BatchSource:
    """Draws and augments batches; step n of a seed is always the same, so a run resumes exactly."""

    def __init__(self, data: ReproductionData, size: int, *, seed: int, device: torch.device) -> None:
        self._data, self._size, self._seed, self._device = data, size, seed, device
        self._strong = data.strong.resized(size).images.to(device)
        self._weak = data.weak.resized(size).images.to(device)
        counts = torch.bincount(data.strong_classes, minlength=data.class_count)
        self._photo_weights = 1 / counts[data.strong_classes].double().sqrt()
        self._sketch_weights = _source_weights(data.weak)
        order = torch.argsort(data.strong_classes, stable=True)
        self._photos_of = torch.split(order, counts.tolist())

    def draw(self, step: int, *, photos: int, sketches: int) -> StepBatch:
        """Return the batch of a step. Half of the photos show people of the sketches, if there are any sketches."""
        generator = step_generator(self._seed, step, stream=STREAM)
        weak = _picked(self._sketch_weights, sketches, generator)
        weak_classes = self._data.weak_classes[weak]
        paired = min(photos // 2, sketches)
        free = _picked(self._photo_weights, photos - paired, generator)
        strong = torch.cat([self._partners(weak_classes[:paired], generator), free])
        return StepBatch(
            strong=self._augmented(self._strong, strong, PHOTO_WARP, generator),
            strong_classes=self._data.strong_classes[strong].to(self._device),
            weak=self._augmented(self._weak, weak, SKETCH_WARP, generator),
            weak_classes=weak_classes.to(self._device),
            paired=paired,
        )

    def _partners(self, classes: Tensor, generator: torch.Generator) -> Tensor:
        dice = torch.rand(len(classes), generator=generator).tolist()
        photos = [self._photos_of[name] for name in classes.tolist()]
        return torch.tensor([int(rows[int(die * len(rows))]) for rows, die in zip(photos, dice, strict=True)]).long()

    def _augmented(self, images: Tensor, rows: Tensor, warp: float, generator: torch.Generator) -> Tensor:
        if len(rows) == 0:
            return torch.empty((0, 1, self._size, self._size), device=self._device)
        crops = images[rows.to(self._device)].float() / 255
        views = random_views(crops, self._size, generator, elastic=torch.full((len(rows),), warp))
        return random_erasing(random_tones(views, generator), generator) * 2 - 1


def _picked(weights: Tensor, count: int, generator: torch.Generator) -> Tensor:
    if count == 0:
        return torch.empty(0, dtype=torch.int64)
    return torch.multinomial(weights, count, replacement=True, generator=generator)


def _source_weights(weak: FaceSet) -> Tensor:
    weights: NDArray[np.float64] = np.array([SOURCE_WEIGHTS.get(str(source), 1.0) for source in weak.sources])
    return torch.from_numpy(weights)
