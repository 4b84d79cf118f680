"""3x3 convolutions with a quarter of the multiplications (Winograd 1980; Lavin and Gray 2016), for processors.

A block of m x m outputs needs a window of n x n inputs, n = m + 2. Along one axis its outputs are A (G g . B d) for
the inputs d and the kernel g, where the dot multiplies number by number; over both axes the matrices are Kronecker
products with themselves. That takes n^2 products instead of 9 m^2, and the products of all blocks and channels are
n^2 products of matrices. What comes out differs from a convolution by rounding, about 1e-5 of the largest number.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function
from torch.autograd.function import once_differentiable

KERNEL = 3
WORTHWHILE = 2.0
"""So many times fewer products pay for rearranging images into blocks and back."""
FEWEST_CHANNELS = 48
"""The rearranging costs as much as the products of some ten channels."""
_NODES = {2: (0, 1, -1), 3: (0, 1, -1, 2), 4: (0, 1, -1, 2, -2)}
"""Where the polynomials are evaluated, by m: small whole numbers, for the sake of rounding. Infinity is one more."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Transforms:
    """The matrices for blocks of m x m outputs: B (n^2, n^2), G (n^2, 9) and A (m^2, n^2)."""

    inputs: Tensor
    kernel: Tensor
    outputs: Tensor


@functools.cache
def transforms(block: int) -> Transforms:
    """Build the matrices by evaluating, multiplying and interpolating polynomials (Toom and Cook), transposed.

    The product of polynomials with m and 3 coefficients is E_n^-1 (E_m a . E_3 g), E_k the values of a polynomial
    with k coefficients at the n nodes. Correlation is its transpose in a: E_m^T (E_3 g . E_n^-T d).
    """
    interpolate = torch.linalg.inv(_values(block, block + KERNEL - 1))
    inputs, kernel, outputs = (
        torch.kron(matrix, matrix).float().contiguous()
        for matrix in (interpolate.T, _values(block, KERNEL), _values(block, block).T)
    )
    return Transforms(inputs=inputs, kernel=kernel, outputs=outputs)


def _values(block: int, coefficients: int) -> Tensor:
    """Powers of the nodes, (n, coefficients); the value at infinity is the highest coefficient."""
    nodes = torch.tensor(_NODES[block], dtype=torch.float64).unsqueeze(1)
    infinity = torch.zeros((1, coefficients), dtype=torch.float64)
    infinity[0, -1] = 1
    return torch.cat([nodes ** torch.arange(coefficients), infinity])


@functools.cache
def best_block(height: int, width: int) -> int | None:
    """The side m with the fewest products for an image, None where a plain convolution is as good."""
    products = {side: (side + KERNEL - 1) ** 2 * -(-height // side) * -(-width // side) for side in _NODES}
    best = min(products, key=lambda side: products[side])
    return best if products[best] * WORTHWHILE <= KERNEL**2 * height * width else None


class WinogradConv2d(nn.Conv2d):
    """A 3x3 convolution with stride 1 and a border of zeros; while it trains in float32, by Winograd's algorithm."""

    @classmethod
    def fits(cls, layer: nn.Conv2d) -> bool:
        """Whether a layer is such a convolution, wide enough to gain by it."""
        form = (layer.kernel_size, layer.stride, layer.padding, layer.dilation, layer.groups, layer.padding_mode)
        return (
            form == ((3, 3), (1, 1), (1, 1), (1, 1), 1, "zeros")
            and layer.bias is None
            and min(layer.in_channels, layer.out_channels) >= FEWEST_CHANNELS
        )

    @classmethod
    def of(cls, plain: nn.Conv2d) -> WinogradConv2d:
        """Return a layer with the very weights of `plain`, which has to fit. No random number is drawn."""
        layer = cls(plain.in_channels, plain.out_channels, KERNEL, padding=1, bias=False, device="meta")
        layer.weight = plain.weight
        return layer.train(plain.training)

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - torch's name
        """(N, C, H, W) -> (N, C', H, W)."""
        block = best_block(*(int(side) for side in input.shape[2:])) if self.training else None
        if block is None:
            return super().forward(input)
        answer: Tensor = _Convolution.apply(input, self.weight, block)  # type: ignore[no-untyped-call]
        return answer


class _Convolution(Function):
    """The convolution and its gradients, which are the same matrices transposed."""

    @staticmethod
    def forward(context: Any, x: Tensor, weight: Tensor, block: int) -> Tensor:
        by = transforms(block)
        count = len(by.inputs)
        inputs = (by.inputs @ _windows(x, block)).view(count, -1, x.shape[1])
        kernels = (by.kernel @ weight.permute(2, 3, 0, 1).reshape(KERNEL**2, -1)).view(count, *weight.shape[:2])
        outputs = by.outputs @ torch.bmm(inputs, kernels.transpose(1, 2)).view(count, -1)
        context.save_for_backward(inputs, kernels)
        context.block, context.shape = block, x.shape
        return _from_blocks(outputs, block, torch.Size((len(x), len(weight), *x.shape[2:])))

    @staticmethod
    @once_differentiable
    def backward(context: Any, gradient: Tensor) -> tuple[Tensor | None, Tensor, None]:
        inputs, kernels = context.saved_tensors
        by, count = transforms(context.block), len(inputs)
        outputs = (by.outputs.T @ _blocks(gradient, context.block)).view(count, -1, gradient.shape[1])
        of_kernels = by.kernel.T @ torch.bmm(outputs.transpose(1, 2), inputs).view(count, -1)
        of_weight = of_kernels.view(KERNEL, KERNEL, *kernels.shape[1:]).permute(2, 3, 0, 1)
        of_weight = of_weight.contiguous(memory_format=torch.channels_last)
        if not context.needs_input_grad[0]:
            return None, of_weight, None
        of_windows = by.inputs.T @ torch.bmm(outputs, kernels).view(count, -1)
        return _from_windows(of_windows, context.block, context.shape), of_weight, None


def _windows(x: Tensor, block: int) -> Tensor:
    """The windows of all blocks, (n^2, blocks * C): row i is pixel i of each; outside the image are zeros."""
    count, channels, height, width = x.shape
    down, across, side = -(-height // block), -(-width // block), block + KERNEL - 1
    padded = x.new_zeros((count, down * block + KERNEL - 1, across * block + KERNEL - 1, channels))
    padded[:, 1 : height + 1, 1 : width + 1] = x.permute(0, 2, 3, 1)
    image, row, column, _ = padded.stride()
    windows = padded.as_strided(
        (side, side, count, down, across, channels), (row, column, image, block * row, block * column, 1)
    )
    return windows.reshape(side * side, -1)


def _from_windows(windows: Tensor, block: int, shape: torch.Size) -> Tensor:
    """Transpose of `_windows`: put the windows back, adding up where they overlap."""
    count, channels, height, width = shape
    down, across, side = -(-height // block), -(-width // block), block + KERNEL - 1
    parts = windows.view(side, side, count, down, across, channels).permute(2, 3, 0, 4, 1, 5)
    padded = windows.new_zeros((count, down + 1, block, across + 1, block, channels))
    rest = KERNEL - 1
    padded[:, :down, :, :across] = parts[:, :, :block, :, :block]
    padded[:, 1:, :rest, :across] += parts[:, :, block:, :, :block]
    padded[:, :down, :, 1:, :rest] += parts[:, :, :block, :, block:]
    padded[:, 1:, :rest, 1:, :rest] += parts[:, :, block:, :, block:]
    image = padded.view(count, (down + 1) * block, (across + 1) * block, channels)
    return _channels_last(image[:, 1 : height + 1, 1 : width + 1])


def _blocks(x: Tensor, block: int) -> Tensor:
    """Cut images into blocks side by side, (m^2, blocks * C), the last ones filled up with zeros."""
    count, channels, height, width = x.shape
    down, across = -(-height // block), -(-width // block)
    padded = x.permute(0, 2, 3, 1)
    if (down * block, across * block) != (height, width):
        padded = nn.functional.pad(padded, (0, 0, 0, across * block - width, 0, down * block - height))
    parts = padded.reshape(count, down, block, across, block, channels).permute(2, 4, 0, 1, 3, 5)
    return parts.reshape(block * block, -1)


def _from_blocks(blocks: Tensor, block: int, shape: torch.Size) -> Tensor:
    """Transpose of `_blocks`: join the blocks and cut off what was filled up."""
    count, channels, height, width = shape
    down, across = -(-height // block), -(-width // block)
    parts = blocks.view(block, block, count, down, across, channels).permute(2, 3, 0, 4, 1, 5)
    image = parts.reshape(count, down * block, across * block, channels)
    return _channels_last(image[:, :height, :width])


def _channels_last(image: Tensor) -> Tensor:
    """(N, H, W, C) -> (N, C, H, W) with the channels of a pixel side by side in memory."""
    return image.permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
