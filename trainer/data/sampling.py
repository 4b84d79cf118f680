"""Which rows make up a batch. Stateless: step n of seed s always draws the same rows, so a run resumes exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensic_id.core.errors import DataError
from trainer.config import MixConfig
from trainer.data.faces import LEARNED, PHOTO, FaceSet


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Row numbers (B,) and which of them are to be turned into synthetic sketches (B,) bool."""

    rows: Tensor
    synthesise: Tensor


def step_generator(seed: int, step: int, *, stream: int = 0) -> torch.Generator:
    """Return the generator of one step; distinct for every (seed, stream, step)."""
    words = np.random.SeedSequence((seed, stream, step)).generate_state(2)
    return torch.Generator().manual_seed(int(words[0]) << 31 | int(words[1]) >> 1)


class BatchSampler:
    """Draws batches of a given mix: photos, photos to be drawn synthetically, learned drawings, real pairs."""

    def __init__(self, faces: FaceSet, mix: MixConfig) -> None:
        photos = np.flatnonzero(faces.modalities == PHOTO)
        if len(photos) == 0:
            raise DataError("The training set holds no photos.")
        self._photos = torch.from_numpy(photos)
        self._photo_weights = torch.from_numpy(_tamed_identity_weights(faces.identities[photos]))
        learned = np.flatnonzero(faces.sources == LEARNED)
        if mix.learned_sketches and len(learned) == 0:
            raise DataError("The mix asks for learned drawings, but the recipe has no sketcher. Set one of the two.")
        self._learned = torch.from_numpy(learned)
        self._learned_weights = torch.from_numpy(_tamed_identity_weights(faces.identities[learned]))
        self._drawn, self._undrawn, self._drawn_weights = _pairs(faces)
        self._mix = mix

    def draw(self, size: int, generator: torch.Generator) -> Batch:
        """Draw one batch. A real pair contributes its sketch and one photo of the same identity."""
        pairs = round(size * self._mix.real_pairs / 2) if len(self._drawn) else 0
        sketches = round(size * self._mix.synthetic_sketches)
        learned = round(size * self._mix.learned_sketches)
        plain = size - sketches - learned - 2 * pairs
        chosen = torch.multinomial(self._photo_weights, plain + sketches, replacement=True, generator=generator)
        rows = [self._photos[chosen]]
        if learned:
            picks = torch.multinomial(self._learned_weights, learned, replacement=True, generator=generator)
            rows.append(self._learned[picks])
        if pairs:
            picks = torch.multinomial(self._drawn_weights, pairs, replacement=True, generator=generator)
            dice = torch.rand(pairs, generator=generator)
            partners = [self._partner(int(pick), float(die)) for pick, die in zip(picks, dice, strict=True)]
            rows += [self._drawn[picks], torch.tensor(partners)]
        synthesise = torch.zeros(size, dtype=torch.bool)
        synthesise[plain : plain + sketches] = True
        return Batch(rows=torch.cat(rows), synthesise=synthesise)

    def _partner(self, pick: int, die: float) -> int:
        """One photo of the drawn identity; for a drawing without any photo the drawing itself."""
        photos = self._undrawn[pick]
        return int(photos[int(die * len(photos))]) if len(photos) else int(self._drawn[pick])


def _tamed_identity_weights(identities: NDArray[np.str_]) -> NDArray[np.float64]:
    """Weight 1 / sqrt(photos of the identity) a photo: neither photos nor identities alone decide."""
    _, inverse, counts = np.unique(identities, return_inverse=True, return_counts=True)
    weights: NDArray[np.float64] = 1.0 / np.sqrt(counts[inverse])
    return weights


def _pairs(faces: FaceSet) -> tuple[Tensor, list[NDArray[np.int64]], Tensor]:
    """Drawn rows, the photos of each one's identity, and how often to draw it.

    Viewed sketches with photos count fully, sketches whose photo is not at hand a quarter, drawings a third:
    caricatures teach exaggeration but are no forensic sketches.
    """
    photos_of: dict[str, list[int]] = {}
    for row in np.flatnonzero(faces.modalities == PHOTO):
        photos_of.setdefault(str(faces.identities[row]), []).append(int(row))
    drawn = np.flatnonzero((faces.modalities != PHOTO) & (faces.sources != LEARNED))
    partners = [np.array(photos_of.get(str(faces.identities[row]), []), dtype=np.int64) for row in drawn]
    weights = np.where(faces.sources[drawn] == "caricature", 1 / 3, 1.0)
    weights[[len(rows) == 0 for rows in partners]] = 0.25
    weights[faces.sources[drawn] == "xm2vts"] = 3.0
    return torch.from_numpy(drawn), partners, torch.from_numpy(weights)
