"""The settings of the paper (Technical Details and Experimental Settings)."""

from __future__ import annotations

from trainer.config import AdversarialConfig, EncoderConfig, MixConfig, Phase, PretrainingConfig, RunConfig


def wsgan_paper() -> RunConfig:
    """ResNet-50, plain softmax on photos, then all of J_G and J_D end to end with weight clipping."""
    return RunConfig(
        name="wsgan_paper",
        encoder=EncoderConfig(kind="resnet50"),
        pretraining=PretrainingConfig(
            phases=(
                Phase(
                    size=112,
                    steps=30_000,
                    batch=512,
                    learning_rate=0.1,
                    final_rate=0.001,
                    warmup=1000,
                    mix=MixConfig(photos=1.0, synthetic_sketches=0.0, real_pairs=0.0),
                ),
            ),
            margin=0.0,
        ),
        adversarial=AdversarialConfig(steps=20_000, batch=512, class_scale=16.0, clip=0.01),
    )
