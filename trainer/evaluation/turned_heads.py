"""How recall among photos falls with the angle of the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import AlignedFace
from trainer.evaluation.held_out_pairs import Components, HeldOutFaces, aligned

ANGLES = {
    "roll_degrees": (0.0, 5.0, 10.0, 20.0, 90.0),
    "yaw_degrees": (0.0, 10.0, 20.0, 30.0, 40.0, 90.0),
    "pitch_degrees": (0.0, 8.0, 15.0, 25.0, 90.0),
}
_AT = (1, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnBand:
    """Recall of the photos whose angle (absolute) lies from `low` to below `high` degrees."""

    angle: str
    low: float
    high: float
    photos: int
    recall: tuple[float, ...]


def turned_heads(parts: Components, faces: HeldOutFaces) -> Iterator[TurnBand]:
    """Search every held-out photo among all others by cosine; bands without a photo are left out."""
    if not len(faces.others):
        return
    found = [aligned(parts.pipeline, picture) for picture in faces.others]
    ranks, counted = _ranks(
        parts.encoder.encode_photos(np.stack([face.crop for face in found])), faces.other_identities
    )
    for name, edges in ANGLES.items():
        angles = np.abs([_value(face, name) for face in found])
        for low, high in pairwise(edges):
            inside = counted & (angles >= low) & (angles < high)
            if inside.any():
                recall = tuple(float((ranks[inside] < k).mean()) for k in _AT)
                yield TurnBand(angle=name, low=low, high=high, photos=int(inside.sum()), recall=recall)


def _ranks(
    features: NDArray[np.float32], identities: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """For each photo how many strangers' photos come before its best mate, and whether it has a mate at all."""
    scores = (features @ features.T).astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    same = identities[:, None] == identities[None]
    best = np.where(same, scores, -np.inf).max(axis=1)
    ranks = (np.where(same, -np.inf, scores) > best[:, None]).sum(axis=1).astype(np.int64)
    return ranks, np.isfinite(best)


def _value(face: AlignedFace, measure: str) -> float:
    return next(finding.value for finding in face.findings if finding.measure == measure)
