"""Encoder training by margin softmax over identities, on photos, synthetic sketches and real pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from forensic_id.core.preprocessing import PhotoTones
from trainer.average import WeightAverage
from trainer.checkpoint import (
    load_checkpoint,
    load_module,
    load_optimiser,
    module_tensors,
    optimiser_tensors,
    save_checkpoint,
)
from trainer.config import Phase, PretrainingConfig, RunConfig, decisive_settings
from trainer.data.augmentation import random_erasing, random_tones, random_views
from trainer.data.faces import PHOTO, FaceSet
from trainer.data.sampling import Batch, BatchSampler, step_generator
from trainer.data.synthesis import synthesise_sketches
from trainer.distributed.classes import ClassShard, sharded_margin_softmax
from trainer.distributed.layers import data_parallel, synchronised
from trainer.distributed.world import ALONE, World
from trainer.evaluation.held_out_photos import HeldOutPhotos
from trainer.evaluation.recognition import centre_views, validation_recall
from trainer.execution import Execution, sent
from trainer.interruption import stop_requested, stopped
from trainer.journal import Journal
from trainer.losses.margin_softmax import margin_softmax
from trainer.networks.encoder import Encoder
from trainer.running_means import RunningMeans
from trainer.teacher.lesson import Lesson
from trainer.warm_start import StartingEncoder, class_means, standardise, two_of_each, unfold

CHECKPOINT_EVERY = 250
REPORT_EVERY = 25
VALIDATE_EVERY = 250
START_CROPS = 512
START_STREAM = 51


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


def prepare_batch(
    faces: FaceSet, batch: Batch, size: int, generator: torch.Generator, tones: PhotoTones | None = None
) -> Tensor:
    """Gather, draw, warp, light and cover a batch where the generator lives: float (B, 1, size, size) in [-1, 1].

    Photos are lit anew in the tones of drawings, where `tones` are given.
    """
    device = generator.device
    images = faces.gather(batch.rows, device)
    photo = torch.from_numpy(faces.modalities)[batch.rows] == PHOTO
    drawn = sent(torch.nonzero(batch.synthesise).squeeze(1), device)
    images[drawn] = synthesise_sketches(images[drawn], generator)
    photo &= ~batch.synthesise
    elastic = sent(torch.where(photo, 0.006, 0.012), device)
    views = random_tones(random_views(images, size, generator, elastic=elastic), generator)
    if tones is not None:
        plain = sent(torch.nonzero(photo).squeeze(1), device)
        views[plain] = (tones.applied(views[plain] * 2 - 1) + 1) / 2
    return random_erasing(views, generator) * 2 - 1


def learning_rate(phase: Phase, step: int) -> float:
    """Linear warm-up, then half a cosine from the phase's rate to its final one."""
    if step < phase.warmup:
        return phase.learning_rate * (step + 1) / phase.warmup
    way = (step - phase.warmup) / max(1, phase.steps - phase.warmup)
    return phase.learning_rate * (phase.final_rate + (1 - phase.final_rate) * 0.5 * (1 + math.cos(math.pi * way)))


class Pretraining:
    """State of encoder training: network, classifier, optimiser, running average.

    Of several processes each computes its share of every batch and holds its share of the classes.
    """

    def __init__(
        self,
        config: RunConfig,
        faces: FaceSet,
        validation: FaceSet,
        device: torch.device,
        *,
        execution: Execution | None = None,
        world: World = ALONE,
        start: StartingEncoder | None = None,
        photos: HeldOutPhotos | None = None,
    ) -> None:
        torch.manual_seed(config.seed)
        self._config = config
        self._stage: PretrainingConfig = config.pretraining
        for index, phase in enumerate(self._stage.phases):
            world.check_batch(phase.batch, f"pretraining.phases.{index}.batch")
        self._faces, self._validation, self._device, self._world = faces, validation, device, world
        self._start, self._photos = start, photos
        self._execution = execution or Execution(device=device)
        self._execution.prepare()
        self._labels = label_identities(faces)
        self._groups = self._labels.groups.to(device)
        self._shard = ClassShard(world=world, count=len(self._groups))
        self._samplers = {phase.mix: BatchSampler(faces, phase.mix) for phase in self._stage.phases}
        self._build()
        self._figures = RunningMeans()
        self.step = 0

    def _build(self) -> None:
        encoder = self._execution.suited(Encoder(self._config.encoder))
        weight = nn.Linear(self._config.encoder.feature_size, self._shard.count, bias=False).weight
        self._lesson = self._teaching()  # before random numbers are drawn that depend on the own share of classes
        encoder = encoder.to(self._device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = WeightAverage(encoder, self._stage.average_decay)
        own = self._shard.cut(weight.detach())
        self.classifier = nn.Linear(own.shape[1], own.shape[0], bias=False).to(self._device)
        self.classifier.load_state_dict({"weight": own})
        self.encoder: nn.Module = synchronised(encoder, self._world, self._device)
        self._network = self._execution.network(data_parallel(self.encoder, self._world, self._device))
        taught = self._lesson.head.parameters() if self._lesson else ()
        self._optimiser = self._execution.momentum_descent(
            [*self.encoder.parameters(), *self.classifier.parameters(), *taught],
            momentum=self._stage.momentum,
            weight_decay=self._stage.weight_decay,
        )

    def _teaching(self) -> Lesson | None:
        """What the teacher teaches, where the recipe and the data have one."""
        descriptions = self._faces.descriptions
        if self._stage.teacher_weight == 0 or descriptions is None:
            return None
        size = self._config.encoder.feature_size
        return Lesson(self._faces, descriptions, feature_size=size, device=self._device, world=self._world)

    @property
    def total_steps(self) -> int:
        """Steps of all phases."""
        return self._stage.steps

    def run(self, folder: Path, *, quiet: bool = False) -> nn.Module:
        """Train to the end, resuming from `folder` when it holds a checkpoint; return the averaged encoder.

        A bundle's encoder is validated before its first step: what the training has to beat.
        """
        path = folder / "pretraining.safetensors"
        begins_from_bundle = self._start is not None and not path.exists()
        if path.exists():
            self.restore(path)
        elif self._start is not None:
            self._begin_from(self._start)
        with Journal(folder, title="encoder", total=self.total_steps, done=self.step, quiet=quiet) as journal:
            if begins_from_bundle:
                self._validate(journal, self._stage.phases[0], thorough=True)
                self.save(path)
            begin = 0
            for phase in self._stage.phases:
                self._run_phase(phase, begin, path, journal)
                begin += phase.steps
        return self.average.module

    def _begin_from(self, start: StartingEncoder) -> None:
        """Begin with a learned encoder and the class means of its features instead of random numbers."""
        phase, folded = self._stage.phases[0], start.network.to(self._device)
        generator = step_generator(self._config.seed, 0, stream=START_STREAM)
        drawn = self._samplers[phase.mix].draw(START_CROPS, generator)
        few = self._faces.subset(drawn.rows.numpy()).resized(phase.size)
        batch = Batch(rows=torch.arange(len(few)), synthesise=drawn.synthesise)
        crops = prepare_batch(few, batch, phase.size, generator, self._tones(phase)).to(self._device)
        if not start.standardised:
            standardise(folded, crops)
        for encoder in (self.encoder, self.average.module):
            unfold(folded, encoder, crops)
        rows = two_of_each(self._labels.classes)
        views = centre_views(self._faces.subset(rows.numpy()), phase.size).to(self._device)
        classes = self._labels.classes[rows].to(self._device)
        means = class_means(folded, views, classes, self._shard.count)
        self.classifier.load_state_dict({"weight": self._shard.cut(means)})

    def _run_phase(self, phase: Phase, begin: int, path: Path, journal: Journal) -> None:
        if self.step >= begin + phase.steps:
            return
        faces = self._faces.resized(phase.size).placed(self._device)
        for step in range(self.step, begin + phase.steps):
            self._figures.add(self.train_step(faces, phase, step - begin))
            journal.advance(self.step, images=phase.batch)
            stop, last = stop_requested(self.step), self.step == begin + phase.steps
            save = self.step % CHECKPOINT_EVERY == 0 or last or stop
            if self.step % REPORT_EVERY == 0 or save:
                journal.report("encoder", self.step, **self._figures.read())
            if self.step % VALIDATE_EVERY == 0 or last:
                self._validate(journal, phase, thorough=last)
            if save:  # after the validation, which a run that goes on from here does not make up for
                self.save(path)
            if stop:
                raise stopped(self.step)

    def _tones(self, phase: Phase) -> PhotoTones | None:
        return self._config.photo_tones if phase.toned_photos else None

    def _validate(self, journal: Journal, phase: Phase, *, thorough: bool) -> None:
        """Report the recall of held-out sketches and, if `thorough`, of the people held out with photos alone."""
        if not self._world.first:
            return
        encoder, size, tones = self.average.module, phase.size, self._tones(phase)
        recall = validation_recall(encoder, self._validation, size, tones)
        if thorough and self._photos is not None:
            recall |= self._photos.recall(encoder, size, tones)
        journal.report("encoder-validation", self.step, **recall)

    def train_step(self, faces: FaceSet, phase: Phase, step_in_phase: int) -> dict[str, Tensor]:
        """Take one step and return its figures, on the device: to read one is to wait for the device."""
        crops, rows = self._batch(faces, phase)
        labels = sent(self._labels.classes[rows], self._device)
        torch.manual_seed(self._config.seed * 1_000_003 + self.step + self._own_stream * 7_919)  # repeats on resuming
        self._optimiser.param_groups[0]["lr"] = learning_rate(phase, step_in_phase)
        self.encoder.train()
        with self._execution.precision():
            features = self._network(crops)
        loss, hits = self._loss(features.float(), labels)
        figures = {"accuracy": hits.float().mean()}
        if self._lesson is not None:
            figures["disagreement"] = self._lesson.loss(features.float(), rows)
            loss = loss + self._stage.teacher_weight * figures["disagreement"]
        self._optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        norm = nn.utils.clip_grad_norm_(self.encoder.parameters(), 5.0)
        self._optimiser.step()
        self.average.update(self.encoder, self.step)
        self.step += 1
        return {name: figure.detach() for name, figure in {"loss": loss, **figures, "gradient": norm}.items()}

    @property
    def _own_stream(self) -> int:
        """Number of this process's random numbers: on processors all draw those of the whole batch."""
        return self._world.rank if self._device.type == "cuda" else 0

    def _batch(self, faces: FaceSet, phase: Phase) -> tuple[Tensor, Tensor]:
        """The own crops and their row numbers. On GPUs each process prepares its rows; on processors all.

        The latter costs time, but a run is then the same in any number of processes.
        """
        generator = step_generator(self._config.seed, self.step)
        batch, tones = self._samplers[phase.mix].draw(phase.batch, generator), self._tones(phase)
        own = Batch(rows=self._world.share(batch.rows), synthesise=self._world.share(batch.synthesise))
        if self._device.type == "cpu":
            return self._world.share(prepare_batch(faces, batch, phase.size, generator, tones)), own.rows
        generator = step_generator(self._config.seed, self.step, stream=self._own_stream, device=self._device)
        return prepare_batch(faces, own, phase.size, generator, tones), own.rows

    def _loss(self, features: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        scale, margin, weight = self._stage.scale, self._stage.margin, self.classifier.weight
        if self._world.size == 1:
            return margin_softmax(features, labels, weight, scale=scale, margin=margin, class_groups=self._groups)
        return sharded_margin_softmax(
            features, labels, weight, self._shard, scale=scale, margin=margin, class_groups=self._groups
        )

    def save(self, path: Path) -> None:
        """Write the whole state, the classes of all processes together. All processes have to call it."""
        optimiser = optimiser_tensors("optimiser", self._optimiser)
        optimiser |= {name: self._shard.joined(optimiser[name]) for name in self._of_classes(optimiser)}
        classifier = self._shard.joined(self.classifier.weight.detach())
        if not self._world.first:
            return
        tensors = {
            **module_tensors("encoder", self.encoder),
            **module_tensors("average", self.average.module),
            "classifier.weight": classifier,
            **(module_tensors("description", self._lesson.head) if self._lesson else {}),
            **optimiser,
        }
        save_checkpoint(path, tensors, step=self.step, config_json=self._config.encoder_stage_json())

    def restore(self, path: Path) -> None:
        """Read the whole state back, whatever number of processes wrote it.

        Raises DataError for a broken or foreign checkpoint.
        """
        wanted = self._config.encoder_stage_json()
        tensors, self.step = load_checkpoint(path, config_json=wanted, decisive=decisive_settings)
        for name in ("classifier.weight", *self._of_classes(tensors)):
            tensors[name] = self._shard.cut(tensors[name])
        load_module("encoder", self.encoder, tensors)
        load_module("average", self.average.module, tensors)
        load_module("classifier", self.classifier, tensors)
        if self._lesson is not None:
            load_module("description", self._lesson.head, tensors)
        load_optimiser("optimiser", self._optimiser, tensors)

    def _of_classes(self, tensors: Mapping[str, Tensor]) -> list[str]:
        """Names of the optimiser's tensors with a row a class: the classifier comes after the encoder's weights."""
        number = sum(1 for _ in self.encoder.parameters())
        return [name for name in tensors if name.startswith(f"optimiser.{number}.")]
