"""A running average of weights (Polyak and Juditsky 1992), which generalises better than the last step's."""

from __future__ import annotations

import copy

import torch
from torch import nn


class WeightAverage:
    """Exponential average of a module's parameters; buffers (batch norm statistics) are averaged alike."""

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.module = copy.deepcopy(module).eval().requires_grad_(requires_grad=False)
        self._decay = decay

    @torch.no_grad()
    def update(self, module: nn.Module, step: int) -> None:
        """Take one step; early steps weigh more so that the random start is soon forgotten."""
        decay = min(self._decay, (1 + step) / (10 + step))
        for averaged, current in zip(self.module.state_dict().values(), module.state_dict().values(), strict=True):
            if averaged.dtype.is_floating_point:
                averaged.lerp_(current, 1 - decay)
            else:
                averaged.copy_(current)
