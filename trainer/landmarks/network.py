"""The landmark network: a plain convolutional net that regresses ten coordinates."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from forensic_id.vision.landmarks import reference_points


class LandmarkNetwork(nn.Module):
    """Grey crops (N, 1, S, S) in [-1, 1] to points (N, 5, 2) in crop pixels.

    The last layer predicts the offset from the mean face's points in units of an eighth of the crop, so that an
    untrained network already answers with the mean face.
    """

    def __init__(self, *, crop_size: int, crop_scale: float, widths: Sequence[int], hidden: int) -> None:
        super().__init__()
        stem, *others = widths
        layers: list[nn.Module] = [_block(1, stem, kernel=5, stride=2)]
        width = stem
        for index, wider in enumerate(others):
            layers.append(_block(width, wider, kernel=3, stride=2 if index % 2 == 0 else 1))
            width = wider
        side = crop_size // 2 ** (1 + (len(others) + 1) // 2)
        self.features = nn.Sequential(*layers)
        self.head = nn.Sequential(
            nn.Flatten(), nn.Linear(width * side * side, hidden), nn.ReLU(inplace=True), nn.Linear(hidden, 10)
        )
        self.unit = crop_size / 8.0
        self.mean_points: Tensor
        mean = torch.from_numpy(reference_points(crop_size, crop_scale)).float().reshape(1, 10)
        self.register_buffer("mean_points", mean)

    def forward(self, crops: Tensor) -> Tensor:
        """Map (N, 1, S, S) to (N, 5, 2)."""
        offsets: Tensor = self.head(self.features(crops))
        return (self.mean_points + offsets * self.unit).reshape(-1, 5, 2)


def _block(inputs: int, outputs: int, *, kernel: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride=stride, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )
