"""What an examiner finds on a candidate: decision, feature checklist, notes; and the rules they have to keep.

The checklist holds the facial components of FISWG's Facial Image Comparison Feature List for Morphological Analysis
(version 2.0, 2018; ASTM E3149). Components are compared by look: the guide advises against measuring distances.
The names were checked against a public transcription of the list, not against the document: order and number agree,
its fourth is called "Hair" (hairline and baldness are what it looks at), its nineteenth "Other" (irregular features
and deformities that no other covers).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from forensic_id.core.checked_values import checked_text
from forensic_id.core.errors import ConflictError, InvalidInputError
from forensic_id.core.moments import shown_time

MOST_NOTES = 20_000
"""Characters of notes on one candidate."""


class Decision(StrEnum):
    """What the examiner concludes; an exclusion is a conclusion, too, and the candidate stays on the list."""

    UNDECIDED = "undecided"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"
    INCONCLUSIVE = "inconclusive"

    @property
    def needs_reason(self) -> bool:
        """Whether it may only be taken with a reason."""
        return self in {Decision.EXCLUDED, Decision.INCONCLUSIVE}


class Finding(StrEnum):
    """How one component of two faces compares."""

    NOT_SET = "not set"
    SIMILAR = "similar"
    DISSIMILAR = "dissimilar"
    UNDETERMINED = "undetermined"


COMPONENTS: Mapping[str, str] = {
    "skin": "Skin",
    "outline": "Face/head outline",
    "composition": "Face/head composition",
    "hairline": "Hairline/baldness pattern",
    "forehead": "Forehead",
    "eyebrows": "Eyebrows",
    "eyes": "Eyes",
    "cheeks": "Cheeks",
    "nose": "Nose",
    "ears": "Ears",
    "mouth": "Mouth",
    "jawline": "Chin/jawline",
    "neck": "Neck",
    "facial_hair": "Facial hair",
    "facial_lines": "Facial lines",
    "scars": "Scars",
    "facial_marks": "Facial marks",
    "alterations": "Alterations",
    "other": "Other features",
}
"""The components by the keys under which they are stored, in the order of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentFinding:
    """What was found on one component, by its key in COMPONENTS."""

    component: str
    finding: Finding = Finding.NOT_SET
    remark: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was said of it."""
        return self.finding is Finding.NOT_SET and not self.remark


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContent:
    """All that an examiner says of a candidate. Components that nothing was said of are not in `checklist`."""

    decision: Decision = Decision.UNDECIDED
    reason: str = ""
    notes: str = ""
    bookmarked: bool = False
    checklist: tuple[ComponentFinding, ...] = ()

    def found(self, component: str) -> ComponentFinding:
        """What was found on a component."""
        empty = ComponentFinding(component=component)
        return next((each for each in self.checklist if each.component == component), empty)

    def with_finding(self, found: ComponentFinding) -> ReviewContent:
        """The same with another finding on one component."""
        others = {each.component: each for each in self.checklist} | {found.component: found}
        listed = (others[key] for key in COMPONENTS if key in others)
        return replace(self, checklist=tuple(each for each in listed if not each.empty))

    @property
    def reason_missing(self) -> bool:
        """Whether the decision may not be saved yet."""
        return self.decision.needs_reason and not self.reason.strip()

    def count(self, finding: Finding) -> int:
        """How many components have this finding."""
        return sum(each.finding is finding for each in self.checklist)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateReview:
    """One saved version of what was said of a candidate; versions count from 1, the newest counts, none changes."""

    review_id: int
    search_id: int
    rank: int
    subject_id: int
    version: int
    examiner: str
    at: str
    content: ReviewContent


class ReviewStore(Protocol):
    """What examiners found on candidates: versions that are only ever added (storage.reviews)."""

    def save(self, search_id: int, rank: int, content: ReviewContent, *, based_on: int) -> CandidateReview:
        """Add a version with its audit entry; the examiner is the library's actor.

        `based_on` is the version the examiner saw last, 0 for none. Raises ConflictError when there is a newer one,
        NotFoundError when the search has no candidate at this rank, TamperedError like `newest`.
        """
        ...

    def newest(self, search_id: int, *, examiner: str | None = None) -> tuple[CandidateReview, ...]:
        """The newest version of each reviewed candidate, by anybody or by one examiner, in rank order.

        Raises NotFoundError for an unknown search, TamperedError when one is not what the audit log says.
        """
        ...

    def history(self, search_id: int, rank: int | None = None) -> tuple[CandidateReview, ...]:
        """All versions of one candidate or of all, in rank order, oldest first. Raises like `newest`."""
        ...


def checked_content(content: ReviewContent) -> ReviewContent:
    """The content, trimmed and in the list's order.

    Raises InvalidInputError for a decision without its reason, an unknown component, or text that cannot be stored.
    """
    for each in content.checklist:
        if each.component not in COMPONENTS:
            raise InvalidInputError(f"{each.component!r} is no component of the list: {', '.join(COMPONENTS)}.")
    trimmed = replace(
        content,
        reason=checked_text("the reason", content.reason),
        notes=checked_text("the notes", content.notes, most=MOST_NOTES),
        checklist=(),
    )
    for each in content.checklist:
        remark = checked_text(f"the remark on {COMPONENTS[each.component].lower()}", each.remark)
        trimmed = trimmed.with_finding(replace(each, remark=remark))
    if trimmed.reason_missing:
        raise InvalidInputError(f"The decision “{content.decision}” needs a reason: say what it rests on.")
    return trimmed


def newer_version(review: CandidateReview) -> ConflictError:
    """What is said to somebody who has not seen this version."""
    return ConflictError(
        f"The candidate at rank {review.rank} was reviewed by {review.examiner} at {shown_time(review.at)} meanwhile"
        f" (version {review.version}). Nothing was written over it: look at it, then save yours after it."
    )


def content_fields(content: ReviewContent) -> dict[str, Any]:
    """Plain data of a review, for JSON."""
    return {
        "decision": str(content.decision),
        "reason": content.reason,
        "notes": content.notes,
        "bookmarked": content.bookmarked,
        "checklist": [
            {"component": each.component, "finding": str(each.finding), "remark": each.remark}
            for each in content.checklist
        ],
    }


def content_from(fields: Mapping[str, Any]) -> ReviewContent:
    """Read back what `content_fields` made."""
    return ReviewContent(
        decision=Decision(fields["decision"]),
        reason=fields["reason"],
        notes=fields["notes"],
        bookmarked=fields["bookmarked"],
        checklist=_checklist(fields["checklist"]),
    )


def _checklist(items: Sequence[Mapping[str, str]]) -> tuple[ComponentFinding, ...]:
    return tuple(
        ComponentFinding(component=item["component"], finding=Finding(item["finding"]), remark=item["remark"])
        for item in items
    )
