"""The fully connected networks: two hidden layers, each with batch norm and leaky ReLU (paper, Technical Details)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def perceptron(size_in: int, hidden: int, size_out: int) -> nn.Sequential:
    """Two hidden layers of `hidden` units and a linear output."""
    return nn.Sequential(
        nn.Linear(size_in, hidden),
        nn.BatchNorm1d(hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden),
        nn.BatchNorm1d(hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, size_out),
    )


class Generator(nn.Module):
    """G(f, z): a photo feature (N, D) for a sketch feature (N, D) and noise (N, Z).

    With `residual` the network adds to its condition and starts as the identity, so that what the encoder
    already knows is kept from the first step. While training the layers see their condition under Gaussian noise of
    norm `condition_noise`: as in ridge regression (Bishop 1995, "Training with noise is equivalent to Tikhonov
    regularization") they change no more than what many sketches have in common.
    """

    def __init__(
        self, feature_size: int, noise_size: int, hidden: int, *, residual: bool, condition_noise: float = 0.0
    ) -> None:
        super().__init__()
        self.condition_deviation = condition_noise / feature_size**0.5
        self.body = perceptron(feature_size + noise_size, hidden, feature_size)
        self.residual = residual
        if residual:
            *_, weight, bias = self.body.parameters()
            nn.init.normal_(weight, std=1e-3)
            nn.init.zeros_(bias)

    def forward(self, feature: Tensor, noise: Tensor) -> Tensor:
        """Generate one feature a row."""
        seen = feature
        if self.training and self.condition_deviation:
            seen = feature + self.condition_deviation * torch.randn_like(feature)
        change: Tensor = self.body(torch.cat([seen, noise], dim=1))
        return feature + change if self.residual else change


class DeployedGenerator(nn.Module):
    """What the app runs: G followed by the projection onto the unit sphere."""

    def __init__(self, generator: nn.Module) -> None:
        super().__init__()
        self.generator = generator

    def forward(self, feature: Tensor, noise: Tensor) -> Tensor:
        """Generate one unit feature a row."""
        return nn.functional.normalize(self.generator(feature, noise))


class Critic(nn.Module):
    """D: one real number (N,) for each feature (N, D); large for real photo features."""

    def __init__(self, feature_size: int, hidden: int) -> None:
        super().__init__()
        self.body = perceptron(feature_size, hidden, 1)

    def forward(self, feature: Tensor) -> Tensor:
        """Score each row."""
        score: Tensor = self.body(feature)
        return score.squeeze(1)


class LatentEncoder(nn.Module):
    """E: recovers the noise (N, Z) from a generated feature (N, D)."""

    def __init__(self, feature_size: int, noise_size: int, hidden: int) -> None:
        super().__init__()
        self.body = perceptron(feature_size, hidden, noise_size)

    def forward(self, feature: Tensor) -> Tensor:
        """Estimate the noise of each row."""
        noise: Tensor = self.body(feature)
        return noise
