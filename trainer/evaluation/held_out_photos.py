"""Validation on the held-out photo identities: photo to photo, and synthetic sketch to another photo.

Real sketch pairs are few and of few hands; these people are many and of every source.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensic_id.core.errors import DataError
from forensic_id.core.preprocessing import PhotoTones
from trainer.data.faces import PHOTO, SKETCH, FaceSet
from trainer.data.photo_tones import toned
from trainer.data.reproduction import HELD_OUT_STYLE
from trainer.data.sampling import step_generator
from trainer.data.synthesis import synthesise_sketches
from trainer.evaluation.recognition import centre_views, flip_averaged_features

STREAM = 43
_BLOCK = 256


class HeldOutPhotos:
    """Held-out photos of people with two or more, and one synthetic sketch of each person, drawn once."""

    def __init__(self, faces: FaceSet, *, seed: int = 0) -> None:
        """Raises DataError when nobody in `faces` has two photos."""
        photos = np.flatnonzero(faces.modalities == PHOTO)
        _, numbers, counts = np.unique(faces.identities[photos], return_inverse=True, return_counts=True)
        rows = photos[counts[numbers] > 1]
        if len(rows) == 0:
            raise DataError("Nobody among the held-out photos has two of them. Hold out more people.")
        self._photos = faces.subset(rows)
        _, self._people = np.unique(self._photos.identities, return_inverse=True)
        random = np.random.default_rng((seed, STREAM))
        self._sources = np.array(
            [random.choice(np.flatnonzero(self._people == n)) for n in range(max(self._people) + 1)]
        )
        self._drawn = _drawn(self._photos.subset(self._sources), seed)

    def recall(self, encoder: nn.Module, size: int, tones: PhotoTones | None = None) -> dict[str, float]:
        """Recall@1 and @10 over people: of every photo among the others, of the sketches among all but their source.

        The sketches are drawn in the style that the comparison holds out of training; the photos are toned.
        """
        photos = flip_averaged_features(encoder, toned(centre_views(self._photos, size), tones))
        sketches = flip_averaged_features(encoder, centre_views(self._drawn, size))
        itself = np.arange(len(photos))
        ranks = self._ranks(photos @ photos.T, self._people, itself)
        drawn_ranks = self._ranks(sketches @ photos.T, self._people[self._sources], self._sources)
        return {
            "photo_recall_1": float((ranks < 1).mean()),
            "photo_recall_10": float((ranks < 10).mean()),
            "drawn_recall_1": float((drawn_ranks < 1).mean()),
            "drawn_recall_10": float((drawn_ranks < 10).mean()),
        }

    def _ranks(self, cosines: Tensor, people: NDArray[np.int64], left_out: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many people come before each probe's own (Q,), from cosines (Q, N); one photo a probe is left out."""
        scores = cosines.numpy().copy()
        scores[np.arange(len(scores)), left_out] = -np.inf
        order = np.argsort(self._people, kind="stable")
        starts = np.searchsorted(self._people[order], np.arange(max(self._people) + 1))
        best = np.maximum.reduceat(scores[:, order], starts, axis=1)
        own = best[np.arange(len(scores)), people]
        ranks: NDArray[np.int64] = (best > own[:, None]).sum(axis=1)
        return ranks


def held_out_photos(faces: FaceSet) -> HeldOutPhotos | None:
    """The validation on these faces, or None where nobody has two photos."""
    try:
        return HeldOutPhotos(faces)
    except DataError:
        return None


def _drawn(photos: FaceSet, seed: int) -> FaceSet:
    generator = step_generator(seed, 0, stream=STREAM)
    blocks = [
        synthesise_sketches(block.float() / 255, generator, styles=(HELD_OUT_STYLE,))
        for block in torch.split(photos.images, _BLOCK)
    ]
    images = (torch.cat(blocks).clamp(0, 1) * 255).round().to(torch.uint8)
    return dataclasses.replace(photos, images=images, modalities=np.full(len(photos), SKETCH))
