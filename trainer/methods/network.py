"""The network that nearly all rows train: one encoder for both modalities and a margin softmax."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim import Optimizer

from trainer.losses.margin_softmax import margin_softmax_loss
from trainer.methods.batches import StepBatch
from trainer.methods.contract import Budget
from trainer.networks.encoder import Encoder

GRADIENT_CLIP = 5.0


class MarginHead(nn.Linear):
    """W_C with the margin softmax, the head of every row."""

    groups: Tensor

    def __init__(self, weight: Tensor, groups: Tensor, budget: Budget) -> None:
        classes, size = weight.shape
        super().__init__(size, classes, bias=False)
        self.weight = nn.Parameter(weight.detach().clone())
        self.register_buffer("groups", groups.clone(), persistent=False)
        self._scale, self._margin = budget.scale, budget.margin

    def loss(self, features: Tensor, classes: Tensor) -> Tensor:
        """Classification loss of features (N, D) with classes (N,)."""
        return margin_softmax_loss(
            features, classes, self.weight, scale=self._scale, margin=self._margin, class_groups=self.groups
        )

    def logits(self, features: Tensor) -> Tensor:
        """Scaled cosines (N, C), without margin."""
        return self._scale * F.linear(F.normalize(features), F.normalize(self.weight))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Extracted:
    """Activations of a batch's photos and sketches: pooled last map (N, K) and features (N, D)."""

    strong_pooled: Tensor
    strong: Tensor
    weak_pooled: Tensor
    weak: Tensor


def extract(encoder: Encoder, batch: StepBatch) -> Extracted:
    """Run both modalities through F in one batch, so that its batch norm sees both; bf16 on a GPU."""
    crops = torch.cat([batch.strong, batch.weak]).contiguous(memory_format=torch.channels_last)
    with torch.autocast(crops.device.type, torch.bfloat16, enabled=crops.is_cuda):
        maps = encoder.trunk(encoder.front(crops))
        features = encoder.head(maps)
    pooled, features = maps.float().mean((2, 3)), features.float()
    count = len(batch.strong)
    return Extracted(
        strong_pooled=pooled[:count], strong=features[:count], weak_pooled=pooled[count:], weak=features[count:]
    )


def trainable_copy(encoder: nn.Module, device: torch.device) -> Encoder:
    """Return an independent encoder that learns."""
    assert isinstance(encoder, Encoder)  # noqa: S101 - for the type checker; the start holds nothing else
    copied = copy.deepcopy(encoder).to(device).requires_grad_(requires_grad=True)
    return copied.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


class SgdLearner:
    """A learner whose step is one step of SGD down the sum of named losses."""

    def __init__(
        self,
        modules: Mapping[str, nn.Module],
        objective: Callable[[StepBatch, float], dict[str, Tensor]],
        budget: Budget,
        *,
        averaged: tuple[str, ...] = ("encoder",),
        photos: int | None = None,
        sketches: int | None = None,
        learning_rate: float | None = None,
        fixed: Iterable[nn.Module] = (),
    ) -> None:
        """`photos` and `sketches` a step are the budget's for rows on both modalities unless given."""
        self.modules, self._objective = modules, objective
        self.averaged = averaged
        self.photos = budget.batch - budget.sketches if photos is None else photos
        self.sketches = budget.sketches if sketches is None else sketches
        self._fixed = tuple(fixed)
        for module in self._fixed:
            module.requires_grad_(requires_grad=False)
        learned = [part for module in modules.values() for part in module.parameters() if part.requires_grad]
        self._learned = learned
        self.optimisers: Mapping[str, Optimizer] = {
            "sgd": sgd(learned, budget, learning_rate=learning_rate or budget.learning_rate)
        }

    def step(self, batch: StepBatch, progress: float) -> dict[str, Tensor]:
        """Take one step; return the losses, on the device."""
        for module in self.modules.values():
            module.train()
        for module in self._fixed:
            module.eval()
        losses = self._objective(batch, progress)
        optimiser = self.optimisers["sgd"]
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(losses.values())).sum())
        nn.utils.clip_grad_norm_(self._learned, GRADIENT_CLIP)
        optimiser.step()
        return {name: loss.detach() for name, loss in losses.items()}


def sgd(parameters: Iterable[nn.Parameter], budget: Budget, *, learning_rate: float) -> torch.optim.SGD:
    """SGD with Nesterov momentum and weight decay, for F and W_C of every row."""
    return torch.optim.SGD(
        parameters, lr=learning_rate, momentum=budget.momentum, weight_decay=budget.weight_decay, nesterov=True
    )
