"""Which rows make up a batch. Stateless: step n of seed s always draws the same rows, so a run resumes exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensic_id.core.errors import DataError
from trainer.config import MixConfig
from trainer.data.drawing_lots import RowGroups, WeightedLots
from trainer.data.faces import LEARNED, PHOTO, FaceSet

SOURCE_WEIGHTS = {"caricature": 1 / 3, "xm2vts": 3.0}
"""How often a sketch of a source is drawn; 1 elsewhere. Caricatures teach exaggeration but are no portraits."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Row numbers (B,) and which of them are to be turned into synthetic sketches (B,) bool."""

    rows: Tensor
    synthesise: Tensor


def step_generator(seed: int, step: int, *, stream: int = 0, device: torch.device | None = None) -> torch.Generator:
    """Return the generator of one step; distinct for every (seed, stream, step).

    On the processor it is the same everywhere; a GPU's draws other numbers, and draws them without the host.
    """
    words = np.random.SeedSequence((seed, stream, step)).generate_state(2)
    return torch.Generator(device or "cpu").manual_seed(int(words[0]) << 31 | int(words[1]) >> 1)


class BatchSampler:
    """Draws batches of a given mix: photos, photos to be drawn synthetically, learned drawings, real pairs."""

    def __init__(self, faces: FaceSet, mix: MixConfig) -> None:
        photos = np.flatnonzero(faces.modalities == PHOTO)
        if len(photos) == 0:
            raise DataError("The training set holds no photos.")
        self._photos = torch.from_numpy(photos)
        self._photo_lots = WeightedLots(_tamed_identity_weights(faces.identities[photos]))
        learned = np.flatnonzero(faces.sources == LEARNED)
        if mix.learned_sketches and len(learned) == 0:
            raise DataError("The mix asks for learned drawings, but the recipe has no sketcher. Set one of the two.")
        self._learned = torch.from_numpy(learned)
        self._learned_lots = WeightedLots(_tamed_identity_weights(faces.identities[learned]))
        self._drawn, self._partners, self._drawn_lots = _pairs(faces)
        self._mix = mix

    def draw(self, size: int, generator: torch.Generator) -> Batch:
        """Draw one batch. A real pair contributes its sketch and one photo of the same identity."""
        pairs = round(size * self._mix.real_pairs / 2) if len(self._drawn) else 0
        sketches = round(size * self._mix.synthetic_sketches)
        learned = round(size * self._mix.learned_sketches)
        plain = size - sketches - learned - 2 * pairs
        rows = [self._photos[self._photo_lots.draw(plain + sketches, generator)]]
        if learned:
            rows.append(self._learned[self._learned_lots.draw(learned, generator)])
        if pairs:
            picks = self._drawn_lots.draw(pairs, generator)
            rows += [self._drawn[picks], self._partners.pick(picks, generator)]
        synthesise = torch.zeros(size, dtype=torch.bool)
        synthesise[plain : plain + sketches] = True
        return Batch(rows=torch.cat(rows), synthesise=synthesise)


def _tamed_identity_weights(identities: NDArray[np.str_]) -> NDArray[np.float64]:
    """Weight 1 / sqrt(photos of the identity) a photo: neither photos nor identities alone decide."""
    _, inverse, counts = np.unique(identities, return_inverse=True, return_counts=True)
    weights: NDArray[np.float64] = 1.0 / np.sqrt(counts[inverse])
    return weights


def source_weights(sources: NDArray[np.str_]) -> NDArray[np.float64]:
    """How often to draw sketches (N,) by their sources."""
    return np.array([SOURCE_WEIGHTS.get(str(source), 1.0) for source in sources], dtype=np.float64)


def _pairs(faces: FaceSet) -> tuple[Tensor, RowGroups, WeightedLots]:
    """Drawn rows, the photos of each one's identity (the drawing itself where there are none), how often to draw it.

    Sketches with photos are drawn by their sources; one whose photo is not at hand a quarter as often.
    """
    drawn = np.flatnonzero((faces.modalities != PHOTO) & (faces.sources != LEARNED))
    photos = np.flatnonzero((faces.modalities == PHOTO) & np.isin(faces.identities, faces.identities[drawn]))
    photos_of: dict[str, list[int]] = {}
    for row in photos:
        photos_of.setdefault(str(faces.identities[row]), []).append(int(row))
    known = [photos_of.get(str(faces.identities[row]), []) for row in drawn]
    sources = faces.sources[drawn]
    alone = np.array([len(rows) == 0 for rows in known], dtype=bool) & (sources != "xm2vts")
    weights = np.where(alone, 0.25, source_weights(sources))
    partners = [np.array(rows or [int(row)], dtype=np.int64) for rows, row in zip(known, drawn, strict=True)]
    return torch.from_numpy(drawn), RowGroups.of(partners), WeightedLots(weights)
