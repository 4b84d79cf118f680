"""An addition to the paper's objective for data with few photos an identity."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F


def identity_pull_loss(generated: Tensor, photo_features: Tensor) -> Tensor:
    """Mean of 1 - cos between a generated feature and a photo feature of the same identity, rows paired; (N, D) both.

    With one or two photos an identity W_C says little about where its photos lie; this says it directly.
    """
    return (1 - F.cosine_similarity(generated, photo_features)).mean()
