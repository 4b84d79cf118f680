"""The synthetic sketches that stand in for drawn probes, in the style that no training sketch has."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from trainer.data.reproduction import HELD_OUT_STYLE
from trainer.data.sampling import step_generator
from trainer.data.synthesis import synthesise_sketches

STREAM = 41


def drawn_probe(crop: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    """Draw one grey aligned crop uint8 (S, S); crop and seed alone decide what it looks like."""
    photo = torch.from_numpy(crop.astype(np.float32) / 255)[None, None]
    drawn = synthesise_sketches(photo, step_generator(seed, 0, stream=STREAM), styles=(HELD_OUT_STYLE,))
    return (drawn[0, 0].clamp(0, 1) * 255).round().to(torch.uint8).numpy()
