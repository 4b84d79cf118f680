"""G, D and E of the row WSGAN, on features: what each phase moves, and how steep D can be."""

from __future__ import annotations

from collections.abc import Callable

import torch

from trainer.adversarial import PhaseBatch
from trainer.methods import Budget
from trainer.methods.network import MarginHead
from trainer.methods.wsgan import ALL, FeatureGan
from trainer.networks.spectral import SpectralCritic

CPU = torch.device("cpu")
BUDGET = Budget(size=32, start_steps=3, steps=3, batch=8, hidden=16, noise_size=4, warmup=1)


def feature_gan() -> tuple[FeatureGan, MarginHead, Callable[[], PhaseBatch]]:
    torch.manual_seed(0)
    head = MarginHead(torch.randn(5, 12), torch.zeros(5, dtype=torch.int64), BUDGET)
    gan = FeatureGan(ALL, head, BUDGET, CPU)

    def phase() -> PhaseBatch:
        labels = torch.randint(0, 5, (8,))
        strong, weak, noise = torch.randn(8, 12), torch.randn(8, 12).requires_grad_(), torch.randn(8, 4)
        return PhaseBatch(
            strong=strong, strong_labels=labels, weak=weak, weak_labels=labels, partners=strong, noise=noise
        )

    return gan, head, phase


def test_the_critic_phase_leaves_generator_gradients_empty_and_the_generator_phase_moves_no_classifier() -> None:
    gan, head, phase = feature_gan()
    gan.critic_phase(phase())
    assert all(parameter.grad is None for parameter in gan.generator.parameters())
    before = {name: [p.detach().clone() for p in module.parameters()] for name, module in gan.modules.items()}
    weights = head.weight.detach().clone()
    head.zero_grad(set_to_none=True)
    batch = phase()
    gan.generator_phase(batch)
    moved = {
        name
        for name, module in gan.modules.items()
        if any(not torch.equal(a, b) for a, b in zip(before[name], module.parameters(), strict=True))
    }
    assert moved == {"generator"}
    assert torch.equal(head.weight, weights)
    assert head.weight.grad is None
    assert batch.weak.grad is not None, "F_W learns from the G-phase"


def test_the_spectral_critic_is_no_steeper_than_its_slope() -> None:
    torch.manual_seed(0)
    critic = SpectralCritic(6, 16, slope=2.0)
    for _ in range(30):
        critic(torch.randn(4, 6))
    critic.eval()
    a, b = torch.randn(200, 6), torch.randn(200, 6)
    slopes = (critic(a) - critic(b)).abs() / (a - b).norm(dim=1)
    assert slopes.max() <= 2.0 * 1.01
