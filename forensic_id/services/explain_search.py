"""Seeing why a stored search came out as it did: everything is made again from the record, nothing is remembered.

Each picture has a sentence that says what it shows and what it does not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.occlusion import PatchGrid
from forensic_id.core.plane import principal_plane
from forensic_id.core.ports import Library
from forensic_id.core.preprocessing import CROP_SIZE
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import Candidate, FeatureTable, FloatArray, SearchRecord, UInt8Array
from forensic_id.core.rights import Right
from forensic_id.services.identify import SearchTools

DRAWN_CANDIDATES = 20
"""Candidates on the plane: more would hide each other."""

PATCHES = PatchGrid(size=CROP_SIZE, side=28, step=12)
"""A quarter of the crop's side, the size of an eye with its brow; 64 patches, a second or two."""

_PATCHES_AT_A_TIME = 16

PLANE_MEANING = (
    "Each point is a face as the model sees it: what was drawn, the {samples:,} photos the model imagines for it, and"
    " the first {candidates:,} candidates; nearer to the imagined photos means ranked higher."
)
PLANE_CAVEAT = (
    "The plane shows {shown:.0%} of the differences between these points: points that lie close here may be apart in"
    " the directions not shown."
)
CURVE_MEANING = (
    "The log density of each candidate by rank: a first candidate far above the others stands out, a smooth slope"
    " means that nobody does."
)
CURVE_POPULATION = " The line marks the mean of the people searched, the bands one to three deviations above it."
CURVE_CAVEAT = (
    "Log densities order this one list; they are no probabilities and cannot be compared between searches. Somebody"
    " always ranks first."
)
OCCLUSION_MEANING = (
    "Each place tells how the log density of the candidate at rank {rank} falls (likeness rests on it) or rises"
    " (likeness suffers from it) when a patch of the sketch is covered there."
)
OCCLUSION_CAVEAT = (
    "It tells what the model looked at in this drawing, not which features two faces share; a covered patch is itself"
    " something no face has, so small changes mean nothing."
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReproducedProbe:
    """What a stored search went by, made again: crops of its k sketches, features (k, D), samples (k * m, D)."""

    record: SearchRecord
    crops: tuple[UInt8Array, ...]
    features: FloatArray
    samples: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SearchPlane:
    """The paper's Figure 1 for one search: float64 coordinates on a plane. `meaning` and `caveat` are sentences."""

    sketches: NDArray[np.float64]
    """(k, 2)"""
    samples: NDArray[np.float64]
    """(k * m, 2)"""
    candidates: tuple[tuple[Candidate, tuple[float, float]], ...]
    shown: float
    """Share of the variance on the plane, from 0 to 1."""
    meaning: str
    caveat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DensityCurve:
    """Log densities of the list by rank; mean and deviation of the population where they were recorded."""

    log_densities: tuple[float, ...]
    mean: float | None
    deviation: float | None
    meaning: str
    caveat: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OcclusionMap:
    """Change of one candidate's log density, float64 (112, 112), when the sketch is covered around each pixel."""

    candidate: Candidate
    crop: UInt8Array
    changes: NDArray[np.float64]
    """Negative: the likeness rests on this place."""
    meaning: str
    caveat: str


def reproduce_probe(search_id: int, tools: SearchTools) -> ReproducedProbe:
    """Encode the stored crop (those of all sketches, where several were fused) and draw the samples again.

    Raises NotFoundError, TamperedError, and InvalidInputError when another bundle is in use than the search's.
    """
    tools.library.require(Right.BROWSE)
    record = tools.library.cases.search(search_id)
    if record.bundle_id != tools.reader.encoder.bundle_id:
        raise InvalidInputError(
            f"Search {search_id} was made with the model {record.bundle_name} ({record.bundle_id[:12]}), and another"
            " one is in use now. Choose that model on the page Training to see why the list came out as it did."
        )
    crops = tuple(tools.library.cases.sketch_crop(part) for part in record.parts or (search_id,))
    features = tools.reader.encoder.encode_sketches(np.stack(crops))
    return ReproducedProbe(record=record, crops=crops, features=features, samples=_samples(tools, record, features))


def explain_plane(
    search_id: int, tools: SearchTools, *, cancelled: CancelCheck = never_cancelled, most: int = DRAWN_CANDIDATES
) -> SearchPlane:
    """Sketch, samples and the first `most` candidates that the gallery still holds, on their principal plane.

    Raises as `reproduce_probe`, and CancelledError.
    """
    tools.library.require(Right.BROWSE)
    probe = reproduce_probe(search_id, tools)
    stop_if_cancelled(cancelled)
    held = _held_crops(probe.record.candidates[:most], tools.library)
    features = tools.reader.encoder.encode_photos(np.stack([crop for _, crop in held])) if held else probe.samples[:0]
    stop_if_cancelled(cancelled)
    plane = principal_plane(np.concatenate([probe.features, probe.samples, features]))
    sketches, drawn = len(probe.features), len(probe.samples)
    places = [(float(x), float(y)) for x, y in plane.coordinates[sketches + drawn :]]
    return SearchPlane(
        sketches=plane.coordinates[:sketches],
        samples=plane.coordinates[sketches : sketches + drawn],
        candidates=tuple(zip((candidate for candidate, _ in held), places, strict=True)),
        shown=plane.shown,
        meaning=PLANE_MEANING.format(samples=drawn, candidates=len(held)),
        caveat=PLANE_CAVEAT.format(shown=plane.shown),
    )


def density_curve(record: SearchRecord) -> DensityCurve:
    """The list's log densities beside the population they were compared with when the search was made."""
    verdict = record.verdict
    return DensityCurve(
        log_densities=tuple(candidate.log_density for candidate in record.candidates),
        mean=verdict.mean if verdict else None,
        deviation=verdict.deviation if verdict else None,
        meaning=CURVE_MEANING + (CURVE_POPULATION if verdict else ""),
        caveat=CURVE_CAVEAT,
    )


def explain_candidate(
    search_id: int,
    rank: int,
    tools: SearchTools,
    *,
    sketch: int = 0,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> OcclusionMap:
    """Cover the sketch patch by patch and score the candidate's photo each time, with the same noise.

    Where several sketches were fused, only the one at place `sketch` is covered. Raises as `reproduce_probe`,
    NotFoundError for a rank not on the list or a photo removed since, CancelledError.
    """
    tools.library.require(Right.BROWSE)
    probe = reproduce_probe(search_id, tools)
    candidate = _candidate_at(probe.record, rank)
    crop = probe.crops[sketch]
    table = _one_row(candidate, tools)
    corners = PATCHES.corners
    plain = _score(table, probe.samples, tools)
    changes = np.empty(len(corners))
    for start in range(0, len(corners), _PATCHES_AT_A_TIME):
        stop_if_cancelled(cancelled)
        progress(Progress(stage="Covering the sketch", done=start, total=len(corners)))
        part = corners[start : start + _PATCHES_AT_A_TIME]
        for place, feature in enumerate(tools.reader.encoder.encode_sketches(PATCHES.covered(crop, part)), start):
            features = probe.features.copy()
            features[sketch] = feature
            changes[place] = _score(table, _samples(tools, probe.record, features), tools) - plain
    progress(Progress(stage="Covering the sketch", done=len(corners), total=len(corners)))
    return OcclusionMap(
        candidate=candidate,
        crop=crop,
        changes=PATCHES.spread(changes),
        meaning=OCCLUSION_MEANING.format(rank=rank),
        caveat=OCCLUSION_CAVEAT,
    )


def _samples(tools: SearchTools, record: SearchRecord, features: FloatArray) -> FloatArray:
    """As the search drew them: equally many for each sketch, from the same noise."""
    chosen = record.parameters
    drawn = [tools.generator.sample(feature, count=chosen.samples, seed=chosen.seed) for feature in features]
    return np.concatenate(drawn)


def _score(table: FeatureTable, samples: FloatArray, tools: SearchTools) -> float:
    return float(tools.scorer.log_densities(table, samples, tools.generator.sigma)[0])


def _one_row(candidate: Candidate, tools: SearchTools) -> FeatureTable:
    return FeatureTable(
        photo_ids=np.array([candidate.photo_id], dtype=np.int64),
        subject_ids=np.array([candidate.subject_id], dtype=np.int64),
        features=tools.reader.encoder.encode_photos(tools.library.gallery.crop(candidate.photo_id)[None]),
        snapshot_id="",
    )


def _candidate_at(record: SearchRecord, rank: int) -> Candidate:
    for candidate in record.candidates:
        if candidate.rank == rank:
            return candidate
    raise NotFoundError(f"Search {record.search_id} has no candidate at rank {rank}.")


def _held_crops(candidates: tuple[Candidate, ...], library: Library) -> list[tuple[Candidate, UInt8Array]]:
    """The crops of those candidates whose photos were not removed since."""
    held = []
    for candidate in candidates:
        try:
            held.append((candidate, library.gallery.crop(candidate.photo_id)))
        except NotFoundError:
            continue
    return held
