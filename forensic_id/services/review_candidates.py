"""Review the candidates of a stored search: decisions, feature checklist, notes; every version stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.ports import Library
from forensic_id.core.records import SearchRecord
from forensic_id.core.review import (
    COMPONENTS,
    CandidateReview,
    ComponentFinding,
    Decision,
    Finding,
    ReviewContent,
    checked_content,
)
from forensic_id.core.rights import Right
from forensic_id.services.blindness import blind_review, note_reading, own_findings
from forensic_id.services.second_review import save_blind_finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChanges:
    """What is to be changed of a review; None keeps what was said before, `findings` replace those they name."""

    decision: Decision | None = None
    reason: str | None = None
    notes: str | None = None
    bookmarked: bool | None = None
    findings: tuple[ComponentFinding, ...] = ()

    def applied(self, content: ReviewContent) -> ReviewContent:
        """The content with these changes."""
        named = {name: getattr(self, name) for name in ("decision", "reason", "notes", "bookmarked")}
        changed = replace(content, **{name: value for name, value in named.items() if value is not None})
        for finding in self.findings:
            changed = changed.with_finding(finding)
        return changed


def save_review(
    library: Library, search_id: int, rank: int, content: ReviewContent, *, based_on: int
) -> CandidateReview:
    """Add a version of the review of a candidate; `based_on` is the version that was seen last, 0 for none.

    Whoever reviews the search as the second examiner adds to the blind review instead, and sees nothing else.
    Raises InvalidInputError for a decision without its reason or text that cannot be stored, ConflictError when
    somebody saved a newer version, NotFoundError.
    """
    if blind_review(library, search_id) is not None:
        return save_blind_finding(library, search_id, rank, content, based_on=based_on)
    library.require(Right.REVIEW)
    if any(each.examiner == library.principal.name for each in library.second_reviews.of_search(search_id)):
        raise InvalidInputError(
            f"You reviewed search {search_id} as the second examiner: the first review is somebody else's."
            " Record an agreed conclusion instead."
        )
    return library.reviews.save(search_id, rank, checked_content(content), based_on=based_on)


def change_review(library: Library, search_id: int, rank: int, changes: ReviewChanges) -> CandidateReview:
    """Change parts of the newest version and save the whole as the next one. Raises like `save_review`."""
    library.require(Right.SECOND_REVIEW if blind_review(library, search_id) else Right.REVIEW)
    saved = review_history(library, search_id, rank)
    content = changes.applied(saved[-1].content if saved else ReviewContent())
    return save_review(library, search_id, rank, content, based_on=saved[-1].version if saved else 0)


def list_reviews(library: Library, search_id: int, *, examiner: str | None = None) -> tuple[CandidateReview, ...]:
    """The newest version of each reviewed candidate, by anybody or by one examiner, in rank order.

    Whoever reviews the search blind sees the own findings alone; that somebody saw those of others is logged.
    Raises NotFoundError, TamperedError.
    """
    library.require(Right.BROWSE)
    if (blind := blind_review(library, search_id)) is not None:
        return own_findings(library, blind)
    newest = library.reviews.newest(search_id, examiner=examiner)
    note_reading(library, search_id, newest)
    return newest


def review_history(library: Library, search_id: int, rank: int) -> tuple[CandidateReview, ...]:
    """All versions of the review of one candidate, oldest first; a blind examiner's own newest one alone.

    That somebody saw those of others is logged. Raises NotFoundError, TamperedError.
    """
    library.require(Right.BROWSE)
    if (blind := blind_review(library, search_id)) is not None:
        return tuple(each for each in own_findings(library, blind) if each.rank == rank)
    versions = library.reviews.history(search_id, rank)
    note_reading(library, search_id, versions)
    return versions


def log_view(library: Library, search_id: int, rank: int) -> None:
    """Log that the candidate at this rank was opened for review. Raises NotFoundError, TamperedError."""
    library.require(Right.BROWSE)
    record = library.cases.search(search_id)
    for candidate in record.candidates:
        if candidate.rank == rank:
            library.audit.append(
                "candidate.view",
                f"search {search_id} candidate {rank}",
                {"case": record.case_number, "subject_id": candidate.subject_id, "photo_id": candidate.photo_id},
            )
            return
    raise NotFoundError(f"There is no candidate at rank {rank} of search {search_id}.")


def unreviewed_ranks(record: SearchRecord, reviews: Iterable[CandidateReview]) -> tuple[int, ...]:
    """Ranks of the list without a decision, in order."""
    decided = {each.rank for each in reviews if each.content.decision is not Decision.UNDECIDED}
    return tuple(candidate.rank for candidate in record.candidates if candidate.rank not in decided)


def parse_finding(text: str) -> ComponentFinding:
    """A finding written as component=finding or component=finding:remark. Raises InvalidInputError."""
    component, _, said = text.partition("=")
    finding, _, remark = said.partition(":")
    known = next((each for each in Finding if each == finding.strip().casefold()), None)
    if known is None:
        raise InvalidInputError(
            f"{text!r} is no finding. Write it as component=finding, for example nose=similar or"
            f" scars=dissimilar:left cheek. Findings are: {', '.join(Finding)}."
        )
    key = component.strip().casefold()
    if key not in COMPONENTS:
        raise InvalidInputError(f"{key!r} is no component of the list: {', '.join(COMPONENTS)}.")
    return ComponentFinding(component=key, finding=known, remark=remark.strip())
