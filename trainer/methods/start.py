"""The start that all rows share: an encoder trained by margin softmax on the strong set alone."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import torch
from torch import Tensor, nn

from trainer.config import EncoderConfig
from trainer.data.reproduction import ReproductionData
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import Budget, Start
from trainer.methods.network import MarginHead, SgdLearner, extract, trainable_copy
from trainer.methods.steps import StepLoop, Stretch
from trainer.networks.encoder import Encoder

ROWS_ALONE = ("learning_rate", "noise_size", "hidden")
"""Fields of the budget that mean nothing to a network trained from scratch: its checkpoint outlives their change."""


def train_start(
    config: EncoderConfig,
    data: ReproductionData,
    budget: Budget,
    *,
    seed: int,
    folder: Path,
    device: torch.device,
    quiet: bool = False,
) -> Start:
    """Train the start, or resume it from `folder`.

    Raises DataError for a folder of another configuration, TrainingStoppedError for a loss that is not finite.
    """
    encoder, head = fresh_network(config, data, budget, seed=seed, device=device)

    def objective(batch: StepBatch, progress: float) -> dict[str, Tensor]:  # noqa: ARG001
        return {"strong_class": head.loss(extract(encoder, batch).strong, batch.strong_classes)}

    learner = SgdLearner(
        {"encoder": encoder, "head": head},
        objective,
        budget,
        photos=budget.batch,
        sketches=0,
        learning_rate=budget.start_learning_rate,
    )
    source = BatchSource(data, budget.size, seed=seed, device=device)
    stretch = Stretch(name="start", steps=budget.start_steps)
    setting = json.dumps(dataclasses.asdict(config))
    without = ("steps", *ROWS_ALONE)
    loop = StepLoop(learner, source, stretch, budget, seed=seed, setting=setting, without=without)
    averages = loop.run(folder, quiet=quiet)
    return Start(config=config, encoder=averages["encoder"], classifier=head.weight.detach().clone())


def fresh_network(
    config: EncoderConfig, data: ReproductionData, budget: Budget, *, seed: int, device: torch.device
) -> tuple[Encoder, MarginHead]:
    """Return an untrained encoder and head; the same for the same seed."""
    torch.manual_seed(seed)
    encoder = trainable_copy(Encoder(config), device)
    weight = nn.init.normal_(torch.empty(data.class_count, config.feature_size), std=0.05)
    return encoder, MarginHead(weight, data.groups, budget).to(device)
