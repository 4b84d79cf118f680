"""Fixed fine-tuning: the last two layers on the weak modality, the others fixed (paper, baseline 3a)."""

from __future__ import annotations

from pathlib import Path

import torch

from trainer.data.reproduction import ReproductionData
from trainer.methods.batches import StepBatch
from trainer.methods.contract import Budget, MatchingModel, Start
from trainer.methods.row import Losses, Row


def fixed_finetuning(
    start: Start,
    data: ReproductionData,
    budget: Budget,
    *,
    seed: int,
    folder: Path,
    device: torch.device,
    quiet: bool = False,
) -> MatchingModel:
    """Train the feature layer and the classifier on sketches."""
    row = Row.of(start, data, budget, seed=seed, device=device)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        return {"weak_class": row.weak_class(batch, row.extract(batch))}

    return row.train(objective, folder=folder, quiet=quiet, fixed=(row.encoder.trunk,), photo_share=0.0)
