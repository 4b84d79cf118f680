"""The second, blind review: what happens to it event by event, and what follows from that.

A second examiner gets ranks of a stored list, sees sketch, photos and checklist but not what the first examiner
found, and submits a conclusion on each. Only then are the two compared; where they differ, an agreed conclusion is
recorded. Every step is an event that is only ever added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from forensic_id.core.review import COMPONENTS, CandidateReview, Decision, Finding, ReviewContent, content_from


class Step(StrEnum):
    """What happens to a second review."""

    ASSIGN = "assign"
    FIND = "find"
    SUBMIT = "submit"
    RESOLVE = "resolve"
    WITHDRAW = "withdraw"


class State(StrEnum):
    """How far a second review has come."""

    ASSIGNED = "assigned"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEvent:
    """One step; `assignment` is the id of the event that assigned, `examiner` who reviews, `by` who did this."""

    event_id: int
    assignment: int
    search_id: int
    step: Step
    examiner: str
    by: str
    at: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The agreed conclusion on one candidate."""

    rank: int
    decision: Decision
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReview:
    """One assignment with all that came of it.

    `findings` hold the newest version by rank and `versions` how many there are; `first_versions` are the versions of
    the first examiner's reviews that it was compared with when it was submitted, `differing` the ranks at which the
    two concluded differently then.
    """

    assignment: int
    search_id: int
    ranks: tuple[int, ...]
    examiner: str
    assigned_by: str
    assigned_at: str
    findings: Mapping[int, ReviewContent] = field(default_factory=dict)
    found_at: Mapping[int, str] = field(default_factory=dict)
    versions: Mapping[int, int] = field(default_factory=dict)
    submitted_at: str = ""
    withdrawn_at: str = ""
    withdrawn_by: str = ""
    withdrawn_because: str = ""
    differing: tuple[int, ...] = ()
    first_versions: Mapping[int, int] = field(default_factory=dict)
    resolutions: Mapping[int, Resolution] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """How far it has come."""
        if self.withdrawn_at:
            return State.WITHDRAWN
        return State.SUBMITTED if self.submitted_at else State.ASSIGNED

    @property
    def missing(self) -> tuple[int, ...]:
        """Ranks that the second examiner has not decided yet."""
        undecided = ReviewContent()
        return tuple(rank for rank in self.ranks if self.findings.get(rank, undecided).decision is Decision.UNDECIDED)

    @property
    def unresolved(self) -> tuple[int, ...]:
        """Ranks at which the two differ and no agreed conclusion is recorded."""
        return tuple(rank for rank in self.differing if rank not in self.resolutions)

    def after(self, event: ReviewEvent) -> SecondReview:
        """The same after one more event."""
        content = event.content
        if event.step is Step.FIND:
            rank = int(content["rank"])
            return replace(
                self,
                findings={**self.findings, rank: content_from(content["review"])},
                found_at={**self.found_at, rank: event.at},
                versions={**self.versions, rank: self.versions.get(rank, 0) + 1},
            )
        if event.step is Step.SUBMIT:
            first = {int(rank): int(version) for rank, version in content["first_versions"].items()}
            return replace(
                self, submitted_at=event.at, first_versions=first, differing=tuple(content.get("differing", ()))
            )
        if event.step is Step.RESOLVE:
            rank = int(content["rank"])
            agreed = Resolution(
                rank=rank,
                decision=Decision(content["decision"]),
                reason=content["reason"],
                by=event.by,
                at=event.at,
            )
            return replace(self, resolutions={**self.resolutions, rank: agreed})
        return replace(self, withdrawn_at=event.at, withdrawn_by=event.by, withdrawn_because=content["reason"])


class SecondReviewStore(Protocol):
    """Events of second reviews, each with its audit entry (storage.second_reviews)."""

    def assign(self, search_id: int, ranks: tuple[int, ...], examiner: str) -> SecondReview:
        """Begin one; who acts assigns it."""
        ...

    def add(self, review: SecondReview, step: Step, content: Mapping[str, Any]) -> SecondReview:
        """Add a step by who acts; the review after it."""
        ...

    def of_search(self, search_id: int) -> tuple[SecondReview, ...]:
        """All of a search, oldest first. Raises TamperedError when one is not what the audit log says."""
        ...

    def of_examiner(self, examiner: str) -> tuple[SecondReview, ...]:
        """All that were assigned to somebody, oldest first. Raises like `of_search`."""
        ...

    def of_assigner(self, name: str) -> tuple[SecondReview, ...]:
        """All that somebody asked for, oldest first. Raises like `of_search`."""
        ...

    def events(self, search_id: int) -> tuple[ReviewEvent, ...]:
        """All steps of a search, oldest first. Raises like `of_search`."""
        ...

    def event_ids(self, search_id: int) -> tuple[int, ...]:
        """Ids of all stored events of a search."""
        ...


def event_fields(event: ReviewEvent) -> dict[str, Any]:
    """Plain data of a step, for JSON."""
    return {
        "event_id": event.event_id,
        "assignment": event.assignment,
        "search_id": event.search_id,
        "step": str(event.step),
        "examiner": event.examiner,
        "by": event.by,
        "at": event.at,
        "content": dict(event.content),
    }


def event_from(fields: Mapping[str, Any]) -> ReviewEvent:
    """Read back what `event_fields` made. Raises KeyError, ValueError, TypeError for anything else."""
    return ReviewEvent(**{**fields, "step": Step(fields["step"])})


def folded_events(events: Iterable[ReviewEvent]) -> tuple[SecondReview, ...]:
    """Second reviews out of their events, which come in the order of their ids."""
    found: dict[int, SecondReview] = {}
    for event in events:
        if event.step is Step.ASSIGN:
            found[event.assignment] = SecondReview(
                assignment=event.assignment,
                search_id=event.search_id,
                ranks=tuple(event.content["ranks"]),
                examiner=event.examiner,
                assigned_by=event.by,
                assigned_at=event.at,
            )
        else:
            found[event.assignment] = found[event.assignment].after(event)
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both conclusions on one candidate, the second one by `examiner`.

    `features` are components on which the findings differ: first, second.
    """

    rank: int
    first: CandidateReview
    second: ReviewContent
    examiner: str
    features: tuple[tuple[str, Finding, Finding], ...]
    resolution: Resolution | None = None

    @property
    def decisions_differ(self) -> bool:
        """Whether the two examiners concluded differently."""
        return self.first.content.decision is not self.second.decision

    @property
    def contradictions(self) -> tuple[tuple[str, Finding, Finding], ...]:
        """Components that both compared and found differently: first, second."""
        return tuple(each for each in self.features if Finding.NOT_SET not in each[1:])

    @property
    def compared_by_one(self) -> tuple[tuple[str, Finding, Finding], ...]:
        """Components that only one of the two compared: first, second."""
        return tuple(each for each in self.features if Finding.NOT_SET in each[1:])

    @property
    def open(self) -> bool:
        """Whether an agreed conclusion is still missing."""
        return self.decisions_differ and self.resolution is None


def compared(review: SecondReview, first: Iterable[CandidateReview]) -> tuple[Comparison, ...]:
    """A submitted review against the versions of the first one that held when it was submitted."""
    versions = {(each.rank, each.version): each for each in first}
    pairs = ((rank, versions[rank, review.first_versions[rank]], review.findings[rank]) for rank in review.ranks)
    return tuple(
        Comparison(
            rank=rank,
            first=mine,
            second=theirs,
            examiner=review.examiner,
            features=differing_features(mine.content, theirs),
            resolution=review.resolutions.get(rank),
        )
        for rank, mine, theirs in pairs
    )


def differing_features(first: ReviewContent, second: ReviewContent) -> tuple[tuple[str, Finding, Finding], ...]:
    """Components by key on which two examiners found differently, in the order of the list."""
    pairs = ((key, first.found(key).finding, second.found(key).finding) for key in COMPONENTS)
    return tuple((key, mine, theirs) for key, mine, theirs in pairs if mine is not theirs)


def unmet_demand(reviews: Iterable[CandidateReview], seconds: Iterable[SecondReview]) -> str:
    """Why a second examiner's review is not complete for the newest first reviews; empty when it is.

    Every decided candidate must have been reviewed by a second examiner in the version that holds now, and where both
    differ, the agreed conclusion must be there.
    """
    decided = [each for each in reviews if each.content.decision is not Decision.UNDECIDED]
    if not decided:
        return "No candidate was decided yet, so there is nothing that a second examiner could have reviewed."
    done = [each for each in seconds if each.state is State.SUBMITTED]
    covered = [(each, _second_of(each, done)) for each in decided]
    if missing := [each.rank for each, second in covered if second is None]:
        return f"No second examiner has reviewed the conclusion that holds now, at rank: {_listed(missing)}."
    apart = [each.rank for each, second in covered if second is not None and _is_open(each, second)]
    return f"Both examiners differ and no agreed conclusion is recorded, at rank: {_listed(apart)}." if apart else ""


def _second_of(review: CandidateReview, done: Iterable[SecondReview]) -> SecondReview | None:
    """The last second review that saw this version of the first one."""
    return next(
        (each for each in reversed(list(done)) if each.first_versions.get(review.rank) == review.version), None
    )


def _is_open(review: CandidateReview, second: SecondReview) -> bool:
    differ = second.findings[review.rank].decision is not review.content.decision
    return differ and review.rank not in second.resolutions


def _listed(ranks: Iterable[int]) -> str:
    return ", ".join(str(rank) for rank in ranks)
