"""Open, list, show and close cases."""

from __future__ import annotations

from dataclasses import dataclass

from forensic_id.core.ports import Library
from forensic_id.core.records import Case, SearchRecord
from forensic_id.core.rights import Right
from forensic_id.core.summaries import CaseSummary, SearchSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOverview:
    """A case with its searches, oldest first."""

    case: Case
    searches: tuple[SearchRecord, ...]


def open_case(library: Library, *, number: str, offence: str, authority: str, requester: str) -> Case:
    """Open a case.

    Raises InvalidInputError when a field is empty, the number is taken or the policy profile asks for more.
    """
    library.require(Right.MANAGE_CASES)
    library.policies.current().check_authority(authority)
    return library.cases.open_case(Case(number=number, offence=offence, authority=authority, requester=requester))


def list_cases(library: Library) -> tuple[Case, ...]:
    """All cases, newest first."""
    library.require(Right.BROWSE)
    return library.cases.cases()


def summarise_cases(library: Library) -> tuple[CaseSummary, ...]:
    """All cases with the numbers of their searches, newest first."""
    library.require(Right.BROWSE)
    return library.cases.case_summaries()


def summarise_case(library: Library, number: str) -> CaseSummary:
    """One case with the number of its searches. Raises NotFoundError."""
    library.require(Right.BROWSE)
    wanted = library.cases.case(number).number
    return next(each for each in library.cases.case_summaries() if each.case.number == wanted)


def list_searches(
    library: Library, number: str, *, before: int | None = None, limit: int = -1
) -> tuple[SearchSummary, ...]:
    """Searches of a case, newest first: at most `limit` of those whose id is below `before`. Raises NotFoundError."""
    library.require(Right.BROWSE)
    return library.cases.search_summaries(number, before=before, limit=limit)


def show_case(library: Library, number: str) -> CaseOverview:
    """A case and its searches. Raises NotFoundError, TamperedError when a record was altered."""
    library.require(Right.BROWSE)
    case = library.cases.case(number)
    return CaseOverview(case=case, searches=library.cases.searches(case.number))


def close_case(library: Library, number: str) -> Case:
    """Close a case. Raises NotFoundError, InvalidInputError when it is closed already."""
    library.require(Right.MANAGE_CASES)
    return library.cases.close_case(number)
