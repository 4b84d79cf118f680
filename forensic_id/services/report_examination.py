"""What the examiners found, as a section of the report: decisions, checklists, and who was not reviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from forensic_id.core.moments import shown_time
from forensic_id.core.records import SearchRecord
from forensic_id.core.report import Block, Facts, Grid, Paragraph, Section, Subheading
from forensic_id.core.review import COMPONENTS, CandidateReview, Decision, Finding
from forensic_id.services.report_candidates import KnownCandidate
from forensic_id.services.review_candidates import unreviewed_ranks

TITLE = "Examination"
_SHARES = (0.07, 0.13, 0.12, 0.38, 0.14, 0.16)
_CHECKLIST = (0.28, 0.16, 0.56)
_NOBODY = "No candidate of this list was reviewed by an examiner when this report was produced."
_METHOD = (
    "Features were compared by look, component by component, after the Facial Image Comparison Feature List of FISWG"
    " (ASTM E3149); no distances were measured. Of each review the newest version is shown; earlier ones are kept."
)


def examination_section(
    record: SearchRecord, reviews: Sequence[CandidateReview], known: Sequence[KnownCandidate]
) -> Section:
    """Decisions, reasons and checklists of the reviewed candidates, and which of the list were not reviewed."""
    if not reviews:
        return Section(title=TITLE, blocks=(Paragraph(text=_NOBODY),))
    identities = {item.candidate.rank: item.identity for item in known}
    rows = tuple(_row(review, identities[review.rank]) for review in reviews)
    header = ("Rank", "Subject", "Decision", "Reason", "Examiner", "Concluded at")
    blocks: list[Block] = [
        Paragraph(text=counted_decisions(record, reviews)),
        Paragraph(text=_METHOD),
        Grid(header=header, rows=rows, shares=_SHARES),
    ]
    for review in reviews:
        blocks += _details(review, identities[review.rank])
    return Section(title=TITLE, blocks=tuple(blocks))


def rank_ranges(ranks: Sequence[int]) -> str:
    """Ascending ranks with runs drawn together: 1, 3 to 5."""
    held = set(ranks)
    starts = [rank for rank in ranks if rank - 1 not in held]
    ends = [rank for rank in ranks if rank + 1 not in held]
    runs = zip(starts, ends, strict=True)
    return ", ".join(str(start) if start == end else f"{start} to {end}" for start, end in runs)


def counted_decisions(record: SearchRecord, reviews: Sequence[CandidateReview]) -> str:
    """How many candidates were decided, how, and which were not."""
    missing = unreviewed_ranks(record, reviews)
    counts = Counter(review.content.decision for review in reviews)
    decided = len(record.candidates) - len(missing)
    split = ", ".join(f"{counts[decision]} {decision}" for decision in Decision if decision is not Decision.UNDECIDED)
    told = f"Of {len(record.candidates)} candidates, {decided} were decided: {split}."
    if not missing:
        return f"{told} Every candidate of the list was reviewed."
    return f"{told} Not reviewed or undecided, by rank: {rank_ranges(missing)}."


def _row(review: CandidateReview, identity: str) -> tuple[str, ...]:
    content = review.content
    return (
        str(review.rank),
        identity,
        str(content.decision),
        content.reason,
        review.examiner,
        shown_time(review.at),
    )


def _details(review: CandidateReview, identity: str) -> list[Block]:
    content = review.content
    if not (content.checklist or content.notes):
        return []
    found = {each.component for each in content.checklist if each.finding is not Finding.NOT_SET}
    left_out = ", ".join(name for key, name in COMPONENTS.items() if key not in found) or "none"
    rows = [(COMPONENTS[each.component], str(each.finding), each.remark) for each in content.checklist]
    rows.append(("Not compared", "", left_out))
    told = f"Rank {review.rank}, {identity}: {content.decision} (version {review.version} by {review.examiner})"
    notes = [Facts(rows=(("Notes", content.notes),))] if content.notes else []
    header = ("Component", "Finding", "Remark")
    return [Subheading(text=told), *notes, Grid(header=header, rows=tuple(rows), shares=_CHECKLIST)]
