"""The networks and objectives of the weak-strong GAN (paper, eqs. 4 to 9), one method a phase.

D-phase: J_D = L_A^d + nu L_C^d + mu L_E over D, E, F_S, W_C.  G-phase: J_G = -L_A^g + lambda L_C^g + mu L_E over
G, F_W.  F_S and F_W are one network (paper, Network architecture details).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.config import AdversarialConfig
from trainer.losses.adversarial import critic_loss, generator_gain
from trainer.losses.classification import classification_loss
from trainer.losses.identity_pull import identity_pull_loss
from trainer.losses.noise_regression import noise_regression_loss
from trainer.networks.perceptron import Critic, Generator, LatentEncoder


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhaseBatch:
    """Inputs of one phase: encoder inputs, or features when F is fixed; labels int64 (B,).

    `partners` are photos of the weak samples' identities, row by row.
    """

    strong: Tensor
    strong_labels: Tensor
    weak: Tensor
    weak_labels: Tensor
    partners: Tensor
    noise: Tensor


class WeakStrongGan:
    """F, G, D, E, W_C with the optimisers of the paper: SGD for F, E, W_C; RMSProp for G, D."""

    def __init__(
        self, config: AdversarialConfig, encoder: nn.Module, feature_size: int, classes: int, device: torch.device
    ) -> None:
        self.config = config
        self.encoder = encoder
        size, noise, hidden = feature_size, config.noise_size, config.hidden
        self.generator = Generator(
            size, noise, hidden, residual=config.residual, condition_noise=config.condition_noise
        ).to(device)
        self.critic: nn.Module = Critic(size, hidden).to(device)
        self.latent_encoder = LatentEncoder(size, noise, hidden).to(device)
        self.classifier = nn.Linear(size, classes, bias=False).to(device)
        rate = config.learning_rate
        self.optimisers = {
            "generator": torch.optim.RMSprop(self.generator.parameters(), lr=config.adversarial_rate),
            "critic": torch.optim.RMSprop(self.critic.parameters(), lr=config.adversarial_rate),
            "latent_encoder": torch.optim.SGD(self.latent_encoder.parameters(), lr=rate, momentum=0.9),
            "classifier": torch.optim.SGD(self.classifier.parameters(), lr=rate, momentum=0.9),
        }
        if any(True for _ in encoder.parameters()):
            self.optimisers["encoder"] = torch.optim.SGD(encoder.parameters(), lr=rate, momentum=0.9)

    @property
    def modules(self) -> dict[str, nn.Module]:
        """The five networks by name."""
        names = ("encoder", "generator", "critic", "latent_encoder", "classifier")
        return {name: getattr(self, name) for name in names}

    def extract(self, inputs: Tensor) -> Tensor:
        """Return F(x), on the unit sphere where the configuration asks for it."""
        return self._placed(self.encoder(inputs))

    def generate(self, features: Tensor, noise: Tensor) -> Tensor:
        """Return G(f, z), on the unit sphere where the configuration asks for it."""
        return self._placed(self.generator(features, noise))

    def critic_phase(self, batch: PhaseBatch) -> dict[str, Tensor]:
        """Take one D-phase step; G is fixed. Returns the losses, on the device."""
        self._train_only("critic", "latent_encoder", "classifier", "encoder")
        real = self.extract(batch.strong)
        generated = self.generate(self.extract(batch.weak), batch.noise)
        adversarial = critic_loss(self.critic(generated), self.critic(real))
        noise = noise_regression_loss(self.latent_encoder(generated), batch.noise)
        objective = adversarial + self.config.mu_noise * noise
        values = {"critic": adversarial.detach(), "noise": noise.detach()}
        if self.config.nu_class:
            classes = self._classify(real, batch.strong_labels)
            objective = objective + self.config.nu_class * classes
            values["real_class"] = classes.detach()
        self._step(objective, "critic", "latent_encoder", "classifier", "encoder")
        self._clip_critic()
        return values

    def generator_phase(self, batch: PhaseBatch) -> dict[str, Tensor]:
        """Take one G-phase step; D, E and W_C are fixed. Returns the losses, on the device."""
        self._train_only("generator", "encoder")
        generated = self.generate(self.extract(batch.weak), batch.noise)
        gain = generator_gain(self.critic(generated))
        classes = self._classify(generated, batch.weak_labels)
        noise = noise_regression_loss(self.latent_encoder(generated), batch.noise)
        objective = -gain + self.config.lambda_class * classes + self.config.mu_noise * noise
        values = {"gain": gain.detach(), "generated_class": classes.detach(), "generated_noise": noise.detach()}
        if self.config.pair_weight:
            pull = identity_pull_loss(generated, self.extract(batch.partners).detach())
            objective = objective + self.config.pair_weight * pull
            values["pull"] = pull.detach()
        self._step(objective, "generator", "encoder")
        return values

    def _placed(self, features: Tensor) -> Tensor:
        return F.normalize(features) if self.config.unit_features else features

    def _classify(self, features: Tensor, labels: Tensor) -> Tensor:
        weight = self._placed(self.classifier.weight)
        return classification_loss(features, labels, weight, scale=self.config.class_scale)

    def _train_only(self, *names: str) -> None:
        for name, module in self.modules.items():
            module.train()
            module.requires_grad_(name in names)

    def _step(self, objective: Tensor, *names: str) -> None:
        for name in self.modules:
            if name in self.optimisers:
                self.optimisers[name].zero_grad(set_to_none=True)
        torch.autograd.backward(objective)
        for name in names:
            if name in self.optimisers:
                self.optimisers[name].step()

    def _clip_critic(self) -> None:
        """Keep D Lipschitz as in WGAN: weights in [-clip, clip]."""
        if self.config.clip:
            _clamp(self.critic.parameters(), self.config.clip)


@torch.no_grad()
def _clamp(parameters: Iterable[Tensor], bound: float) -> None:
    for parameter in parameters:
        parameter.clamp_(-bound, bound)
