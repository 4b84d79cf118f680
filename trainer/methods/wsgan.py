"""WSGAN: a generator draws photo features for a sketch (the paper's method), and its variants (paper, Table 3).

The losses are the paper's (eqs. 4 to 7), the objectives (eqs. 8 and 9) are not in three points:
- F never learns from L_A^d: D-phases get its features detached, where the paper's also train F_S by eq. 9. F takes
  one step, down J_G and the classification losses of its own features, on one batch that passes it once.
- Sketch features are classified before G changes them too, as in the other supervised rows (`Objectives.condition`).
- L_A, L_C and L_E weigh 5, 1 and 1; in the paper 1, 0.1 and 0.01.

So WSGAN costs what a baseline costs, the D-phase can repeat on the features, and few steps do from an encoder that
knows photos already. To that end also G adds to its condition, D is bounded by spectral norm instead of clipping,
features lie on the sphere, and the head is the margin softmax of all rows.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from trainer.adversarial import PhaseBatch, WeakStrongGan
from trainer.config import AdversarialConfig
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import Budget, MatchingModel, Task
from trainer.methods.network import GRADIENT_CLIP, Extracted, MarginHead, extract, sgd
from trainer.methods.row import Row
from trainer.methods.steps import StepLoop, Stretch
from trainer.networks.spectral import SpectralCritic


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectives:
    """Weights of the losses beside a classification loss of weight 1, and how they are trained."""

    condition: float = 1.0
    """Of the classification loss of the sketch features themselves, which every supervised row has. Without it G,
    which learns faster, learns the training people by heart in F's place."""
    adversarial: float = 5.0
    """Of L_A; 0 leaves D out."""
    noise: float = 1.0
    """Of L_E (mu); 0 leaves E out."""
    critic_steps: int = 5
    """D-phases a step, on the same features with new noise."""
    noise_draws: int = 4
    """Samples of G for each sketch of a batch."""
    generator_rate: float = 5e-5
    """Of RMSProp (G, D)."""


ALL = Objectives()
DAGGER = Objectives(noise=0.0)
CLASS_ONLY = Objectives(adversarial=0.0, noise=0.0, critic_steps=0)


class FeatureGan(WeakStrongGan):
    """G, D and E on features that F has computed; W_C is the head of the row, which F's optimiser trains."""

    def __init__(self, objectives: Objectives, head: MarginHead, budget: Budget, device: torch.device) -> None:
        config = AdversarialConfig(
            steps=budget.steps,
            noise_size=budget.noise_size,
            hidden=budget.hidden,
            learning_rate=budget.learning_rate,
            adversarial_rate=objectives.generator_rate,
            lambda_class=1.0,
            nu_class=0.0,
            mu_noise=objectives.noise,
            clip=0.0,
            residual=True,
            unit_features=True,
        )
        classes, size = head.weight.shape
        super().__init__(config, nn.Identity(), size, classes, device)
        self.critic = SpectralCritic(size, budget.hidden, slope=objectives.adversarial).to(device)
        self.optimisers["critic"] = torch.optim.RMSprop(self.critic.parameters(), lr=objectives.generator_rate)
        self.classifier = self._head = head
        del self.optimisers["classifier"]

    def _classify(self, features: Tensor, labels: Tensor) -> Tensor:
        return self._head.loss(features, labels)


class WeakStrongLearner:
    """One step: D-phases on the batch's features, the G-phase on its sketches, and F's down all but L_A^d."""

    averaged = ("encoder", "generator")

    def __init__(self, row: Row, objectives: Objectives) -> None:
        budget = row.task.budget
        self.photos, self.sketches = budget.batch - budget.sketches, budget.sketches
        self._row, self._objectives = row, objectives
        self._gan = FeatureGan(objectives, row.head, budget, row.task.device)
        self._learned = [*row.encoder.parameters(), *row.head.parameters()]
        self.modules = {**self._gan.modules, "encoder": row.encoder}
        shared = sgd(self._learned, budget, learning_rate=budget.learning_rate)
        self.optimisers: dict[str, Optimizer] = {**self._gan.optimisers, "encoder": shared}

    def step(self, batch: StepBatch, progress: float) -> dict[str, Tensor]:  # noqa: ARG002 - nothing is scheduled
        """Take one step; return the losses, on the device."""
        self._row.encoder.train()
        features = extract(self._row.encoder, batch)
        condition = features.weak.detach().requires_grad_()
        losses: dict[str, Tensor] = {}
        for _ in range(self._objectives.critic_steps):
            losses |= self._gan.critic_phase(self._phase(batch, features.strong.detach(), features.weak.detach()))
        losses |= self._gan.generator_phase(self._phase(batch, features.strong.detach(), condition))
        return losses | self._encoder_step(batch, features, condition.grad)

    def _encoder_step(self, batch: StepBatch, features: Extracted, weak_gradient: Tensor | None) -> dict[str, Tensor]:
        """F and W_C down the losses of their own features, and F down J_G, whose gradient at sketches is given."""
        self._row.head.requires_grad_(requires_grad=True)
        self.optimisers["encoder"].zero_grad(set_to_none=True)
        strong, weak = self._row.strong_class(batch, features), self._row.weak_class(batch, features)
        real = strong + self._objectives.condition * weak
        torch.autograd.backward([real, features.weak], [None, weak_gradient])
        nn.utils.clip_grad_norm_(self._learned, GRADIENT_CLIP)
        self.optimisers["encoder"].step()
        return {"strong_class": strong.detach(), "weak_class": weak.detach()}

    def _phase(self, batch: StepBatch, strong: Tensor, weak: Tensor) -> PhaseBatch:
        draws = self._objectives.noise_draws
        noise = torch.randn((len(weak) * draws, self._row.task.budget.noise_size)).to(weak.device)
        return PhaseBatch(
            strong=strong,
            strong_labels=batch.strong_classes,
            weak=weak.repeat(draws, 1),
            weak_labels=batch.weak_classes.repeat(draws),
            partners=strong,
            noise=noise,
        )


def _train(task: Task, *, objectives: Objectives) -> MatchingModel:
    row = Row.of(task)
    source = BatchSource(task.data, task.budget.size, seed=task.seed, device=task.device)
    learner = WeakStrongLearner(row, objectives)
    stretch = Stretch(name="row", steps=task.budget.steps)
    setting = json.dumps(dataclasses.asdict(objectives))
    loop = StepLoop(learner, source, stretch, task.budget, seed=task.seed, setting=setting)
    averages = loop.run(task.folder, quiet=task.quiet)
    return MatchingModel(
        photo_encoder=averages["encoder"],
        sketch_encoder=averages["encoder"],
        generator=averages["generator"],
        noise_size=task.budget.noise_size,
    )


wsgan = partial(_train, objectives=ALL)
"""Train with all losses."""

wsgan_dagger = partial(_train, objectives=DAGGER)
"""Train without noise regression: L_A + L_C."""

wsgan_class_only = partial(_train, objectives=CLASS_ONLY)
"""Train with L_C alone: no critic, no noise regression."""
