"""What a second examiner must not see before the own conclusion is submitted; for services that show reviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.errors import NotPermittedError
from forensic_id.core.review import CandidateReview
from forensic_id.core.second_review import SecondReview, State

if TYPE_CHECKING:  # imported before the first window, which waits for no NumPy
    from forensic_id.core.ports import Library
    from forensic_id.core.records import AuditEntry

HIDDEN = "hidden until your own conclusion is submitted"
TELLING = "review.save"
"""The action of the audit log whose details hold a decision."""
READ = "review.read"
"""The action of the audit log that says who has seen the conclusions of others."""


def blind_review(library: Library, search_id: int) -> SecondReview | None:
    """The second review of this search that whoever acts still has to submit, if there is one."""
    name = library.principal.name
    for each in library.second_reviews.of_search(search_id):
        if each.examiner == name and each.state is State.ASSIGNED:
            return each
    return None


def blind_searches(library: Library) -> tuple[int, ...]:
    """The searches that whoever acts still has to review blind."""
    mine = library.second_reviews.of_examiner(library.principal.name)
    return tuple(each.search_id for each in mine if each.state is State.ASSIGNED)


def refuse_blind(library: Library, search_id: int) -> None:
    """Raise NotPermittedError for a second examiner who would see the first one's conclusions."""
    if blind_review(library, search_id) is not None:
        raise NotPermittedError(
            f"You review search {search_id} as the second examiner, blind: this shows what the first one found."
            " Submit your own conclusions first."
        )


def note_reading(library: Library, search_id: int, reviews: Iterable[CandidateReview]) -> None:
    """Log, once for each person and search, that somebody is shown what others concluded.

    Whoever has seen it would not be blind, and is not asked for the second review of that search any more.
    """
    who = library.principal
    if who.single_user or all(each.examiner == who.name for each in reviews):
        return
    if not has_read(library, search_id, who.name):
        library.audit.append(READ, f"search {search_id}", {})


def has_read(library: Library, search_id: int, name: str) -> bool:
    """Whether somebody was shown conclusions of others on this search."""
    read = library.audit.entries(AuditFilter(action=READ, actor=name))
    return any(entry.subject == f"search {search_id}" for entry in read)


def own_findings(library: Library, blind: SecondReview) -> tuple[CandidateReview, ...]:
    """What a blind examiner saved, in the form of reviews, in rank order."""
    subjects = {each.rank: each.subject_id for each in library.cases.search(blind.search_id).candidates}
    return tuple(
        CandidateReview(
            review_id=blind.assignment,
            search_id=blind.search_id,
            rank=rank,
            subject_id=subjects[rank],
            version=blind.versions[rank],
            examiner=blind.examiner,
            at=blind.found_at[rank],
            content=content,
        )
        for rank, content in sorted(blind.findings.items())
    )


def masked(library: Library, entries: Iterable[AuditEntry]) -> Iterator[AuditEntry]:
    """Entries of the audit log without the first examiner's decisions, for whoever reviews that search blind."""
    blind = tuple(f"search {search_id} " for search_id in blind_searches(library))
    for entry in entries:
        telling = entry.action == TELLING and entry.subject.startswith(blind)
        yield replace(entry, details={"decision": HIDDEN}) if telling else entry
