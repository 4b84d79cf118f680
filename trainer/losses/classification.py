"""The classification loss (paper, eqs. 5 and 6)."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F


def classification_loss(features: Tensor, labels: Tensor, weight: Tensor, *, scale: float = 1.0) -> Tensor:
    """Cross entropy of softmax(scale * features @ weight.T); features (N, D), labels (N,), weight (C, D).

    The same W_C serves photo features (eq. 6, L_C^d) and generated ones (eq. 5, L_C^g).
    """
    return F.cross_entropy(scale * F.linear(features, weight), labels)
