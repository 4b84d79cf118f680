"""Terms and erasures of cases for tests, kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from forensic_id.core.case_retention import DueCase
from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.retention import Erased, ErasureKind, Hold
from tests.fakes.in_memory_audit_log import AT, InMemoryAuditLog
from tests.fakes.in_memory_case_store import InMemoryCaseStore
from tests.fakes.in_memory_retention_store import InMemoryRetentionStore


class InMemoryCaseRetention:
    """Over the dictionaries of the case store; the number of a case is its place in the order of opening."""

    def __init__(self, audit: InMemoryAuditLog, cases: InMemoryCaseStore, retention: InMemoryRetentionStore) -> None:
        self._audit = audit
        self._cases = cases
        self._retention = retention
        self.erased: dict[str, Erased] = {}
        self.erased_searches: dict[int, Erased] = {}

    def due(self, day: str, *, days: int | None) -> tuple[DueCase, ...]:
        """Closed ones with searches."""
        found = []
        for number, case in self._cases.by_number.items():
            if days is None or case.closed_at is None:
                continue
            until = (date.fromisoformat(case.closed_at[:10]) + timedelta(days=days)).isoformat()
            due = replace(self.named(number), until=until)
            if until < day and due.search_ids:
                found.append(due)
        return tuple(found)

    def named(self, number: str) -> DueCase:
        """All of one."""
        if number not in self._cases.by_number:
            raise NotFoundError(f"There is no case {number!r}.")
        case = self._cases.by_number[number]
        records = self._cases.searches(number)
        return DueCase(
            case_id=list(self._cases.by_number).index(number) + 1,
            number=number,
            offence=case.offence,
            closed_at=case.closed_at or "",
            search_ids=tuple(each.search_id for each in records),
            sketches=len({each.sketch.sha256 for each in records}),
            until="",
            holds=self._holds(number),
        )

    def erase(self, cases: Sequence[DueCase], *, kind: ErasureKind, reference: str) -> None:
        """Drop from the dictionaries."""
        for each in cases:
            case = self.named(each.number)
            if case.holds:
                raise InvalidInputError(f"The case {case.number} is kept by {case.holds[0]}.")
            erased = Erased(at=AT, kind=kind)
            self.erased = {**self.erased, case.number: erased}
            self.erased_searches = {**self.erased_searches, **dict.fromkeys(case.search_ids, erased)}
            self._cases.records = {
                number: record for number, record in self._cases.records.items() if number not in case.search_ids
            }
            if kind == "expunge":
                del self._cases.by_number[case.number]
            details = {"case_id": case.case_id, "searches": list(case.search_ids), "redacted": {}}
            self._audit.append(f"case.{kind}", f"case no. {case.case_id}", {**details, "reference": reference})
        self._retention.pending = True

    def erased_case(self, number: str) -> Erased | None:
        """If it was."""
        return self.erased.get(number) if number in self._cases.by_number else None

    def erased_search(self, search_id: int) -> Erased | None:
        """If it was."""
        return self.erased_searches.get(search_id)

    def _holds(self, number: str) -> tuple[Hold, ...]:
        listed = {each.subject_id for record in self._cases.searches(number) for each in record.candidates}
        held = self._retention.held.values()
        return tuple(each for each in held if each.case_number == number or each.subject_id in listed)
