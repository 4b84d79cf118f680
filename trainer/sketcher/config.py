"""A sketcher training run as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SketcherConfig:
    """Learning to draw (Isola et al. 2017: a U-Net under an absolute and an adversarial loss)."""

    steps: int = 1200
    batch: int = 16
    width: int = 16
    """Channels at half the crop's resolution; twice as many at each halving."""
    critic_width: int = 16
    learning_rate: float = 1e-3
    """Of Adam; decays by a cosine to a twentieth."""
    adversarial_weight: float = 0.05
    """Weight of the critic's opinion beside the mean absolute difference of tones."""
    edge_weight: float = 1.0
    """Weight of the mean absolute difference of tone steps between neighbouring pixels."""
    warp: float = 0.02
    """The common smooth displacement of photo and sketch, in fractions of the side."""
    passes: int = 1
    """Drawings made of each training photo, every one in a style drawn by lot."""
