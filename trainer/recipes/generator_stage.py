"""The second stage that the compact and the ResNet-50 recipe share."""

from __future__ import annotations

from trainer.config import AdversarialConfig


def residual_generator(*, steps: int, batch: int, feature_passes: int) -> AdversarialConfig:
    """Learn a residual generator on the sphere from features computed beforehand; minutes, whatever the encoder."""
    return AdversarialConfig(
        steps=steps,
        batch=batch,
        feature_passes=feature_passes,
        train_encoder=False,
        residual=True,
        unit_features=True,
        class_scale=24.0,
        learning_rate=0.02,
        adversarial_rate=4e-4,
        pair_weight=3.0,
        lambda_class=0.01,
        condition_noise=1.0,
        real_share=1.0,
        synthetic_photos=3000,
    )
