"""The noise regression loss (paper, eq. 7)."""

from __future__ import annotations

import torch
from torch import Tensor


def noise_regression_loss(estimated: Tensor, noise: Tensor) -> Tensor:
    """L_E = E[ ||E(G(F_W(x), z)) - z||_2 ]: the mean over rows of the plain 2-norm, not squared; both (N, Z)."""
    distances: Tensor = torch.linalg.vector_norm(estimated - noise, dim=1)
    return distances.mean()
