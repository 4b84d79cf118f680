"""Assign a search to a second examiner, who concludes blind; compare, and record what both agree on.

Nobody reviews what they found themselves, nor a search that they made, nor one whose candidates they opened before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.errors import InvalidInputError, NotFoundError, NotPermittedError
from forensic_id.core.review import CandidateReview, Decision, ReviewContent, checked_content, content_fields
from forensic_id.core.review import newer_version as newer
from forensic_id.core.rights import Right
from forensic_id.core.second_review import Comparison, SecondReview, State, Step, compared, unmet_demand
from forensic_id.services.blindness import blind_review, has_read, note_reading, own_findings, refuse_blind
from forensic_id.services.manage_accounts import colleagues

if TYPE_CHECKING:  # imported before the first window, which waits for no NumPy
    from forensic_id.core.ports import Library
    from forensic_id.core.records import SearchRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A second review that somebody still has to submit, or whose differences are still to be resolved."""

    review: SecondReview
    record: SearchRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReviews:
    """All about the second review of a search.

    `blind` is the one that whoever acts has to submit; then `comparisons` are empty. `unmet` says why the review by
    two is not complete, empty when it is. `examiners` could be asked for one.
    """

    search_id: int
    reviews: tuple[SecondReview, ...]
    blind: SecondReview | None
    comparisons: tuple[Comparison, ...]
    unmet: str
    demanded: bool
    examiners: tuple[str, ...]


def assign_second_review(library: Library, search_id: int, examiner: str, ranks: Sequence[int] = ()) -> SecondReview:
    """Have somebody review candidates of a search blind; without ranks, all that were decided.

    Raises NotFoundError for an unknown search or somebody without the right, InvalidInputError for candidates that
    nobody decided, for a search that is being reviewed by this person already, or for one who would not be blind.
    """
    library.require(Right.REVIEW)
    record = library.cases.search(search_id)
    name = _second_examiner(library, examiner)
    wanted = _decided(library, record, ranks)
    _check_independent(library, search_id, name)
    return library.second_reviews.assign(search_id, wanted, name)


def withdraw_second_review(library: Library, assignment: int, search_id: int, reason: str) -> SecondReview:
    """Take an assignment back that was not submitted. Raises NotFoundError, InvalidInputError."""
    library.require(Right.REVIEW)
    review = _assigned(library, search_id, assignment)
    if review.state is not State.ASSIGNED:
        raise InvalidInputError(f"This second review is {review.state}: it cannot be withdrawn any more.")
    if not reason.strip():
        raise InvalidInputError("Say why the second review is withdrawn.")
    return library.second_reviews.add(review, Step.WITHDRAW, {"reason": reason.strip()})


def waiting_reviews(library: Library) -> tuple[Waiting, ...]:
    """The second reviews that whoever acts still has to submit, oldest first."""
    library.require(Right.BROWSE)
    mine = library.second_reviews.of_examiner(library.principal.name)
    return tuple(_waiting(library, each) for each in mine if each.state is State.ASSIGNED)


def asked_reviews(library: Library) -> tuple[Waiting, ...]:
    """What whoever acts asked for and is not done with, oldest first: still out, or submitted and to be resolved.

    Conclusions that are not submitted are not shown.
    """
    library.require(Right.BROWSE)
    asked = library.second_reviews.of_assigner(library.principal.name)
    out = (_without_findings(each) for each in asked if each.state is State.ASSIGNED)
    disputed = (each for each in asked if each.state is State.SUBMITTED and each.unresolved)
    found = sorted((*out, *disputed), key=lambda each: each.assignment)
    return tuple(_waiting(library, each) for each in found)


def look_at_second_reviews(library: Library, search_id: int) -> SecondReviews:
    """Where the review by two stands. Conclusions of a second examiner show once they are submitted.

    Raises NotFoundError, TamperedError.
    """
    library.require(Right.BROWSE)
    library.cases.search(search_id)
    name, reviews = library.principal.name, library.second_reviews.of_search(search_id)
    blind = blind_review(library, search_id)
    shown = tuple(each if each.submitted_at or each.examiner == name else _without_findings(each) for each in reviews)
    return SecondReviews(
        search_id=search_id,
        reviews=shown,
        blind=blind,
        comparisons=() if blind else _comparisons(library, search_id, reviews),
        unmet="" if blind else unmet_demand(library.reviews.newest(search_id), reviews),
        demanded=library.policies.current().second_examiner,
        examiners=colleagues(library, Right.SECOND_REVIEW),
    )


def save_blind_finding(
    library: Library, search_id: int, rank: int, content: ReviewContent, *, based_on: int
) -> CandidateReview:
    """Add a version of one's own blind conclusion on a candidate.

    Raises NotFoundError when nothing is assigned, InvalidInputError for a rank that is not part of it or content that
    cannot be stored, ConflictError when a newer version was saved.
    """
    library.require(Right.SECOND_REVIEW)
    blind = _own(library, search_id)
    if rank not in blind.ranks:
        listed = ", ".join(str(each) for each in blind.ranks)
        raise InvalidInputError(f"The candidate at rank {rank} is not part of your second review: it has {listed}.")
    if blind.versions.get(rank, 0) > based_on:
        raise newer(next(each for each in own_findings(library, blind) if each.rank == rank))
    plain = {"rank": rank, "review": content_fields(checked_content(content))}
    after = library.second_reviews.add(blind, Step.FIND, plain)
    return next(each for each in own_findings(library, after) if each.rank == rank)


def submit_second_review(library: Library, search_id: int) -> SecondReview:
    """Submit one's own conclusions: they cannot be changed any more, and the first examiner's can be seen.

    Raises NotFoundError when nothing is assigned, InvalidInputError while a candidate is undecided.
    """
    library.require(Right.SECOND_REVIEW)
    blind = _own(library, search_id)
    if blind.missing:
        missing = ", ".join(str(rank) for rank in blind.missing)
        raise InvalidInputError(f"Conclude on every candidate first. Undecided, by rank: {missing}.")
    newest = library.reviews.newest(search_id)
    versions = {each.rank: each.version for each in newest if each.rank in blind.ranks}
    first = {str(rank): version for rank, version in versions.items()}
    content = {"first_versions": first, "differing": _differing(newest, blind)}
    return library.second_reviews.add(blind, Step.SUBMIT, content)


def review_differences(library: Library, search_id: int) -> tuple[Comparison, ...]:
    """Both examiners' conclusions on each candidate that both reviewed. Refused to whoever is still blind."""
    library.require(Right.BROWSE)
    refuse_blind(library, search_id)
    return _comparisons(library, search_id, library.second_reviews.of_search(search_id))


def resolve_difference(
    library: Library, search_id: int, rank: int, *, decision: Decision, reason: str
) -> SecondReview:
    """Record the agreed conclusion on a candidate; a later one is added and counts instead.

    Raises NotFoundError where no submitted second review holds this rank, InvalidInputError without a decision or
    reason.
    """
    library.require(Right.REVIEW)
    refuse_blind(library, search_id)
    if decision is Decision.UNDECIDED or not reason.strip():
        raise InvalidInputError("An agreed conclusion needs a decision and the reason on which both agree.")
    for review in reversed(library.second_reviews.of_search(search_id)):
        if review.state is State.SUBMITTED and rank in review.ranks:
            content = {"rank": rank, "decision": str(decision), "reason": reason.strip()}
            return library.second_reviews.add(review, Step.RESOLVE, content)
    raise NotFoundError(f"No second examiner has concluded on the candidate at rank {rank} of search {search_id}.")


def _differing(newest: Sequence[CandidateReview], blind: SecondReview) -> list[int]:
    """Ranks at which the two decisions differ."""
    decisions = {each.rank: each.content.decision for each in newest}
    return [rank for rank in blind.ranks if decisions[rank] is not blind.findings[rank].decision]


def _comparisons(library: Library, search_id: int, reviews: Sequence[SecondReview]) -> tuple[Comparison, ...]:
    """Of each candidate the comparison with the last second review of it."""
    first = library.reviews.history(search_id)
    if any(review.submitted_at for review in reviews):
        note_reading(library, search_id, first)
    found = (each for review in reviews if review.submitted_at for each in compared(review, first))
    by_rank = {each.rank: each for each in found}
    return tuple(by_rank[rank] for rank in sorted(by_rank))


def _waiting(library: Library, review: SecondReview) -> Waiting:
    return Waiting(review=review, record=library.cases.search(review.search_id))


def _own(library: Library, search_id: int) -> SecondReview:
    blind = blind_review(library, search_id)
    if blind is None:
        raise NotFoundError(f"No second review of search {search_id} is waiting for you.")
    return blind


def _assigned(library: Library, search_id: int, assignment: int) -> SecondReview:
    for each in library.second_reviews.of_search(search_id):
        if each.assignment == assignment:
            return each
    raise NotFoundError(f"Search {search_id} has no second review with the number {assignment}.")


def _second_examiner(library: Library, examiner: str) -> str:
    """The account's name as it is written. Raises NotFoundError with those who could be asked."""
    able = colleagues(library, Right.SECOND_REVIEW)
    for name in able:
        if name.casefold() == examiner.strip().casefold():
            return name
    if library.principal.single_user:
        raise NotPermittedError(library.principal.refusal(Right.SECOND_REVIEW))
    known = f"Ask one of these: {', '.join(able)}." if able else "Nobody else has the role reviewer: make one first."
    raise NotFoundError(f"{examiner!r} cannot be the second examiner. {known}")


def _decided(library: Library, record: SearchRecord, ranks: Sequence[int]) -> tuple[int, ...]:
    newest = library.reviews.newest(record.search_id)
    decided = {each.rank for each in newest if each.content.decision is not Decision.UNDECIDED}
    wanted = sorted(set(ranks) or decided)
    if lacking := [rank for rank in wanted if rank not in decided]:
        listed = ", ".join(str(rank) for rank in lacking)
        raise InvalidInputError(
            f"A second examiner reviews what the first one decided. Undecided, by rank: {listed}."
        )
    if not wanted:
        raise InvalidInputError("No candidate of this search was decided yet: the first review comes first.")
    return tuple(wanted)


def _check_independent(library: Library, search_id: int, name: str) -> None:
    """Raise InvalidInputError for somebody whose own work it is, or who has seen it."""
    own = {review.examiner for review in library.reviews.history(search_id)}
    made = library.audit.entries(AuditFilter(action="search.add", actor=name))
    if name in own or any(entry.subject == f"search {search_id}" for entry in made):
        raise InvalidInputError(f"{name} worked on search {search_id}: nobody reviews their own work.")
    states = {each.state for each in library.second_reviews.of_search(search_id) if each.examiner == name}
    if State.ASSIGNED in states:
        raise InvalidInputError(f"{name} is reviewing search {search_id} already.")
    seen = library.audit.entries(AuditFilter(action="candidate.view", actor=name))
    if State.SUBMITTED in states or any(entry.subject.startswith(f"search {search_id} ") for entry in seen):
        raise InvalidInputError(
            f"{name} has opened candidates of search {search_id} before, beside what was found on them, and would not"
            " be blind. Ask somebody else."
        )
    if has_read(library, search_id, name):
        raise InvalidInputError(
            f"{name} has read what was found on search {search_id}, in a list or a report, and would not be blind."
            " Ask somebody else."
        )


def _without_findings(review: SecondReview) -> SecondReview:
    return replace(review, findings={}, found_at={}, versions={})
