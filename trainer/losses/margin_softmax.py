"""Margin softmax over groups of classes."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def margin_softmax_loss(
    features: Tensor, labels: Tensor, weight: Tensor, *, scale: float, margin: float, class_groups: Tensor
) -> Tensor:
    """CosFace (Wang et al. 2018, eq. 4): cross entropy of scale * (cos - margin at the true class).

    features (N, D), labels (N,), weight (C, D), class_groups (C,) integers. A sample competes only with the
    classes of its own group: one person may stand under a name in each group and must not be pushed from himself.
    """
    loss, _ = margin_softmax(features, labels, weight, scale=scale, margin=margin, class_groups=class_groups)
    return loss


def margin_softmax(
    features: Tensor, labels: Tensor, weight: Tensor, *, scale: float, margin: float, class_groups: Tensor
) -> tuple[Tensor, Tensor]:
    """Return `margin_softmax_loss`, and which rows are nearest to their own class of all: bool (N,)."""
    cosines = F.linear(F.normalize(features), F.normalize(weight))
    column = labels.unsqueeze(1)
    true = cosines.detach().gather(1, column).squeeze(1)
    logits = scale * (cosines - torch.zeros_like(cosines).scatter_(1, column, margin))
    foreign = class_groups[labels].unsqueeze(1) != class_groups.unsqueeze(0)
    loss = F.cross_entropy(logits.masked_fill(foreign, torch.finfo(logits.dtype).min), labels)
    return loss, true >= cosines.detach().amax(1)
