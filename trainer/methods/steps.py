"""The loop of all rows: cosine decay, running average, journal, checkpoints from which it resumes exactly."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from trainer.average import WeightAverage
from trainer.checkpoint import (
    load_checkpoint,
    load_module,
    load_optimiser,
    module_tensors,
    optimiser_tensors,
    save_checkpoint,
)
from trainer.interruption import stop_requested, stopped
from trainer.journal import Journal
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import Budget

CHECKPOINT_EVERY = 250
REPORT_EVERY = 25


class Learner(Protocol):
    """What a row adds to the loop: networks, their optimisers, and one step."""

    @property
    def modules(self) -> Mapping[str, nn.Module]:
        """All networks by name."""
        ...

    @property
    def averaged(self) -> tuple[str, ...]:
        """Names of the networks that are evaluated, as running averages."""
        ...

    @property
    def optimisers(self) -> Mapping[str, Optimizer]:
        """Optimisers by name; the loop scales their learning rates."""
        ...

    @property
    def photos(self) -> int:
        """Photos a step."""
        ...

    @property
    def sketches(self) -> int:
        """Sketches a step."""
        ...

    def step(self, batch: StepBatch, progress: float) -> dict[str, Tensor]:
        """Take one step at `progress` from 0 to 1; return the losses, detached and on the device."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A named stretch of steps; its checkpoint is `<name>.safetensors`."""

    name: str
    steps: int
    first_step: int = 0
    """Where it begins in the row's sequence of batches."""


class StepLoop:
    """Trains a learner over one stretch."""

    def __init__(
        self,
        learner: Learner,
        source: BatchSource,
        stretch: Stretch,
        budget: Budget,
        *,
        seed: int,
        setting: str = "",
        without: Collection[str] = (),
    ) -> None:
        """A checkpoint belongs to the budget, less the fields `without` a meaning here, and to a row's `setting`."""
        self._learner, self._source, self._stretch, self._budget = learner, source, stretch, budget
        self._seed = seed
        self._averages = {
            name: WeightAverage(learner.modules[name], budget.average_decay) for name in learner.averaged
        }
        decides = {field: value for field, value in dataclasses.asdict(budget).items() if field not in without}
        batch = {"photos": learner.photos, "sketches": learner.sketches}
        whole = {"budget": decides, "batch": batch, "stretch": dataclasses.asdict(stretch), "seed": seed}
        self._identity = json.dumps({**whole, "setting": setting})
        self.step = 0

    def run(self, folder: Path, *, quiet: bool = False) -> dict[str, nn.Module]:
        """Train to the end, resuming from `folder`; return the running averages.

        Raises DataError for a checkpoint of another configuration, TrainingStoppedError for a loss that is not
        finite, CancelledError after a step at which a stop was requested, with a checkpoint.
        """
        path = folder / f"{self._stretch.name}.safetensors"
        if path.exists():
            self._restore(path)
        name, steps = self._stretch.name, self._stretch.steps
        with Journal(folder, title=name, total=steps, done=self.step, quiet=quiet) as journal:
            while self.step < steps:
                losses = self.train_step()
                stop = stop_requested(self.step)
                save = self.step % CHECKPOINT_EVERY == 0 or self.step == steps or stop
                if self.step % REPORT_EVERY == 0 or save:
                    journal.report(name, self.step, **{loss: value.item() for loss, value in losses.items()})
                if save:
                    self._save(path)
                if stop:
                    raise stopped(self.step)
        return {name: average.module for name, average in self._averages.items()}

    def train_step(self) -> dict[str, Tensor]:
        """Take one step; return the losses on the device: reading one makes Python wait for the step."""
        number = self._stretch.first_step + self.step
        batch = self._source.draw(number, photos=self._learner.photos, sketches=self._learner.sketches)
        torch.manual_seed(self._seed * 1_000_003 + number)  # dropout and noise repeat after a resume
        factor = rate_factor(self._budget, self.step, self._stretch.steps)
        for optimiser in self._learner.optimisers.values():
            for group in optimiser.param_groups:
                group["lr"] = optimiser.defaults["lr"] * factor
        losses = self._learner.step(batch, self.step / self._stretch.steps)
        for name, average in self._averages.items():
            average.update(self._learner.modules[name], self.step)
        self.step += 1
        return losses

    def _save(self, path: Path) -> None:
        tensors: dict[str, Tensor] = {}
        for name, module in self._learner.modules.items():
            tensors |= module_tensors(f"module-{name}", module)
        for name, average in self._averages.items():
            tensors |= module_tensors(f"average-{name}", average.module)
        for name, optimiser in self._learner.optimisers.items():
            tensors |= optimiser_tensors(f"optimiser-{name}", optimiser)
        save_checkpoint(path, tensors, step=self.step, config_json=self._identity)

    def _restore(self, path: Path) -> None:
        tensors, self.step = load_checkpoint(path, config_json=self._identity)
        for name, module in self._learner.modules.items():
            load_module(f"module-{name}", module, tensors)
        for name, average in self._averages.items():
            load_module(f"average-{name}", average.module, tensors)
        for name, optimiser in self._learner.optimisers.items():
            load_optimiser(f"optimiser-{name}", optimiser, tensors)


def rate_factor(budget: Budget, step: int, steps: int) -> float:
    """Linear warm-up, then half a cosine from 1 to the budget's final rate."""
    if step < budget.warmup:
        return (step + 1) / budget.warmup
    way = (step - budget.warmup) / max(1, steps - budget.warmup)
    return budget.final_rate + (1 - budget.final_rate) * 0.5 * (1 + math.cos(math.pi * way))
