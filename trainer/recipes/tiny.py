"""Seconds instead of hours: every part of a run at toy size, for tests and for trying an installation."""

from __future__ import annotations

from trainer.config import AdversarialConfig, EncoderConfig, Phase, PretrainingConfig, RunConfig, SplitConfig


def tiny() -> RunConfig:
    """Both stages with the encoder trained in the second, as in the paper."""
    return RunConfig(
        name="tiny",
        encoder=EncoderConfig(kind="compact", feature_size=32, widths=(8, 16, 16, 16)),
        split=SplitConfig(validation_photo_identities=4, validation_pair_identities=4),
        pretraining=PretrainingConfig(
            phases=(
                Phase(size=64, steps=4, batch=8, learning_rate=0.05, warmup=2),
                Phase(size=112, steps=2, batch=8, learning_rate=0.01, warmup=1),
            )
        ),
        adversarial=AdversarialConfig(steps=3, batch=8, critic_steps=2, noise_size=4, hidden=16, feature_passes=1),
    )
