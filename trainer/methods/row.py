"""What the deterministic rows share: a copy of the start, an objective, one stretch of steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from trainer.data.reproduction import ReproductionData
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import Budget, MatchingModel, Start
from trainer.methods.network import Extracted, MarginHead, SgdLearner, extract, trainable_copy
from trainer.methods.steps import StepLoop, Stretch
from trainer.networks.encoder import Encoder

Losses = dict[str, Tensor]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """The networks of one row at its start, and what it is trained with."""

    encoder: Encoder
    head: MarginHead
    data: ReproductionData
    budget: Budget
    seed: int
    device: torch.device

    @classmethod
    def of(cls, start: Start, data: ReproductionData, budget: Budget, *, seed: int, device: torch.device) -> Row:
        """Copy the start."""
        torch.manual_seed(seed)
        return cls(
            encoder=trainable_copy(start.encoder, device),
            head=MarginHead(start.classifier, data.groups, budget).to(device),
            data=data,
            budget=budget,
            seed=seed,
            device=device,
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
        folder: Path,
        quiet: bool,
        beside: dict[str, nn.Module] | None = None,
        fixed: tuple[nn.Module, ...] = (),
        photo_share: float = 0.5,
    ) -> MatchingModel:
        """Minimise the sum of the objective's losses over F, W_C and the networks `beside` them, less the `fixed`."""
        modules = {"encoder": self.encoder, "head": self.head, **(beside or {})}
        learner = SgdLearner(modules, objective, self.budget, fixed=fixed, photo_share=photo_share)
        source = BatchSource(self.data, self.budget.size, seed=self.seed, device=self.device)
        stretch = Stretch(name="row", steps=self.budget.steps)
        averages = StepLoop(learner, source, stretch, self.budget, seed=self.seed).run(folder, quiet=quiet)
        return shared_model(averages["encoder"])


def shared_model(encoder: nn.Module) -> MatchingModel:
    """Return the deterministic model of one encoder for both modalities."""
    return MatchingModel(photo_encoder=encoder, sketch_encoder=encoder, generator=None, noise_size=0)
