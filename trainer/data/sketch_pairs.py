"""Photos and the sketches drawn from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from forensic_id.core.errors import DataError
from trainer.data.faces import PHOTO, SKETCH, FaceSet

ARTISTS = ("fs2k-1", "fs2k-2", "fs2k-3", "xm2vts")
"""Sources with pairs, in the order of the style numbers: each is the hand of one artist or school."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawingPairs:
    """Row numbers of photos and of the sketches drawn from them, and the style of each pair; all (P,)."""

    photos: NDArray[np.int64]
    sketches: NDArray[np.int64]
    styles: NDArray[np.int64]

    def draw(self, size: int, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
        """Draw pairs: every artist with the square root of its number of pairs, so that small hands are learned."""
        counts = np.bincount(self.styles, minlength=len(ARTISTS))
        weights = torch.from_numpy(1 / np.sqrt(counts[self.styles]))
        picks = torch.multinomial(weights, size, replacement=True, generator=generator)
        columns = (self.photos, self.sketches, self.styles)
        photos, sketches, styles = (torch.from_numpy(column)[picks] for column in columns)
        return photos, sketches, styles


def find_pairs(faces: FaceSet) -> DrawingPairs:
    """Pair the sketches of `ARTISTS` with photos: the n-th sketch of an identity and source with its n-th photo.

    Raises DataError when there is none.
    """
    photos: list[int] = []
    sketches: list[int] = []
    styles: list[int] = []
    for style, source in enumerate(ARTISTS):
        rows = np.flatnonzero(faces.sources == source)
        for identity in np.unique(faces.identities[rows]):
            own = rows[faces.identities[rows] == identity]
            seen = own[faces.modalities[own] == PHOTO]
            drawn = own[faces.modalities[own] == SKETCH]
            if len(seen) == len(drawn):
                photos += seen.tolist()
                sketches += drawn.tolist()
                styles += [style] * len(seen)
    if not photos:
        raise DataError(
            f"The training set holds no photo-sketch pairs of {', '.join(ARTISTS)}. Choose a recipe that neither "
            "learns to draw nor fits its encoder to pairs."
        )
    return DrawingPairs(photos=np.array(photos), sketches=np.array(sketches), styles=np.array(styles))


def at_side(images: Tensor, side: int) -> Tensor:
    """Resample square images (N, C, H, H) to another side; the same tensor where it is theirs already."""
    if images.shape[-1] == side:
        return images
    return F.interpolate(images, size=(side, side), mode="bilinear", antialias=True, align_corners=False)
