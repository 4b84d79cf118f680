"""A file like dlib's, of random weights, and the layers that are in it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.teacher.dlib_recogniser import BLOCKS


@dataclasses.dataclass(frozen=True)
class Layer:
    """A convolution and the affine layer after it, as dlib keeps them apart."""

    weight: Tensor
    bias: Tensor
    scale: Tensor
    offset: Tensor

    def __call__(self, x: Tensor, *, stride: int = 1, padding: int = 0) -> Tensor:
        y = F.conv2d(x, self.weight, self.bias, stride=stride, padding=padding)
        return y * self.scale.reshape(1, -1, 1, 1) + self.offset.reshape(1, -1, 1, 1)


def layer(inputs: int, outputs: int, side: int) -> Layer:
    weight = torch.randn(outputs, inputs, side, side) * (inputs * side * side) ** -0.5
    return Layer(weight, 0.1 * torch.randn(outputs), 1 + 0.1 * torch.randn(outputs), 0.1 * torch.randn(outputs))


def stored(*parts: Tensor) -> bytes:
    """A tensor as dlib writes it, after settings in which the mark of a tensor stands by chance."""
    numbers = torch.cat([part.flatten() for part in parts]).numpy().astype("<f4")
    sides = [len(numbers), 1, 1, 1]
    written = b"".join(bytes([3, *side.to_bytes(3, "little")]) for side in sides)
    return b"settings\x01\x02\x01\x07\x01\x00\x01\x02" + b"\x01\x02" + written + numbers.tobytes()


def layers() -> list[Layer]:
    torch.manual_seed(0)
    made, channels = [layer(3, 32, 7)], 32
    for width, _ in BLOCKS:
        made += [layer(channels, width, 3), layer(width, width, 3)]
        channels = width
    return made


def last_matrix() -> Tensor:
    return torch.randn((256, 128), generator=torch.Generator().manual_seed(1)) / 16


def write_weights(folder: Path) -> Path:
    parts = [stored(one.weight, one.bias) + stored(one.scale, one.offset) for one in layers()]
    path = folder / "résumé.dat"
    path.write_bytes(b"".join([*parts, stored(last_matrix()), b"end\x01\x02"]))
    return path
