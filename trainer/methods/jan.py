"""JAN: the joint distribution of activations of several layers aligned by the joint MMD (paper, baseline 6).

Long et al. 2017. The layers are the pooled last map, the feature and the class probabilities. JAN(U) knows no classes
of sketches, not even by photos of the same people in a batch; JAN(S) does.
"""

from __future__ import annotations

from functools import partial

from torch.nn import functional as F

from trainer.losses.gradient_reversal import reversal_strength
from trainer.losses.joint_mmd import joint_mmd_loss
from trainer.methods.batches import StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.row import Losses, Row

DISCREPANCY_WEIGHT = 1.0
"""Of the joint MMD at the end of its schedule (the same as DANN's), beside a class loss of weight 1."""


def _jan(task: Task, *, supervised: bool) -> MatchingModel:
    row = Row.of(task)

    def objective(batch: StepBatch, progress: float) -> Losses:
        features = row.extract(batch)
        strong_classes, weak_classes = (row.head.logits(part).softmax(1) for part in (features.strong, features.weak))
        discrepancy = joint_mmd_loss(
            (features.strong_pooled, F.normalize(features.strong), strong_classes),
            (features.weak_pooled, F.normalize(features.weak), weak_classes),
        )
        losses = {
            "strong_class": row.strong_class(batch, features),
            "discrepancy": DISCREPANCY_WEIGHT * reversal_strength(progress) * discrepancy,
        }
        return losses | ({"weak_class": row.weak_class(batch, features)} if supervised else {})

    return row.train(objective, pairs=supervised)


jan_unsupervised = partial(_jan, supervised=False)
"""Train with the classes of photos alone."""

jan_supervised = partial(_jan, supervised=True)
"""Train with the classes of photos and sketches."""
