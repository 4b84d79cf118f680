"""The comparison of one scale: the same rows trained from several seeds, and the means of what they reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

import torch

from trainer.evaluation.measured import Measured, mean_of
from trainer.evaluation.model_figures import Encoded
from trainer.reproduce.material import Material, load_material
from trainer.reproduce.run_data import check_same_data
from trainer.reproduce.scales import Scale
from trainer.reproduce.training import Training


class Comparison:
    """Trains every row once for each seed, in `runs`/seed-SEED/ROW."""

    def __init__(
        self,
        scale: Scale,
        *,
        data: Path,
        runs: Path,
        seed: int = 0,
        device: torch.device,
        tell: Callable[[str], None] = lambda _: None,
        quiet: bool = False,
    ) -> None:
        """`seed` is the first of the scale's trainings; `tell` is given a sentence before each long step."""
        self.scale = scale
        self.seeds = tuple(range(seed, seed + scale.trainings))
        self._data, self._runs, self._device = data, runs, device
        self._tell, self._quiet = tell, quiet

    @cached_property
    def material(self) -> Material:
        """Training data and bench. Raises DataError when the rows in the folder were trained on other data."""
        self._tell("Reading the data and aligning the test sets.")
        material = load_material(self.scale, self._data, self._runs / "crops")
        check_same_data(self._runs, self.scale, material)
        return material

    @cached_property
    def trainings(self) -> tuple[Training, ...]:
        """One for each seed."""
        return tuple(
            Training(
                self.scale,
                self.material,
                self._runs / f"seed-{seed}",
                seed=seed,
                device=self._device,
                tell=self._tell,
                quiet=self._quiet,
            )
            for seed in self.seeds
        )

    def encoded(self, row: str, protocols: Iterable[str]) -> dict[str, Encoded]:
        """Features and samples of the row of the first seed."""
        return self.trainings[0].encoded(row, protocols)

    def measured_each(self, row: str, protocols: Iterable[str]) -> list[dict[str, Measured]]:
        """Figures of a row with the scale's number of samples: for each seed, by protocol."""
        names = tuple(protocols)
        found = [each.measured(row, names, [self.scale.samples]) for each in self.trainings]
        return [{name: figures for name, (figures,) in one.items()} for one in found]

    def measured(self, row: str, protocols: Iterable[str]) -> dict[str, Measured]:
        """The means over the seeds."""
        return means_by_protocol(self.measured_each(row, protocols))

    def measured_counts(
        self, row: str, protocols: Sequence[str], counts: Sequence[int]
    ) -> dict[str, dict[int, Measured]]:
        """The means over the seeds, by protocol and number of samples."""
        found = [each.measured(row, protocols, counts) for each in self.trainings]
        return {
            name: {count: mean_of([one[name][place] for one in found]) for place, count in enumerate(counts)}
            for name in protocols
        }


def means_by_protocol(each: Sequence[dict[str, Measured]]) -> dict[str, Measured]:
    """The mean over the seeds for each protocol."""
    return {name: mean_of([one[name] for one in each]) for name in each[0]}
