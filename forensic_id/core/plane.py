"""A plane through points of many dimensions, for the eye: principal components with signs that do not flip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import FloatArray

_AXES = 2
_NOTHING = 1e-12
"""Share of the variance below which an axis is rounding noise."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plane:
    """Coordinates float64 (N, 2) of N points on their principal plane, and the share of their variance it shows."""

    coordinates: NDArray[np.float64]
    shares: tuple[float, float]
    """Of the whole variance, along the first and the second axis."""

    @property
    def shown(self) -> float:
        """Share of the variance that the plane shows, from 0 to 1."""
        return sum(self.shares)


def principal_plane(points: FloatArray) -> Plane:
    """Project points (N, D) onto the two directions in which they differ most (principal component analysis).

    The entry of largest magnitude in each direction is positive, so that one input has one picture. Fewer than two
    different points give zeros.
    """
    centred = points.astype(np.float64) - points.mean(axis=0, dtype=np.float64)
    _, lengths, directions = np.linalg.svd(centred, full_matrices=False)
    variances = np.square(lengths)
    total = float(variances.sum())
    coordinates = np.zeros((len(points), _AXES))
    shares = [0.0, 0.0]
    for axis in range(min(_AXES, len(directions))):
        if variances[axis] <= _NOTHING * max(total, _NOTHING):
            break
        direction = directions[axis]
        sign = np.sign(direction[np.argmax(np.abs(direction))])
        coordinates[:, axis] = centred @ direction * sign
        shares[axis] = float(variances[axis]) / total
    return Plane(coordinates=coordinates, shares=(shares[0], shares[1]))
