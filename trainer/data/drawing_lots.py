"""Drawing many row numbers at once, without a loop over samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


class WeightedLots:
    """Draws indices with replacement, in proportion to weights (N,) >= 0 that do not all vanish.

    The numbers are those of `torch.multinomial` with replacement on a processor. That function sums up all weights in
    every draw, and takes no more than 2^24 of them.
    """

    def __init__(self, weights: NDArray[np.float64]) -> None:
        sums = torch.from_numpy(weights).cumsum(0)
        self._sums = sums / sums[-1] if len(sums) else sums

    def draw(self, count: int, generator: torch.Generator) -> Tensor:
        """Draw indices, int64 (count,)."""
        dice = torch.rand(count, dtype=torch.float64, generator=generator)
        return torch.searchsorted(self._sums, dice).clamp_(max=len(self._sums) - 1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RowGroups:
    """Groups of row numbers of different sizes, none empty; group i is `rows[starts[i] : starts[i] + sizes[i]]`."""

    rows: Tensor
    starts: Tensor
    sizes: Tensor

    @classmethod
    def of(cls, groups: Sequence[NDArray[np.int64]]) -> RowGroups:
        """Put the groups behind each other."""
        sizes = torch.tensor([len(group) for group in groups], dtype=torch.int64)
        rows = torch.from_numpy(np.concatenate([np.empty(0, np.int64), *groups]))
        return cls(rows=rows, starts=sizes.cumsum(0) - sizes, sizes=sizes)

    def pick(self, groups: Tensor, generator: torch.Generator) -> Tensor:
        """One row of each of the given groups (B,), all rows of a group equally often."""
        dice = torch.rand(len(groups), generator=generator).double()
        return self.rows[self.starts[groups] + (dice * self.sizes[groups]).long()]
