"""Read stored searches, and say who their candidates are by what the gallery holds now."""

from __future__ import annotations

from collections.abc import Sequence

from forensic_id.core.ports import Library
from forensic_id.core.records import Candidate, Case, SearchRecord
from forensic_id.core.rights import Right
from forensic_id.services.identify import open_case
from forensic_id.services.report_candidates import KnownCandidate, known_candidate


def show_search(library: Library, search_id: int) -> SearchRecord:
    """One stored search. Raises NotFoundError, TamperedError when it is not what the audit log says."""
    library.require(Right.BROWSE)
    return library.cases.search(search_id)


def list_records(library: Library, case_number: str | None = None) -> tuple[SearchRecord, ...]:
    """The records of a case or of all cases, oldest first. Raises NotFoundError, TamperedError."""
    library.require(Right.BROWSE)
    return library.cases.searches(case_number)


def name_candidates(library: Library, candidates: Sequence[Candidate]) -> tuple[KnownCandidate, ...]:
    """Who the candidates are; what was removed since is left empty."""
    library.require(Right.BROWSE)
    return tuple(known_candidate(candidate, library) for candidate in candidates)


def case_for_search(library: Library, number: str) -> Case:
    """The case, if it takes a search now. Raises NotFoundError, InvalidInputError when it is closed."""
    library.require(Right.SEARCH)
    return open_case(library.cases, number)
