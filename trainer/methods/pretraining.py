"""Pretraining: the start itself, trained on the strong modality alone (paper, baseline 1)."""

from __future__ import annotations

from trainer.methods.contract import MatchingModel, Task
from trainer.methods.row import shared_model


def pretraining(task: Task) -> MatchingModel:
    """Return the start unchanged."""
    return shared_model(task.start.encoder.to(task.device))
