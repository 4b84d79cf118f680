"""Which part of a picture a score rests on: cover one place after another and see how the score changes.

Occlusion sensitivity as in M. D. Zeiler and R. Fergus, "Visualizing and Understanding Convolutional Networks",
ECCV 2014, section 4.2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import UInt8Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchGrid:
    """Square patches of `side` pixels, `step` pixels apart, over a square picture of `size` pixels."""

    size: int
    side: int
    step: int

    @property
    def corners(self) -> tuple[tuple[int, int], ...]:
        """Upper left corner (row, column) of each patch, row by row; the last ones touch the far edges."""
        places = [*range(0, self.size - self.side, self.step), self.size - self.side]
        return tuple((row, column) for row in places for column in places)

    def covered(self, crop: UInt8Array, corners: tuple[tuple[int, int], ...]) -> UInt8Array:
        """Copies uint8 (P, size, size, 3) of a crop, each with one patch filled with the crop's mean colour."""
        mean = np.round(crop.reshape(-1, 3).mean(axis=0)).astype(np.uint8)
        copies = np.repeat(crop[None], len(corners), axis=0)
        for copy, (row, column) in zip(copies, corners, strict=True):
            copy[row : row + self.side, column : column + self.side] = mean
        return copies

    def spread(self, changes: NDArray[np.float64]) -> NDArray[np.float64]:
        """A map float64 (size, size) from one value a patch (P,): the mean of the patches that cover a pixel.

        A patch weighs the more the nearer its middle is, falling off linearly, so that the map has no steps.
        """
        ramp = 1.0 - np.abs(np.arange(self.side) - (self.side - 1) / 2) / ((self.side + 1) / 2)
        weight = np.outer(ramp, ramp)
        total = np.zeros((self.size, self.size))
        weights = np.zeros((self.size, self.size))
        for (row, column), change in zip(self.corners, changes, strict=True):
            place = (slice(row, row + self.side), slice(column, column + self.side))
            total[place] += change * weight
            weights[place] += weight
        mean: NDArray[np.float64] = total / weights
        return mean
