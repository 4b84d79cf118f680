"""The split of the reproduction: a large strong set of photos, a small weak set of sketches, held-out identities.

As in the paper the weak set's classes are among the strong set's, and the photo a sketch was made from is not in the
strong set, unless it is the identity's only one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensic_id.core.errors import DataError
from trainer.config import SplitConfig
from trainer.data.faces import PHOTO, SKETCH, FaceSet
from trainer.data.sampling import step_generator
from trainer.data.splits import PAIR_SOURCES, split_identities
from trainer.data.synthesis import STYLES, synthesise_sketches

HELD_OUT_STYLE = "hatched"
"""No training sketch of the reproduction is drawn in this style: the protocol `lfw-sketch` draws its probes in it."""
TRAINING_STYLES = tuple(style for style in STYLES if style != HELD_OUT_STYLE)
SYNTHETIC_SOURCE = "synthetic"
SYNTHETIC_SHARE = 0.2
"""Share of the identities with `SYNTHETIC_PHOTOS` or more photos that give one up for a synthetic sketch."""
SYNTHETIC_PHOTOS = 3
PAIRED_SOURCES = (*PAIR_SOURCES, "xm2vts")
"""XM2VTS comes in pairs too, but none of it is held out."""
STREAM = 31
BLOCK = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReproductionData:
    """What every row of the comparison trains on, and what it is chosen by."""

    strong: FaceSet
    """Photos."""
    strong_classes: Tensor
    """int64 (N,): the class of each photo; all of 0 to class_count - 1 occur."""
    weak: FaceSet
    """Sketches and drawings, real and synthetic (source `SYNTHETIC_SOURCE`); 10 to 20 times fewer than photos."""
    weak_classes: Tensor
    """int64 (M,): the class of each sketch, in the numbering of the strong set."""
    groups: Tensor
    """int64 (C,): classes compete within their group only (CelebA is anonymous, see `margin_softmax_loss`)."""
    validation_pairs: FaceSet
    """Photos and sketches of held-out identities."""
    validation_photos: FaceSet
    """Photos of held-out identities with two or more."""

    @property
    def class_count(self) -> int:
        """Number of identities of the strong set."""
        return len(self.groups)


def reproduction_data(faces: FaceSet, split: SplitConfig) -> ReproductionData:
    """Split the training crops for the comparison; the same for the same `split`.

    Raises DataError when no photo or no sketch is left to train on.
    """
    held = split_identities(faces, split)
    training = faces.subset(held.training)
    given_up = _given_up(training, split.seed)
    drawn = _drawn_with_photos(training)
    sources = np.setdiff1d(_source_photos(training, drawn), given_up)
    removed = np.concatenate([given_up, _replaceable(training, sources, without=given_up)])
    strong = training.subset(np.setdiff1d(np.flatnonzero(training.modalities == PHOTO), removed))
    if len(strong) == 0 or len(drawn) + len(given_up) == 0:
        raise DataError(
            f"The split leaves {len(strong)} photos and {len(drawn) + len(given_up)} sketches to train on. "
            "Give more crops, or hold out fewer identities."
        )
    names, classes = np.unique(strong.identities, return_inverse=True)
    weak = joined_faces([training.subset(drawn), _drawn_once(training.subset(given_up), split.seed)])
    return ReproductionData(
        strong=strong,
        strong_classes=torch.from_numpy(classes.astype(np.int64)),
        weak=weak,
        weak_classes=torch.from_numpy(np.searchsorted(names, weak.identities).astype(np.int64)),
        groups=torch.tensor([int(str(name).startswith("celeba:")) for name in names]),
        validation_pairs=faces.subset(held.validation_pairs),
        validation_photos=faces.subset(held.validation_photos),
    )


def joined_faces(parts: Iterable[FaceSet]) -> FaceSet:
    """Put sets of the same table behind each other."""
    parts = tuple(parts)
    return FaceSet(
        images=torch.cat([part.images for part in parts]),
        identities=np.concatenate([part.identities for part in parts]),
        sources=np.concatenate([part.sources for part in parts]),
        modalities=np.concatenate([part.modalities for part in parts]),
        csv_sha256=parts[0].csv_sha256,
    )


def _given_up(training: FaceSet, seed: int) -> NDArray[np.int64]:
    """One photo each of a fifth of the identities with enough photos."""
    random = np.random.default_rng((seed, STREAM))
    photos = np.flatnonzero((training.modalities == PHOTO) & ~np.isin(training.sources, PAIRED_SOURCES))
    names, counts = np.unique(training.identities[photos], return_counts=True)
    several = names[counts >= SYNTHETIC_PHOTOS]
    chosen = random.permutation(several)[: round(SYNTHETIC_SHARE * len(several))]
    rows = [int(random.choice(photos[training.identities[photos] == name])) for name in np.sort(chosen)]
    return np.array(rows, dtype=np.int64)


def _drawn_with_photos(training: FaceSet) -> NDArray[np.int64]:
    photographed = np.unique(training.identities[training.modalities == PHOTO])
    return np.flatnonzero((training.modalities != PHOTO) & np.isin(training.identities, photographed))


def _source_photos(training: FaceSet, drawn: NDArray[np.int64]) -> NDArray[np.int64]:
    """The photos that sketches were drawn from, as far as the table tells: the row before, in the paired sources."""
    paired = drawn[(training.modalities[drawn] == SKETCH) & np.isin(training.sources[drawn], PAIRED_SOURCES)]
    before = paired - 1
    fits = (before >= 0) & (training.modalities[before] == PHOTO)
    fits &= training.identities[before] == training.identities[paired]
    sources: NDArray[np.int64] = before[fits]
    return sources


def _replaceable(training: FaceSet, sources: NDArray[np.int64], *, without: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those of the source photos that can go: an identity keeps a photo, its first one if all are source photos."""
    photos = np.setdiff1d(np.flatnonzero(training.modalities == PHOTO), without)
    left = dict(zip(*np.unique(training.identities[photos], return_counts=True), strict=True))
    removed = []
    for row in sources[::-1]:
        name = training.identities[row]
        if left[name] > 1:
            left[name] -= 1
            removed.append(int(row))
    return np.array(removed, dtype=np.int64)


def _drawn_once(photos: FaceSet, seed: int) -> FaceSet:
    """Each photo as one synthetic sketch, drawn once and for all as a painter would."""
    generator = step_generator(seed, 0, stream=STREAM)
    blocks = [
        synthesise_sketches(block.float() / 255, generator, styles=TRAINING_STYLES)
        for block in torch.split(photos.images, BLOCK)
    ]
    return FaceSet(
        images=torch.cat([(block * 255).round().to(torch.uint8) for block in blocks]) if blocks else photos.images,
        identities=photos.identities,
        sources=np.full(len(photos), SYNTHETIC_SOURCE),
        modalities=np.full(len(photos), SKETCH),
        csv_sha256=photos.csv_sha256,
    )
