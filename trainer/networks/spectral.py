"""A critic whose slope is bounded by construction (Miyato et al. 2018, "Spectral normalization for GANs")."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm


class SpectralCritic(nn.Module):
    """D without weight clipping: two hidden layers of spectral norm 1, so that |D(a) - D(b)| <= slope * |a - b|.

    The Wasserstein loss of this critic is `slope` times that of a critic of slope 1: the slope is the loss's weight.
    There is no batch norm, under which a score would depend on the rest of the batch and have no such bound.
    """

    def __init__(self, feature_size: int, hidden: int, *, slope: float) -> None:
        super().__init__()
        self.body = nn.Sequential(
            spectral_norm(nn.Linear(feature_size, hidden)),
            nn.LeakyReLU(0.2),
            spectral_norm(nn.Linear(hidden, hidden)),
            nn.LeakyReLU(0.2),
            spectral_norm(nn.Linear(hidden, 1)),
        )
        self._slope = slope

    def forward(self, feature: Tensor) -> Tensor:
        """Score each row: (N, D) -> (N,)."""
        score: Tensor = self.body(feature)
        return self._slope * score.squeeze(1)
