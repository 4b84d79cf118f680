"""Standard normal noise that is the same on every machine and with every NumPy version.

NumPy keeps the raw output of its bit generators fixed but not the way its distributions use it, so the step from bits
to normals is done here. Philox is counter-based (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC
2011): row j starts at a counter of its own and so does not depend on how many rows are drawn.
"""

from __future__ import annotations

import numpy as np

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import FloatArray

LARGEST_SEED = 2**64 - 1


def gaussian_noise(*, count: int, size: int, seed: int) -> FloatArray:
    """Draw standard normal noise float32 (count, size); row j depends on seed, j and size alone.

    Raises InvalidInputError for a seed outside 0 to 2**64 - 1.
    """
    if not 0 <= seed <= LARGEST_SEED:
        raise InvalidInputError(f"The seed must be a whole number from 0 to {LARGEST_SEED}, not {seed}.")
    noise = np.empty((count, size), dtype=np.float32)
    for row in range(count):
        noise[row] = _row(seed, row, size)
    return noise


def _row(seed: int, row: int, size: int) -> FloatArray:
    """Box-Muller transform of the Philox 4x64 block sequence that starts at counter (0, row, 0, 0)."""
    pairs = (size + 1) // 2
    generator = np.random.Philox(key=seed, counter=row << 64)
    # 53 bits and a half step: uniform on the open interval (0, 1), so that the logarithm is finite.
    uniform = ((generator.random_raw(2 * pairs) >> np.uint64(11)) + 0.5) * 2.0**-53
    radius = np.sqrt(-2.0 * np.log(uniform[:pairs]))
    angle = 2.0 * np.pi * uniform[pairs:]
    return np.concatenate([radius * np.cos(angle), radius * np.sin(angle)])[:size].astype(np.float32)
