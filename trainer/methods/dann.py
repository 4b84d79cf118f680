"""DANN: features from which no one can tell the modality, by gradient reversal (paper, baseline 4).

Ganin and Lempitsky 2015: F, W_C and the domain classifier minimise the class loss plus the domain loss, whose
gradient is reversed on its way into F. DANN(U) knows no classes of sketches, not even by photos of the same people in
a batch; DANN(S) does.
"""

from __future__ import annotations

from functools import partial

import torch
from torch.nn import functional as F

from trainer.losses.domain_confusion import domain_loss
from trainer.losses.gradient_reversal import reversal_strength, reversed_gradient
from trainer.methods.batches import StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.row import Losses, Row
from trainer.networks.perceptron import Critic

DOMAIN_WEIGHT = 0.1
"""Of the reversed domain loss at the end of its schedule, beside a class loss of weight 1."""


def _dann(task: Task, *, supervised: bool) -> MatchingModel:
    row = Row.of(task)
    domain = Critic(row.head.weight.shape[1], task.budget.hidden).to(task.device)

    def objective(batch: StepBatch, progress: float) -> Losses:
        features = row.extract(batch)
        count = len(features.strong)
        strength = DOMAIN_WEIGHT * reversal_strength(progress)
        both = F.normalize(torch.cat([features.strong, features.weak]))
        scores = domain(reversed_gradient(both, strength))
        losses = {
            "strong_class": row.strong_class(batch, features),
            "domain": domain_loss(scores[:count], scores[count:]),
        }
        return losses | ({"weak_class": row.weak_class(batch, features)} if supervised else {})

    return row.train(objective, beside={"domain": domain}, pairs=supervised)


dann_unsupervised = partial(_dann, supervised=False)
"""Train with the domains of sketches alone."""

dann_supervised = partial(_dann, supervised=True)
"""Train with domains and classes of sketches."""
