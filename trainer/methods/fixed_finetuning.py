"""Fixed fine-tuning: the last two layers on the weak modality, the others fixed (paper, baseline 3a)."""

from __future__ import annotations

from trainer.methods.batches import StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.row import Losses, Row


def fixed_finetuning(task: Task) -> MatchingModel:
    """Train the feature layer and the classifier on sketches."""
    row = Row.of(task)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        return {"weak_class": row.weak_class(batch, row.extract(batch))}

    return row.train(objective, fixed=(row.encoder.trunk,), photos=0)
