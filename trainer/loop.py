"""The loop of D-phases and G-phases (paper, End-to-End Training)."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from trainer.adversarial import PhaseBatch, WeakStrongGan
from trainer.checkpoint import (
    load_checkpoint,
    load_module,
    load_optimiser,
    module_tensors,
    optimiser_tensors,
    save_checkpoint,
)
from trainer.config import RunConfig
from trainer.data.phases import Modalities
from trainer.data.sampling import step_generator
from trainer.feature_source import InputSource
from trainer.interruption import stop_requested, stopped
from trainer.journal import Journal

CHECKPOINT_EVERY = 250
REPORT_EVERY = 25
STREAM = 7


class AdversarialTraining:
    """Alternates `critic_steps` D-phases with one G-phase, reports, saves and resumes."""

    def __init__(
        self,
        config: RunConfig,
        gan: WeakStrongGan,
        modalities: Modalities,
        source: InputSource,
        device: torch.device,
    ) -> None:
        self._config, self._stage = config, config.adversarial
        self._gan, self._modalities, self._source, self._device = gan, modalities, source, device
        self.step = 0

    def run(self, folder: Path, *, quiet: bool = False) -> WeakStrongGan:
        """Train to the end, resuming from `folder` when it holds a checkpoint."""
        path = folder / "adversarial.safetensors"
        if path.exists():
            self.restore(path)
        with Journal(folder, title="generator", total=self._stage.steps, done=self.step, quiet=quiet) as journal:
            while self.step < self._stage.steps:
                losses = self.train_step()
                journal.advance(self.step, images=self._stage.batch * (self._stage.critic_steps + 1))
                if self.step % REPORT_EVERY == 0 or self.step == self._stage.steps:
                    journal.report("adversarial", self.step, **losses)
                stop = stop_requested(self.step)
                if self.step % CHECKPOINT_EVERY == 0 or self.step == self._stage.steps or stop:
                    self.save(path)
                if stop:
                    raise stopped(self.step)
        return self._gan

    def train_step(self) -> dict[str, float]:
        """Take `critic_steps` D-phases and one G-phase; return the losses of the last of each."""
        generator = step_generator(self._config.seed, self.step, stream=STREAM)
        torch.manual_seed(self._config.seed * 1_000_003 + self.step)  # dropout in F repeats after a resume
        losses: dict[str, float] = {}
        for _ in range(self._stage.critic_steps):
            losses |= self._gan.critic_phase(self._batch(generator))
        losses |= self._gan.generator_phase(self._batch(generator))
        self.step += 1
        return losses

    def _batch(self, generator: torch.Generator) -> PhaseBatch:
        rows = self._modalities.draw(self._stage.batch, generator)
        classes = torch.from_numpy(self._modalities.classes)
        noise = torch.randn((self._stage.batch, self._stage.noise_size), generator=generator)
        return PhaseBatch(
            strong=self._source.strong(rows.strong, generator),
            strong_labels=classes[rows.strong].to(self._device),
            weak=self._source.weak(rows.weak, generator),
            weak_labels=classes[rows.weak].to(self._device),
            partners=self._source.strong(rows.partners, generator),
            noise=noise.to(self._device),
        )

    def save(self, path: Path) -> None:
        """Write networks, optimisers and step."""
        tensors: dict[str, Tensor] = {}
        for name, module in self._gan.modules.items():
            tensors |= module_tensors(name, module)
        for name, optimiser in self._gan.optimisers.items():
            tensors |= optimiser_tensors(f"optimiser-{name}", optimiser)
        save_checkpoint(path, tensors, step=self.step, config_json=self._config.to_json())

    def restore(self, path: Path) -> None:
        """Read them back. Raises DataError for a broken or foreign checkpoint."""
        tensors, self.step = load_checkpoint(path, config_json=self._config.to_json())
        for name, module in self._gan.modules.items():
            load_module(name, module, tensors)
        for name, optimiser in self._gan.optimisers.items():
            load_optimiser(f"optimiser-{name}", optimiser, tensors)
