from __future__ import annotations

import copy
import dataclasses

import pytest
import torch
from torch import nn

from trainer.adversarial import PhaseBatch, WeakStrongGan
from trainer.config import AdversarialConfig

SIZE, CLASSES, NOISE, ROWS = 12, 5, 3, 16
CONFIG = AdversarialConfig(steps=1, batch=ROWS, noise_size=NOISE, hidden=8)


def make_gan(config: AdversarialConfig = CONFIG) -> WeakStrongGan:
    torch.manual_seed(0)
    return WeakStrongGan(config, nn.Linear(SIZE, SIZE), SIZE, CLASSES, torch.device("cpu"))


def make_batch(seed: int = 0) -> PhaseBatch:
    generator = torch.Generator().manual_seed(seed)

    def numbers(width: int) -> torch.Tensor:
        return torch.randn((ROWS, width), generator=generator)

    labels = torch.randint(0, CLASSES, (ROWS,), generator=generator)
    return PhaseBatch(
        strong=numbers(SIZE),
        strong_labels=labels,
        weak=numbers(SIZE),
        weak_labels=labels,
        partners=numbers(SIZE),
        noise=numbers(NOISE),
    )


def parameters(module: nn.Module) -> list[torch.Tensor]:
    return [parameter.detach().clone() for parameter in module.parameters()]


def moved(before: list[torch.Tensor], module: nn.Module) -> bool:
    return any(not torch.equal(a, b) for a, b in zip(before, module.parameters(), strict=True))


def test_the_critic_phase_leaves_the_generator_without_gradients_and_unmoved() -> None:
    gan = make_gan()
    before = parameters(gan.generator)
    gan.critic_phase(make_batch())
    assert all(parameter.grad is None for parameter in gan.generator.parameters())
    assert not moved(before, gan.generator)


def test_the_critic_phase_moves_critic_latent_encoder_classifier_and_encoder() -> None:
    gan = make_gan()
    before = {name: parameters(module) for name, module in gan.modules.items()}
    gan.critic_phase(make_batch())
    changed = {name for name, module in gan.modules.items() if moved(before[name], module)}
    assert changed == {"critic", "latent_encoder", "classifier", "encoder"}


def test_the_generator_phase_moves_generator_and_encoder_only() -> None:
    gan = make_gan()
    before = {name: parameters(module) for name, module in gan.modules.items()}
    gan.generator_phase(make_batch())
    changed = {name for name, module in gan.modules.items() if moved(before[name], module)}
    assert changed == {"generator", "encoder"}


def test_the_critic_stays_within_the_clip() -> None:
    gan = make_gan()
    gan.critic_phase(make_batch())
    assert all(parameter.abs().max() <= CONFIG.clip for parameter in gan.critic.parameters())


def test_without_clip_the_critic_is_free() -> None:
    gan = make_gan(dataclasses.replace(CONFIG, clip=0.0))
    gan.critic_phase(make_batch())
    assert max(parameter.abs().max().item() for parameter in gan.critic.parameters()) > CONFIG.clip


def test_the_critic_learns_to_tell_real_from_generated() -> None:
    gan = make_gan(dataclasses.replace(CONFIG, clip=0.0, adversarial_rate=1e-3))
    batch = make_batch()
    losses = [gan.critic_phase(batch)["critic"] for _ in range(60)]
    assert losses[-1] < losses[0] - 0.5


def test_the_generator_overfits_the_classes_of_one_batch() -> None:
    gan = make_gan(dataclasses.replace(CONFIG, adversarial_rate=1e-2, lambda_class=1.0, learning_rate=0.05))
    batch = make_batch()
    losses = [gan.generator_phase(batch)["generated_class"] for _ in range(150)]
    assert losses[-1] < 0.2 * losses[0]


def test_unit_features_are_on_the_sphere_and_plain_ones_are_what_the_networks_give() -> None:
    batch = make_batch()
    unit, plain = make_gan(dataclasses.replace(CONFIG, unit_features=True)), make_gan()
    assert torch.allclose(unit.extract(batch.strong).norm(dim=1), torch.ones(ROWS), atol=1e-6)
    assert torch.equal(plain.extract(batch.strong), plain.encoder(batch.strong))


def test_the_pull_brings_generated_features_to_the_photos_of_the_identity() -> None:
    gan = make_gan(dataclasses.replace(CONFIG, pair_weight=1.0, adversarial_rate=1e-2, unit_features=True))
    batch = make_batch()
    pulls = [gan.generator_phase(batch)["pull"] for _ in range(150)]
    assert pulls[-1] < 0.5 * pulls[0]


def cross_entropy(gan: WeakStrongGan, features: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Eq. 5, row by row."""
    total = torch.zeros(())
    for feature, label in zip(features, labels.tolist(), strict=True):
        scores = [CONFIG.class_scale * (feature @ weight) for weight in gan.classifier.weight]
        total = total + torch.logsumexp(torch.stack(scores), 0) - scores[label]
    return total / ROWS


def mean_distance(gan: WeakStrongGan, generated: torch.Tensor, noise: torch.Tensor) -> torch.Tensor:
    """Eq. 7, row by row."""
    recovered = gan.latent_encoder(generated)
    return sum(((row - z).norm() for row, z in zip(recovered, noise, strict=True)), torch.zeros(())) / ROWS


def assert_gradients(gan: WeakStrongGan, twin: WeakStrongGan, objective: torch.Tensor, learned: set[str]) -> None:
    """The last phase left the objective's gradients in the networks that learn, and none in the others."""
    for name, module in gan.modules.items():
        if name not in learned:
            assert all(parameter.grad is None for parameter in module.parameters()), name
            continue
        expected = torch.autograd.grad(objective, list(twin.modules[name].parameters()), retain_graph=True)
        assert any(gradient.abs().max() > 0 for gradient in expected), name
        for parameter, gradient in zip(module.parameters(), expected, strict=True):
            assert parameter.grad is not None
            assert torch.allclose(parameter.grad, gradient, rtol=1e-4, atol=1e-6), name


WEIGHED = dataclasses.replace(CONFIG, nu_class=0.7, lambda_class=0.3, mu_noise=0.2)
"""Weights that no two terms share, so that none can stand in for another."""


def test_the_critic_phase_goes_down_the_papers_objective() -> None:
    """J_D = L_A^d + nu L_C^d + mu L_E (eqs. 4 to 7), over D, E, F, W_C."""
    gan, batch = make_gan(WEIGHED), make_batch()
    twin = copy.deepcopy(gan)
    gan.critic_phase(batch)
    real = twin.extract(batch.strong)
    generated = twin.generate(twin.extract(batch.weak), batch.noise)
    critic_of_generated, critic_of_real = twin.critic(generated), twin.critic(real)
    adversarial = sum(critic_of_generated[row] - critic_of_real[row] for row in range(ROWS)) / ROWS
    classes, noise = cross_entropy(twin, real, batch.strong_labels), mean_distance(twin, generated, batch.noise)
    objective = adversarial + 0.7 * classes + 0.2 * noise
    assert_gradients(gan, twin, objective, {"critic", "latent_encoder", "classifier", "encoder"})


def test_the_generator_phase_goes_down_the_papers_objective() -> None:
    """J_G = -L_A^g + lambda L_C^g + mu L_E, over G and F."""
    gan, batch = make_gan(WEIGHED), make_batch()
    twin = copy.deepcopy(gan)
    gan.generator_phase(batch)
    generated = twin.generate(twin.extract(batch.weak), batch.noise)
    gain = sum(twin.critic(generated)[row] for row in range(ROWS)) / ROWS
    classes, noise = cross_entropy(twin, generated, batch.weak_labels), mean_distance(twin, generated, batch.noise)
    assert_gradients(gan, twin, -gain + 0.3 * classes + 0.2 * noise, {"generator", "encoder"})


def test_one_step_of_the_latent_encoder_follows_its_gradient() -> None:
    gan, batch = make_gan(), make_batch()
    twin = copy.deepcopy(gan)
    gan.critic_phase(batch)
    generated = twin.generate(twin.extract(batch.weak), batch.noise)
    noise = CONFIG.mu_noise * mean_distance(twin, generated, batch.noise)
    gradients = torch.autograd.grad(noise, list(twin.latent_encoder.parameters()))
    for parameter, old, gradient in zip(
        gan.latent_encoder.parameters(), twin.latent_encoder.parameters(), gradients, strict=True
    ):
        assert torch.allclose(parameter, old - CONFIG.learning_rate * gradient, atol=1e-7)


@pytest.mark.parametrize("phase", ["critic_phase", "generator_phase"])
def test_a_fixed_encoder_needs_no_optimiser(phase: str) -> None:
    gan = WeakStrongGan(CONFIG, nn.Identity(), SIZE, CLASSES, torch.device("cpu"))
    assert "encoder" not in gan.optimisers
    assert all(value == value for value in getattr(gan, phase)(make_batch()).values())  # noqa: PLR0124 - not NaN
