"""What the deterministic rows share: a copy of the start, an objective, one stretch of steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.network import Extracted, MarginHead, SgdLearner, extract, trainable_copy
from trainer.methods.steps import StepLoop, Stretch
from trainer.networks.encoder import Encoder

Losses = dict[str, Tensor]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """The networks of one row at its start, and what it is trained with."""

    encoder: Encoder
    head: MarginHead
    task: Task

    @classmethod
    def of(cls, task: Task) -> Row:
        """Copy the start."""
        torch.manual_seed(task.seed)
        return cls(
            encoder=trainable_copy(task.start.encoder, task.device),
            head=MarginHead(task.start.classifier, task.data.groups, task.budget).to(task.device),
            task=task,
        )

    def extract(self, batch: StepBatch) -> Extracted:
        """Activations of both modalities."""
        return extract(self.encoder, batch)

    def strong_class(self, batch: StepBatch, features: Extracted) -> Tensor:
        """Classification loss of the photos."""
        return self.head.loss(features.strong, batch.strong_classes)

    def weak_class(self, batch: StepBatch, features: Extracted) -> Tensor:
        """Classification loss of the sketches."""
        return self.head.loss(features.weak, batch.weak_classes)

    def train(
        self,
        objective: Callable[[StepBatch, float], Losses],
        *,
        beside: dict[str, nn.Module] | None = None,
        fixed: tuple[nn.Module, ...] = (),
        photos: int | None = None,
        pairs: bool = True,
    ) -> MatchingModel:
        """Minimise the sum of the objective's losses over F, W_C and the networks `beside` them, less the `fixed`.

        `photos` a step are the budget's unless given; a row that may not know the classes of sketches has no `pairs`.
        """
        modules = {"encoder": self.encoder, "head": self.head, **(beside or {})}
        task = self.task
        learner = SgdLearner(modules, objective, task.budget, fixed=fixed, photos=photos)
        source = BatchSource(task.data, task.budget.size, seed=task.seed, device=task.device, pairs=pairs)
        stretch = Stretch(name="row", steps=task.budget.steps)
        setting = "" if pairs else "photos without regard to sketches"
        loop = StepLoop(learner, source, stretch, task.budget, seed=task.seed, setting=setting)
        return shared_model(loop.run(task.folder, quiet=task.quiet)["encoder"])


def shared_model(encoder: nn.Module) -> MatchingModel:
    """Return the deterministic model of one encoder for both modalities."""
    return MatchingModel(photo_encoder=encoder, sketch_encoder=encoder, generator=None, noise_size=0)
