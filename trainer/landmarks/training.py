"""The training loop of the landmark network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from forensic_id.vision.template import TEMPLATE, as_points
from trainer.average import WeightAverage
from trainer.checkpoint import (
    load_checkpoint,
    load_module,
    load_optimiser,
    module_tensors,
    optimiser_tensors,
    save_checkpoint,
)
from trainer.journal import Journal
from trainer.landmarks.augmentation import random_appearance, random_crops
from trainer.landmarks.config import LandmarkConfig
from trainer.landmarks.data import LandmarkSet
from trainer.landmarks.network import LandmarkNetwork

CHECKPOINT = "landmarks.safetensors"
_WARMUP = 100


def build_network(config: LandmarkConfig) -> LandmarkNetwork:
    """The network of a configuration, with random weights."""
    network = LandmarkNetwork(crop_size=config.crop_size, widths=config.widths)
    # Channels last: a quarter less time a step on CPUs.
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def landmark_loss(predicted: Tensor, target: Tensor, exact: Tensor, projector: Tensor) -> Tensor:
    """Smooth L1 distance in crop pixels (Huber 1964); scalar from (N, 5, 2), (N, 5, 2), bool (N,) and (10, 10).

    Where only the alignment of a face is known (`exact` false), the residual is projected on the shifts, scalings
    and rotations of the template: the other six degrees of freedom are the face's own shape and are not judged.
    """
    residual = (predicted - target).reshape(-1, 10)
    judged = torch.where(exact[:, None], residual, residual @ projector)
    return F.smooth_l1_loss(judged, torch.zeros_like(judged), beta=1.0)


def similarity_projector() -> Tensor:
    """The orthogonal projector (10, 10) on the tangent space of similarities of the template."""
    points = as_points(TEMPLATE) - as_points(TEMPLATE).mean(axis=0)
    turned = np.stack([-points[:, 1], points[:, 0]], axis=1)
    across, down = np.tile([1.0, 0.0], 5), np.tile([0.0, 1.0], 5)
    basis, _ = np.linalg.qr(np.stack([points.reshape(-1), turned.reshape(-1), across, down], axis=1))
    return torch.from_numpy(basis @ basis.T).float()


def train(
    train_set: LandmarkSet, watched: LandmarkSet, config: LandmarkConfig, run: Path, *, quiet: bool = False
) -> LandmarkNetwork:
    """Train and return the averaged network. A checkpoint in `run` is resumed, to the same result.

    Raises TrainingStoppedError when the loss is not finite.
    """
    state = _State.fresh(config)
    begin = state.resume(run / CHECKPOINT)
    projector = similarity_projector()
    running = float("nan")
    with Journal(run, title="landmarks", total=config.steps, done=begin, quiet=quiet) as journal:
        for step in range(begin, config.steps):
            loss = _step(state, train_set, projector, step)
            running = loss if step == begin else 0.98 * running + 0.02 * loss
            journal.advance(step + 1)
            if (step + 1) % config.report_every == 0 or step + 1 == config.steps:
                first, second = (
                    watched_error(state.average.module, watched, config, strength=strength)
                    for strength in (1.0, config.second_look)
                )
                journal.report("landmarks", step + 1, loss=running, first_look_error=first, second_look_error=second)
                state.save(run / CHECKPOINT, step + 1)
    averaged = state.average.module
    assert isinstance(averaged, LandmarkNetwork)  # noqa: S101 - a deep copy keeps its class
    return averaged


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What a step changes and a checkpoint holds."""

    config: LandmarkConfig
    network: LandmarkNetwork
    average: WeightAverage
    optimiser: torch.optim.Optimizer

    @classmethod
    def fresh(cls, config: LandmarkConfig) -> Self:
        torch.manual_seed(config.seed)
        network = build_network(config)
        average = WeightAverage(network, config.average_decay)
        optimiser = torch.optim.AdamW(network.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay)
        return cls(config=config, network=network, average=average, optimiser=optimiser)

    def save(self, path: Path, step: int) -> None:
        tensors = module_tensors("network", self.network) | module_tensors("average", self.average.module)
        tensors |= optimiser_tensors("optimiser", self.optimiser)
        save_checkpoint(path, tensors, step=step, config_json=self.config.to_json())

    def resume(self, path: Path) -> int:
        """Fill everything from the checkpoint and return its step; 0 when there is none."""
        if not path.exists():
            return 0
        tensors, step = load_checkpoint(path, config_json=self.config.to_json())
        load_module("network", self.network, tensors)
        load_module("average", self.average.module, tensors)
        load_optimiser("optimiser", self.optimiser, tensors)
        return step


def _step(state: _State, train_set: LandmarkSet, projector: Tensor, step: int) -> float:
    """One batch; its random numbers depend on the step alone, so that a resumed run sees what the other one saw."""
    config = state.config
    generator = torch.Generator().manual_seed(config.seed * 1_000_003 + step)
    raw_share = config.raw_share if step < config.raw_only_from * config.steps else 1.0
    crops, target, exact = _batch(train_set, config, raw_share, generator)
    for group in state.optimiser.param_groups:
        group["lr"] = config.learning_rate * _schedule(step, config.steps)
    loss = landmark_loss(state.network.train()(crops), target, exact, projector)
    state.optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(state.network.parameters(), 5.0)
    state.optimiser.step()
    state.average.update(state.network, step)
    return loss.item()


@torch.no_grad()
def watched_error(
    network: torch.nn.Module, watched: LandmarkSet, config: LandmarkConfig, *, strength: float
) -> float:
    """Mean distance to the reference points over the eye distance, on crops as far off as `strength` says."""
    windows, points = _tensors(watched, torch.arange(len(watched)))
    generator = torch.Generator().manual_seed(1)
    crops, target = random_crops(windows, points, config, generator, strength=torch.full((len(watched),), strength))
    found = network.eval()(crops * 2 - 1)
    eyes = (target[:, 1] - target[:, 0]).norm(dim=1)
    return float(((found - target).norm(dim=2).mean(dim=1) / eyes).mean())


def _batch(
    train_set: LandmarkSet, config: LandmarkConfig, raw_share: float, generator: torch.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    known = torch.from_numpy(train_set.exact)
    wanted = config.batch if bool(known.all()) else round(config.batch * raw_share)
    shares = torch.from_numpy(train_set.shares)
    rows = torch.cat(
        [_drawn(shares * known, wanted, generator), _drawn(shares * ~known, config.batch - wanted, generator)]
    )
    exact = known[rows]
    windows, points = _tensors(train_set, rows)
    second = ~exact | (torch.rand(config.batch, generator=generator) < 0.5)
    strength = torch.where(second, config.second_look, 1.0)
    crops, target = random_crops(windows, points, config, generator, strength=strength)
    # Shuffled, because which style a crop gets goes by its place in the batch.
    order = torch.randperm(config.batch, generator=generator)
    return random_appearance(crops[order], generator) * 2 - 1, target[order], exact[order]


def _drawn(shares: Tensor, count: int, generator: torch.Generator) -> Tensor:
    """Row numbers (count,) drawn with replacement in proportion to `shares` (N,)."""
    if count == 0:
        return torch.empty(0, dtype=torch.int64)
    return torch.multinomial(shares, count, replacement=True, generator=generator)


def _tensors(faces: LandmarkSet, rows: Tensor) -> tuple[Tensor, Tensor]:
    windows = torch.from_numpy(faces.windows)[rows].float()[:, None] / 255.0
    return windows, torch.from_numpy(faces.points)[rows]


def _schedule(step: int, steps: int) -> float:
    warm = min(1.0, (step + 1) / _WARMUP)
    return warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * step / steps)))
