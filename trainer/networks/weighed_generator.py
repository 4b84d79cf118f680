"""How far a generator may go on people whom the encoder has never seen: two weights."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from forensic_id.inference.noise import gaussian_noise
from trainer.networks.perceptron import Generator

MEAN_DRAWS = 8
"""Draws of noise, each with its opposite, over which a sketch's mean change is taken."""


class WeighedGenerator(nn.Module):
    """G'(f, z) = f + shift * mean change of f + spread * (change of f by z - mean change), of a residual generator.

    Training sketches lie nearer to their photos than a stranger's do, since the encoder has learned both; so what G
    learns to add to every sketch need not fit a stranger's, while what it varies from draw to draw still does.
    """

    noise: Tensor

    def __init__(self, generator: Generator, *, noise_size: int, shift: float, spread: float) -> None:
        super().__init__()
        self.generator = generator
        self.shift, self.spread = shift, spread
        draws = torch.from_numpy(gaussian_noise(count=MEAN_DRAWS, size=noise_size, seed=0))
        self.register_buffer("noise", torch.cat([draws, -draws]))

    def forward(self, feature: Tensor, noise: Tensor) -> Tensor:
        """(N, D), (N, Z) -> (N, D)."""
        draws, size = self.noise.shape[0], feature.shape[1]
        many = feature.unsqueeze(1).expand(-1, draws, -1).reshape(-1, size)
        fixed = self.noise.unsqueeze(0).expand(feature.shape[0], -1, -1).reshape(-1, self.noise.shape[1])
        mean = (self.generator(many, fixed) - many).reshape(-1, draws, size).mean(dim=1)
        change = self.generator(feature, noise) - feature
        result: Tensor = feature + self.shift * mean + self.spread * (change - mean)
        return result
