"""Statistical regularisation of shared layers (Aytar et al. 2017, "Cross-modal scene networks")."""

from __future__ import annotations

from torch import Tensor


def gaussian_activation_loss(activations: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
    """R(h) = -log N(h; mu, diag(var)) a unit, without the constant: mean of (h - mu)^2 / (2 var).

    activations (N, D); mean and variance (D,) were measured on photos before these layers learn from both modalities.
    """
    return ((activations - mean).square() / (2 * variance)).mean()
