"""Search a sketch, or several of one person, in the gallery and keep the records.

Several sketches (versions, witnesses) are fused as the mixture of their densities: sketch i proposes photo features
g_i1..g_im, its Parzen density is p_i(f) = 1/m sum_j K(f - g_ij), and the fused density is p(f) = 1/k sum_i p_i(f),
with equal weights. As every sketch draws the same number of samples, that is the Parzen density of all k*m samples
pooled: a photo scores high when it lies where any of the sketches expects the person, and no score of one sketch has
to be compared with that of another. Every single search is stored as a record of its own, and the fused record refers
to them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from forensic_id.core.calibration import Calibration
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.policy import MOST_CANDIDATES, SKETCH_FIELDS
from forensic_id.core.ports import CaseStore, DensityScorer, FeatureGenerator, Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import (
    Candidate,
    Case,
    ListVerdict,
    SearchParameters,
    SearchRecord,
)
from forensic_id.core.rights import Right
from forensic_id.services.assess_list import assess_list
from forensic_id.services.probe import Probe, SketchInput, SketchOrigin, SketchReader
from forensic_id.services.search_pool import SearchPool, load_pool

MOST_SAMPLES = 10_000
LARGEST_SEED = 2**64 - 1
MOST_SKETCHES = 20

NOT_CHOSEN_FOR_FUSED = "The threshold of the verdict on this list was chosen for single sketches, not for fused ones."


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTools:
    """Everything a search needs; `clock` gives the present time with its zone, `calibration` is the bundle's."""

    library: Library
    reader: SketchReader
    generator: FeatureGenerator
    scorer: DensityScorer
    clock: Callable[[], datetime]
    app_version: str
    calibration: Calibration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedList:
    """What ranking a pool gives: the candidates, and whether the first of them stands out."""

    candidates: tuple[Candidate, ...]
    verdict: ListVerdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifyRequest:
    """One sketch to search under a case, or several of one person to be fused."""

    sketches: tuple[SketchInput, ...]
    case_number: str
    parameters: SearchParameters = field(default_factory=SearchParameters)


def identify(
    request: IdentifyRequest,
    tools: SearchTools,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> SearchRecord:
    """Search the sketches and return the stored record: the fused one where there are several.

    No sketch ever enters the gallery. Raises NotFoundError or InvalidInputError without an open case,
    InvalidInputError for sketches or parameters that cannot be used, an empty pool or what the policy profile does
    not allow, ImageRefusedError, FaceNotFoundError, CancelledError; then nothing was stored.
    """
    tools.library.require(Right.SEARCH)
    total = len(request.sketches) + 2

    def step(number: int, stage: str) -> None:
        stop_if_cancelled(cancelled)
        progress(Progress(stage=stage, done=number, total=total))

    case = open_case(tools.library.cases, request.case_number)
    check_parameters(request.parameters)
    sketches = checked_sketches(request.sketches)
    for sketch in sketches:
        check_policy(tools.library, request.parameters, sketch.origin)
    step(0, "Reading the gallery")
    pool = load_pool(tools.library.gallery, tools.reader.encoder.bundle_id, request.parameters.filters)
    probes = []
    for number, sketch in enumerate(sketches, start=1):
        step(number, "Reading the sketch" if len(sketches) == 1 else "Reading the sketches")
        probes.append(tools.reader.read(sketch))
    _refuse_equal(probes)
    step(total - 1, "Searching")
    with tools.library.transaction():
        records = [
            search(tools, pool, probe, case=case, parameters=request.parameters, origin=sketch.origin)
            for probe, sketch in zip(probes, sketches, strict=True)
        ]
        return records[0] if len(records) == 1 else _fused_search(tools, pool, probes, records)


def checked_sketches(sketches: Sequence[SketchInput]) -> tuple[SketchInput, ...]:
    """The sketches with their origins checked. Raises InvalidInputError for none, too many or a bad origin."""
    if not 1 <= len(sketches) <= MOST_SKETCHES:
        raise InvalidInputError(f"A search needs from 1 to {MOST_SKETCHES} sketches, not {len(sketches)}.")
    return tuple(replace(sketch, origin=sketch.origin.checked()) for sketch in sketches)


def search(
    tools: SearchTools,
    pool: SearchPool,
    probe: Probe,
    *,
    case: Case,
    parameters: SearchParameters,
    origin: SketchOrigin,
) -> SearchRecord:
    """Rank the pool for a probe and store the record with its audit entry."""
    ranked = rank(tools, pool, (probe,), parameters)
    record = SearchRecord(
        case_number=case.number,
        created_at=tools.clock().isoformat(timespec="milliseconds"),
        app_version=tools.app_version,
        sketch=probe.details(origin),
        parameters=parameters,
        bundle_id=tools.reader.encoder.bundle_id,
        bundle_name=tools.generator.bundle_name,
        sigma=tools.generator.sigma,
        gallery_snapshot=pool.table.snapshot_id,
        gallery_photos=pool.gallery_photos,
        gallery_subjects=pool.gallery_subjects,
        pool_photos=pool.photos,
        pool_subjects=pool.subjects,
        warnings=probe.warnings + pool.warnings,
        candidates=ranked.candidates,
        verdict=ranked.verdict,
        searched_by=tools.library.principal.name,
    )
    return tools.library.cases.add_search(record, sketch=probe.image, crop=probe.face.crop)


def _fused_search(
    tools: SearchTools, pool: SearchPool, probes: Sequence[Probe], parts: Sequence[SearchRecord]
) -> SearchRecord:
    """Rank the pool under all probes together and store a record that refers to the single searches."""
    first = parts[0]
    ranked = rank(tools, pool, probes, first.parameters)
    told = tuple(f"“{probe.image.name}”: {warning}" for probe in probes for warning in probe.warnings)
    unproven = () if ranked.verdict is None else (NOT_CHOSEN_FOR_FUSED,)
    record = replace(
        first,
        search_id=0,
        created_at=tools.clock().isoformat(timespec="milliseconds"),
        warnings=(*told, *pool.warnings, *unproven),
        candidates=ranked.candidates,
        verdict=ranked.verdict,
        parts=tuple(part.search_id for part in parts),
    )
    return tools.library.cases.add_search(record, sketch=probes[0].image, crop=probes[0].face.crop)


def _refuse_equal(probes: Sequence[Probe]) -> None:
    """The same face twice would count twice."""
    seen: set[str] = set()
    for probe in probes:
        if probe.crop_sha256 in seen:
            raise InvalidInputError(
                f"“{probe.image.name}” shows the very same face as another of the sketches: leave one of them out."
            )
        seen.add(probe.crop_sha256)


def rank(tools: SearchTools, pool: SearchPool, probes: Sequence[Probe], parameters: SearchParameters) -> RankedList:
    """Draw photo features for each probe, score every photo under all of them, fuse per subject, keep the best."""
    sigma = tools.generator.sigma
    samples = np.concatenate(
        [tools.generator.sample(probe.feature, count=parameters.samples, seed=parameters.seed) for probe in probes]
    )
    found = tools.scorer.rank(pool.table, samples, sigma, fusion=parameters.fusion, top=parameters.top)
    verdict = assess_list(
        tools.calibration, tools.scorer, pool, samples, sigma, fusion=parameters.fusion, candidates=found
    )
    return RankedList(candidates=found, verdict=verdict)


def open_case(cases: CaseStore, number: str) -> Case:
    """The case, which must be open: no search without a purpose. Raises NotFoundError, InvalidInputError."""
    case = cases.case(number)
    if case.closed_at is not None:
        raise InvalidInputError(
            f"The case {case.number} was closed at {case.closed_at}: it takes no more searches. Open a new case."
        )
    return case


def check_policy(library: Library, parameters: SearchParameters, origin: SketchOrigin) -> None:
    """Raise InvalidInputError when the library's policy profile does not allow the search."""
    details: dict[str, str] = {name: getattr(origin, name) for name in SKETCH_FIELDS}
    library.policies.current().check_search(top=parameters.top, sketch=details)


def check_parameters(parameters: SearchParameters) -> None:
    """Raise InvalidInputError when a number is out of range or the fusion unknown."""
    ranges = {"top": (1, MOST_CANDIDATES), "samples": (1, MOST_SAMPLES), "seed": (0, LARGEST_SEED)}
    for name, (low, high) in ranges.items():
        value = getattr(parameters, name)
        if not low <= value <= high:
            raise InvalidInputError(f"The value of {name} must be from {low} to {high}, not {value}.")
    if parameters.fusion not in ("max", "mean"):
        raise InvalidInputError(f"Photos of a subject are fused by max or mean, not by {parameters.fusion!r}.")
