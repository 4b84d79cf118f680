"""Joint fine-tuning: all layers on both modalities (paper, baseline 3c)."""

from __future__ import annotations

from trainer.methods.batches import StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.row import Losses, Row


def joint_finetuning(task: Task) -> MatchingModel:
    """Train everything on photos and sketches."""
    row = Row.of(task)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        features = row.extract(batch)
        return {"strong_class": row.strong_class(batch, features), "weak_class": row.weak_class(batch, features)}

    return row.train(objective)
