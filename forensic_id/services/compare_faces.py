"""Verification (1:1): how much the likeness of one sketch and one photo says about whether they show one person.

The likeness is measured against the people of the gallery, or those who pass a filter: they stand for whom else the
sketch could show. Without them a log density says nothing that holds from one kind of picture to another.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from forensic_id.core.calibration import (
    Calibration,
    LikelihoodRatio,
    likelihood_sentence,
    log10_likelihood_ratio,
)
from forensic_id.core.population import SMALLEST_POPULATION, Spread, population_rows, spread_of
from forensic_id.core.records import Box, FeatureTable, Filter, FivePoints, FloatArray, SearchParameters
from forensic_id.core.rights import Right
from forensic_id.services.assess_list import rows_of
from forensic_id.services.identify import SearchTools, check_parameters, open_case
from forensic_id.services.probe import Probe, SketchInput

_ONE = np.zeros(1, np.int64)
NOT_AN_IDENTIFICATION = "A comparison by machine. Not an identification. Not probable cause."
NO_CALIBRATION = (
    "This model has no calibration, so no likelihood ratio can be given. The log density alone has no meaning outside"
    " a ranking."
)
TOO_FEW = (
    "No likelihood ratio can be given: it needs at least"
    f" {SMALLEST_POPULATION} people of the gallery to compare with, and there are {{people}} with a feature of this"
    " model. Import photos of people whom the sketch could show (gallery import, gallery embed) or widen the filters."
)
LIMITS = (
    (
        "The likelihood ratio is not the probability that both pictures show one person: that also depends on what"
        " else is known. It weighs this one result, and nothing else."
    ),
    (
        "It compares the person in the photo with the people of the gallery who passed the filters. It holds as far"
        " as these are people whom the sketch could show instead."
    ),
    (
        "It presumes that the photo was not picked for its likeness. For a candidate of a search, the best of many"
        " strangers, it is far too high."
    ),
    (
        "It was measured on aligned research pictures, with sketches drawn while looking at the photo. A sketch from"
        " a witness's memory is further from its person, and the ratio may be too high or too low for it."
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceToRead:
    """A picture file; `box` and `landmarks` replace what would be detected."""

    path: Path
    box: Box | None = None
    landmarks: FivePoints | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRequest:
    """One sketch and one photo; `filters` choose the population from the gallery; `case_number` empty: no case."""

    sketch: FaceToRead
    photo: FaceToRead
    samples: int = 10
    seed: int = 0
    filters: tuple[Filter, ...] = ()
    case_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The people compared with: all of the gallery that passed the filters, without the one in the photo.

    `spread` is that of their photos' log densities under the sketch, None for too few people; `snapshot_id` names the
    state of the gallery.
    """

    people: int
    filters: tuple[str, ...]
    snapshot_id: str
    spread: Spread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFace:
    """What a comparison records of a picture."""

    file_name: str
    sha256: str
    crop_sha256: str
    landmark_source: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceComparison:
    """The result of a comparison.

    `likeness` is the log density in standard deviations above the population's mean. Without a population of enough
    people there is none, and no likelihood ratio; `unavailable` then says why.
    """

    at: str
    case_number: str
    sketch: ComparedFace
    photo: ComparedFace
    samples: int
    seed: int
    sigma: float
    bundle_id: str
    bundle_name: str
    app_version: str
    log_density: float
    population: Population
    likeness: float | None
    ratio: LikelihoodRatio | None
    unavailable: str

    @property
    def meaning(self) -> str:
        """The result in words."""
        return self.unavailable if self.ratio is None else likelihood_sentence(self.ratio)


def compare_faces(request: CompareRequest, tools: SearchTools) -> FaceComparison:
    """Compare and log it; neither picture is stored, the log keeps their hashes.

    Raises NotFoundError or InvalidInputError for a case that is not open, InvalidInputError for numbers that cannot
    be used, ImageRefusedError, FaceNotFoundError naming the picture.
    """
    tools.library.require(Right.SEARCH)
    check_parameters(SearchParameters(samples=request.samples, seed=request.seed))
    case = open_case(tools.library.cases, request.case_number).number if request.case_number else ""
    drawn, shown = request.sketch, request.photo
    sketch = tools.reader.read(SketchInput(path=drawn.path, box=drawn.box, landmarks=drawn.landmarks))
    photo = tools.reader.read_photo(shown.path, box=shown.box, landmarks=shown.landmarks)
    samples = tools.generator.sample(sketch.feature, count=request.samples, seed=request.seed)
    alone = FeatureTable(photo_ids=_ONE, subject_ids=_ONE, features=photo.feature[None], snapshot_id="")
    log_density = float(tools.scorer.log_densities(alone, samples, tools.generator.sigma)[0])
    population = _population(photo, samples, request.filters, tools)
    ratio, unavailable = _ratio(log_density, population, request.samples, tools.calibration)
    result = FaceComparison(
        at=tools.clock().isoformat(timespec="milliseconds"),
        case_number=case,
        sketch=_described(sketch),
        photo=_described(photo),
        samples=request.samples,
        seed=request.seed,
        sigma=tools.generator.sigma,
        bundle_id=tools.reader.encoder.bundle_id,
        bundle_name=tools.generator.bundle_name,
        app_version=tools.app_version,
        log_density=log_density,
        population=population,
        likeness=None if population.spread is None else population.spread.likeness(log_density),
        ratio=ratio,
        unavailable=unavailable,
    )
    tools.library.audit.append("face.compare", f"case {case}" if case else "no case", _logged(result))
    return result


def describe_comparison(result: FaceComparison, calibration: Calibration | None) -> dict[str, Any]:
    """Plain data of a comparison, with its meaning, limits and how well such ratios did in validation."""
    return {
        "notice": NOT_AN_IDENTIFICATION,
        **asdict(result),
        "meaning": result.meaning,
        "validation": None if calibration is None else ratio_validation(calibration),
        "limits": list(LIMITS),
    }


def ratio_validation(calibration: Calibration) -> str:
    """How well likelihood ratios did on held-out people, in one sentence."""
    found = calibration.likelihood
    return (
        f"Measured on {found.genuine_pairs:,} pairs of one person and {found.impostor_pairs:,} of two, all held out:"
        f" Cllr {found.cllr.value:.3f} ({found.cllr.low:.3f} to {found.cllr.high:.3f}; 0 is perfect, 1 says nothing),"
        f" Cllr_min {found.cllr_min:.3f}, equal error rate {found.equal_error_rate.value:.3f}"
        f" ({found.equal_error_rate.low:.3f} to {found.equal_error_rate.high:.3f}). It supports log10 LR from"
        f" {found.lowest:.2f} to {found.highest:.2f}; others are limited to this range."
    )


def _population(photo: Probe, samples: FloatArray, filters: tuple[Filter, ...], tools: SearchTools) -> Population:
    """The gallery's people under the sketch's samples, without the one in the photo if this photo is enrolled."""
    gallery = tools.library.gallery
    table = gallery.features(tools.reader.encoder.bundle_id, filters=filters)
    enrolled = gallery.photo_by_sha256(photo.image.sha256)
    if enrolled is not None:
        table = rows_of(table, np.flatnonzero(table.subject_ids != enrolled.subject_id))
    people = len(np.unique(table.subject_ids))
    spread = None
    if people >= SMALLEST_POPULATION:
        sample = rows_of(table, population_rows(table.subject_ids))
        spread = spread_of(tools.scorer.log_densities(sample, samples, tools.generator.sigma))
    return Population(
        people=people,
        filters=tuple(str(each) for each in filters),
        snapshot_id=table.snapshot_id,
        spread=spread,
    )


def _ratio(
    log_density: float, population: Population, samples: int, calibration: Calibration | None
) -> tuple[LikelihoodRatio | None, str]:
    """The ratio, or the sentence that says why there is none."""
    if calibration is None:
        return None, NO_CALIBRATION
    if samples != calibration.samples:
        return None, (
            f"The likelihood ratio was calibrated for {calibration.samples} samples and cannot be given for"
            f" {samples}. Compare again with --samples {calibration.samples}."
        )
    if population.spread is None:
        return None, TOO_FEW.format(people=population.people)
    return log10_likelihood_ratio(population.spread.likeness(log_density), calibration.likelihood), ""


def _described(probe: Probe) -> ComparedFace:
    return ComparedFace(
        file_name=probe.image.name,
        sha256=probe.image.sha256,
        crop_sha256=probe.crop_sha256,
        landmark_source=probe.face.landmark_source,
        warnings=probe.warnings,
    )


def _logged(result: FaceComparison) -> dict[str, Any]:
    """What the audit log keeps: enough to repeat the comparison from the same files."""
    kept = asdict(result)
    return {name: kept[name] for name in kept if name not in {"at", "case_number", "unavailable"}}
