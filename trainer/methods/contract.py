"""What every row of the method comparison (paper, Table 1) is given and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from forensic_id.inference.noise import gaussian_noise
from trainer.config import EncoderConfig
from trainer.data.reproduction import ReproductionData
from trainer.evaluation.recognition import flip_averaged_features


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What the rows get alike: gradient steps of F, and sketches seen. Pretraining alone ends with the start.

    A row after the start sees `sketches` a step, and as many photos unless it learns from sketches alone; the row
    without a start, which has more steps, sees fewer sketches in each of them, so that all rows see equally many.
    """

    size: int
    """Side of the network's input in pixels."""
    start_steps: int
    """Steps of the common start on photos alone; a row that trains from scratch gets them on top of `steps`."""
    steps: int
    """Steps of F in each row after the start. One of WSGAN is all its D-phases, on the same features, and a
    G-phase."""
    batch: int
    """Images a step where photos take part: photos alone in the start, half photos and half sketches in a row."""
    start_learning_rate: float = 0.1
    learning_rate: float = 0.02
    """At the start of a row; decays by a cosine to `final_rate` times this."""
    final_rate: float = 0.02
    warmup: int = 50
    momentum: float = 0.9
    weight_decay: float = 5e-4
    average_decay: float = 0.99
    """Decay a step of the running average of the weights, which is what is evaluated."""
    scale: float = 32.0
    """Of the margin softmax, the head of every row."""
    margin: float = 0.2
    noise_size: int = 64
    hidden: int = 512
    """Units of the hidden layers of every fully connected network beside F (G, D, E, domain classifiers)."""

    @property
    def sketches(self) -> int:
        """Sketches a step of every row that has a start."""
        return self.batch // 2

    @property
    def sketches_from_scratch(self) -> int:
        """Sketches a step of a row that trains for the start's steps too: as many in all, up to rounding."""
        return max(1, round(self.sketches * self.steps / (self.start_steps + self.steps)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Start:
    """The encoder all rows begin with, trained on photos alone, and its classifier. Rows copy, never change it."""

    config: EncoderConfig
    encoder: nn.Module
    """Crops (N, 1, S, S) in [-1, 1] -> features (N, D), not of unit length."""
    classifier: Tensor
    """Weight (C, D) of the margin softmax over the strong set's classes."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MatchingModel:
    """A trained row: maps photos to points and sketches to points or samples of one feature space."""

    photo_encoder: nn.Module
    sketch_encoder: nn.Module
    """The same object as `photo_encoder` except where a method has an encoder for each modality."""
    generator: nn.Module | None
    """G(feature (N, D) unit, noise (N, Z)) -> features (N, D); None for deterministic methods."""
    noise_size: int
    """Z; 0 without a generator."""

    def photo_features(self, crops: Tensor) -> Tensor:
        """Unit features (N, D), averaged over crop and mirror image, of crops (N, 1, S, S) in [-1, 1]; on the CPU."""
        return flip_averaged_features(self.photo_encoder, crops)

    @torch.no_grad()
    def sketch_samples(self, crops: Tensor, *, samples: int, seed: int) -> Tensor:
        """Unit samples (N, m, D) of the photo features that crops (N, 1, S, S) in [-1, 1] may belong to; on the CPU.

        Without a generator m is 1: the feature itself. A seed means the same noise as in the application, which is
        the same for every sketch.
        """
        features = flip_averaged_features(self.sketch_encoder, crops)
        if self.generator is None:
            return features.unsqueeze(1)
        self.generator.eval()
        device = next(self.generator.parameters()).device
        noise = torch.from_numpy(gaussian_noise(count=samples, size=self.noise_size, seed=seed)).to(device)
        drawn = [
            F.normalize(self.generator(feature.to(device).expand(samples, -1), noise)).cpu() for feature in features
        ]
        return torch.stack(drawn) if drawn else features.new_empty((0, samples, features.shape[1]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """What a row is given."""

    start: Start
    data: ReproductionData
    budget: Budget
    seed: int
    folder: Path
    """Where the row keeps its checkpoint and `metrics.jsonl`."""
    device: torch.device
    quiet: bool = False


class Method(Protocol):
    """A row: trains, or resumes from the task's folder.

    Raises DataError for a folder of another configuration, TrainingStoppedError for a loss that is not finite,
    CancelledError when it was asked to stop.
    """

    def __call__(self, task: Task) -> MatchingModel:
        """Return the trained row."""
        ...
