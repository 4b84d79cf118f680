"""Short forms of stored records for lists and counts.

A summary is read fast and is not compared with the audit log; whatever is shown or printed of one search is read
whole, and checked, by `CaseStore.search`.
"""

from __future__ import annotations

from dataclasses import dataclass

from forensic_id.core.records import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """A case with the number of its searches and the time of the last one (ISO 8601; empty: none yet)."""

    case: Case
    searches: int
    last_search_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSummary:
    """What a list says of a search. `informative` None: not assessed; `reviewed`: candidates somebody examined.

    `searched_by` is the account or login that ran it, by the audit log.
    """

    search_id: int
    case_number: str
    created_at: str
    sketch_name: str
    bundle_name: str
    gallery_photos: int
    pool_photos: int
    pool_subjects: int
    candidates: int
    informative: bool | None
    reviewed: int = 0
    searched_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCount:
    """How many searches of one month (YYYY-MM, UTC) served one purpose and ended in one verdict."""

    month: str
    offence: str
    informative: bool | None
    searches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCount:
    """How many audit entries of one month (YYYY-MM, UTC) one person made by one action."""

    month: str
    action: str
    actor: str
    entries: int
