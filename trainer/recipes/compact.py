"""A small encoder that two CPU cores train in two to three hours."""

from __future__ import annotations

from trainer.config import EncoderConfig, MixConfig, Phase, PretrainingConfig, RunConfig
from trainer.recipes.generator_stage import residual_generator
from trainer.sketcher.config import SketcherConfig

WITH_DRAWINGS = MixConfig(photos=0.29, synthetic_sketches=0.11, learned_sketches=0.25, real_pairs=0.35)


def compact() -> RunConfig:
    """Coarse to fine encoder training, again with learned drawings, then a residual generator on fixed features."""
    return RunConfig(
        name="compact",
        encoder=EncoderConfig(kind="compact", widths=(32, 64, 128, 256), blocks=(1, 1, 1)),
        sketcher=SketcherConfig(),
        pretraining=PretrainingConfig(
            phases=(
                Phase(size=64, steps=3000, batch=128, learning_rate=0.1, final_rate=0.1),
                Phase(size=112, steps=1500, batch=64, learning_rate=0.02, final_rate=0.01),
                Phase(size=64, steps=2300, batch=128, learning_rate=0.06, final_rate=0.4, mix=WITH_DRAWINGS),
                Phase(size=80, steps=1200, batch=128, learning_rate=0.04, final_rate=0.005, mix=WITH_DRAWINGS),
            )
        ),
        adversarial=residual_generator(steps=500, batch=128, feature_passes=1),
    )
