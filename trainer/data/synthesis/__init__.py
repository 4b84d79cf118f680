"""Synthetic sketches from photos, batched, on the device of the photos."""

from trainer.data.synthesis.mixture import STYLES, synthesise_sketches

__all__ = ["STYLES", "synthesise_sketches"]
