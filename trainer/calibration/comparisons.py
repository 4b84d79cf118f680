"""Log densities of held-out sketches against held-out photos, through the components that the app runs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.ports import FaceEncoder, FeatureGenerator
from forensic_id.core.ranking import fuse, group_by_subject
from forensic_id.core.records import UInt8Array
from forensic_id.matching.density import log_densities
from trainer.data.faces import CROP_SIDE, PHOTO, SKETCH, TEMPLATE_SIDE, FaceSet
from trainer.run import TrainingData

DRAWS = 3
"""Seeds 0 to 2: the map must hold for whatever noise a user's seed draws."""

_MARGIN = (CROP_SIDE - TEMPLATE_SIDE) // 2

Numbers = NDArray[np.float64]
Ids = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Comparisons:
    """Log densities (draws, Q, N) of N photos under Q sketches, and who is who: identities (Q,) and (N,).

    Identities are numbered from 0 without a gap, those with sketches first; everyone has a photo.
    """

    log_densities: Numbers
    sketch_ids: Ids
    photo_ids: Ids

    @property
    def sketch_people(self) -> int:
        """Identities with sketches."""
        return len(np.unique(self.sketch_ids))

    def per_subject(self) -> Numbers:
        """Log densities (draws, Q, S) of the subjects in order of number: each by its best photo."""
        groups = group_by_subject(self.photo_ids, np.arange(len(self.photo_ids)))
        rows = [fuse(row, groups, "max") for draw in self.log_densities for row in draw]
        return np.stack(rows).reshape(*self.log_densities.shape[:2], -1)

    def likenesses(self) -> Numbers:
        """Log densities (draws, Q, N) in standard deviations above the mean of all other people's photos.

        All held-out people are the population here, as the gallery's are in the app.
        """
        strangers = self.sketch_ids[:, None] != self.photo_ids[None, :]
        count = strangers.sum(axis=1)
        mean = np.where(strangers, self.log_densities, 0.0).sum(axis=2) / count
        squares = np.where(strangers, (self.log_densities - mean[..., None]) ** 2, 0.0).sum(axis=2)
        deviation = np.sqrt(squares / (count - 1))
        return np.asarray((self.log_densities - mean[..., None]) / deviation[..., None])


def compare_held_out(
    data: TrainingData, encoder: FaceEncoder, generator: FeatureGenerator, *, samples: int
) -> Comparisons:
    """Compare every held-out sketch, if it has a mate, with the photos of all held-out identities."""
    pairs = data.validation_pairs
    mates = pairs.subset(np.flatnonzero(pairs.modalities == PHOTO))
    drawn = (pairs.modalities == SKETCH) & np.isin(pairs.identities, mates.identities)
    sketches = pairs.subset(np.flatnonzero(drawn))
    names = np.concatenate([sketches.identities, mates.identities, data.validation_photos.identities])
    numbers = _numbered(names)
    photos = np.concatenate([encoder.encode_photos(_crops(faces)) for faces in (mates, data.validation_photos)])
    probes = encoder.encode_sketches(_crops(sketches))
    scores = [
        [
            log_densities(photos, generator.sample(probe, count=samples, seed=seed), generator.sigma)
            for probe in probes
        ]
        for seed in range(DRAWS)
    ]
    return Comparisons(
        log_densities=np.array(scores), sketch_ids=numbers[: len(sketches)], photo_ids=numbers[len(sketches) :]
    )


def _numbered(names: NDArray[np.str_]) -> Ids:
    """Number names in the order in which they first occur."""
    _, first, inverse = np.unique(names, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[inverse], dtype=np.int64)


def _crops(faces: FaceSet) -> UInt8Array:
    """The template without its margin, grey written to all three channels."""
    inner = slice(_MARGIN, _MARGIN + TEMPLATE_SIDE)
    grey = faces.images[:, 0, inner, inner].numpy()
    return np.ascontiguousarray(np.repeat(grey[..., None], 3, axis=3))
