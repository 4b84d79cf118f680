"""Joint maximum mean discrepancy of activations of several layers (Long et al. 2017, "Joint adaptation networks")."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

WIDTHS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Kernel widths in units of the mean squared distance, as in the authors' code."""


def gaussian_kernel(rows: Tensor) -> Tensor:
    """k(x, y) = mean over widths w of exp(-|x - y|^2 / (w s)), s the mean squared distance; rows (N, D) -> (N, N)."""
    products = rows @ rows.T
    lengths = products.diagonal()
    squared = (lengths.unsqueeze(0) + lengths.unsqueeze(1) - 2 * products).clamp(min=0)
    count = len(rows)
    spread = (squared.detach().sum() / max(1, count * count - count)).clamp(min=1e-12)
    return torch.stack([torch.exp(-squared / (width * spread)) for width in WIDTHS]).mean(0)


def joint_mmd_loss(strong: Sequence[Tensor], weak: Sequence[Tensor]) -> Tensor:
    """JMMD^2 (eq. 6): the kernel is the product over layers of each layer's; layer l is (N, D_l) and (M, D_l).

    mean k(s_i, s_j) + mean k(w_i, w_j) - 2 mean k(s_i, w_j), all pairs counted.
    """
    count = len(strong[0])
    joint = torch.ones((), device=strong[0].device)
    for strong_layer, weak_layer in zip(strong, weak, strict=True):
        joint = joint * gaussian_kernel(torch.cat([strong_layer, weak_layer]))
    within = joint[:count, :count].mean() + joint[count:, count:].mean()
    return within - 2 * joint[:count, count:].mean()
