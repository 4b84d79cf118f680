"""Cross-modal: own low layers for each modality, shared high layers (paper, baseline 7).

Castrejon et al. 2016, Aytar et al. 2017. (A) modality tuning: with the shared layers and the classifier fixed, the
low layers learn to speak their language. (A+B): then everything learns, while the activations of the shared layers
are held to the Gaussian that they have on photos after stage A. (A+B) spends half of its steps on each stage.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from trainer.losses.activation_statistics import gaussian_activation_loss
from trainer.methods.batches import BatchSource, StepBatch
from trainer.methods.contract import Budget, MatchingModel, Task
from trainer.methods.network import MarginHead, SgdLearner, trainable_copy
from trainer.methods.row import Losses
from trainer.methods.steps import StepLoop, Stretch
from trainer.networks.encoder import Encoder

STEM = 3
"""Layers of a trunk before its residual blocks."""
STATISTICS_WEIGHT = 0.1
STATISTICS_BATCHES = 16
SMALLEST_VARIANCE = 1e-4


class CrossModalNetwork(nn.Module):
    """Two encoders that share everything but the stem and the first half of the blocks."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        trunk = encoder.trunk
        assert isinstance(trunk, nn.Sequential)  # noqa: S101 - for the type checker
        low = STEM + (len(trunk) - STEM) // 2
        self.front = encoder.front
        self.low = nn.ModuleDict({"photo": trunk[:low], "sketch": copy.deepcopy(trunk[:low])})
        self.high = nn.ModuleList([*list(trunk)[low:], encoder.head])

    def activations(self, crops: Mapping[str, Tensor]) -> list[Tensor]:
        """Outputs of the shared layers: maps (N, C, H, W), and the features (N, D) last.

        `crops` holds (N, 1, S, S) of one or both modalities, which pass the shared layers in one batch.
        """
        device = next(iter(crops.values())).device.type
        with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
            output = torch.cat([self.low[modality](self.front(part)) for modality, part in crops.items()])
            outputs = []
            for layer in self.high:
                output = layer(output)
                outputs.append(output.float())
        return outputs


class ModalityEncoder(nn.Module):
    """The network as the encoder of one modality."""

    def __init__(self, network: CrossModalNetwork, modality: str) -> None:
        super().__init__()
        self.network, self._modality = network, modality

    def forward(self, crops: Tensor) -> Tensor:
        """Features (N, D) of crops (N, 1, S, S)."""
        return self.network.activations({self._modality: crops})[-1]


Statistics = list[tuple[Tensor, Tensor]]
"""Mean and variance (C,) of each shared layer's units on photos after stage A."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stages:
    """What both stages train and train with."""

    network: CrossModalNetwork
    head: MarginHead
    source: BatchSource
    budget: Budget
    seed: int

    def tune_low(self, steps: int, folder: Path, *, quiet: bool) -> CrossModalNetwork:
        """Stage A: low layers alone."""

        def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
            return self._classes(batch, self._activations(batch)[-1])

        stretch = Stretch(name="stage-a", steps=steps)
        return self._run(objective, stretch, folder, quiet=quiet, fixed=(self.network.high, self.head))

    def tune_all(self, steps: int, folder: Path, *, first_step: int, quiet: bool) -> CrossModalNetwork:
        """Stage B: everything, with the statistics of the shared layers held."""
        self.network.requires_grad_(requires_grad=True)
        statistics = self._photo_statistics()

        def objective(batch: StepBatch, progress: float) -> Losses:  # noqa: ARG001
            layers = self._activations(batch)
            held = [
                gaussian_activation_loss(units(layer), *known)
                for layer, known in zip(layers, statistics, strict=True)
            ]
            statistical = STATISTICS_WEIGHT * torch.stack(held).mean()
            return {**self._classes(batch, layers[-1]), "statistics": statistical}

        stretch = Stretch(name="stage-b", steps=steps, first_step=first_step)
        return self._run(objective, stretch, folder, quiet=quiet)

    def _activations(self, batch: StepBatch) -> list[Tensor]:
        return self.network.activations({"photo": batch.strong, "sketch": batch.weak})

    def _classes(self, batch: StepBatch, features: Tensor) -> Losses:
        photos = len(batch.strong)
        return {
            "strong_class": self.head.loss(features[:photos], batch.strong_classes),
            "weak_class": self.head.loss(features[photos:], batch.weak_classes),
        }

    @torch.no_grad()
    def _photo_statistics(self) -> Statistics:
        self.network.eval()
        batches = [self.source.draw(step, photos=self.budget.batch, sketches=0) for step in range(STATISTICS_BATCHES)]
        layers = zip(*(self.network.activations({"photo": batch.strong}) for batch in batches), strict=True)
        rows = [torch.cat([units(output) for output in outputs]) for outputs in layers]
        return [(row.mean(0), row.var(0).clamp(min=SMALLEST_VARIANCE)) for row in rows]

    def _run(
        self,
        objective: Callable[[StepBatch, float], Losses],
        stretch: Stretch,
        folder: Path,
        *,
        quiet: bool,
        fixed: tuple[nn.Module, ...] = (),
    ) -> CrossModalNetwork:
        modules = {"network": self.network, "head": self.head}
        learner = SgdLearner(modules, objective, self.budget, averaged=("network",), fixed=fixed)
        loop = StepLoop(learner, self.source, stretch, self.budget, seed=self.seed)
        averaged = loop.run(folder, quiet=quiet)["network"]
        assert isinstance(averaged, CrossModalNetwork)  # noqa: S101 - for the type checker
        return averaged


def units(output: Tensor) -> Tensor:
    """Every position of a map as a row: (N, C, H, W) -> (N H W, C); features (N, D) stay."""
    return output if output.dim() == 2 else output.permute(0, 2, 3, 1).flatten(0, 2)


def cross_modal_a(task: Task) -> MatchingModel:
    """Stage A for all steps."""
    stages = _stages(task)
    return _model(stages.tune_low(task.budget.steps, task.folder, quiet=task.quiet))


def cross_modal_ab(task: Task) -> MatchingModel:
    """Stage A, then stage B."""
    stages = _stages(task)
    half = task.budget.steps // 2
    tuned = stages.tune_low(half, task.folder, quiet=task.quiet)
    stages.network.load_state_dict(tuned.state_dict())
    stages.head.requires_grad_(requires_grad=True)
    return _model(stages.tune_all(task.budget.steps - half, task.folder, first_step=half, quiet=task.quiet))


def _stages(task: Task) -> Stages:
    torch.manual_seed(task.seed)
    return Stages(
        network=CrossModalNetwork(trainable_copy(task.start.encoder, task.device)),
        head=MarginHead(task.start.classifier, task.data.groups, task.budget).to(task.device),
        source=BatchSource(task.data, task.budget.size, seed=task.seed, device=task.device),
        budget=task.budget,
        seed=task.seed,
    )


def _model(network: CrossModalNetwork) -> MatchingModel:
    return MatchingModel(
        photo_encoder=ModalityEncoder(network, "photo"),
        sketch_encoder=ModalityEncoder(network, "sketch"),
        generator=None,
        noise_size=0,
    )
