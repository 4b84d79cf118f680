"""What each quality measure costs: recall and landmarks under known damage, and where recall begins to suffer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.records import AlignedFace, UInt8Array
from forensic_id.vision.alignment import align_to_template
from forensic_id.vision.template import TEMPLATE, Points, as_landmarks, as_points, eye_distance
from trainer.evaluation.damage import DAMAGES
from trainer.evaluation.held_out_pairs import MARGIN, Components, HeldOutFaces, HeldOutSearch, aligned

SUFFERS = 0.05
"""Recall@10 lost from which a fault is worth a warning: some ten of the 213 held-out sketches."""
AT = (1, 10)
SAMPLES = 10
JITTERS = (0.0, 0.02, 0.04, 0.06, 0.08, 0.12)
"""Mean errors of the landmarks over the eye distance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One step of one damage on one side of the search.

    `value` is the median of the quality measure, `warned` the share of faces that the application warns of,
    `moved` the mean distance by which the landmarks moved over the eye distance, `recall` at `AT`.
    """

    damage: str
    side: str
    level: float | None
    """None: undamaged."""
    value: float
    warned: float
    moved: float
    recall: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JitterEffect:
    """Recall with landmarks off at random by `error` over the eye distance on photos and sketches alike."""

    kind: str
    error: float
    recall: tuple[float, ...]


class QualityStudy:
    """Damages the held-out faces step by step and searches."""

    def __init__(self, parts: Components, faces: HeldOutFaces) -> None:
        """Aligns the undamaged faces."""
        self._parts = parts
        self._pictures = {"photo": faces.photos, "sketch": faces.sketches}
        self._undamaged = {side: self._aligned(pictures, 1.0) for side, pictures in self._pictures.items()}
        self._search = HeldOutSearch(
            parts,
            faces,
            photos=_crops(self._undamaged["photo"]),
            sketches=_crops(self._undamaged["sketch"]),
            samples=SAMPLES,
        )
        self._faces = faces

    def effects(self) -> Iterator[Effect]:
        """Every damage in every step, on the photos and sketches that it happens to."""
        for name, damage in DAMAGES.items():
            for side in damage.sides:
                for level in (None, *damage.levels):
                    yield self._effect(name, side, level)

    def jitter(self) -> Iterator[JitterEffect]:
        """Recall under random landmarks, of single points and of the five together."""
        for kind, moves in MOVES.items():
            for error in JITTERS:
                random = np.random.default_rng(1)
                photos, sketches = (
                    np.stack([_jittered(picture, moves(random), error) for picture in self._pictures[side]])
                    for side in ("photo", "sketch")
                )
                search = HeldOutSearch(self._parts, self._faces, photos=photos, sketches=sketches, samples=SAMPLES)
                yield JitterEffect(kind=kind, error=error, recall=_recall(search.ranks_of_sketches(sketches)))

    def _effect(self, name: str, side: str, level: float | None) -> Effect:
        damage = DAMAGES[name]
        scale = 1.0 if level is None else damage.scale(level)
        faces = self._undamaged[side]
        if level is not None:
            faces = self._aligned([damage.apply(picture, level) for picture in self._pictures[side]], scale)
        found = [finding for face in faces for finding in face.findings if finding.measure == damage.measure]
        moved = [_distance(face, scale, before) for face, before in zip(faces, self._undamaged[side], strict=True)]
        return Effect(
            damage=name,
            side=side,
            level=level,
            value=float(np.median([finding.value for finding in found])),
            warned=float(np.mean([finding.warning is not None for finding in found])),
            moved=float(np.mean(moved)),
            recall=_recall(self._ranks(side, _crops(faces))),
        )

    def _aligned(self, pictures: Sequence[UInt8Array] | UInt8Array, scale: float) -> list[AlignedFace]:
        return [aligned(self._parts.pipeline, picture, scale=scale) for picture in pictures]

    def _ranks(self, side: str, crops: UInt8Array) -> NDArray[np.int64]:
        if side == "photo":
            return self._search.ranks_of_photos(crops)
        return self._search.ranks_of_sketches(crops)


def threshold(effects: Sequence[Effect]) -> float | None:
    """The value of the measure at which recall@10 has fallen by `SUFFERS`, between two steps of one damage.

    `effects` begin with the undamaged faces. None when recall never falls so far.
    """
    enough = effects[0].recall[-1] - SUFFERS
    for before, after in pairwise(effects):
        if after.recall[-1] < enough:
            share = (before.recall[-1] - enough) / (before.recall[-1] - after.recall[-1])
            return before.value + min(max(share, 0.0), 1.0) * (after.value - before.value)
    return None


def _crops(faces: Sequence[AlignedFace]) -> UInt8Array:
    return np.stack([face.crop for face in faces])


def _recall(ranks: NDArray[np.int64]) -> tuple[float, ...]:
    return tuple(float((ranks < k).mean()) for k in AT)


def _distance(face: AlignedFace, scale: float, undamaged: AlignedFace) -> float:
    points = (as_points(face.landmarks) + 0.5) / scale - 0.5
    before = as_points(undamaged.landmarks)
    return float(np.hypot(*(points - before).T).mean()) / eye_distance(before)


def _single_points(random: np.random.Generator) -> Points:
    return random.normal(size=(5, 2))


def _all_together(random: np.random.Generator) -> Points:
    """A shift of all five: the part of an error that alignment does not average out."""
    return np.repeat(random.normal(size=(1, 2)), 5, axis=0)


MOVES: dict[str, Callable[[np.random.Generator], Points]] = {
    "each point by itself": _single_points,
    "all five together": _all_together,
}


def _jittered(picture: UInt8Array, move: Points, error: float) -> UInt8Array:
    """The crop that landmarks wrong by `error` in the mean give; moves are normal, of deviation 1 along each axis."""
    points = as_points(TEMPLATE)
    mean_length = float(np.sqrt(np.pi / 2))
    wrong = points + MARGIN + move * (error * eye_distance(points) / mean_length)
    return align_to_template(picture, as_landmarks(wrong))
