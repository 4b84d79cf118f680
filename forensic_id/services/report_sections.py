"""The sections of a report that need only the case, the search record and facts about the model."""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.calibration import Calibration, Estimate, MissRate
from forensic_id.core.moments import shown_time
from forensic_id.core.pdf_signing import KeyFacts
from forensic_id.core.records import Case, Filter, SearchRecord
from forensic_id.core.report import (
    LEAD_BANNER,
    Block,
    Bullets,
    Facts,
    Grid,
    ModelFacts,
    Paragraph,
    Section,
)
from forensic_id.core.signing import shown_fingerprint
from forensic_id.services.assess_list import assessment, validation_sentence

LIMITS = (
    (
        "This list orders the photos of a gallery by likeness to a drawing. A list is no identification: it says"
        " where to look first, and nothing about whether any person on it is the one sought."
    ),
    (
        "A sketch shows what a witness remembered and could describe, and what an artist or a program made of it."
        " Memory fades and errs; the drawing may differ from the person in every feature."
    ),
    (
        "The method proposes how photos of the drawn face may look and measures how densely these proposals lie"
        " around each gallery photo. It proposes; it does not know."
    ),
    "Somebody always ranks first, whether or not the person sought is in the gallery.",
    (
        "The log density orders candidates within this one search. It is neither a percentage nor the probability"
        " that two pictures show the same person, and it cannot be compared between searches."
    ),
    (
        "Figures measured on research data hold for that data. Sketches and galleries of real cases differ from it,"
        " and accuracy may differ between groups of people."
    ),
    (
        "Before any step is taken against a person, a trained examiner must compare the features of the faces, a"
        " second one must review the comparison, and independent evidence is needed."
    ),
)
_ASSESSMENT = (
    "The score tells how far the first candidate is ahead of all people searched, given how many they are; the"
    " threshold was chosen on held-out people. The verdict is about the list as a whole: it does not say that the"
    " first candidate is the person sought, nor that the person sought is not on a list where nothing stands out."
)
_BY_HAND = (
    "Whoever signs confirms the conclusions recorded under the name. The program signs nothing here, and a report is"
    " complete without it where the rules of the place ask for none."
)
_LARGER = (
    "More people were searched than in the validation. The score takes their number into account, but how often the"
    " verdict is wrong in a pool of this size was not measured."
)


def case_section(case: Case) -> Section:
    """Purpose and authority."""
    rows = [
        ("Case number", case.number),
        ("Offence", case.offence),
        ("Legal authority", case.authority),
        ("Requested by", case.requester),
        ("Case opened", shown_time(case.opened_at)),
    ]
    if case.closed_at is not None:
        rows.append(("Case closed", shown_time(case.closed_at)))
    return Section(title="Case and authority", blocks=(Facts(rows=tuple(rows)),))


def warnings_section(record: SearchRecord, later: tuple[str, ...]) -> Section:
    """Warnings of the search, that nothing stands out, and those that arose since; says so when there are none."""
    flat = record.verdict is not None and not record.verdict.informative
    every = (*record.warnings, *((assessment(record),) if flat else ()), *later)
    block: Block = Bullets(items=every, alert=True) if every else Paragraph(text="No warning applies to this search.")
    return Section(title="Warnings", blocks=(block,))


def search_section(record: SearchRecord, model: ModelFacts | None, *, searched_by: str = "") -> Section:
    """Everything needed to repeat the search; `searched_by` names whoever ran it more fully than the record does."""
    chosen = record.parameters
    filters = "; ".join(_filter_words(item) for item in chosen.filters) or "None: the whole gallery was searched"
    rows = [
        ("Searched at", shown_time(record.created_at)),
        ("Searched by", searched_by or record.searched_by or "not recorded"),
        *((("Fuses the searches", ", ".join(str(part) for part in record.parts)),) if record.parts else ()),
        ("Program version", f"forensic_id {record.app_version}"),
        ("Model bundle", record.bundle_name),
        ("SHA-256 of its manifest", record.bundle_id),
        *_model_rows(model),
        ("Gallery state (SHA-256)", record.gallery_snapshot),
        ("Gallery before filters", f"{record.gallery_subjects:,} people, {record.gallery_photos:,} photos"),
        ("Filters", filters),
        ("Searched after filters", f"{record.pool_subjects:,} people, {record.pool_photos:,} photos"),
        ("Generated samples m", f"{chosen.samples} for each sketch" if record.parts else str(chosen.samples)),
        ("Kernel width sigma", f"{record.sigma:g}"),
        ("Seed", str(chosen.seed)),
        ("Fusion of a person's photos", "best photo (max)" if chosen.fusion == "max" else "mean over photos"),
        ("Length of the list K", f"{chosen.top} asked for, {len(record.candidates)} listed"),
    ]
    return Section(title="Search", blocks=(Facts(rows=tuple(rows)),))


def _filter_words(chosen: Filter) -> str:
    """A filter for readers who do not know how it is typed; an open end stays open."""
    name = chosen.name.replace("_", " ")
    if chosen.low == chosen.high:
        return f"{name}: {chosen.low}"
    ends = (f"{word} {end}" for word, end in (("from", chosen.low), ("to", chosen.high)) if end)
    return f"{name} {' '.join(ends)}"


def _model_rows(model: ModelFacts | None) -> list[tuple[str, str]]:
    if model is None:
        return []
    rows = [(f"SHA-256 of {name}", digest) for name, digest in sorted(model.files.items())]
    tones = model.photo_tones
    if tones is not None:
        rows.append(("Photos are read in the tones", f"{tones.level:g} x (grey / mean grey) ^ {tones.exponent:g}"))
    return rows


def assessment_section(record: SearchRecord, model: ModelFacts | None) -> Section:
    """Whether the list is informative, and how often such a verdict was wrong in validation."""
    blocks: list[Block] = [Paragraph(text=assessment(record)), Paragraph(text=_ASSESSMENT)]
    if model is not None and model.calibration is not None:
        blocks.append(Paragraph(text=_how_often_wrong(model.calibration)))
        blocks.append(Paragraph(text=validation_sentence(model.calibration)))
        if record.pool_subjects > model.calibration.candidate_list.people:
            blocks.append(Paragraph(text=_LARGER))
    return Section(title="Does anybody stand out?", blocks=tuple(blocks))


def _how_often_wrong(calibration: Calibration) -> str:
    """The verdict's error rates in numbers of searches."""
    found = calibration.candidate_list
    misses = "; ".join(
        f"about {_of_hundred(each.rate)} gave no informative list with that person {_up_to(each)}"
        for each in found.miss_rates
    )
    return (
        f"In validation, with {found.people:,} people to choose from: of 100 searches for somebody who was not among"
        f" them, about {_of_hundred(found.false_positive_rate)} were called informative although nobody on the list"
        f" could be right. Of 100 searches for somebody who was among them, {misses}."
    )


def _up_to(rate: MissRate) -> str:
    return "at rank 1" if rate.candidates == 1 else f"among the first {rate.candidates}"


def _of_hundred(rate: Estimate) -> str:
    return f"{100 * rate.value:.0f} ({100 * rate.low:.0f} to {100 * rate.high:.0f})"


def limits_section(added: tuple[str, ...] = ()) -> Section:
    """Limits of the method in plain words, with what the policy profile adds to them."""
    items = (*LIMITS, *added)
    return Section(
        title="Limits of the method", blocks=(Paragraph(text=LEAD_BANNER), Bullets(items=items)), new_page=True
    )


def by_hand_section(people: Sequence[tuple[str, str]]) -> Section:
    """Room for the signatures of those who concluded: names, and what each did."""
    header = ("Name", "Part in this report", "Place and date", "Signature")
    rows = tuple((name, part, "", "") for name, part in people)
    grid = Grid(header=header, rows=rows, shares=(0.24, 0.22, 0.24, 0.3), by_hand=True)
    return Section(title="Signatures by hand", blocks=(Paragraph(text=_BY_HAND), grid))


def signature_section(key: KeyFacts, producer: str) -> Section:
    """With whose key the file with this report is signed, and who had it signed."""
    told = (
        "The file in which this report left the program is signed with the key below. The key is that of a computer"
        " or an office; who produced the report is told by the program, from the sign-in. Whoever receives the file"
        " compares the fingerprint with the one that the producer tells them by another way."
    )
    rows = (
        ("Produced and signed by", producer),
        *([("Certificate made out to", key.holder)] if key.holder else []),
        (f"Fingerprint of the {'certificate' if key.holder else 'key'}", shown_fingerprint(key.fingerprint)),
    )
    return Section(title="Signature", blocks=(Paragraph(text=told), Facts(rows=rows)))
