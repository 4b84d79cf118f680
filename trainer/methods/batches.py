"""The batches of all rows: the same sampling and the same augmentation for everyone."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from trainer.data.augmentation import random_erasing, random_tones, random_views
from trainer.data.drawing_lots import RowGroups, WeightedLots
from trainer.data.faces import FaceSet
from trainer.data.reproduction import ReproductionData
from trainer.data.sampling import source_weights, step_generator
from trainer.execution import sent

PHOTO_WARP, SKETCH_WARP = 0.006, 0.012
"""Strength of the elastic warp: a hand exaggerates."""
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

    def __init__(
        self, data: ReproductionData, size: int, *, seed: int, device: torch.device, pairs: bool = True
    ) -> None:
        """`pairs`: half of the photos show people of the sketches; that tells of the classes of the sketches."""
        self._size, self._seed, self._device, self._pairs = size, seed, device, pairs
        self._strong, self._weak = (part.resized(size).placed(device) for part in (data.strong, data.weak))
        self._strong_classes, self._weak_classes = data.strong_classes, data.weak_classes
        counts = torch.bincount(data.strong_classes, minlength=data.class_count)
        self._photo_lots = WeightedLots((1 / counts[data.strong_classes].double().sqrt()).numpy())
        self._sketch_lots = WeightedLots(source_weights(data.weak.sources))
        order = torch.argsort(data.strong_classes, stable=True)
        self._photos_of = RowGroups(rows=order, starts=counts.cumsum(0) - counts, sizes=counts)

    def draw(self, step: int, *, photos: int, sketches: int) -> StepBatch:
        """Return the batch of a step."""
        generator = step_generator(self._seed, step, stream=STREAM)
        weak = self._sketch_lots.draw(sketches, generator)
        weak_classes = self._weak_classes[weak]
        paired = min(photos // 2, sketches) if self._pairs else 0
        free = self._photo_lots.draw(photos - paired, generator)
        strong = torch.cat([self._photos_of.pick(weak_classes[:paired], generator), free])
        augmentation = step_generator(self._seed, step, stream=STREAM + 1, device=self._device)
        return StepBatch(
            strong=self._augmented(self._strong, strong, PHOTO_WARP, augmentation),
            strong_classes=sent(self._strong_classes[strong], self._device),
            weak=self._augmented(self._weak, weak, SKETCH_WARP, augmentation),
            weak_classes=sent(weak_classes, self._device),
            paired=paired,
        )

    def _augmented(self, faces: FaceSet, rows: Tensor, warp: float, generator: torch.Generator) -> Tensor:
        if len(rows) == 0:
            return torch.empty((0, 1, self._size, self._size), device=self._device)
        crops = faces.gather(rows, self._device)
        views = random_views(crops, self._size, generator, elastic=torch.full((len(rows),), warp))
        return random_erasing(random_tones(views, generator), generator) * 2 - 1
