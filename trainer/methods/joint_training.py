"""Joint training: from scratch on both modalities at once (paper, baseline 2)."""

from __future__ import annotations

import json

from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.network import SgdLearner, extract
from trainer.methods.row import Losses, shared_model
from trainer.methods.start import ROWS_ALONE, fresh_network
from trainer.methods.steps import StepLoop, Stretch


def joint_training(task: Task) -> MatchingModel:
    """Train as the start was, on photos and sketches, for the start's steps and the row's together.

    A step holds as many fewer sketches as there are more steps than in other rows. Every image counts alike: with
    equal weights for both modalities a sketch among few would outweigh ten photos, and its noise would lead.
    """
    budget = task.budget
    sketches = budget.sketches_from_scratch
    photo_weight, sketch_weight = (2 * count / budget.batch for count in (budget.batch - sketches, sketches))
    encoder, head = fresh_network(task.start.config, task.data, budget, seed=task.seed, device=task.device)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        features = extract(encoder, batch)
        return {
            "strong_class": photo_weight * head.loss(features.strong, batch.strong_classes),
            "weak_class": sketch_weight * head.loss(features.weak, batch.weak_classes),
        }

    learner = SgdLearner(
        {"encoder": encoder, "head": head},
        objective,
        budget,
        photos=budget.batch - sketches,
        sketches=sketches,
        learning_rate=budget.start_learning_rate,
    )
    source = BatchSource(task.data, budget.size, seed=task.seed, device=task.device)
    stretch = Stretch(name="row", steps=budget.start_steps + budget.steps)
    setting = json.dumps({"photo_weight": photo_weight, "sketch_weight": sketch_weight})
    loop = StepLoop(learner, source, stretch, budget, seed=task.seed, setting=setting, without=ROWS_ALONE)
    averages = loop.run(task.folder, quiet=task.quiet)
    return shared_model(averages["encoder"])
