"""Transfer of the similarity of classes to the weak modality (Tzeng et al. 2015, "Simultaneous deep transfer")."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F


def soft_label_loss(logits: Tensor, targets: Tensor, *, temperature: float) -> Tensor:
    """L_soft (eq. 5): - mean over rows of sum_k l_k log softmax(logits / temperature)_k.

    logits (N, C) of sketches; targets (N, C): each one's class's mean softmax at that temperature over its photos.
    """
    return -(targets * F.log_softmax(logits / temperature, dim=1)).sum(1).mean()
