"""The compact encoder trained on from a bundle (--start-from), with drawings in blended hands: 2 hours of a core."""

from __future__ import annotations

from trainer.config import EncoderConfig, MixConfig, Phase, PretrainingConfig, RunConfig
from trainer.recipes.generator_stage import residual_generator
from trainer.sketcher.config import SketcherConfig

MORE_SKETCHES = MixConfig(photos=0.25, synthetic_sketches=0.10, learned_sketches=0.25, real_pairs=0.40)


def compact_continued() -> RunConfig:
    """One phase at 80 pixels, then a residual generator on fixed features."""
    return RunConfig(
        name="compact_continued",
        encoder=EncoderConfig(kind="compact", widths=(32, 64, 128, 256), blocks=(1, 1, 1)),
        sketcher=SketcherConfig(steps=700, side=96, blended=0.5, exaggeration=(0.006, 0.024)),
        pretraining=PretrainingConfig(
            phases=(Phase(size=80, steps=1500, batch=128, learning_rate=0.03, final_rate=0.005, mix=MORE_SKETCHES),)
        ),
        adversarial=residual_generator(steps=500, batch=128, feature_passes=1),
    )
