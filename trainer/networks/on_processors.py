"""Layers that compute what torch's compute, and train faster on processors."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function
from torch.autograd.function import once_differentiable

from trainer.networks.winograd import WinogradConv2d


def suited_to_processors(module: nn.Module) -> nn.Module:
    """Replace layers in place by those here; parameters and their names stay. Use the returned module."""
    if type(module) is nn.Conv2d and WinogradConv2d.fits(module):
        return WinogradConv2d.of(module)
    if type(module) is nn.PReLU:
        return BranchlessPReLU.of(module)
    for name, child in list(module.named_children()):
        setattr(module, name, suited_to_processors(child))
    return module


class BranchlessPReLU(nn.PReLU):
    """PReLU whose gradients, the very same numbers, come from whole-array products.

    torch decides pixel by pixel, which costs a processor as much as a quarter of the convolution before it.
    """

    @classmethod
    def of(cls, plain: nn.PReLU) -> BranchlessPReLU:
        """Return a layer with the very weights of `plain`."""
        layer = cls(plain.num_parameters, device="meta")
        layer.weight = plain.weight
        return layer.train(plain.training)

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 - torch's name
        """(N, C, ...) -> the same shape."""
        if not self.training:
            return super().forward(input)
        answer: Tensor = _PReLU.apply(input, self.weight)  # type: ignore[no-untyped-call]
        return answer


class _PReLU(Function):
    """y = x where x > 0, w x elsewhere, a w a channel."""

    @staticmethod
    def forward(context: Any, x: Tensor, weight: Tensor) -> Tensor:
        context.save_for_backward(x, weight)
        return nn.functional.prelu(x, weight)

    @staticmethod
    @once_differentiable
    def backward(context: Any, gradient: Tensor) -> tuple[Tensor, Tensor]:
        x, weight = context.saved_tensors
        passed = torch.ops.aten.threshold_backward(gradient, x, 0)  # the gradient where x > 0, else 0
        scaled = gradient - passed
        others = [axis for axis in range(x.dim()) if axis != 1]
        of_weight = (x * scaled).sum(others)
        return passed.addcmul_(scaled, weight.reshape(1, -1, *[1] * (x.dim() - 2))), of_weight
