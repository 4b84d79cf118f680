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
from trainer.execution import sent
from trainer.feature_source import InputSource
from trainer.interruption import stop_requested, stopped
from trainer.journal import Journal
from trainer.running_means import RunningMeans

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
        figures = RunningMeans()
        with Journal(folder, title="generator", total=self._stage.steps, done=self.step, quiet=quiet) as journal:
            while self.step < self._stage.steps:
                figures.add(self.train_step())
                journal.advance(self.step, images=self._stage.batch * (self._stage.critic_steps + 1))
                stop = stop_requested(self.step)
                save = self.step % CHECKPOINT_EVERY == 0 or self.step == self._stage.steps or stop
                if self.step % REPORT_EVERY == 0 or save:
                    journal.report("adversarial", self.step, **figures.read())
                if save:
                    self.save(path)
                if stop:
                    raise stopped(self.step)
        return self._gan

    def train_step(self) -> dict[str, Tensor]:
        """Take `critic_steps` D-phases and one G-phase; return the losses of the last of each, on the device."""
        generator = step_generator(self._config.seed, self.step, stream=STREAM)
        numbers = generator
        if self._device.type != "cpu":
            numbers = step_generator(self._config.seed, self.step, stream=STREAM, device=self._device)
        torch.manual_seed(self._config.seed * 1_000_003 + self.step)  # dropout in F repeats after a resume
        losses: dict[str, Tensor] = {}
        for _ in range(self._stage.critic_steps):
            losses |= self._gan.critic_phase(self._batch(generator, numbers))
        losses |= self._gan.generator_phase(self._batch(generator, numbers))
        self.step += 1
        return losses

    def _batch(self, generator: torch.Generator, numbers: torch.Generator) -> PhaseBatch:
        """Draw rows on the host by `generator`, and everything else by `numbers` on the device."""
        rows = self._modalities.draw(self._stage.batch, generator)
        classes = torch.from_numpy(self._modalities.classes)
        noise = torch.randn((self._stage.batch, self._stage.noise_size), generator=numbers, device=numbers.device)
        return PhaseBatch(
            strong=self._source.strong(rows.strong, numbers),
            strong_labels=sent(classes[rows.strong], self._device),
            weak=self._source.weak(rows.weak, numbers),
            weak_labels=sent(classes[rows.weak], self._device),
            partners=self._source.strong(rows.partners, numbers),
            noise=noise,
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
