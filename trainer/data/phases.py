"""Who is in the strong and the weak set, and the batches the adversarial phases draw from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensic_id.core.errors import DataError
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
    def of(cls, faces: FaceSet, *, real_share: float, synthetic: int, seed: int) -> Modalities:
        """Sort the rows; `real_share` of the weak batches are real drawings, the rest of `synthetic` photos drawn.

        Raises DataError without photos.
        """
        strong = np.flatnonzero(faces.modalities == PHOTO)
        if len(strong) == 0:
            raise DataError("The training set holds no photos, so there is no strong modality.")
        names, strong_classes = np.unique(faces.identities[strong], return_inverse=True)
        classes = np.full(len(faces), -1, dtype=np.int64)
        classes[strong] = strong_classes
        known = np.isin(faces.identities, names)
        drawn = np.flatnonzero((faces.modalities != PHOTO) & known)
        classes[drawn] = np.searchsorted(names, faces.identities[drawn])
        rows_of = _rows_by_class(strong, strong_classes, len(names))
        sources = np.random.default_rng(seed).permutation(strong)[:synthetic]
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


def _rows_by_class(rows: NDArray[np.int64], classes: NDArray[np.int64], count: int) -> list[NDArray[np.int64]]:
    order = np.argsort(classes, kind="stable")
    return np.split(rows[order], np.cumsum(np.bincount(classes, minlength=count))[:-1])


def _others(rows: NDArray[np.int64], row: int) -> NDArray[np.int64]:
    others = rows[rows != row]
    return others if len(others) else rows
