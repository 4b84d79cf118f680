"""What the examiners found, as a section of the report: decisions, checklists, and who was not reviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from forensic_id.core.moments import shown_time
from forensic_id.core.records import SearchRecord
from forensic_id.core.report import Block, Facts, Grid, Paragraph, Section, Subheading
from forensic_id.core.review import COMPONENTS, CandidateReview, Decision, Finding
from forensic_id.services.report_candidates import KnownCandidate

TITLE = "Examination"
_SHARES = (0.07, 0.13, 0.12, 0.38, 0.14, 0.16)
_CHECKLIST = (0.28, 0.16, 0.56)
_NOBODY = "No candidate of this list was reviewed by an examiner when this report was produced."
_METHOD = (
    "The checklist follows the Facial Image Comparison Feature List of FISWG (ASTM E3149): features are compared by"
    " look, component by component, and no distances are recorded. Of each review the newest version is shown;"
    " earlier ones are kept."
)
_FIRST = (
    "This section holds the first examination. What a second examiner found, and what both agreed on, is in the"
    " section “Second review”."
)
_BLANK = "No component of the checklist was filled in at rank: {}."


def examination_section(
    record: SearchRecord, reviews: Sequence[CandidateReview], known: Sequence[KnownCandidate], *, by_two: bool
) -> Section:
    """Decisions, reasons and checklists of the reviewed candidates, and which of the list were not reviewed.

    `by_two`: the report also holds a section on what a second examiner found.
    """
    if not reviews:
        return Section(title=TITLE, blocks=(Paragraph(text=_NOBODY),))
    identities = {item.candidate.rank: item.identity for item in known}
    rows = tuple(_row(review, identities[review.rank]) for review in reviews)
    header = ("Rank", "Subject", "Decision", "Reason", "Examiner", "Concluded at")
    blocks: list[Block] = [
        *([Paragraph(text=_FIRST)] if by_two else []),
        Paragraph(text=counted_decisions(record, {review.rank: review.content.decision for review in reviews})),
        Paragraph(text=_METHOD),
        Grid(header=header, rows=rows, shares=_SHARES),
    ]
    if blank := [review.rank for review in reviews if not review.content.checklist]:
        blocks.append(Paragraph(text=_BLANK.format(rank_ranges(blank))))
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


def counted_decisions(record: SearchRecord, decisions: Mapping[int, Decision]) -> str:
    """How many candidates were decided, how, and which were not; `decisions` by rank."""
    decided = {rank: decision for rank, decision in decisions.items() if decision is not Decision.UNDECIDED}
    missing = [each.rank for each in record.candidates if each.rank not in decided]
    counts = Counter(decided.values())
    split = ", ".join(f"{counts[decision]} {decision}" for decision in Decision if decision is not Decision.UNDECIDED)
    told = f"{_how_many(len(decided), len(record.candidates))} decided{f': {split}' if decided else ''}."
    if not missing:
        return f"{told} Every candidate of the list was reviewed."
    return f"{told} Not reviewed or undecided, by rank: {rank_ranges(missing)}."


def _how_many(decided: int, listed: int) -> str:
    """The beginning of a sentence on how many of a list were decided."""
    if decided == listed > 1:
        return f"All {listed} candidates were"
    listing = "1 candidate" if listed == 1 else f"{listed} candidates"
    return f"Of {listing}, {decided or 'none'} {'was' if decided == 1 else 'were'}"


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
    header = (f"Rank {review.rank}: component", "Finding", "Remark")
    return [Subheading(text=told), *notes, Grid(header=header, rows=tuple(rows), shares=_CHECKLIST)]
