"""A small encoder that two CPU cores train in one to two hours."""

from __future__ import annotations

from trainer.config import EncoderConfig, Phase, PretrainingConfig, RunConfig
from trainer.recipes.generator_stage import residual_generator


def compact() -> RunConfig:
    """Coarse to fine encoder training, then a residual generator on fixed features."""
    return RunConfig(
        name="compact",
        encoder=EncoderConfig(kind="compact", widths=(32, 64, 128, 256), blocks=(1, 1, 1)),
        pretraining=PretrainingConfig(
            phases=(
                Phase(size=64, steps=3000, batch=128, learning_rate=0.1, final_rate=0.1),
                Phase(size=112, steps=1500, batch=64, learning_rate=0.02, final_rate=0.01),
            )
        ),
        adversarial=residual_generator(steps=1000, batch=256, feature_passes=1),
    )
