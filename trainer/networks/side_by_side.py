"""Several encoders as one."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class SideBySide(nn.Module):
    """Crops -> the unit features of every encoder, one after the other (N, sum of D): the cosine is their mean.

    What encoders that learned differently get wrong differs, and what they get right does not (Hansen and Salamon
    1990, "Neural network ensembles").
    """

    def __init__(self, *encoders: nn.Module) -> None:
        super().__init__()
        self.encoders = nn.ModuleList(encoders)

    def forward(self, crops: Tensor) -> Tensor:
        """Extract features."""
        return torch.cat([F.normalize(encoder(crops)) for encoder in self.encoders], dim=1)
