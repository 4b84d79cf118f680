"""Agreement with a teacher (Hinton et al. 2015, "Distilling the knowledge in a neural network")."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F


def teacher_agreement_loss(described: Tensor, wanted: Tensor) -> Tensor:
    """Mean over all rows of 1 - cos(described, wanted), both (N, T); a row wanted to be zero counts nothing."""
    cosines = F.cosine_similarity(described, wanted)
    return ((1 - cosines) * wanted.any(dim=1)).mean()
