"""How well held-out sketches find their photos when one of the two is damaged or badly aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from forensic_id.core.errors import DataError
from forensic_id.core.records import AlignedFace, Box, FloatArray, LoadedImage, UInt8Array
from forensic_id.inference.bundle import load_bundle
from forensic_id.inference.encoder import OnnxEncoder
from forensic_id.inference.generator import OnnxGenerator
from forensic_id.inference.landmarks import OnnxLandmarkPredictor
from forensic_id.matching.density import log_densities
from forensic_id.vision.pipeline import FacePipeline
from forensic_id.vision.template import TEMPLATE, as_points, box_around
from trainer.bundle_manifest import recorded_split
from trainer.config import SplitConfig
from trainer.data.datasets import load_datasets
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, TEMPLATE_SIDE, FaceSet, identity_numbers
from trainer.data.splits import split_identities

MARGIN = (CROP_SIDE - TEMPLATE_SIDE) // 2
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """The application's own parts, from one bundle."""

    pipeline: FacePipeline
    encoder: OnnxEncoder
    generator: OnnxGenerator
    split: SplitConfig
    """The identities that this bundle's training held out."""


def components(folder: Path) -> Components:
    """Open a bundle. Raises BundleRefusedError, DataError for a split of another version."""
    bundle = load_bundle(folder)
    return Components(
        pipeline=FacePipeline(OnnxLandmarkPredictor(bundle.models["landmarks.onnx"])),
        encoder=OnnxEncoder(bundle, threads=1),
        generator=OnnxGenerator(bundle, threads=1),
        split=recorded_split(bundle.manifest) or SplitConfig(),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeldOutFaces:
    """Pictures uint8 (N, 128, 128, 3), aligned by the reference with a margin, and whom they show (N,).

    Sketch i was drawn from photo i; `others` are held-out people without sketches, two or more photos each.
    """

    photos: UInt8Array
    sketches: UInt8Array
    identities: Ids
    others: UInt8Array
    other_identities: Ids


def load_held_out(data: Path, split: SplitConfig, *, limit: int | None = None) -> HeldOutFaces:
    """Read the faces that training held out, the first `limit` pairs.

    Raises DataError when there are none, or when a sketch has no photo before it in the table.
    """
    faces = load_datasets((data,))
    held = split_identities(faces, split)
    pairs, others = faces.subset(held.validation_pairs), faces.subset(held.validation_photos)
    sketches = np.flatnonzero(pairs.modalities == SKETCH)[:limit]
    if not len(sketches):
        raise DataError(f"{data} holds no pairs of photo and sketch that were kept out of training.")
    few = slice(None if limit is None else 4 * limit)
    return HeldOutFaces(
        photos=_pictures(pairs, np.array([_photo_of(pairs, int(row)) for row in sketches])),
        sketches=_pictures(pairs, sketches),
        identities=identity_numbers(pairs)[sketches],
        others=_pictures(others, np.arange(len(others))[few]),
        other_identities=identity_numbers(others)[few],
    )


def _photo_of(faces: FaceSet, sketch: int) -> int:
    """The photo that a sketch was drawn from: the last one of this person before it in the table.

    Raises DataError where there is none.
    """
    own = (faces.modalities == PHOTO) & (faces.identities == faces.identities[sketch])
    photos = np.flatnonzero(own[:sketch])
    if not len(photos):
        raise DataError(
            f"No photo of {faces.identities[sketch]} precedes the sketch in the training table. Put the photo that a "
            "sketch was drawn from before it."
        )
    return int(photos[-1])


def _pictures(faces: FaceSet, rows: Ids) -> UInt8Array:
    grey: UInt8Array = faces.images[torch.from_numpy(rows)][:, 0].numpy()
    return np.repeat(grey[..., None], 3, axis=3)


def aligned(pipeline: FacePipeline, picture: UInt8Array, *, scale: float = 1.0) -> AlignedFace:
    """Place landmarks and align as the application does when it is given the face's box.

    `scale` is the picture's size over that of an aligned crop with its margin.
    """
    points = (as_points(TEMPLATE) + MARGIN + 0.5) * scale - 0.5
    box = box_around(points)
    image = LoadedImage(
        pixels=picture,
        original_bytes=b"",
        sha256="0" * 64,
        name="crop",
        media_type="image/png",
    )
    return pipeline.align(image, box=Box(x=box.x, y=box.y, width=box.width, height=box.height))


class HeldOutSearch:
    """Ranks of the mates among the held-out pairs' photos, by the application's score."""

    def __init__(
        self, parts: Components, faces: HeldOutFaces, *, photos: UInt8Array, sketches: UInt8Array, samples: int
    ) -> None:
        """`photos` and `sketches` are the undamaged ones' aligned crops (N, 112, 112, 3)."""
        self._parts = parts
        self._samples = samples
        self._names, self._columns = np.unique(faces.identities, return_inverse=True)
        self._identities = faces.identities
        self._photos = parts.encoder.encode_photos(photos)
        self._drawn = self._samples_of(parts.encoder.encode_sketches(sketches))
        self._best = self._best_by_identity(self._scores(self._drawn))

    def ranks_of_photos(self, crops: UInt8Array) -> Ids:
        """Ranks of the mates (N,), 0 the first, when a sketch's own photo alone looks like `crops`."""
        features = self._parts.encoder.encode_photos(crops)
        own = np.array(
            [self._density(feature[None], drawn)[0] for feature, drawn in zip(features, self._drawn, strict=True)]
        )
        return self._ranks(self._best, own)

    def ranks_of_sketches(self, crops: UInt8Array) -> Ids:
        """Ranks of the mates (N,) when the sketches look like `crops` and the photos are undamaged."""
        best = self._best_by_identity(self._scores(self._samples_of(self._parts.encoder.encode_sketches(crops))))
        rows = np.arange(len(best))
        return self._ranks(best, best[rows, self._columns])

    def _ranks(self, best: NDArray[np.float64], own: NDArray[np.float64]) -> Ids:
        others = best.copy()
        others[np.arange(len(best)), self._columns] = -np.inf
        return np.asarray((others > own[:, None]).sum(axis=1), np.int64)

    def _samples_of(self, features: FloatArray) -> list[FloatArray]:
        return [self._parts.generator.sample(each, count=self._samples, seed=0) for each in features]

    def _scores(self, drawn: Sequence[FloatArray]) -> NDArray[np.float64]:
        return np.stack([self._density(self._photos, each) for each in drawn])

    def _density(self, features: FloatArray, drawn: FloatArray) -> NDArray[np.float64]:
        return log_densities(features, drawn, self._parts.generator.sigma)

    def _best_by_identity(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack([scores[:, self._identities == name].max(axis=1) for name in self._names], axis=1)
