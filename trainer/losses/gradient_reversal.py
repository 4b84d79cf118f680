"""The gradient reversal layer and its schedule (Ganin and Lempitsky 2015, "Unsupervised domain adaptation")."""

from __future__ import annotations

import math

import torch
from torch import Tensor


class _Reversal(torch.autograd.Function):
    @staticmethod
    def forward(context: torch.autograd.function.FunctionCtx, features: Tensor, strength: float) -> Tensor:
        context.strength = strength  # type: ignore[attr-defined]
        return features.view_as(features)

    @staticmethod
    def backward(context: torch.autograd.function.FunctionCtx, *gradients: Tensor) -> tuple[Tensor, None]:
        return -context.strength * gradients[0], None  # type: ignore[attr-defined]


def reversed_gradient(features: Tensor, strength: float) -> Tensor:
    """R(x) = x with dR/dx = -strength * I: what follows is minimised, what precedes maximises it; any shape."""
    reversed_features: Tensor = _Reversal.apply(features, strength)  # type: ignore[no-untyped-call]
    return reversed_features


def reversal_strength(progress: float) -> float:
    """lambda_p = 2 / (1 + exp(-10 p)) - 1 for progress p in 0 to 1: noisy early signals of the domain count less."""
    return 2 / (1 + math.exp(-10 * progress)) - 1
