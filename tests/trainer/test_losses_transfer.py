"""The losses of the compared methods against calculations by loops."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from tests.trainer.test_losses import dot, numbers
from trainer.losses.activation_statistics import gaussian_activation_loss
from trainer.losses.domain_confusion import confusion_loss, domain_loss
from trainer.losses.gradient_reversal import reversal_strength, reversed_gradient
from trainer.losses.joint_mmd import WIDTHS, gaussian_kernel, joint_mmd_loss
from trainer.losses.soft_labels import soft_label_loss


def test_gradient_reversal_keeps_the_value_and_reverses_and_scales_the_gradient() -> None:
    features, slope = numbers(4, 3).requires_grad_(), numbers(4, 3, seed=1)
    reversed_features = reversed_gradient(features, 0.3)
    assert torch.equal(reversed_features, features)
    torch.autograd.backward((reversed_features * slope).sum())
    assert features.grad is not None
    assert torch.allclose(features.grad, -0.3 * slope)


def test_what_follows_the_reversal_learns_the_domain_and_what_precedes_unlearns_it() -> None:
    torch.manual_seed(0)
    features, domain = nn.Linear(3, 3), nn.Linear(3, 1)
    strong, weak = torch.randn(8, 3) + 1, torch.randn(8, 3) - 1

    def loss(strength: float) -> Tensor:
        return domain_loss(
            *(domain(reversed_gradient(features(part), strength)).squeeze(1) for part in (strong, weak))
        )

    plain = torch.autograd.grad(loss(-1.0), [features.weight, domain.weight])
    turned = torch.autograd.grad(loss(1.0), [features.weight, domain.weight])
    assert torch.allclose(turned[0], -plain[0])
    assert torch.allclose(turned[1], plain[1])


def test_the_reversal_grows_from_nothing_to_one() -> None:
    assert reversal_strength(0) == 0
    assert reversal_strength(1) == pytest.approx(1, abs=1e-4)
    assert reversal_strength(0.5) == pytest.approx((1 - math.exp(-5)) / (1 + math.exp(-5)))


def probability(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def test_domain_loss_is_the_mean_cross_entropy_of_the_two_modalities() -> None:
    strong, weak = numbers(5), numbers(3, seed=1)
    photos = [-math.log(probability(score)) for score in strong.tolist()]
    sketches = [-math.log(1 - probability(score)) for score in weak.tolist()]
    expected = (sum(photos) / 5 + sum(sketches) / 3) / 2
    assert domain_loss(strong, weak).item() == pytest.approx(expected)


def test_confusion_loss_is_the_cross_entropy_with_an_even_chance() -> None:
    strong, weak = numbers(5), numbers(3, seed=1)

    def mean(scores: list[float]) -> float:
        return sum(-(math.log(probability(s)) + math.log(1 - probability(s))) / 2 for s in scores) / len(scores)

    expected = (mean(strong.tolist()) + mean(weak.tolist())) / 2
    assert confusion_loss(strong, weak).item() == pytest.approx(expected)
    assert confusion_loss(torch.zeros(2), torch.zeros(2)).item() == pytest.approx(math.log(2))


def test_soft_label_loss_is_the_cross_entropy_with_the_softened_prediction() -> None:
    logits, targets = numbers(4, 3), numbers(4, 3, seed=1).softmax(1)
    expected = 0.0
    for row, target in zip(logits.tolist(), targets.tolist(), strict=True):
        total = sum(math.exp(value / 2) for value in row)
        expected -= sum(
            share * math.log(math.exp(value / 2) / total) for share, value in zip(target, row, strict=True)
        )
    assert soft_label_loss(logits, targets, temperature=2.0).item() == pytest.approx(expected / 4)


def squared(a: Tensor, b: Tensor) -> float:
    return dot(a - b, a - b)


def kernel_by_loops(rows: Tensor) -> list[list[float]]:
    count = len(rows)
    distances = [[squared(a, b) for b in rows] for a in rows]
    spread = sum(map(sum, distances)) / (count * (count - 1))
    return [[sum(math.exp(-d / (w * spread)) for w in WIDTHS) / len(WIDTHS) for d in line] for line in distances]


def test_the_kernel_is_a_mean_of_gaussians_as_wide_as_the_rows_are_apart() -> None:
    rows = numbers(5, 3)
    assert torch.allclose(gaussian_kernel(rows), torch.tensor(kernel_by_loops(rows), dtype=torch.float64))


def test_joint_mmd_is_the_discrepancy_under_the_product_of_the_layers_kernels() -> None:
    strong, weak = (numbers(3, 4), numbers(3, 2, seed=1)), (numbers(2, 4, seed=2), numbers(2, 2, seed=3))
    kernels = [kernel_by_loops(torch.cat(layer)) for layer in zip(strong, weak, strict=True)]

    def joint(i: int, j: int) -> float:
        return kernels[0][i][j] * kernels[1][i][j]

    photos, sketches = range(3), range(3, 5)
    expected = sum(joint(i, j) for i in photos for j in photos) / 9
    expected += sum(joint(i, j) for i in sketches for j in sketches) / 4
    expected -= 2 * sum(joint(i, j) for i in photos for j in sketches) / 6
    assert joint_mmd_loss(strong, weak).item() == pytest.approx(expected)


def test_joint_mmd_is_nothing_between_equal_sets_and_falls_when_it_is_followed() -> None:
    strong, weak = numbers(6, 3), (numbers(6, 3, seed=1) + 2).requires_grad_()
    assert joint_mmd_loss([strong], [strong]).item() == pytest.approx(0, abs=1e-12)
    before = joint_mmd_loss([strong], [weak])
    (gradient,) = torch.autograd.grad(before, weak)
    assert joint_mmd_loss([strong], [weak - 5 * gradient]) < before


def test_activation_loss_is_the_mean_squared_deviation_in_variances() -> None:
    activations, mean, variance = numbers(4, 3), numbers(3, seed=1), numbers(3, seed=2).square() + 0.1
    expected = sum(
        (float(activations[i, j]) - float(mean[j])) ** 2 / (2 * float(variance[j]))
        for i in range(4)
        for j in range(3)
    )
    assert gaussian_activation_loss(activations, mean, variance).item() == pytest.approx(expected / 12)
