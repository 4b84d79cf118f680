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
    cosines = F.linear(F.normalize(features), F.normalize(weight))
    logits = scale * (cosines - margin * F.one_hot(labels, weight.shape[0]).to(cosines.dtype))
    foreign = class_groups[labels].unsqueeze(1) != class_groups.unsqueeze(0)
    return F.cross_entropy(logits.masked_fill(foreign, torch.finfo(logits.dtype).min), labels)
