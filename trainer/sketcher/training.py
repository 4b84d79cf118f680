"""The training loop of the sketcher."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.checkpoint import (
    load_checkpoint,
    load_module,
    load_optimiser,
    module_tensors,
    optimiser_tensors,
    save_checkpoint,
)
from trainer.data.faces import FaceSet
from trainer.data.sampling import step_generator
from trainer.data.sketch_pairs import ARTISTS, DrawingPairs, at_side, find_pairs
from trainer.interruption import stop_requested, stopped
from trainer.journal import Journal
from trainer.sketcher.config import SketcherConfig
from trainer.sketcher.network import DrawingCritic, Sketcher

CHECKPOINT_EVERY = 250
REPORT_EVERY = 25
STREAM = 21


class SketcherTraining:
    """State of the sketcher's training: two networks and their optimisers."""

    def __init__(self, config: SketcherConfig, faces: FaceSet, *, seed: int, device: torch.device) -> None:
        torch.manual_seed(seed)
        self._config, self._faces, self._seed, self._device = config, faces, seed, device
        self._pairs: DrawingPairs = find_pairs(faces)
        self.sketcher = Sketcher(styles=len(ARTISTS), width=config.width).to(device)
        self.critic = DrawingCritic(styles=len(ARTISTS), width=config.critic_width).to(device)
        self._modules = {"sketcher": self.sketcher, "critic": self.critic}
        for module in self._modules.values():
            module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._optimisers = {
            name: torch.optim.Adam(module.parameters(), lr=config.learning_rate, betas=(0.5, 0.99))
            for name, module in self._modules.items()
        }
        self.step = 0

    def run(self, path: Path, *, config_json: str, quiet: bool = False) -> Sketcher:
        """Train to the end, resuming from the checkpoint `path`."""
        if path.exists():
            self._restore(path, config_json)
        with Journal(path.parent, title="sketcher", total=self._config.steps, done=self.step, quiet=quiet) as journal:
            while self.step < self._config.steps:
                losses = self.train_step()
                journal.advance(self.step, images=self._config.batch)
                if self.step % REPORT_EVERY == 0:
                    journal.report("sketcher", self.step, **losses)
                stop = stop_requested(self.step)
                if self.step % CHECKPOINT_EVERY == 0 or self.step == self._config.steps or stop:
                    self._save(path, config_json)
                if stop:
                    raise stopped(self.step)
        return self.sketcher.eval()

    def train_step(self) -> dict[str, float]:
        """One step of the critic, one of the sketcher (least squares GAN, Mao et al. 2017)."""
        generator = step_generator(self._seed, self.step, stream=STREAM)
        photos, sketches, style = self._batch(generator)
        for optimiser in self._optimisers.values():
            for group in optimiser.param_groups:
                group["lr"] = self._config.learning_rate * self._schedule()
        drawn = self.sketcher.train()(photos, style)
        real, false = self.critic(photos, sketches, style), self.critic(photos, drawn.detach(), style)
        judged = judgement_loss(real, false)
        self._take("critic", judged)
        tones, edges = F.l1_loss(drawn, sketches), edge_difference(drawn, sketches)
        doubt = doubt_loss(self.critic(photos, drawn, style))
        objective = tones + self._config.edge_weight * edges + self._config.adversarial_weight * doubt
        self._take("sketcher", objective)
        self.step += 1
        return {"tones": tones.item(), "edges": edges.item(), "critic": judged.item(), "doubt": doubt.item()}

    def _batch(self, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
        """Photos and sketches (B, 1, H, W) in [0, 1], mirrored and warped alike; styles (B,)."""
        rows, drawn, style = self._pairs.draw(self._config.batch, generator)
        both = torch.cat([self._faces.images[rows], self._faces.images[drawn]], dim=1).float() / 255
        both = at_side(both, self._config.side)
        mirrored = torch.rand(len(both), generator=generator) < 0.5
        both[mirrored] = both[mirrored].flip(3)
        warped = random_warp(both, generator, strength=self._config.warp).to(self._device)
        tone = torch.exp(0.5 * (torch.rand((len(both), 1, 1, 1), generator=generator) - 0.5)).to(self._device)
        return warped[:, :1].clamp(1e-3, 1) ** tone, warped[:, 1:], style.to(self._device)

    def _take(self, name: str, loss: Tensor) -> None:
        self._optimisers[name].zero_grad(set_to_none=True)
        torch.autograd.backward(loss, inputs=list(self._modules[name].parameters()))
        self._optimisers[name].step()

    def _schedule(self) -> float:
        return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * self.step / self._config.steps))

    def _save(self, path: Path, config_json: str) -> None:
        tensors: dict[str, Tensor] = {}
        for name, module in self._modules.items():
            tensors |= module_tensors(name, module) | optimiser_tensors(f"optimiser-{name}", self._optimisers[name])
        save_checkpoint(path, tensors, step=self.step, config_json=config_json)

    def _restore(self, path: Path, config_json: str) -> None:
        tensors, self.step = load_checkpoint(path, config_json=config_json)
        for name, module in self._modules.items():
            load_module(name, module, tensors)
            load_optimiser(f"optimiser-{name}", self._optimisers[name], tensors)


def judgement_loss(real: Tensor, drawn: Tensor) -> Tensor:
    """Of the critic: real sketches score 1, drawn ones 0 (least squares; Mao et al. 2017, eq. 9); any shapes."""
    return 0.5 * ((real - 1).square().mean() + drawn.square().mean())


def doubt_loss(drawn: Tensor) -> Tensor:
    """Of the sketcher: what it draws scores 1 (ibid., twice its size); any shape."""
    return (drawn - 1).square().mean()


def edge_difference(drawn: Tensor, sketches: Tensor) -> Tensor:
    """Mean absolute difference of the steps between neighbouring pixels, across and down; images (N, 1, H, W)."""
    across = (drawn.diff(dim=3) - sketches.diff(dim=3)).abs().mean()
    return across + (drawn.diff(dim=2) - sketches.diff(dim=2)).abs().mean()


def random_warp(images: Tensor, generator: torch.Generator, *, strength: float) -> Tensor:
    """Displace all channels of each image (N, C, H, W) alike and smoothly, by `strength` of the side."""
    count, _, height, width = images.shape
    waves = torch.randn((count, 2, 4, 4), generator=generator) * 2 * strength
    warp = F.interpolate(waves, size=(height, width), mode="bicubic", align_corners=True)
    identity = torch.eye(2, 3).expand(count, 2, 3)
    grid = F.affine_grid(identity, [count, 1, height, width], align_corners=False) + warp.permute(0, 2, 3, 1)
    return F.grid_sample(images, grid, padding_mode="border", align_corners=False)
