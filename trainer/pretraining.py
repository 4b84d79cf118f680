"""Encoder training by margin softmax over identities, on photos, synthetic sketches and real pairs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.average import WeightAverage
from trainer.checkpoint import (
    load_checkpoint,
    load_module,
    load_optimiser,
    module_tensors,
    optimiser_tensors,
    save_checkpoint,
)
from trainer.config import Phase, PretrainingConfig, RunConfig
from trainer.data.augmentation import random_erasing, random_tones, random_views
from trainer.data.faces import PHOTO, FaceSet
from trainer.data.sampling import Batch, BatchSampler, step_generator
from trainer.data.synthesis import synthesise_sketches
from trainer.evaluation.recognition import validation_recall
from trainer.interruption import stop_requested, stopped
from trainer.journal import Journal
from trainer.losses.margin_softmax import margin_softmax_loss
from trainer.networks.encoder import Encoder

CHECKPOINT_EVERY = 250
VALIDATE_EVERY = 1000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Labels:
    """Class of every row (N,), and the competing group of every class (C,): see `margin_softmax_loss`."""

    classes: Tensor
    groups: Tensor


def label_identities(faces: FaceSet) -> Labels:
    """Number the identities; the anonymous ones of CelebA form a group of their own."""
    names, inverse = np.unique(faces.identities, return_inverse=True)
    groups = np.array([int(str(name).startswith("celeba:")) for name in names])
    return Labels(classes=torch.from_numpy(inverse.astype(np.int64)), groups=torch.from_numpy(groups))


def prepare_batch(faces: FaceSet, batch: Batch, size: int, generator: torch.Generator) -> Tensor:
    """Gather, draw, warp, light and cover one batch: float (B, 1, size, size) in [-1, 1]."""
    images = faces.images[batch.rows].float() / 255
    photo = torch.from_numpy(faces.modalities)[batch.rows] == PHOTO
    images[batch.synthesise] = synthesise_sketches(images[batch.synthesise], generator)
    elastic = torch.where(photo & ~batch.synthesise, 0.006, 0.012)
    views = random_views(images, size, generator, elastic=elastic)
    return random_erasing(random_tones(views, generator), generator) * 2 - 1


def learning_rate(phase: Phase, step: int) -> float:
    """Linear warm-up, then half a cosine from the phase's rate to its final one."""
    if step < phase.warmup:
        return phase.learning_rate * (step + 1) / phase.warmup
    way = (step - phase.warmup) / max(1, phase.steps - phase.warmup)
    return phase.learning_rate * (phase.final_rate + (1 - phase.final_rate) * 0.5 * (1 + math.cos(math.pi * way)))


class Pretraining:
    """State of encoder training: network, classifier, optimiser, running average."""

    def __init__(self, config: RunConfig, faces: FaceSet, validation: FaceSet, device: torch.device) -> None:
        torch.manual_seed(config.seed)
        self._config = config
        self._stage: PretrainingConfig = config.pretraining
        self._faces, self._validation, self._device = faces, validation, device
        self._labels = label_identities(faces)
        self._samplers = {phase.mix: BatchSampler(faces, phase.mix) for phase in self._stage.phases}
        self.encoder = Encoder(config.encoder).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.classifier = nn.Linear(config.encoder.feature_size, len(self._labels.groups), bias=False).to(device)
        self.average = WeightAverage(self.encoder, self._stage.average_decay)
        parameters = [*self.encoder.parameters(), *self.classifier.parameters()]
        self._optimiser = torch.optim.SGD(
            parameters, lr=0.1, momentum=self._stage.momentum, weight_decay=self._stage.weight_decay, nesterov=True
        )
        self.step = 0

    @property
    def total_steps(self) -> int:
        """Steps of all phases."""
        return sum(phase.steps for phase in self._stage.phases)

    def run(self, folder: Path, *, quiet: bool = False) -> nn.Module:
        """Train to the end, resuming from `folder` when it holds a checkpoint; return the averaged encoder."""
        path = folder / "pretraining.safetensors"
        if path.exists():
            self.restore(path)
        with Journal(folder, title="encoder", total=self.total_steps, done=self.step, quiet=quiet) as journal:
            begin = 0
            for phase in self._stage.phases:
                self._run_phase(phase, begin, path, journal)
                begin += phase.steps
        return self.average.module

    def _run_phase(self, phase: Phase, begin: int, path: Path, journal: Journal) -> None:
        if self.step >= begin + phase.steps:
            return
        faces = self._faces.resized(phase.size)
        for step in range(self.step, begin + phase.steps):
            loss, accuracy = self.train_step(faces, phase, step - begin)
            journal.advance(self.step, images=phase.batch)
            if self.step % 25 == 0:
                journal.report("encoder", self.step, loss=loss, accuracy=accuracy)
            stop = stop_requested(self.step)
            if self.step % CHECKPOINT_EVERY == 0 or self.step == self.total_steps or stop:
                self.save(path)
            if stop:
                raise stopped(self.step)
            if self.step % VALIDATE_EVERY == 0 or self.step == self.total_steps:
                recall = validation_recall(self.average.module, self._validation, phase.size)
                journal.report("encoder-validation", self.step, **recall)

    def train_step(self, faces: FaceSet, phase: Phase, step_in_phase: int) -> tuple[float, float]:
        """Take one step and return its loss and accuracy."""
        generator = step_generator(self._config.seed, self.step)
        batch = self._samplers[phase.mix].draw(phase.batch, generator)
        crops = prepare_batch(faces, batch, phase.size, generator).to(self._device)
        labels = self._labels.classes[batch.rows].to(self._device)
        torch.manual_seed(self._config.seed * 1_000_003 + self.step)  # dropout repeats after a resume
        self._optimiser.param_groups[0]["lr"] = learning_rate(phase, step_in_phase)
        self.encoder.train()
        features = self.encoder(crops)
        weight = self.classifier.weight
        loss = margin_softmax_loss(
            features,
            labels,
            weight,
            scale=self._stage.scale,
            margin=self._stage.margin,
            class_groups=self._labels.groups.to(self._device),
        )
        self._optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self.encoder.parameters(), 5.0)
        self._optimiser.step()
        self.average.update(self.encoder, self.step)
        self.step += 1
        with torch.no_grad():
            hits = F.linear(F.normalize(features), F.normalize(weight)).argmax(1) == labels
        return loss.item(), hits.float().mean().item()

    def save(self, path: Path) -> None:
        """Write the whole state."""
        tensors = {
            **module_tensors("encoder", self.encoder),
            **module_tensors("average", self.average.module),
            **module_tensors("classifier", self.classifier),
            **optimiser_tensors("optimiser", self._optimiser),
        }
        save_checkpoint(path, tensors, step=self.step, config_json=self._config.encoder_stage_json())

    def restore(self, path: Path) -> None:
        """Read the whole state back. Raises DataError for a broken or foreign checkpoint."""
        tensors, self.step = load_checkpoint(path, config_json=self._config.encoder_stage_json())
        load_module("encoder", self.encoder, tensors)
        load_module("average", self.average.module, tensors)
        load_module("classifier", self.classifier, tensors)
        load_optimiser("optimiser", self._optimiser, tensors)
