"""Histograms of oriented gradients, projected so that pairs agree: fitted in a minute, a companion for networks."""

from __future__ import annotations

from dataclasses import replace

from forensic_id.core.preprocessing import PhotoTones
from trainer.config import EncoderConfig, PretrainingConfig, RunConfig
from trainer.recipes.generator_stage import residual_generator


def gradients() -> RunConfig:
    """A fitted encoder, and a residual generator on its features."""
    return RunConfig(
        name="gradients",
        encoder=EncoderConfig(kind="gradients"),
        companion_share=0.54,
        photo_tones=PhotoTones(exponent=0.3, level=0.6),
        pretraining=PretrainingConfig(phases=()),
        adversarial=replace(
            residual_generator(steps=300, batch=128, feature_passes=1), most_photos=10_000, synthetic_photos=1
        ),
    )
