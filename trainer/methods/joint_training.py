"""Joint training: from scratch on both modalities at once (paper, baseline 2)."""

from __future__ import annotations

from pathlib import Path

import torch

from trainer.data.reproduction import ReproductionData
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import Budget, MatchingModel, Start
from trainer.methods.network import SgdLearner, extract
from trainer.methods.row import Losses, shared_model
from trainer.methods.start import fresh_network
from trainer.methods.steps import StepLoop, Stretch


def joint_training(
    start: Start,
    data: ReproductionData,
    budget: Budget,
    *,
    seed: int,
    folder: Path,
    device: torch.device,
    quiet: bool = False,
) -> MatchingModel:
    """Train as the start was, on photos and sketches, for the start's steps and the row's together."""
    encoder, head = fresh_network(start.config, data, budget, seed=seed, device=device)

    def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
        features = extract(encoder, batch)
        return {
            "strong_class": head.loss(features.strong, batch.strong_classes),
            "weak_class": head.loss(features.weak, batch.weak_classes),
        }

    learner = SgdLearner(
        {"encoder": encoder, "head": head}, objective, budget, learning_rate=budget.start_learning_rate
    )
    source = BatchSource(data, budget.size, seed=seed, device=device)
    stretch = Stretch(name="row", steps=budget.start_steps + budget.steps)
    averages = StepLoop(learner, source, stretch, budget, seed=seed).run(folder, quiet=quiet)
    return shared_model(averages["encoder"])
