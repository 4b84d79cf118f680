"""Figures of a bundle on a protocol, from raw images through the very components the app runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import UserFacingError
from forensic_id.core.ports import FaceAligner, FaceEncoder, FeatureGenerator, ImageLoader
from forensic_id.core.ranking import recall_at
from forensic_id.core.records import FloatArray, UInt8Array
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.matching.density import log_densities
from forensic_id.vision.loading import PillowImageLoader
from forensic_id.vision.pipeline import FacePipeline
from trainer.evaluation.drawing import drawn_probe
from trainer.evaluation.measured import RECALL_AT, DrawScores, Measured, measure, score_probes
from trainer.evaluation.protocols import NamedImage, Protocol
from trainer.evaluation.remembered_faces import Memory, RememberingAligner

DRAWS = 5
"""Figures are means over this many draws of z (paper, Results)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The app's components under test."""

    loader: ImageLoader
    aligner: FaceAligner
    encoder: FaceEncoder
    generator: FeatureGenerator


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EncodedSet:
    """All images of a set in order, which show a face (N,), the features (F, D) of these, the rest's reasons."""

    images: tuple[NamedImage, ...]
    found: NDArray[np.bool_]
    features: FloatArray
    failures: tuple[tuple[Path, str], ...]

    @classmethod
    def joined(cls, parts: Sequence[EncodedSet]) -> EncodedSet:
        """Put sets behind each other."""
        return cls(
            images=tuple(image for part in parts for image in part.images),
            found=np.concatenate([part.found for part in parts]),
            features=np.concatenate([part.features for part in parts]),
            failures=tuple(failure for part in parts for failure in part.failures),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProtocolResult:
    """Figures of one protocol: means over draws with their spread, and the recall of the first draw alone.

    A probe without a found face counts as a miss at every rank.
    """

    measured: Measured
    first_recall: dict[int, float]
    draws: int
    failures: tuple[tuple[Path, str], ...]


def bundle_tools(folder: Path, memories: dict[bytes, Memory] | None = None) -> Tools:
    """Build the app's components from a bundle. Raises BundleRefusedError.

    `memories`, by landmark network, let bundles that have the same one share the faces they align.
    """
    bundle = load_bundle(folder)
    network = bundle.models["landmarks.onnx"]
    memory = {} if memories is None else memories.setdefault(network, {})
    return Tools(
        loader=PillowImageLoader(),
        aligner=RememberingAligner(FacePipeline(OnnxLandmarkPredictor(network)), memory),
        encoder=OnnxEncoder(bundle),
        generator=OnnxGenerator(bundle),
    )


def encode_images(images: Iterable[NamedImage], tools: Tools, *, sketches: bool) -> EncodedSet:
    """Load, align, draw what is to be drawn, and encode as sketches or photos; failures are listed with reasons."""
    images = tuple(images)
    found = np.zeros(len(images), np.bool_)
    crops, failures = [], []
    for row, image in enumerate(images):
        try:
            face = tools.aligner.align(tools.loader.load(image.path))
        except UserFacingError as error:
            failures.append((image.path, str(error)))
            continue
        found[row] = True
        crops.append(face.crop if image.drawn_by is None else _drawn(face.crop, image.drawn_by))
    encode = tools.encoder.encode_sketches if sketches else tools.encoder.encode_photos
    features = encode(np.stack(crops)) if crops else np.empty((0, tools.encoder.feature_size), np.float32)
    return EncodedSet(images=images, found=found, features=features, failures=tuple(failures))


def _drawn(crop: UInt8Array, seed: int) -> UInt8Array:
    grey = drawn_probe(np.asarray(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY), np.uint8), seed)
    return np.repeat(grey[..., None], 3, axis=2)


def evaluate(
    protocol: Protocol, probes: EncodedSet, gallery: EncodedSet, tools: Tools, *, samples: int, draws: int = DRAWS
) -> ProtocolResult:
    """Score every probe against the gallery for the seeds 0 to draws - 1. Raises DataError without a usable probe."""
    scored = [_score(probes, gallery, tools, samples=samples, seed=seed) for seed in range(draws)]
    probe_ids, _ = _numbers(probes, gallery)
    return ProtocolResult(
        measured=measure(protocol.name, scored, probe_ids=probe_ids, photos=len(gallery.images)),
        first_recall={k: recall_at(scored[0].ranks, k) for k in RECALL_AT},
        draws=draws,
        failures=probes.failures + gallery.failures,
    )


def _score(probes: EncodedSet, gallery: EncodedSet, tools: Tools, *, samples: int, seed: int) -> DrawScores:
    probe_ids, gallery_ids = _numbers(probes, gallery)
    generator, sigma = tools.generator, tools.generator.sigma
    drawn = [generator.sample(feature, count=samples, seed=seed) for feature in probes.features]
    scores = [log_densities(gallery.features, part, sigma) for part in drawn]
    return score_probes(
        np.stack(scores) if scores else np.empty((0, len(gallery.features))),
        found=np.flatnonzero(probes.found),
        probe_ids=probe_ids,
        gallery_ids=gallery_ids[gallery.found],
    )


def _numbers(probes: EncodedSet, gallery: EncodedSet) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Identity numbers of all probes and of all gallery images."""
    names = sorted({image.identity for image in (*gallery.images, *probes.images)})
    probe_ids, gallery_ids = (
        np.searchsorted(names, [image.identity for image in part.images]).astype(np.int64)
        for part in (probes, gallery)
    )
    return probe_ids, gallery_ids
