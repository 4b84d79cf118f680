"""The feature extractor F, shared by both modalities (paper, "Network architecture details")."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from forensic_id.core.preprocessing import CROP_SIZE
from trainer.config import EncoderConfig
from trainer.networks.contrast import LocalContrast
from trainer.networks.gradient_histograms import GradientHistograms, projection_head
from trainer.networks.recogniser_form import LAST_MAP_SIDE, ChipFront, recogniser_trunk
from trainer.networks.residual import BasicBlock, BottleneckBlock


class RegionPool(nn.Module):
    """Average a feature map over a grid of regions, as `nn.AdaptiveAvgPool2d`, by one matrix product.

    The adaptive layer has no ONNX form where the sides do not divide (7 into 4); a constant matrix has.
    """

    def __init__(self, grid: int) -> None:
        super().__init__()
        self.grid = grid

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) -> (N, C * grid * grid)."""
        channels, height, width = (int(side) for side in x.shape[1:])
        weights = torch.kron(_region_means(height, self.grid, x), _region_means(width, self.grid, x)).T
        return (x.reshape(-1, channels, height * width) @ weights).flatten(1)


def _region_means(side: int, grid: int, like: Tensor) -> Tensor:
    """Matrix (grid, side): row i averages pixels floor(i side / grid) to ceil((i + 1) side / grid).

    Made on the device of `like`: a matrix from the host would have to be copied in every step.
    """
    rows, pixels = torch.arange(grid, device=like.device).unsqueeze(1), torch.arange(side, device=like.device)
    inside = (pixels * grid > rows * side - grid) & (pixels * grid < (rows + 1) * side)
    return inside.to(like.dtype) / inside.sum(1, keepdim=True)


class Encoder(nn.Module):
    """Grey crops (N, 1, S, S) in [-1, 1] -> features (N, D), not yet of unit length."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        if config.fitted:
            self.front: nn.Module = GradientHistograms(CROP_SIZE)
            self.trunk: nn.Module = nn.Identity()
            self.head: nn.Sequential = projection_head(self.front, config.feature_size)
            return
        of_recogniser = config.kind == "recogniser"
        self.front = ChipFront() if of_recogniser else LocalContrast()
        self.trunk, channels = _trunk(config)
        grid = LAST_MAP_SIDE if of_recogniser else 4
        self.head = nn.Sequential(
            RegionPool(grid),
            nn.Dropout(0.1),
            nn.Linear(channels * grid * grid, config.feature_size, bias=False),
            nn.BatchNorm1d(config.feature_size),
        )

    def forward(self, crops: Tensor) -> Tensor:
        """Extract features."""
        features: Tensor = self.head(self.trunk(self.front(crops)))
        return features


def _trunk(config: EncoderConfig) -> tuple[nn.Module, int]:
    if config.kind == "recogniser":
        return recogniser_trunk()
    return _compact_trunk(config) if config.kind == "compact" else _resnet50_trunk()


def _compact_trunk(config: EncoderConfig) -> tuple[nn.Module, int]:
    stem, *stages = config.widths
    layers: list[nn.Module] = [
        nn.Conv2d(LocalContrast.channels, stem, 5, 2, 2, bias=False),
        nn.BatchNorm2d(stem),
        nn.PReLU(stem),
    ]
    channels = stem
    for width, blocks in zip(stages, config.blocks, strict=True):
        for index in range(blocks):
            layers.append(BasicBlock(channels, width, stride=2 if index == 0 else 1))
            channels = width
    return nn.Sequential(*layers), channels


def _resnet50_trunk() -> tuple[nn.Module, int]:
    """ResNet-50 for 112x112: the stem keeps stride 2 and drops the max pooling, so that the last map is 7x7."""
    layers: list[nn.Module] = [
        nn.Conv2d(LocalContrast.channels, 64, 5, 2, 2, bias=False),
        nn.BatchNorm2d(64),
        nn.ReLU(inplace=True),
    ]
    channels = 64
    for width, blocks, stride in ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)):
        for index in range(blocks):
            layers.append(BottleneckBlock(channels, width, stride if index == 0 else 1))
            channels = width * BottleneckBlock.expansion
    return nn.Sequential(*layers), channels


class AreaResize(nn.Module):
    """Resample square images to another side by area, by two matrix products: the same in torch and in ONNX."""

    def __init__(self, side_in: int, side_out: int) -> None:
        super().__init__()
        self.shares: Tensor
        self.register_buffer("shares", area_shares(side_in, side_out))

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, side_in, side_in) -> (N, C, side_out, side_out)."""
        return self.shares @ x @ self.shares.T


def area_shares(side_in: int, side_out: int) -> Tensor:
    """Matrix (side_out, side_in): the share of every input pixel in the stretch that an output pixel covers."""
    step = side_in / side_out
    starts = torch.arange(side_out).unsqueeze(1) * step
    pixels = torch.arange(side_in)
    covered = torch.minimum(starts + step, pixels + 1) - torch.maximum(starts, pixels)
    return covered.clamp(min=0) / step


class DeployedEncoder(nn.Module):
    """What the app runs: unit features (N, D), averaged over the crop and its mirror image if `mirrored`.

    The crop is resampled to the side that the encoder was last trained at.
    """

    def __init__(self, encoder: nn.Module, working_side: int, *, mirrored: bool = True) -> None:
        super().__init__()
        self._mirrored = mirrored
        self.resize = AreaResize(CROP_SIZE, working_side) if working_side != CROP_SIZE else nn.Identity()
        self.encoder = encoder

    def forward(self, crops: Tensor) -> Tensor:
        """Grey crops (N, 1, 112, 112) in [-1, 1] -> unit features."""
        resized = self.resize(crops)
        features = self.encoder(resized)
        return nn.functional.normalize(features + self.encoder(resized.flip(3)) if self._mirrored else features)
