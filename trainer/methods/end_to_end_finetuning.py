"""End-to-end fine-tuning: all layers on the weak modality (paper, baseline 3b)."""

from __future__ import annotations

from pathlib import Path

import torch

from trainer.data.reproduction import ReproductionData
from trainer.methods.batches import StepBatch
from trainer.methods.contract import Budget, MatchingModel, Start
from trainer.methods.row import Losses, Row


def end_to_end_finetuning(
    start: Start,
    data: ReproductionData,
    budget: Budget,
    *,
    seed: int,
    folder: Path,
    device: torch.device,
    quiet: bool = False,
) -> MatchingModel:
    """Train everything on sketches."""
    row = Row.of(start, data, budget, seed=seed, device=device)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        return {"weak_class": row.weak_class(batch, row.extract(batch))}

    return row.train(objective, folder=folder, quiet=quiet, photo_share=0.0)
