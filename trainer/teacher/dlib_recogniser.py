"""dlib's face recogniser (King 2017; its weights are in the public domain, CC0), read from its file into torch.

The file `dlib_face_recognition_resnet_model_v1.dat` comes with the package face_recognition_models on PyPI, among
others. It is a stream in which every tensor stands as: version 2, its four sides, its numbers as float32. Between
them stand settings of layers that are known from the network's definition (dlib, `dnn_face_recognition_ex.cpp`), so
the tensors are all that is read; they have to be those of this network, in its order.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from forensic_id.core.errors import DataError

NAME = "dlib_face_recognition_resnet_model_v1"
LICENCE = "CC0-1.0"
DESCRIPTION_SIZE = 128
STEM_CHANNELS = 32
BLOCKS = (
    *[(32, False)] * 3,
    *[(64, True)] + [(64, False)] * 3,
    *[(128, True)] + [(128, False)] * 2,
    *[(256, True)] + [(256, False)] * 2,
    (256, True),
)
"""Channels of every residual block, and whether it halves the map."""
MEAN_COLOUR = (122.782, 117.001, 104.298)
_TENSOR = b"\x01\x02"
"""How dlib writes the version number of a tensor: one byte follows, and it is 2."""
_LONGEST_NUMBER = 8
"""Bytes of a whole number, which follow one byte that tells how many they are, lowest first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Convolution:
    """Weights (C_out, C_in, K, K) and offsets (C_out,); the affine layer that follows is multiplied into them."""

    weight: Tensor
    bias: Tensor


class DlibRecogniser:
    """Chips (N, 3, 150, 150) in [0, 255] -> descriptions (N, 128), not of unit length.

    `stem` is its first convolution; `blocks` are pairs of them, each with whether it halves the map; `sha256` is the
    file's.
    """

    def __init__(self, path: Path) -> None:
        """Read the file. Raises DataError when it cannot be read or holds another network."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DataError(f"The teacher's file {path} cannot be read ({error.strerror}).") from error
        self.sha256 = hashlib.sha256(data).hexdigest()
        try:
            self._read(TensorStream(data))
        except ValueError as error:
            raise DataError(
                f"{path} does not hold the network {NAME}. Give the file of that name, unpacked (bunzip2) if it ends "
                "in .bz2."
            ) from error

    def _read(self, stream: TensorStream) -> None:
        self.stem = stream.convolution(3, STEM_CHANNELS, side=7)
        self.blocks = []
        channels = STEM_CHANNELS
        for width, halves in BLOCKS:
            first = stream.convolution(channels, width, side=3)
            self.blocks.append((first, stream.convolution(width, width, side=3), halves))
            channels = width
        self._last = torch.from_numpy(stream.take(channels, DESCRIPTION_SIZE))

    @torch.no_grad()
    def __call__(self, pictures: Tensor) -> Tensor:
        """Describe."""
        x = (pictures - torch.tensor(MEAN_COLOUR).reshape(1, 3, 1, 1)) / 256
        x = F.relu(F.conv2d(x, self.stem.weight, self.stem.bias, stride=2))
        x = F.max_pool2d(x, 3, 2)
        for first, second, halves in self.blocks:
            x = _halved(x, first, second) if halves else _kept(x, first, second)
        return x.mean((2, 3)) @ self._last


def _kept(x: Tensor, first: Convolution, second: Convolution) -> Tensor:
    y = F.relu(F.conv2d(x, first.weight, first.bias, padding=1))
    return F.relu(x + F.conv2d(y, second.weight, second.bias, padding=1))


def _halved(x: Tensor, first: Convolution, second: Convolution) -> Tensor:
    y = F.relu(F.conv2d(x, first.weight, first.bias, stride=2))
    y = F.conv2d(y, second.weight, second.bias, padding=1)
    short = F.avg_pool2d(x, 2, 2)
    return F.relu(summed(y, short))


def summed(y: Tensor, short: Tensor) -> Tensor:
    """The sum of maps of different size, each filled up with zeros at the far ends, channels included (dlib)."""
    sides = [max(int(a), int(b)) for a, b in zip(y.shape[1:], short.shape[1:], strict=True)]  # constants to export
    return _filled(y, sides) + _filled(short, sides)


def _filled(x: Tensor, sides: list[int]) -> Tensor:
    channels, height, width = (wanted - int(has) for wanted, has in zip(sides, x.shape[1:], strict=True))
    return F.pad(x, (0, width, 0, height, 0, channels))


class TensorStream:
    """The tensors of a dlib file, taken one after the other by the number of numbers each is known to have.

    The settings between them contain the mark of a tensor by chance; that its sides make that very number tells.
    """

    def __init__(self, data: bytes) -> None:
        self._data, self._place = data, 0

    def take(self, *shape: int) -> NDArray[np.float32]:
        """Return the next tensor of as many numbers in this shape. Raises ValueError where none follows."""
        place = self._data.find(_TENSOR, self._place)
        while place >= 0:
            count, begin = self._count(place + len(_TENSOR))
            end = begin + 4 * count
            if count == math.prod(shape) and end <= len(self._data):
                self._place = end
                return np.frombuffer(self._data[begin:end], "<f4").reshape(shape).copy()
            place = self._data.find(_TENSOR, place + 1)
        raise ValueError(f"no tensor of the shape {shape} follows byte {self._place}")

    def convolution(self, inputs: int, outputs: int, *, side: int) -> Convolution:
        """Read filters and their offsets, then the affine layer after them: scales and offsets."""
        filters = self.take(outputs * (inputs * side * side + 1))
        scale, offset = self.take(2, outputs)
        weight, bias = filters[:-outputs].reshape(outputs, inputs, side, side), filters[-outputs:]
        return Convolution(
            weight=torch.from_numpy(weight * scale[:, None, None, None]), bias=torch.from_numpy(bias * scale + offset)
        )

    def _count(self, place: int) -> tuple[int, int]:
        """The product of the four sides that stand at `place`, and where they end."""
        count = 1
        for _ in range(4):
            length = self._data[place] if place < len(self._data) else 0
            if not 1 <= length <= _LONGEST_NUMBER:
                return 0, place
            count *= int.from_bytes(self._data[place + 1 : place + 1 + length], "little")
            place += 1 + length
        return count, place
