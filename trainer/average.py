"""A running average of weights (Polyak and Juditsky 1992), which generalises better than the last step's."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn


class WeightAverage:
    """Exponential average of a module's parameters; buffers (batch norm statistics) are averaged alike."""

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.module = copy.deepcopy(module).eval().requires_grad_(requires_grad=False)
        self._decay = decay

    @torch.no_grad()
    def update(self, module: nn.Module, step: int) -> None:
        """Take one step; early steps weigh more so that the random start is soon forgotten."""
        decay = min(self._decay, (1 + step) / (10 + step))
        averaged, counted = _tensors(self.module)
        current, counts = _tensors(module)
        torch._foreach_lerp_(averaged, current, 1 - decay)
        torch._foreach_copy_(counted, counts)


def _tensors(module: nn.Module) -> tuple[list[Tensor], list[Tensor]]:
    """The state in a fixed order: what is averaged, and counters, which are copied."""
    state = [*module.parameters(), *module.buffers()]
    averaged = [tensor.detach() for tensor in state if tensor.dtype.is_floating_point]
    return averaged, [tensor for tensor in state if not tensor.dtype.is_floating_point]
