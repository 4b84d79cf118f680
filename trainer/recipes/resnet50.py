"""The paper's encoder with a better objective, for a GPU."""

from __future__ import annotations

from trainer.config import AdversarialConfig, EncoderConfig, Phase, PretrainingConfig, RunConfig


def resnet50() -> RunConfig:
    """Margin softmax at full resolution, then a residual generator on fixed features."""
    return RunConfig(
        name="resnet50",
        encoder=EncoderConfig(kind="resnet50"),
        pretraining=PretrainingConfig(
            phases=(Phase(size=112, steps=30_000, batch=512, learning_rate=0.1, final_rate=0.001, warmup=1000),)
        ),
        adversarial=AdversarialConfig(
            steps=5000,
            train_encoder=False,
            residual=True,
            unit_features=True,
            class_scale=24.0,
            learning_rate=0.02,
            adversarial_rate=2e-4,
            pair_weight=1.0,
        ),
    )
