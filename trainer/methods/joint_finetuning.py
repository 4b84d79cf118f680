"""Joint fine-tuning: all layers on both modalities (paper, baseline 3c)."""

from __future__ import annotations

from pathlib import Path

import torch

from trainer.data.reproduction import ReproductionData
from trainer.methods.batches import StepBatch
from trainer.methods.contract import Budget, MatchingModel, Start
from trainer.methods.row import Losses, Row


def joint_finetuning(
    start: Start,
    data: ReproductionData,
    budget: Budget,
    *,
    seed: int,
    folder: Path,
    device: torch.device,
    quiet: bool = False,
) -> MatchingModel:
    """Train everything on photos and sketches."""
    row = Row.of(start, data, budget, seed=seed, device=device)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        features = row.extract(batch)
        return {"strong_class": row.strong_class(batch, features), "weak_class": row.weak_class(batch, features)}

    return row.train(objective, folder=folder, quiet=quiet)
