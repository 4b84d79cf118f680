"""Held-out identities, by seed (evaluation protocol of the project)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.config import SplitConfig
from trainer.data.faces import PHOTO, SKETCH, FaceSet

INVENTED_PAIR_SOURCE = "invented-pair"
PAIR_SOURCES = ("fs2k-1", "fs2k-2", "fs2k-3", INVENTED_PAIR_SOURCE)
"""Sources whose rows come in pairs: the photo, then the sketch drawn from it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Split:
    """Row numbers of a FaceSet: training, held-out photo identities, held-out sketch pairs."""

    training: NDArray[np.int64]
    validation_photos: NDArray[np.int64]
    validation_pairs: NDArray[np.int64]


def split_identities(faces: FaceSet, config: SplitConfig) -> Split:
    """Hold out photo identities with two or more photos, and identities with real sketch pairs; the rest trains."""
    random = np.random.default_rng(config.seed)
    held_pairs = _held_out(random.permutation(_paired(faces)), config.validation_pair_identities)
    is_photo = faces.modalities == PHOTO
    names, counts = np.unique(faces.identities[is_photo], return_counts=True)
    drawn = np.unique(faces.identities[~is_photo])
    several = np.setdiff1d(names[counts >= 2], drawn)
    held_photos = _held_out(random.permutation(several), config.validation_photo_identities)
    in_pairs = np.isin(faces.identities, held_pairs)
    in_photos = np.isin(faces.identities, held_photos)
    return Split(
        training=np.flatnonzero(~in_pairs & ~in_photos),
        validation_photos=np.flatnonzero(in_photos),
        validation_pairs=np.flatnonzero(in_pairs & np.isin(faces.modalities, (PHOTO, SKETCH))),
    )


def _paired(faces: FaceSet) -> NDArray[np.str_]:
    """Identities of the pair sources, or, without any, all that have both a photo and a sketch."""
    in_pairs = np.isin(faces.sources, PAIR_SOURCES)
    if in_pairs.any():
        return np.unique(faces.identities[in_pairs])
    photographed, sketched = (faces.identities[faces.modalities == kind] for kind in (PHOTO, SKETCH))
    return np.intersect1d(photographed, sketched)


def _held_out(shuffled: NDArray[np.str_], wanted: int) -> NDArray[np.str_]:
    """The first ones, but no more than half: a small data set has to train on something."""
    return shuffled[: min(wanted, (len(shuffled) + 1) // 2)]
