"""Gather everything a report says: from the stored record, its pictures and the gallery, never from a screen.

A report is a row of section builders. A builder takes the material and gives the sections it has something for, so a
new part of the report is a function of its own and a line in `SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.pdf_signing import KeyFacts
from forensic_id.core.policy import Policy
from forensic_id.core.ports import ImageLoader, Library, SketchEditor
from forensic_id.core.records import Case, SearchRecord
from forensic_id.core.report import Bullets, ModelFacts, PaperSize, Paragraph, ReportDocument, Section
from forensic_id.core.review import CandidateReview, Decision
from forensic_id.core.rights import Right
from forensic_id.core.second_review import SecondReview
from forensic_id.services.blindness import note_reading, refuse_blind
from forensic_id.services.report_candidates import (
    KnownCandidate,
    candidates_section,
    known_candidates,
    plate_sections,
)
from forensic_id.services.report_conclusions import Conclusion, brief_section, conclusions
from forensic_id.services.report_examination import examination_section, rank_ranges
from forensic_id.services.report_people import described, described_producer, signing_name
from forensic_id.services.report_policy import office_lines, policy_section
from forensic_id.services.report_sections import (
    assessment_section,
    by_hand_section,
    case_section,
    limits_section,
    search_section,
    signature_section,
    warnings_section,
)
from forensic_id.services.report_sketches import ShownSketch, plate_pictures, shown_sketches, sketch_sections
from forensic_id.services.report_standing import (
    Standing,
    examiners,
    report_standing,
    second_review_section,
    standing_section,
)
from forensic_id.services.report_validation import validation_section

DEFAULT_PLATES = 5
MOST_PLATES = 50
OptionalPart = Literal["image quality", "validation figures"]
OPTIONAL_PARTS: tuple[OptionalPart, ...] = ("image quality", "validation figures")
"""What a report may be made without. It then says so: a reader knows that there is more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """Which search, on what paper, with how many side-by-side plates, and without what; `produced_at` is ISO 8601.

    Plates show those first who were not excluded, then others who were reviewed, then the rest of the list.
    `signed_with` is the key that signs what the report leaves the program in, None: nothing is signed.
    `paper` None: what the policy profile says. `final_reason` makes a report final that lacks the second examiner,
    where the profile allows it.
    """

    search_id: int
    produced_at: str
    paper: PaperSize | None = None
    plates: int = DEFAULT_PLATES
    left_out: frozenset[OptionalPart] = frozenset()
    signed_with: KeyFacts | None = None
    final_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReportMaterial:
    """What section builders draw on. `model` None: the bundle of the search is not installed here."""

    request: ReportRequest
    library: Library
    loader: ImageLoader
    case: Case
    record: SearchRecord
    sketches: tuple[ShownSketch, ...]
    known: tuple[KnownCandidate, ...]
    reviews: tuple[CandidateReview, ...]
    second_reviews: tuple[SecondReview, ...]
    conclusions: tuple[Conclusion, ...]
    standing: Standing
    model: ModelFacts | None
    policy: Policy


SectionBuilder = Callable[[ReportMaterial], Iterable[Section]]


def build_report(
    library: Library,
    loader: ImageLoader,
    request: ReportRequest,
    *,
    model: ModelFacts | None = None,
    editor: SketchEditor | None = None,
) -> ReportDocument:
    """The document of a stored search. Nothing is written; logged is that somebody saw what others concluded.

    `editor` repeats the edits of a sketch, to show what came out; without one they are listed only.
    `model` describes the installed bundle; its figures are printed only when it is the one the search used.
    Raises NotFoundError for an unknown search, TamperedError when the sketch or the record was altered,
    InvalidInputError for a number of plates that cannot be printed or a reason that the profile does not allow,
    NotPermittedError for a second examiner who is still blind.
    """
    library.require(Right.BROWSE)
    refuse_blind(library, request.search_id)
    if not 0 <= request.plates <= MOST_PLATES:
        raise InvalidInputError(f"A report has 0 to {MOST_PLATES} side-by-side plates, not {request.plates}.")
    material = _gather(library, loader, request, model, editor)
    reference = (f"Case {material.case.number}", f"Search {material.record.search_id}", material.policy.footer)
    return ReportDocument(
        title="Report on a sketch search",
        reference=" · ".join(part for part in reference if part),
        produced_at=request.produced_at,
        banner=material.standing.banner,
        banner_note=material.policy.banner,
        office=office_lines(material.policy),
        sections=tuple(section for builder in SECTIONS for section in builder(material)),
    )


def _gather(
    library: Library,
    loader: ImageLoader,
    request: ReportRequest,
    model: ModelFacts | None,
    editor: SketchEditor | None,
) -> ReportMaterial:
    record = library.cases.search(request.search_id)
    policy, reviews = library.policies.current(), library.reviews.newest(record.search_id)
    seconds = library.second_reviews.of_search(record.search_id)
    note_reading(library, record.search_id, reviews)
    return ReportMaterial(
        request=request,
        library=library,
        loader=loader,
        case=library.cases.case(record.case_number),
        record=record,
        sketches=shown_sketches(record, library, loader, editor),
        known=known_candidates(record, library),
        reviews=reviews,
        second_reviews=seconds,
        conclusions=conclusions(reviews, seconds),
        standing=report_standing(library, policy, reviews, seconds, final_reason=request.final_reason),
        model=model if model is not None and model.bundle_id == record.bundle_id else None,
        policy=policy,
    )


def _standing(material: ReportMaterial) -> Iterable[Section]:
    yield standing_section(material.library, material.standing, material.reviews, material.second_reviews)


def _brief(material: ReportMaterial) -> Iterable[Section]:
    yield brief_section(material.record, material.conclusions, material.known)


def _case(material: ReportMaterial) -> Iterable[Section]:
    yield case_section(material.case)


def _policy(material: ReportMaterial) -> Iterable[Section]:
    yield policy_section(material.policy, material.library.policies.at(material.record.created_at))


def _warnings(material: ReportMaterial) -> Iterable[Section]:
    yield warnings_section(material.record, _later_warnings(material.known))


def _sketch(material: ReportMaterial) -> Iterable[Section]:
    quality = "image quality" not in material.request.left_out
    return sketch_sections(material.record, material.sketches, material.known, quality=quality)


def _search(material: ReportMaterial) -> Iterable[Section]:
    by = described(material.library, material.record.searched_by)
    yield search_section(material.record, material.model, searched_by=by)
    yield assessment_section(material.record, material.model)


def _candidates(material: ReportMaterial) -> Iterable[Section]:
    yield candidates_section(material.known, material.library.gallery, _said(material))


def _examination(material: ReportMaterial) -> Iterable[Section]:
    by_two = any(each.by_two for each in material.conclusions)
    yield examination_section(material.record, material.reviews, material.known, by_two=by_two)


def _second_review(material: ReportMaterial) -> Iterable[Section]:
    history = material.library.reviews.history(material.record.search_id)
    section = second_review_section(material.library, material.second_reviews, history, material.known)
    if section is not None:
        yield section


def _plates(material: ReportMaterial) -> Iterable[Section]:
    return plate_sections(
        _chosen(material),
        material.library.gallery,
        material.loader,
        plate_pictures(material.sketches),
        _said(material),
    )


def _said(material: ReportMaterial) -> dict[int, str]:
    """What was concluded, by rank, in short."""
    return {each.rank: each.status for each in material.conclusions}


def _chosen(material: ReportMaterial) -> tuple[KnownCandidate, ...]:
    """The candidates that get a plate, in rank order."""
    found = {each.rank: each for each in material.conclusions}

    def weight(item: KnownCandidate) -> int:
        conclusion = found.get(item.candidate.rank)
        if conclusion is None:
            return 2
        return 1 if conclusion.decision is Decision.EXCLUDED and not conclusion.disputed else 0

    chosen = sorted(material.known, key=weight)[: material.request.plates]
    return tuple(sorted(chosen, key=lambda item: item.candidate.rank))


def _validation(material: ReportMaterial) -> Iterable[Section]:
    if "validation figures" not in material.request.left_out:
        yield validation_section(material.model)


def _limits(material: ReportMaterial) -> Iterable[Section]:
    yield limits_section(material.policy.limits)


def _by_hand(material: ReportMaterial) -> Iterable[Section]:
    parts = examiners(material.reviews, material.second_reviews)
    people = [(signing_name(material.library, name), part) for part, names in parts.items() for name in names]
    if people and material.standing.final:
        yield by_hand_section(people)


def _signature(material: ReportMaterial) -> Iterable[Section]:
    if material.request.signed_with is not None:
        producer = described_producer(material.library)
        yield signature_section(material.request.signed_with, producer)


def _left_out(material: ReportMaterial) -> Iterable[Section]:
    left_out = (part for part in OPTIONAL_PARTS if part in material.request.left_out)
    items = (*(f"{part[0].upper()}{part[1:]}" for part in left_out), *_plates_left_out(material))
    if items:
        text = "Whoever produced this report left out what follows. The library still holds it, and can print it."
        yield Section(title="Left out of this report", blocks=(Paragraph(text=text), Bullets(items=items)))


def _plates_left_out(material: ReportMaterial) -> Iterable[str]:
    """Reviewed candidates that have no plate."""
    shown = {item.candidate.rank for item in _chosen(material)}
    without = [each.rank for each in material.conclusions if each.rank not in shown]
    if without:
        yield f"Side-by-side plates of reviewed candidates, at rank: {rank_ranges(without)}"


SECTIONS: tuple[SectionBuilder, ...] = (
    _standing,
    _brief,
    _case,
    _warnings,
    _sketch,
    _search,
    _candidates,
    _examination,
    _second_review,
    _plates,
    _limits,
    _validation,
    _policy,
    _left_out,
    _by_hand,
    _signature,
)
"""The parts of a report in the order of its pages."""


def _later_warnings(known: tuple[KnownCandidate, ...]) -> tuple[str, ...]:
    """What changed in the gallery after the search."""
    said = []
    for how, is_meant in (
        ("removed from the gallery", False),
        ("erased (by order or by retention date)", True),
    ):
        ranks = [str(each.candidate.rank) for each in known if each.photo is None and bool(each.erased) is is_meant]
        if ranks:
            said.append(f"Photos of the candidates at rank {', '.join(ranks)} were {how} since this search.")
    return tuple(said)


__all__ = [
    "DEFAULT_PLATES",
    "MOST_PLATES",
    "OPTIONAL_PARTS",
    "OptionalPart",
    "ReportMaterial",
    "ReportRequest",
    "SectionBuilder",
    "build_report",
]
