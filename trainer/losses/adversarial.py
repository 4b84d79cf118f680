"""The Wasserstein loss (paper, eq. 4)."""

from __future__ import annotations

from torch import Tensor


def critic_loss(generated_scores: Tensor, real_scores: Tensor) -> Tensor:
    """L_A^d = E[D(G(F_W(x), z))] - E[D(F_S(x))] (eq. 4); scores (N,) and (M,)."""
    return generated_scores.mean() - real_scores.mean()


def generator_gain(generated_scores: Tensor) -> Tensor:
    """L_A^g, the first term of eq. 4, which the G-phase maximises; scores (N,)."""
    return generated_scores.mean()
