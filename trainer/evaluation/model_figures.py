"""Figures of a matching model in torch on a bench: the rows of the paper's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol as Interface

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_id.core.records import FloatArray
from forensic_id.matching.density import log_mean_kernel
from trainer.data.faces import PHOTO, SKETCH, FaceSet, identity_numbers
from trainer.evaluation.bench import Bench, IndexedProtocol
from trainer.evaluation.bootstrap import RESAMPLES
from trainer.evaluation.measured import DrawScores, Measured, measure, score_probes
from trainer.evaluation.recognition import centre_views
from trainer.evaluation.sigma import choose_sigma

DRAWS = 5
ANY_SIGMA = 1.0
"""One sample orders photos by its distance, whatever the kernel's width."""


class SketchMatcher(Interface):
    """What is measured (`trainer.methods.contract.MatchingModel`)."""

    @property
    def generator(self) -> nn.Module | None:
        """None for a deterministic model."""
        ...

    def photo_features(self, crops: Tensor) -> Tensor:
        """Unit features (N, D) of inputs (N, 1, S, S)."""
        ...

    def sketch_samples(self, crops: Tensor, *, samples: int, seed: int) -> Tensor:
        """Unit samples (N, m, D) of inputs (N, 1, S, S)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoded:
    """Of one protocol: samples (draws, F, m, D) of the found probes, features (N, D) of the photos."""

    protocol: IndexedProtocol
    samples: FloatArray
    features: FloatArray

    def measured(self, *, samples: int, sigma: float, resamples: int = RESAMPLES) -> Measured:
        """Figures with the first `samples` of every draw."""
        protocol = self.protocol
        return measure(
            protocol.name,
            [self._scores(drawn[:, :samples], sigma) for drawn in self.samples],
            probe_ids=protocol.probe_ids,
            photos=len(protocol.gallery_rows),
            resamples=resamples,
        )

    def _scores(self, drawn: FloatArray, sigma: float) -> DrawScores:
        return score_probes(
            density_table(drawn, self.features, sigma),
            found=self.protocol.found,
            probe_ids=self.protocol.probe_ids,
            gallery_ids=self.protocol.gallery_ids,
        )


def encode_bench(
    model: SketchMatcher, bench: Bench, *, size: int, samples: int, draws: int = DRAWS
) -> dict[str, Encoded]:
    """Encode every crop that the bench's protocols use once, and draw for every probe with the seeds 0 to draws - 1.

    A deterministic model has one draw of one sample.
    """
    gallery, gallery_places = _union([each.gallery_rows for each in bench.protocols])
    probes, probe_places = _union([each.probe_rows for each in bench.protocols])
    features = model.photo_features(bench.inputs(gallery, size)).numpy()
    inputs = bench.inputs(probes, size)
    seeds = range(draws if model.generator is not None else 1)
    drawn = np.stack([model.sketch_samples(inputs, samples=samples, seed=seed).numpy() for seed in seeds])
    return {
        protocol.name: Encoded(protocol=protocol, samples=drawn[:, own_probes], features=features[own_gallery])
        for protocol, own_probes, own_gallery in zip(bench.protocols, probe_places, gallery_places, strict=True)
    }


def density_table(samples: FloatArray, features: FloatArray, sigma: float) -> NDArray[np.float64]:
    """Log densities (Q, N) of features (N, D) under samples (Q, m, D); paper, eqs. 2 and 3.

    As `matching.density.log_densities`, with the distances from one float64 matrix product: the tables of the
    comparison hold a hundred times more pairs than a search, and need no bit to be the same on every machine.
    """
    wide = features.astype(np.float64)
    squares = np.square(wide).sum(axis=1)
    table = np.empty((len(samples), len(features)))
    for row, drawn in enumerate(samples.astype(np.float64)):
        distances = squares[:, None] - 2 * wide @ drawn.T + np.square(drawn).sum(axis=1)
        table[row] = log_mean_kernel(np.maximum(distances, 0.0), sigma)
    return table


def choose_model_sigma(model: SketchMatcher, pairs: FaceSet, *, size: int, samples: int) -> float:
    """The kernel width under which held-out mates are most probable; any for a deterministic model."""
    if model.generator is None:
        return ANY_SIGMA
    inputs = centre_views(pairs, size)
    numbers = identity_numbers(pairs)
    photo, sketch = (np.flatnonzero(pairs.modalities == kind) for kind in (PHOTO, SKETCH))
    drawn = model.sketch_samples(inputs[sketch], samples=samples, seed=0).numpy()
    features = model.photo_features(inputs[photo]).numpy()
    return choose_sigma(drawn, features, numbers[photo], numbers[sketch]).sigma


def _union(parts: Sequence[NDArray[np.int64]]) -> tuple[NDArray[np.int64], list[NDArray[np.int64]]]:
    """All different numbers, and where in them those of each part are."""
    whole = np.unique(np.concatenate(parts))
    return whole, [np.searchsorted(whole, part) for part in parts]
