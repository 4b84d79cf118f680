"""Recall of a bundle on a protocol, from raw images through the very components the app runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import UserFacingError
from forensic_id.core.ports import FaceAligner, FaceEncoder, FeatureGenerator, ImageLoader
from forensic_id.core.ranking import mate_ranks, recall_at, split_pairs, tpr_at_fpr
from forensic_id.core.records import FloatArray
from forensic_id.matching.density import log_densities
from trainer.evaluation.protocols import NamedImage, Protocol

DRAWS = 5
"""Figures are means over this many draws of z (paper, Results)."""
RECALL_AT = (1, 5, 10, 50)
FALSE_POSITIVE_RATES = (1e-3, 1e-2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The app's components under test."""

    loader: ImageLoader
    aligner: FaceAligner
    encoder: FaceEncoder
    generator: FeatureGenerator


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EncodedSet:
    """Features (N, D) of the images in which a face was found; the rest with the reason why not."""

    images: tuple[NamedImage, ...]
    features: FloatArray
    failures: tuple[tuple[Path, str], ...]

    @classmethod
    def joined(cls, parts: Sequence[EncodedSet]) -> EncodedSet:
        """Put sets behind each other."""
        return cls(
            images=tuple(image for part in parts for image in part.images),
            features=np.concatenate([part.features for part in parts]),
            failures=tuple(failure for part in parts for failure in part.failures),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalFigures:
    """One draw's figures: recall@K over identities, TPR at fixed FPR over all pairs."""

    recall: dict[int, float]
    true_positive_rate: dict[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolResult:
    """All draws of one protocol; a probe without a found face counts as a miss at every rank."""

    protocol: str
    probes: int
    gallery: int
    draws: tuple[RetrievalFigures, ...]
    failures: tuple[tuple[Path, str], ...]

    def mean_recall(self, k: int) -> float:
        """Recall@k over the draws."""
        return float(np.mean([draw.recall[k] for draw in self.draws]))

    def mean_true_positive_rate(self, rate: float) -> float:
        """TPR at this FPR over the draws."""
        return float(np.mean([draw.true_positive_rate[rate] for draw in self.draws]))


def encode_images(images: Iterable[NamedImage], tools: Tools) -> EncodedSet:
    """Load, align and encode; what fails is listed with its reason."""
    found, crops, failures = [], [], []
    for image in images:
        try:
            face = tools.aligner.align(tools.loader.load(image.path))
        except UserFacingError as error:
            failures.append((image.path, str(error)))
            continue
        found.append(image)
        crops.append(face.crop)
    features = (
        tools.encoder.encode(np.stack(crops)) if crops else np.empty((0, tools.encoder.feature_size), np.float32)
    )
    return EncodedSet(images=tuple(found), features=features, failures=tuple(failures))


def evaluate(
    protocol: Protocol, probes: EncodedSet, gallery: EncodedSet, tools: Tools, *, samples: int, draws: int = DRAWS
) -> ProtocolResult:
    """Score every probe against the gallery for the seeds 0 to draws - 1."""
    figures = tuple(
        _figures(len(protocol.probes), probes, gallery, tools, samples=samples, seed=seed) for seed in range(draws)
    )
    return ProtocolResult(
        protocol=protocol.name,
        probes=len(protocol.probes),
        gallery=len(protocol.gallery),
        draws=figures,
        failures=probes.failures + gallery.failures,
    )


def _figures(
    total: int, probes: EncodedSet, gallery: EncodedSet, tools: Tools, *, samples: int, seed: int
) -> RetrievalFigures:
    names = sorted({image.identity for image in (*gallery.images, *probes.images)})
    subject_ids = _numbers(gallery.images, names)
    enrolled = np.isin(_numbers(probes.images, names), subject_ids)
    mates = _numbers(probes.images, names)[enrolled]
    generator, sigma = tools.generator, tools.generator.sigma
    drawn = [generator.sample(feature, count=samples, seed=seed) for feature in probes.features[enrolled]]
    scores = np.stack([log_densities(gallery.features, part, sigma) for part in drawn])
    ranks = mate_ranks(scores, subject_ids=subject_ids, mates=mates)
    genuine, impostor = split_pairs(scores, subject_ids=subject_ids, mates=mates)
    return RetrievalFigures(
        recall={k: recall_at(ranks, k) * len(ranks) / total for k in RECALL_AT},
        true_positive_rate={rate: tpr_at_fpr(genuine, impostor, rate) for rate in FALSE_POSITIVE_RATES},
    )


def _numbers(images: Sequence[NamedImage], names: list[str]) -> NDArray[np.int64]:
    return np.searchsorted(names, [image.identity for image in images]).astype(np.int64)
