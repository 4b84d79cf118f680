"""A landmark training run as frozen values, and the recipes."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field

from trainer.config import SplitConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarkConfig:
    """Everything that decides what a landmark training run does."""

    seed: int = 0
    crop_size: int = 64
    """Side of the network's input in pixels."""
    crop_scale: float = 1.1
    """Side of the crop over the side of the face box. Aligned crops hold 1.28: where the network's crop reaches
    beyond them, the smeared edge tells how they lie, and the network learns to read that instead of the face."""
    widths: tuple[int, int, int, int] = (16, 32, 64, 128)
    """Channels at a half, a quarter, an eighth and a sixteenth of the crop's resolution."""
    aligned_photos: int = 10000
    """Photos drawn from the aligned training crops; all aligned sketches and drawings are used."""
    validation_images: int = 150
    """Raw images kept out of training to watch it."""
    split: SplitConfig = field(default_factory=SplitConfig)
    """The identities that encoders are judged by. A network that has seen them would flatter an encoder's recall."""
    steps: int = 2000
    batch: int = 48
    raw_share: float = 0.5
    """Share of a batch drawn from raw images, whose five points are known one by one."""
    raw_only_from: float = 0.85
    """Share of the steps after which batches hold raw images alone: the last word on where the points lie."""
    learning_rate: float = 3e-3
    """Of AdamW at its peak; 100 warm-up steps, then a cosine to 1% of it."""
    weight_decay: float = 1e-2
    average_decay: float = 0.995
    report_every: int = 200
    rotation: float = 12.0
    """Standard deviation in degrees, cut at 2.5 of them."""
    log_scale: float = 0.13
    shift: float = 0.05
    """Standard deviation over the side of the face box, cut at 2.5 of them: the cascades' is 0.03."""
    stretch: float = 0.05
    second_look: float = 0.4
    """Factor on the four above for half the raw faces and all aligned ones: how far off the second look is, whose
    crop is cut around the points that the first one found."""

    def to_json(self) -> str:
        """The whole configuration as indented JSON."""
        return json.dumps(dataclasses.asdict(self), indent=1)


def default() -> LandmarkConfig:
    """Some ten minutes on one free CPU core. The shipped network is older: crops of 80 pixels over 1.4 face boxes."""
    return LandmarkConfig()


def tiny() -> LandmarkConfig:
    """A smoke test of the whole way, in seconds; the network is of no use."""
    return LandmarkConfig(
        widths=(4, 4, 8, 8),
        aligned_photos=8,
        validation_images=4,
        steps=4,
        batch=8,
        report_every=2,
    )
