"""Every loss against a calculation by loops."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from trainer.losses.adversarial import critic_loss, generator_gain
from trainer.losses.classification import classification_loss
from trainer.losses.identity_pull import identity_pull_loss
from trainer.losses.margin_softmax import margin_softmax_loss
from trainer.losses.noise_regression import noise_regression_loss
from trainer.losses.teacher_agreement import teacher_agreement_loss


def numbers(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def dot(a: Tensor, b: Tensor) -> float:
    return sum(float(x) * float(y) for x, y in zip(a, b, strict=True))


def test_critic_loss_is_the_mean_generated_score_less_the_mean_real_score() -> None:
    generated, real = numbers(5), numbers(3, seed=1)
    expected = sum(generated.tolist()) / 5 - sum(real.tolist()) / 3
    assert critic_loss(generated, real).item() == pytest.approx(expected)


def test_generator_gain_is_the_mean_generated_score() -> None:
    generated = numbers(5)
    assert generator_gain(generated).item() == pytest.approx(sum(generated.tolist()) / 5)


@pytest.mark.parametrize("scale", [1.0, 16.0])
def test_classification_loss_is_the_mean_negative_log_softmax(scale: float) -> None:
    features, weight, labels = numbers(4, 3), numbers(5, 3, seed=1), torch.tensor([0, 4, 2, 2])
    expected = 0.0
    for feature, label in zip(features, labels, strict=True):
        logits = [scale * dot(feature, row) for row in weight]
        expected += math.log(sum(math.exp(logit) for logit in logits)) - logits[label]
    assert classification_loss(features, labels, weight, scale=scale).item() == pytest.approx(expected / 4)


def test_noise_regression_is_the_mean_plain_norm_not_its_square() -> None:
    estimated, noise = numbers(4, 3), numbers(4, 3, seed=1)
    norms = [math.sqrt(dot(a - b, a - b)) for a, b in zip(estimated, noise, strict=True)]
    assert noise_regression_loss(estimated, noise).item() == pytest.approx(sum(norms) / 4)


def test_identity_pull_is_one_less_the_cosine() -> None:
    generated, photos = numbers(4, 3), numbers(4, 3, seed=1)
    cosines = [dot(a, b) / math.sqrt(dot(a, a) * dot(b, b)) for a, b in zip(generated, photos, strict=True)]
    assert identity_pull_loss(generated, photos).item() == pytest.approx(1 - sum(cosines) / 4)


def test_margin_softmax_subtracts_the_margin_and_competes_within_the_group_only() -> None:
    features, weight = numbers(4, 3), numbers(5, 3, seed=1)
    labels, groups = torch.tensor([0, 4, 2, 3]), torch.tensor([0, 0, 0, 1, 1])
    expected = 0.0
    for feature, label in zip(features, labels.tolist(), strict=True):
        logits = {}
        for index, row in enumerate(weight):
            if groups[index] == groups[label]:
                cosine = dot(feature, row) / math.sqrt(dot(feature, feature) * dot(row, row))
                logits[index] = 8 * (cosine - (0.2 if index == label else 0))
        expected += math.log(sum(math.exp(logit) for logit in logits.values())) - logits[label]
    loss = margin_softmax_loss(features, labels, weight, scale=8, margin=0.2, class_groups=groups)
    assert loss.item() == pytest.approx(expected / 4)


def test_teacher_agreement_is_the_mean_distance_of_directions_over_all_rows_known_or_not() -> None:
    described, wanted = numbers(4, 3), numbers(4, 3, seed=1)
    wanted[2] = 0
    expected = 0.0
    for one, other in zip(described, wanted, strict=True):
        if any(other.tolist()):
            expected += 1 - dot(one, other) / math.sqrt(dot(one, one) * dot(other, other))
    assert teacher_agreement_loss(described, wanted).item() == pytest.approx(expected / 4)
