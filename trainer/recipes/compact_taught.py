"""The compact encoder trained on from a bundle (--start-from, --companion) under a teacher of photos (--teacher)."""

from __future__ import annotations

from trainer.config import EncoderConfig, MixConfig, Phase, PretrainingConfig, RunConfig
from trainer.recipes.generator_stage import residual_generator
from trainer.sketcher.config import SketcherConfig

WITHOUT_DRAWINGS = MixConfig(photos=0.40, synthetic_sketches=0.20, real_pairs=0.40)
WITH_DRAWINGS = MixConfig(photos=0.28, synthetic_sketches=0.10, learned_sketches=0.26, real_pairs=0.36)


def compact_taught() -> RunConfig:
    """Two phases at 80 pixels, the second with learned drawings, then a residual generator on fixed features."""
    return RunConfig(
        name="compact_taught",
        encoder=EncoderConfig(kind="compact", widths=(32, 64, 128, 256), blocks=(1, 1, 1)),
        sketcher=SketcherConfig(steps=700, side=96, blended=0.5, exaggeration=(0.006, 0.018)),
        pretraining=PretrainingConfig(
            teacher_weight=32.0,
            phases=(
                Phase(size=80, steps=900, batch=128, learning_rate=0.04, final_rate=0.005, mix=WITHOUT_DRAWINGS),
                Phase(size=80, steps=2000, batch=128, learning_rate=0.03, final_rate=0.005, mix=WITH_DRAWINGS),
            ),
        ),
        adversarial=residual_generator(steps=300, batch=128, feature_passes=1),
    )
