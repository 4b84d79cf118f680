"""The rows of one scale: trained or resumed when they are asked for, and measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

import torch

from trainer.evaluation.bench import Bench
from trainer.evaluation.measured import Measured
from trainer.evaluation.model_figures import Encoded, choose_model_sigma, encode_bench
from trainer.methods import METHODS, OBJECTIVES, TITLES, MatchingModel, Method, Start, Task, train_start
from trainer.reproduce.material import Material, load_material
from trainer.reproduce.scales import Scale

CLASS_ONLY = "wsgan_class_only"
ROWS: dict[str, Method] = {**METHODS, CLASS_ONLY: OBJECTIVES["L_C"]}
"""Everything that can be trained, by the name of its run folder."""


class Comparison:
    """Trains rows in `runs`/ROW, measures them on the scale's bench; everything is done at most once."""

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
        """`tell` is given a sentence before each long step."""
        self.scale, self.seed = scale, seed
        self._data, self._runs, self._device = data, runs, device
        self._tell, self._quiet = tell, quiet
        self._models: dict[str, MatchingModel] = {}
        self._sigmas: dict[str, float] = {}

    @cached_property
    def material(self) -> Material:
        """Training data and bench."""
        self._tell("Reading the data and aligning the test sets.")
        return load_material(self.scale, self._data, self._runs / "crops")

    @cached_property
    def start(self) -> Start:
        """The encoder that all rows start from."""
        self._tell("Training the common start.")
        scale = self.scale
        return train_start(
            scale.encoder,
            self.material.training,
            scale.budget,
            seed=self.seed,
            folder=self._runs / "start",
            device=self._device,
            quiet=self._quiet,
        )

    def model(self, row: str) -> MatchingModel:
        """The trained row; resumed from its run folder. Raises DataError, TrainingStoppedError."""
        if row not in self._models:
            start = self.start
            self._tell(f"Training {TITLES.get(row, row)}.")
            task = Task(
                start=start,
                data=self.material.training,
                budget=self.scale.budget,
                seed=self.seed,
                folder=self._runs / row,
                device=self._device,
                quiet=self._quiet,
            )
            self._models[row] = ROWS[row](task)
        return self._models[row]

    def sigma(self, row: str) -> float:
        """The kernel width chosen on the held-out pairs."""
        if row not in self._sigmas:
            pairs, size = self.material.training.validation_pairs, self.scale.budget.size
            self._sigmas[row] = choose_model_sigma(self.model(row), pairs, size=size, samples=self.scale.samples)
        return self._sigmas[row]

    def encoded(self, row: str, protocols: Iterable[str], *, samples: int | None = None) -> dict[str, Encoded]:
        """Features and samples of a row on some protocols."""
        bench: Bench = self.material.bench.only(protocols)
        model = self.model(row)
        self._tell(f"Measuring {TITLES.get(row, row)}.")
        return encode_bench(
            model,
            bench,
            size=self.scale.budget.size,
            samples=samples or self.scale.samples,
            draws=self.scale.draws,
        )

    def measured(self, row: str, protocols: Iterable[str]) -> dict[str, Measured]:
        """Figures of a row with the scale's number of samples."""
        scale = self.scale
        return {
            name: one.measured(samples=scale.samples, sigma=self.sigma(row), resamples=scale.resamples)
            for name, one in self.encoded(row, protocols).items()
        }
