"""Use case: what the library was used for, month by month: searches, their purposes and outcomes, who did what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.core.summaries import ActionCount, SearchCount
from forensic_id.services.batch_tables import write_table

SUMMARY_COLUMNS = ("month", "kind", "name", "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A name with how often it occurred."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfUse:
    """One month (YYYY-MM, UTC). `purposes` are the offences of the cases searched for, the most frequent first."""

    month: str
    searches: int
    informative: int
    """Searches in which somebody stood out."""
    uninformative: int
    not_assessed: int
    purposes: tuple[Tally, ...]
    actions: tuple[Tally, ...]
    people: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSummary:
    """All months with any entry, newest first."""

    months: tuple[MonthOfUse, ...]


def summarise_audit(library: Library) -> AuditSummary:
    """Count searches and audit entries by month. Nothing is written."""
    library.require(Right.READ_AUDIT)
    searches: dict[str, list[SearchCount]] = defaultdict(list)
    for search_count in library.cases.search_counts():
        searches[search_count.month].append(search_count)
    actions: dict[str, list[ActionCount]] = defaultdict(list)
    for action_count in library.audit.action_counts():
        actions[action_count.month].append(action_count)
    months = sorted({*searches, *actions}, reverse=True)
    return AuditSummary(months=tuple(_month(month, searches[month], actions[month]) for month in months))


def export_summary(library: Library, path: Path) -> int:
    """Write the summary as CSV, one count a row, and log it; returns the number of months. Raises LibraryError."""
    library.require(Right.READ_AUDIT)
    summary = summarise_audit(library)
    write_table(path, SUMMARY_COLUMNS, _rows(summary))
    library.audit.append("audit.export", "audit summary", {"file": path.name, "months": len(summary.months)})
    return len(summary.months)


def _month(month: str, searches: list[SearchCount], actions: list[ActionCount]) -> MonthOfUse:
    ended: dict[bool | None, int] = defaultdict(int)
    for each in searches:
        ended[each.informative] += each.searches
    return MonthOfUse(
        month=month,
        searches=sum(ended.values()),
        informative=ended[True],
        uninformative=ended[False],
        not_assessed=ended[None],
        purposes=_tallies((each.offence, each.searches) for each in searches),
        actions=_tallies((each.action, each.entries) for each in actions),
        people=_tallies((each.actor, each.entries) for each in actions),
    )


def _tallies(counts: Iterable[tuple[str, int]]) -> tuple[Tally, ...]:
    """Sums by name, the highest first, equal ones by name."""
    sums: dict[str, int] = defaultdict(int)
    for name, count in counts:
        sums[name] += count
    ordered = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(name=name, count=count) for name, count in ordered)


def _rows(summary: AuditSummary) -> Iterator[tuple[object, ...]]:
    for month in summary.months:
        yield month.month, "searches", "all", month.searches
        yield month.month, "outcome", "somebody stands out", month.informative
        yield month.month, "outcome", "nobody stands out", month.uninformative
        yield month.month, "outcome", "not assessed", month.not_assessed
        for kind, tallies in (("purpose", month.purposes), ("action", month.actions), ("person", month.people)):
            for tally in tallies:
                yield month.month, kind, tally.name, tally.count


__all__ = ["AuditSummary", "MonthOfUse", "Tally", "export_summary", "summarise_audit"]
