"""dlib's recogniser of photos taught to see sketches (--start-from its file, --teacher its descriptions)."""

from __future__ import annotations

from dataclasses import replace

from forensic_id.core.preprocessing import PhotoTones
from trainer.config import EncoderConfig, Phase, PretrainingConfig, RunConfig
from trainer.recipes.compact_taught import WITH_DRAWINGS
from trainer.recipes.generator_stage import residual_generator
from trainer.sketcher.config import SketcherConfig

MORE_DRAWINGS = replace(WITH_DRAWINGS, synthetic_sketches=0.08, real_pairs=0.32, learned_sketches=0.32)


def recogniser() -> RunConfig:
    """Three phases with learned drawings among the sketches, in the last of which photos have the tones of drawings.

    Then a residual generator on fixed features. A companion, which in the shipped model is three encoders, weighs
    more than what is learned here.
    """
    return RunConfig(
        name="recogniser",
        encoder=EncoderConfig(kind="recogniser"),
        companion_share=0.65,
        photo_tones=PhotoTones(exponent=0.3, level=0.6),
        sketcher=SketcherConfig(steps=700, side=96, blended=0.5, exaggeration=(0.006, 0.018)),
        pretraining=PretrainingConfig(
            teacher_weight=16.0,
            phases=(
                Phase(size=112, steps=1200, batch=128, learning_rate=0.02, final_rate=0.005, mix=WITH_DRAWINGS),
                Phase(size=112, steps=2100, batch=128, learning_rate=0.02, final_rate=0.005, mix=MORE_DRAWINGS),
                Phase(
                    size=112,
                    steps=1650,
                    batch=128,
                    learning_rate=0.02,
                    final_rate=0.005,
                    mix=MORE_DRAWINGS,
                    toned_photos=True,
                ),
            ),
        ),
        adversarial=replace(
            residual_generator(steps=300, batch=128, feature_passes=1), most_photos=10_000, synthetic_photos=1
        ),
    )
