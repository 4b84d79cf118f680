"""What other programs changed in the library since somebody looked last, told by the audit log's newest entries.

Cheap when nothing happened: SQLite counts the changes of other connections in the header of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.ports import Library
from forensic_id.core.records import AuditEntry
from forensic_id.core.retention import CASE_ERASING_ACTIONS
from forensic_id.core.rights import Right

_OF_GALLERY = frozenset({"photo", "subject", "features", "gallery", "hold", "retention"})
_MOST_READ = 500
"""Entries looked at one by one; more have everything read anew, and only erasures are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How far somebody has looked: the library's counter of changes, the last entry of the audit log, all cases.

    An erased case is in no entry by its number: what was there before tells it.
    """

    changes: int
    sequence: int
    cases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What is to be read anew. `searches` are numbers of cases, `reviews` of searches.

    `erased` are numbers of cases of which nothing may be shown any more, `erased_searches` those of their searches.
    """

    seen: Seen
    gallery: bool = False
    cases: bool = False
    searches: tuple[str, ...] = ()
    reviews: tuple[int, ...] = ()
    erased: frozenset[str] = frozenset()
    erased_searches: frozenset[int] = frozenset()


def notice_changes(library: Library, seen: Seen | None, *, own: frozenset[str]) -> Noticed | None:
    """What changed since `seen`, without the entries whose hashes are in `own`; nothing when `seen` is None.

    None for whoever may not look through the library. Nothing is logged: nobody asked for anything.
    """
    if not library.principal.may(Right.BROWSE):
        return None
    changes = library.changes()
    if seen is not None and seen.changes == changes:
        return Noticed(seen=seen)
    last = library.audit.last_sequence()
    now = Seen(changes=changes, sequence=last, cases=frozenset(each.number for each in library.cases.cases()))
    if seen is None:
        return Noticed(seen=now)
    many = last - seen.sequence > _MOST_READ
    entries = _erasures(library, seen) if many else library.audit.page(range(seen.sequence + 1, last + 1))
    others = [entry for entry in entries if entry.entry_hash not in own]
    noticed = Noticed(seen=now, gallery=True, cases=True) if many else _told(others, now)
    return _with_erased(library, noticed, others, seen.cases)


def _erasures(library: Library, seen: Seen) -> tuple[AuditEntry, ...]:
    """The entries of cases erased since, found by their action: nothing erased stays on a page for being many."""
    found = (library.audit.sequences(AuditFilter(action=action)) for action in CASE_ERASING_ACTIONS)
    return library.audit.page([int(number) for numbers in found for number in numbers if number > seen.sequence])


def _told(entries: list[AuditEntry], now: Seen) -> Noticed:
    kinds = {entry.action.partition(".")[0] for entry in entries}
    return Noticed(
        seen=now,
        gallery=bool(kinds & _OF_GALLERY),
        cases="case" in kinds,
        searches=tuple(sorted({str(each.details["case"]) for each in entries if each.action == "search.add"})),
        reviews=tuple(sorted({_search(each.subject) for each in entries if each.action.startswith("review.")})),
    )


def _with_erased(library: Library, noticed: Noticed, entries: list[AuditEntry], before: frozenset[str]) -> Noticed:
    """What others erased: expunged cases are those that are gone, purged ones have the id that the entry names."""
    erasures = [entry for entry in entries if entry.action in CASE_ERASING_ACTIONS]
    if not erasures:
        return noticed
    ids = {int(entry.details["case_id"]) for entry in erasures}
    there = noticed.seen.cases
    emptied = (number for number in there if library.case_retention.erased_case(number) is not None)
    purged = {number for number in emptied if library.case_retention.named(number).case_id in ids}
    searches = frozenset(int(each) for entry in erasures for each in entry.details["searches"])
    return replace(noticed, erased=(before - there) | purged, erased_searches=searches)


def _search(subject: str) -> int:
    """The number in "search 3 candidate 1"."""
    return int(subject.split()[1])
