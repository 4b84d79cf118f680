"""The rows of one training of everything: trained or resumed when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

import torch

from trainer.evaluation.measured import Measured
from trainer.evaluation.model_figures import Encoded, choose_model_sigma, encode_bench
from trainer.methods import METHODS, OBJECTIVES, TITLES, MatchingModel, Method, Start, Task, train_start
from trainer.reproduce.material import Material
from trainer.reproduce.scales import Scale

CLASS_ONLY = "wsgan_class_only"
ROWS: dict[str, Method] = {**METHODS, CLASS_ONLY: OBJECTIVES["L_C"]}
"""Everything that can be trained, by the name of its run folder."""


class Training:
    """Trains rows from one seed in `runs`/ROW and measures them; everything is trained at most once."""

    def __init__(
        self,
        scale: Scale,
        material: Material,
        runs: Path,
        *,
        seed: int,
        device: torch.device,
        tell: Callable[[str], None],
        quiet: bool,
    ) -> None:
        """`tell` is given a sentence before each long step."""
        self.seed = seed
        self._scale, self._material, self._runs, self._device = scale, material, runs, device
        self._tell, self._quiet = tell, quiet
        self._models: dict[str, MatchingModel] = {}
        self._sigmas: dict[str, float] = {}

    @cached_property
    def start(self) -> Start:
        """The encoder that all rows start from."""
        self._say("Training the common start")
        scale = self._scale
        return train_start(
            scale.encoder,
            self._material.training,
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
            self._say(f"Training {TITLES.get(row, row)}")
            task = Task(
                start=start,
                data=self._material.training,
                budget=self._scale.budget,
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
            pairs, size = self._material.training.validation_pairs, self._scale.budget.size
            self._sigmas[row] = choose_model_sigma(self.model(row), pairs, size=size, samples=self._scale.samples)
        return self._sigmas[row]

    def encoded(self, row: str, protocols: Iterable[str], *, samples: int | None = None) -> dict[str, Encoded]:
        """Features and samples of a row on some protocols."""
        bench, model = self._material.bench.only(protocols), self.model(row)
        self._say(f"Measuring {TITLES.get(row, row)}")
        return encode_bench(
            model,
            bench,
            size=self._scale.budget.size,
            samples=samples or self._scale.samples,
            draws=self._scale.draws,
        )

    def measured(self, row: str, protocols: Iterable[str], counts: Sequence[int]) -> dict[str, list[Measured]]:
        """Figures of a row on some protocols with each of some numbers of samples, the first of the same draws."""
        encoded = self.encoded(row, protocols, samples=max(counts))
        sigma, resamples = self.sigma(row), self._scale.resamples
        return {
            name: [one.measured(samples=samples, sigma=sigma, resamples=resamples) for samples in counts]
            for name, one in encoded.items()
        }

    def _say(self, what: str) -> None:
        self._tell(f"{what} (seed {self.seed}).")
