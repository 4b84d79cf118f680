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
    side: int = 128
    """Side in pixels of the crops that it learns on and draws; a multiple of 16."""
    blended: float = 0.0
    """Share of the drawings whose hand is a blend of two artists': an artist whom nobody here has is neither."""
    exaggeration: tuple[float, float] = (0.012, 0.012)
    """Least and greatest smooth displacement of a photo before it is drawn, in fractions of the side."""
