"""End-to-end fine-tuning: all layers on the weak modality (paper, baseline 3b)."""

from __future__ import annotations

from trainer.methods.batches import StepBatch
from trainer.methods.contract import MatchingModel, Task
from trainer.methods.row import Losses, Row


def end_to_end_finetuning(task: Task) -> MatchingModel:
    """Train everything on sketches."""
    row = Row.of(task)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        return {"weak_class": row.weak_class(batch, row.extract(batch))}

    return row.train(objective, photos=0)
