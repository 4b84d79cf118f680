"""Pretraining: the start itself, trained on the strong modality alone (paper, baseline 1)."""

from __future__ import annotations

from pathlib import Path

import torch

from trainer.data.reproduction import ReproductionData
from trainer.methods.contract import Budget, MatchingModel, Start
from trainer.methods.row import shared_model


def pretraining(
    start: Start,
    data: ReproductionData,  # noqa: ARG001 - the start was trained on its strong set
    budget: Budget,  # noqa: ARG001 - spent on the start
    *,
    seed: int,  # noqa: ARG001 - nothing is drawn
    folder: Path,  # noqa: ARG001 - nothing to keep
    device: torch.device,
    quiet: bool = False,  # noqa: ARG001 - nothing to tell
) -> MatchingModel:
    """Return the start unchanged."""
    return shared_model(start.encoder.to(device))
