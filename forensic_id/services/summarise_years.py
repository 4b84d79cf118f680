"""Use case: what annual reports on face searches ask for, counted by year (UTC).

How many searches, for which purposes, by whom and how they ended; what examiners decided, where second examiners
differed; what left the library, and what was erased from it. Searches that were erased since are still counted by
the audit log, not by purpose and outcome: what told of these is gone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.services.batch_tables import write_table
from forensic_id.services.blindness import TELLING, masked
from forensic_id.services.written_files import write_file

YEAR_COLUMNS = ("year", "kind", "name", "count")
_OUTCOMES = {True: "somebody stands out", False: "nobody stands out", None: "not assessed"}
_EXPORTS = frozenset(
    {"report.export", "report.print", "list.export", "figure.export", "search.export", "gallery.export",
     "package.create", "audit.export"}
)  # fmt: skip
_ERASURES = frozenset({"subject.purge", "subject.expunge", "case.purge", "case.expunge"})
_SECOND = {
    "second_review.assign": "asked for",
    "second_review.submit": "submitted",
    "second_review.withdraw": "withdrawn",
}
_KINDS = ("searches", "outcome", "purpose", "examiner", "decision", "second review", "export", "erasure")
Counts = Counter[tuple[str, str, str]]
"""By year, kind and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """How often something occurred in a year, and of which kind of things it is (`_KINDS`)."""

    year: str
    kind: str
    name: str
    count: int


def summarise_years(library: Library) -> tuple[YearCount, ...]:
    """All counts, the newest year first, in the order of the kinds, the most frequent first. Nothing is written."""
    library.require(Right.READ_AUDIT)
    counts: Counts = Counter()
    _count_actions(library, counts)
    _count_kept(library, counts)
    _count_decisions(library, counts)
    _count_differences(library, counts)
    found = [YearCount(year=year, kind=kind, name=name, count=count) for (year, kind, name), count in counts.items()]
    found.sort(key=lambda each: (_KINDS.index(each.kind), -each.count, each.name))
    return tuple(sorted(found, key=lambda each: each.year, reverse=True))


def export_years(library: Library, path: Path) -> int:
    """Write the counts as JSON or, under any other ending, as CSV, and log it. Raises LibraryError."""
    library.require(Right.READ_AUDIT)
    counts = summarise_years(library)
    if path.suffix.lower() == ".json":
        plain = [asdict(each) for each in counts]
        write_file(path, json.dumps(plain, indent=1, ensure_ascii=False).encode("utf-8") + b"\n")
    else:
        write_table(path, YEAR_COLUMNS, ((each.year, each.kind, each.name, each.count) for each in counts))
    library.audit.append("audit.export", "annual summary", {"file": path.name, "counts": len(counts)})
    return len(counts)


def _count_actions(library: Library, counts: Counts) -> None:
    for each in library.audit.action_counts():
        year = each.month[:4]
        if each.action == "search.add":
            counts[year, "searches", "all"] += each.entries
            counts[year, "examiner", each.actor] += each.entries
        elif each.action in _SECOND:
            counts[year, "second review", _SECOND[each.action]] += each.entries
        elif each.action in _EXPORTS:
            counts[year, "export", each.action] += each.entries
        elif each.action in _ERASURES:
            counts[year, "erasure", each.action] += each.entries


def _count_kept(library: Library, counts: Counts) -> None:
    """Purposes and outcomes of the searches that are still there."""
    kept: Counter[str] = Counter()
    for each in library.cases.search_counts():
        year = each.month[:4]
        kept[year] += each.searches
        counts[year, "outcome", _OUTCOMES[each.informative]] += each.searches
        counts[year, "purpose", each.offence] += each.searches
    for year in [year for year, kind, _ in counts if kind == "searches"]:
        if erased := counts[year, "searches", "all"] - kept[year]:
            counts[year, "searches", "erased since"] = max(erased, 0)


def _count_decisions(library: Library, counts: Counts) -> None:
    """The last decision on each candidate in a year; who reviews a search blind does not learn of it."""
    last: dict[tuple[str, str], str] = {}
    for entry in masked(library, library.audit.entries(AuditFilter(action=TELLING))):
        last[entry.at[:4], entry.subject] = str(entry.details["decision"])
    for (year, _), decision in last.items():
        counts[year, "decision", decision] += 1


def _count_differences(library: Library, counts: Counts) -> None:
    """Candidates on whom the two examiners concluded differently, and those on whom they agreed in the end."""
    for search_id in _reviewed_twice(library):
        for review in library.second_reviews.of_search(search_id):
            year = review.submitted_at[:4]
            if year and review.differing:
                counts[year, "second review", "candidates concluded differently"] += len(review.differing)
                counts[year, "second review", "of these agreed on"] += len(review.resolutions)


def _reviewed_twice(library: Library) -> Iterator[int]:
    submitted = library.audit.entries(AuditFilter(action="second_review.submit"))
    yield from sorted({int(entry.subject.split()[1]) for entry in submitted})
