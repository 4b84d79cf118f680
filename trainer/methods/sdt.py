"""SDT: domain confusion and soft labels (paper, baseline 5).

Tzeng et al. 2015: a domain classifier learns to tell the modalities apart while F learns to confuse it (in one step,
each sees the other fixed), and sketches learn the similarities of their class to others that photos show.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.data.reproduction import ReproductionData
from trainer.evaluation.recognition import centre_views, flip_averaged_features
from trainer.losses.domain_confusion import confusion_loss, domain_loss
from trainer.losses.soft_labels import soft_label_loss
from trainer.methods.batches import StepBatch
from trainer.methods.contract import Budget, MatchingModel, Start, Task
from trainer.methods.row import Losses, Row
from trainer.networks.perceptron import Critic

CONFUSION_WEIGHT = 0.1
SOFT_WEIGHT = 0.1
TEMPERATURE = 2.0
BLOCK = 1024


class SoftLabels:
    """Mean softmax of the start over a class's photos, computed when asked for: C^2 numbers would not fit."""

    def __init__(self, start: Start, data: ReproductionData, budget: Budget, device: torch.device) -> None:
        self._weight = F.normalize(start.classifier.to(device)) * budget.scale / TEMPERATURE
        drawn = torch.unique(data.weak_classes)
        rows = torch.nonzero(torch.isin(data.strong_classes, drawn)).squeeze(1)
        self._classes = data.strong_classes[rows].to(device)
        encoder = start.encoder.to(device)
        blocks = [data.strong.subset(block.numpy()) for block in torch.split(rows, BLOCK)]
        features = [flip_averaged_features(encoder, centre_views(block, budget.size)) for block in blocks]
        self._features = torch.cat(features).to(device)

    def __call__(self, classes: Tensor) -> Tensor:
        """Return the soft labels (N, C) of classes (N,) that have photos."""
        own = (classes.unsqueeze(1) == self._classes.unsqueeze(0)).float()
        used = own.any(0)
        probabilities = (self._features[used] @ self._weight.T).softmax(1)
        shares = own[:, used] / own[:, used].sum(1, keepdim=True)
        return shares @ probabilities


def sdt(task: Task) -> MatchingModel:
    """Train with confusion and soft labels beside the classes of both modalities."""
    row = Row.of(task)
    domain = Critic(row.head.weight.shape[1], task.budget.hidden).to(task.device)
    soft_labels = SoftLabels(task.start, task.data, task.budget, task.device)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        features = row.extract(batch)
        both = F.normalize(torch.cat([features.strong, features.weak]))
        losses = domain_losses(domain, both, len(features.strong))
        targets = soft_labels(batch.weak_classes)
        soft = soft_label_loss(row.head.logits(features.weak), targets, temperature=TEMPERATURE)
        classes = {"strong_class": row.strong_class(batch, features), "weak_class": row.weak_class(batch, features)}
        return {**classes, **losses, "soft": SOFT_WEIGHT * soft}

    return row.train(objective, beside={"domain": domain})


def domain_losses(domain: nn.Module, features: Tensor, photos: int) -> Losses:
    """L_D for the domain classifier alone, weighted L_conf for the features alone; the first rows are photos."""
    told = domain(features.detach())
    learned = domain_loss(told[:photos], told[photos:])
    domain.requires_grad_(requires_grad=False)
    confused = domain(features)
    domain.requires_grad_(requires_grad=True)
    return {"domain": learned, "confusion": CONFUSION_WEIGHT * confusion_loss(confused[:photos], confused[photos:])}
