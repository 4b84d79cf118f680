"""Histograms of oriented gradients (Dalal and Triggs 2005), as a network that nothing has to learn."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

ORIENTATIONS = 9
CELL = 8
"""Pixels from one cell's centre to the next; the histogram of a cell weighs pixels by a Gaussian of half as many."""
SHARPNESS = 4
"""Power of the cosine by which a gradient votes for directions near its own."""
FAINTEST = 4e-4
"""Gradients whose squares sum to less around a cell, in grey levels from 0 to 1, count as noise."""


class GradientHistograms(nn.Module):
    """Grey crops (N, 1, S, S) in [-1, 1] -> histograms (N, 9, S / 8, S / 8), normalised locally.

    Where lines run is what a drawing keeps of a photo; tones, which a hand leaves out, are divided away by the
    strength of the gradients in the cells around.
    """

    def __init__(self, side: int) -> None:
        super().__init__()
        self.cells: Tensor
        self.register_buffer("cells", _gaussian_cells(side), persistent=False)
        angles = torch.arange(ORIENTATIONS) * (2 * math.pi / ORIENTATIONS)
        self.directions: Tensor
        self.register_buffer("directions", torch.stack([angles.cos(), angles.sin()]), persistent=False)

    def forward(self, crops: Tensor) -> Tensor:
        """Compute the histograms."""
        histograms = self.cells @ self._votes((crops + 1) / 2) @ self.cells.T
        energy = histograms.square().sum(1, keepdim=True)
        around = F.avg_pool2d(energy, 3, stride=1, padding=1, count_include_pad=False)
        return (histograms / (around + FAINTEST).sqrt()).sqrt()

    def _votes(self, grey: Tensor) -> Tensor:
        """Votes of every pixel for the directions (N, 9, S, S). Light on dark votes as dark on light does."""
        padded = F.pad(grey, (1, 1, 1, 1), mode="replicate")
        across = padded[:, :, 1:-1, 2:] - padded[:, :, 1:-1, :-2]
        down = padded[:, :, 2:, 1:-1] - padded[:, :, :-2, 1:-1]
        squared = across.square() + down.square() + 1e-12
        cosines, sines = self.directions.reshape(2, 1, -1, 1, 1)
        # Of twice the gradient's angle, under which opposite directions are one.
        cosine, sine = (across.square() - down.square()) / squared, 2 * across * down / squared
        votes: Tensor = squared.sqrt() * (cosine * cosines + sine * sines).clamp(min=0) ** SHARPNESS
        return votes


def _gaussian_cells(side: int) -> Tensor:
    """Matrix (side / 8, side): how much a row of pixels weighs in a row of cells."""
    centres = torch.arange(side // CELL).unsqueeze(1) * CELL + CELL / 2
    weights = torch.exp(-(torch.arange(side) - centres).square() / (2 * (CELL / 2) ** 2))
    return weights / weights.sum(1, keepdim=True)


class UnitLength(nn.Module):
    """Vectors (N, K) of length 1."""

    def forward(self, x: Tensor) -> Tensor:
        """Divide by the length."""
        return F.normalize(x)


def projection_head(histograms: GradientHistograms, feature_size: int) -> nn.Sequential:
    """Histograms as one vector of length 1, and the linear map that `trainer.discriminant` fits."""
    numbers = ORIENTATIONS * histograms.cells.shape[0] ** 2
    return nn.Sequential(nn.Flatten(), UnitLength(), nn.Linear(numbers, feature_size))
