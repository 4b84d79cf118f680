"""Search a sketch in the gallery and keep the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from forensic_id.core.calibration import Calibration
from forensic_id.core.errors import InvalidInputError
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
    Box,
    Candidate,
    Case,
    FivePoints,
    ListVerdict,
    SearchParameters,
    SearchRecord,
)
from forensic_id.services.assess_list import assess_list
from forensic_id.services.probe import Probe, SketchOrigin, SketchReader
from forensic_id.services.search_pool import SearchPool, load_pool

MOST_CANDIDATES = 10_000
MOST_SAMPLES = 10_000
LARGEST_SEED = 2**64 - 1

_STEPS = ("Reading the gallery", "Reading the sketch", "Searching")


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
    """One sketch to search under a case; `box` and `landmarks` replace what would be detected."""

    sketch: Path
    case_number: str
    parameters: SearchParameters = field(default_factory=SearchParameters)
    box: Box | None = None
    landmarks: FivePoints | None = None
    origin: SketchOrigin = field(default_factory=SketchOrigin)


def identify(
    request: IdentifyRequest,
    tools: SearchTools,
    *,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> SearchRecord:
    """Search the sketch and return the stored record. The sketch never enters the gallery.

    Raises NotFoundError or InvalidInputError without an open case, InvalidInputError for parameters that cannot be
    used or an empty pool, ImageRefusedError, FaceNotFoundError, CancelledError.
    """

    def step(number: int) -> None:
        stop_if_cancelled(cancelled)
        progress(Progress(stage=_STEPS[number], done=number, total=len(_STEPS)))

    case = open_case(tools.library.cases, request.case_number)
    check_parameters(request.parameters)
    origin = request.origin.checked()
    step(0)
    pool = load_pool(tools.library.gallery, tools.reader.encoder.bundle_id, request.parameters.filters)
    step(1)
    probe = tools.reader.read(request.sketch, box=request.box, landmarks=request.landmarks)
    step(2)
    return search(tools, pool, probe, case=case, parameters=request.parameters, origin=origin)


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
    ranked = rank(tools, pool, probe, parameters)
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
    )
    return tools.library.cases.add_search(record, sketch=probe.image, crop=probe.face.crop)


def rank(tools: SearchTools, pool: SearchPool, probe: Probe, parameters: SearchParameters) -> RankedList:
    """Draw photo features for the probe, score every photo of the pool, fuse per subject, keep the best."""
    sigma = tools.generator.sigma
    samples = tools.generator.sample(probe.feature, count=parameters.samples, seed=parameters.seed)
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


def check_parameters(parameters: SearchParameters) -> None:
    """Raise InvalidInputError when a number is out of range or the fusion unknown."""
    ranges = {"top": (1, MOST_CANDIDATES), "samples": (1, MOST_SAMPLES), "seed": (0, LARGEST_SEED)}
    for name, (low, high) in ranges.items():
        value = getattr(parameters, name)
        if not low <= value <= high:
            raise InvalidInputError(f"The value of {name} must be from {low} to {high}, not {value}.")
    if parameters.fusion not in ("max", "mean"):
        raise InvalidInputError(f"Photos of a subject are fused by max or mean, not by {parameters.fusion!r}.")
