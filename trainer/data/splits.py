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
    paired = np.unique(faces.identities[np.isin(faces.sources, PAIR_SOURCES)])
    held_pairs = random.permutation(paired)[: config.validation_pair_identities]
    is_photo = faces.modalities == PHOTO
    names, counts = np.unique(faces.identities[is_photo], return_counts=True)
    drawn = np.unique(faces.identities[~is_photo])
    several = np.setdiff1d(names[counts >= 2], drawn)
    held_photos = random.permutation(several)[: config.validation_photo_identities]
    in_pairs = np.isin(faces.identities, held_pairs)
    in_photos = np.isin(faces.identities, held_photos)
    return Split(
        training=np.flatnonzero(~in_pairs & ~in_photos),
        validation_photos=np.flatnonzero(in_photos),
        validation_pairs=np.flatnonzero(in_pairs & np.isin(faces.modalities, (PHOTO, SKETCH))),
    )
