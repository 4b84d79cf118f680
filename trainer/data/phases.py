"""Who is in the strong and the weak set, and the batches the adversarial phases draw from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensic_id.core.errors import DataError
from trainer.config import AdversarialConfig
from trainer.data.drawing_lots import RowGroups, WeightedLots
from trainer.data.faces import PHOTO, FaceSet


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhaseRows:
    """Row numbers of one phase, (B,) each: photos, weak samples, and a photo of each weak sample's identity."""

    strong: Tensor
    weak: Tensor
    partners: Tensor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Modalities:
    """Row numbers of the strong and the weak set, classes, and for each weak row the photos of its identity.

    As in the paper the weak set's classes are among the strong set's. Weak rows are drawings with a photo of the
    same identity, and photos to be drawn synthetically; these have the identity's other photos as partners, if any.
    """

    strong: NDArray[np.int64]
    weak: NDArray[np.int64]
    lots: WeightedLots
    """How often each weak row is drawn."""
    classes: NDArray[np.int64]
    partners: RowGroups
    class_count: int

    @classmethod
    def of(cls, faces: FaceSet, stage: AdversarialConfig, *, seed: int) -> Modalities:
        """Sort the rows; `real_share` of the weak batches are real drawings, the rest of photos drawn.

        Raises DataError without photos.
        """
        real_share, random = stage.real_share, np.random.default_rng(seed)
        strong = _strong(faces, stage.most_photos, random)
        if len(strong) == 0:
            raise DataError("The training set holds no photos, so there is no strong modality.")
        names, strong_classes = np.unique(faces.identities[strong], return_inverse=True)
        classes = np.full(len(faces), -1, dtype=np.int64)
        classes[strong] = strong_classes
        known = np.isin(faces.identities, names)
        drawn = np.flatnonzero((faces.modalities != PHOTO) & known)
        classes[drawn] = np.searchsorted(names, faces.identities[drawn])
        rows_of = _rows_by_class(strong, strong_classes, len(names))
        sources = random.permutation(strong)[: stage.synthetic_photos]
        weak = np.concatenate([drawn, sources])
        partners = [_others(rows_of[classes[row]], int(row)) for row in weak]
        shares = np.concatenate(
            [
                np.full(len(drawn), real_share / max(1, len(drawn))),
                np.full(len(sources), (1 - real_share) / len(sources)),
            ]
        )
        return cls(
            strong=strong,
            weak=weak,
            lots=WeightedLots(shares),
            classes=classes,
            partners=RowGroups.of(partners),
            class_count=len(names),
        )

    def draw(self, size: int, generator: torch.Generator) -> PhaseRows:
        """Draw the rows of one phase."""
        strong = torch.randint(0, len(self.strong), (size,), generator=generator)
        weak = self.lots.draw(size, generator)
        return PhaseRows(
            strong=torch.from_numpy(self.strong)[strong],
            weak=torch.from_numpy(self.weak)[weak],
            partners=self.partners.pick(weak, generator),
        )


def _strong(faces: FaceSet, most: int, random: np.random.Generator) -> NDArray[np.int64]:
    """All photos, or `most` of them, those of people with drawings first."""
    photos = np.flatnonzero(faces.modalities == PHOTO)
    if most == 0 or len(photos) <= most:
        return photos
    mixed = random.permutation(photos)
    drawn = np.isin(faces.identities[mixed], faces.identities[faces.modalities != PHOTO])
    return np.sort(np.concatenate([mixed[drawn], mixed[~drawn]])[:most])


def _rows_by_class(rows: NDArray[np.int64], classes: NDArray[np.int64], count: int) -> list[NDArray[np.int64]]:
    order = np.argsort(classes, kind="stable")
    return np.split(rows[order], np.cumsum(np.bincount(classes, minlength=count))[:-1])


def _others(rows: NDArray[np.int64], row: int) -> NDArray[np.int64]:
    others = rows[rows != row]
    return others if len(others) else rows
