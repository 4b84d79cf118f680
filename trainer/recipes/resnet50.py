"""The paper's encoder with a better objective, for a GPU."""

from __future__ import annotations

from trainer.config import EncoderConfig, Phase, PretrainingConfig, RunConfig
from trainer.recipes.generator_stage import residual_generator


def resnet50() -> RunConfig:
    """Margin softmax at full resolution, then a residual generator on fixed features."""
    return RunConfig(
        name="resnet50",
        encoder=EncoderConfig(kind="resnet50"),
        pretraining=PretrainingConfig(
            phases=(Phase(size=112, steps=30_000, batch=512, learning_rate=0.1, final_rate=0.001, warmup=1000),)
        ),
        adversarial=residual_generator(steps=5000, batch=512, feature_passes=4),
    )
