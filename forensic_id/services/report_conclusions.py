"""What holds of each reviewed candidate: the first examiner's conclusion, the second one's, and the agreed one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forensic_id.core.records import SearchRecord
from forensic_id.core.report import Block, Bullets, Grid, Paragraph, Section, Subheading
from forensic_id.core.review import CandidateReview, Decision, ReviewContent
from forensic_id.core.second_review import Resolution, SecondReview, State
from forensic_id.services.assess_list import assessment
from forensic_id.services.report_candidates import KnownCandidate
from forensic_id.services.report_examination import counted_decisions, rank_ranges

TITLE = "In brief"
_NOBODY = (
    "No examiner has reviewed any of the candidates. What the program listed has not been looked at by a person."
)
_MEANINGS = (
    "possible: the examiner sees no feature that excludes this person. Many people may be possible.",
    "excluded: the examiner concludes that the sketch does not show this person, for the reason given.",
    "inconclusive: the pictures do not allow a conclusion, for the reason given.",
)
_READ_ON = (
    "How the search was made, the whole list and every finding follow. What such a list can say and what it cannot is"
    " in the section “Limits of the method”."
)
_COUNTED = (
    "Where the two examiners concluded differently, the agreed conclusion is counted; where none is recorded, that of"
    " the first examiner."
)
_SETTLED = (
    "The two examiners concluded differently at rank: {}. What they agreed on, and why, is in the section “Second"
    " review”."
)
_SHARES = (0.07, 0.17, 0.25, 0.25, 0.26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What was concluded on one candidate; `second` is by `second_examiner`, None: not reviewed a second time.

    `outdated`: the first examiner has concluded anew since the second one was asked. `by_two`: somebody reviewed
    candidates of this search a second time.
    """

    rank: int
    first: CandidateReview
    second: ReviewContent | None = None
    second_examiner: str = ""
    outdated: bool = False
    by_two: bool = False
    agreed: Resolution | None = None

    @property
    def decision(self) -> Decision:
        """What holds: the agreed decision, or the first examiner's."""
        return self.agreed.decision if self.agreed is not None else self.first.content.decision

    @property
    def disputed(self) -> bool:
        """Whether both differ and agreed on nothing."""
        return self.second is not None and self.agreed is None and self.second.decision is not self.decision

    @property
    def settled(self) -> bool:
        """Whether both differed and then agreed."""
        differ = self.second is not None and self.second.decision is not self.first.content.decision
        return differ and self.agreed is not None

    @property
    def second_said(self) -> str:
        """The second examiner's decision, for a reader who does not know how far the review has come."""
        if self.second is None:
            return "not reviewed a second time"
        return f"{self.second.decision}{' (on an earlier conclusion)' if self.outdated else ''}"

    @property
    def agreed_said(self) -> str:
        """The agreed decision, or why there is none."""
        if self.agreed is not None:
            return f"{self.agreed.decision}: {self.agreed.reason}"
        return "MISSING: both differ" if self.disputed else "not needed"

    @property
    def status(self) -> str:
        """All of it in short, a line each."""
        if not self.by_two:
            return str(self.first.content.decision)
        second = self.second_said if self.second is not None else "none"
        lines = [f"first examiner: {self.first.content.decision}", f"second examiner: {second}"]
        if self.agreed is not None:
            lines.append(f"agreed: {self.agreed.decision}")
        return "\n".join(lines)


def conclusions(reviews: Sequence[CandidateReview], seconds: Sequence[SecondReview]) -> tuple[Conclusion, ...]:
    """The conclusion on each reviewed candidate, in rank order."""
    done = [each for each in seconds if each.state is State.SUBMITTED]
    return tuple(_conclusion(review, done) for review in reviews)


def _conclusion(review: CandidateReview, done: Sequence[SecondReview]) -> Conclusion:
    second = next((each for each in reversed(done) if review.rank in each.first_versions), None)
    if second is None:
        return Conclusion(rank=review.rank, first=review, by_two=bool(done))
    outdated = second.first_versions[review.rank] != review.version
    return Conclusion(
        rank=review.rank,
        first=review,
        second=second.findings[review.rank],
        second_examiner=second.examiner,
        outdated=outdated,
        by_two=True,
        agreed=None if outdated else second.resolutions.get(review.rank),
    )


def brief_section(record: SearchRecord, found: Sequence[Conclusion], known: Sequence[KnownCandidate]) -> Section:
    """What was searched, what the list is worth, what examiners concluded, for a reader who knows nothing of it."""
    blocks: list[Block] = [Paragraph(text=_searched(record)), Paragraph(text=assessment(record))]
    decided = [each for each in found if each.first.content.decision is not Decision.UNDECIDED]
    if not decided:
        blocks.append(Paragraph(text=_NOBODY))
    else:
        blocks += [Paragraph(text=_counted(record, found)), *_kept(decided, known), Bullets(items=_MEANINGS)]
    return Section(title=TITLE, blocks=(*blocks, Paragraph(text=_READ_ON)))


def _counted(record: SearchRecord, found: Sequence[Conclusion]) -> str:
    """How many candidates were decided, what is counted, and where the examiners did not agree at first."""
    told = [counted_decisions(record, {each.rank: each.decision for each in found})]
    if any(each.by_two for each in found):
        told.append(_COUNTED)
    if settled := [each.rank for each in found if each.settled]:
        told.append(_SETTLED.format(rank_ranges(settled)))
    return " ".join(told)


def _searched(record: SearchRecord) -> str:
    drawings = f"{len(record.parts)} sketches" if record.parts else "A sketch of a face"
    people = f"{record.pool_subjects:,} people ({record.pool_photos:,} photos)"
    filtered = record.pool_photos < record.gallery_photos
    whole = f", chosen by filters from {record.gallery_subjects:,} in the gallery," if filtered else ""
    verb = "were" if record.parts else "was"
    return (
        f"{drawings} {verb} compared by a computer program with the photos of {people}{whole} to find out whom it is"
        f" worth looking at first. The program listed {len(record.candidates)} of them in the order of likeness. It"
        " identifies nobody."
    )


def _kept(decided: Sequence[Conclusion], known: Sequence[KnownCandidate]) -> list[Block]:
    """Those who were not excluded by agreement: the ones that the reader has to think about."""
    identities = {item.candidate.rank: item.identity for item in known}
    open_ones = [each for each in decided if each.decision is not Decision.EXCLUDED or each.disputed]
    if not open_ones:
        return [Paragraph(text="Every candidate that was decided was excluded.")]
    header = ("Rank", "Subject", "First examiner", "Second examiner", "Agreed conclusion")
    rows = tuple(
        (
            str(each.rank),
            identities[each.rank],
            str(each.first.content.decision),
            each.second_said,
            each.agreed_said if each.second is not None else "",
        )
        for each in open_ones
    )
    return [Subheading(text="Not excluded"), Grid(header=header, rows=rows, shares=_SHARES)]
