"""Figures of the steps, added up where they arise."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor


class RunningMeans:
    """Means since they were last read. A step only adds on the device; reading is what waits for the device."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._sums: Tensor | None = None
        self._steps = 0

    def add(self, figures: Mapping[str, Tensor]) -> None:
        """Add the figures of a step, tensors without dimensions under the same names every time."""
        values = torch.stack([value.detach().float() for value in figures.values()])
        self._names = tuple(figures)
        self._sums = values if self._sums is None else self._sums + values
        self._steps += 1

    def read(self) -> dict[str, float]:
        """Return the means and begin anew; empty when nothing was added. One that is not finite stays so."""
        if self._sums is None:
            return {}
        means = (self._sums / self._steps).tolist()
        self._sums, self._steps = None, 0
        return dict(zip(self._names, means, strict=True))
