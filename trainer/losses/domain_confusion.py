"""Telling the modalities apart, and confusing who tells (Tzeng et al. 2015, "Simultaneous deep transfer")."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F


def domain_loss(strong_scores: Tensor, weak_scores: Tensor) -> Tensor:
    """L_D (eq. 2): cross entropy of the domain classifier, logits (N,) of photos and (M,) of sketches.

    The mean over the two modalities, however many samples each has.
    """
    return (F.softplus(-strong_scores).mean() + F.softplus(weak_scores).mean()) / 2


def confusion_loss(strong_scores: Tensor, weak_scores: Tensor) -> Tensor:
    """L_conf (eq. 3): cross entropy between the uniform distribution over domains and the predicted one."""
    return (_against_uniform(strong_scores) + _against_uniform(weak_scores)) / 2


def _against_uniform(scores: Tensor) -> Tensor:
    return (F.softplus(-scores) + F.softplus(scores)).mean() / 2
