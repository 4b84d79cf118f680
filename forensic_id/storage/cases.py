"""Cases and the immutable records of their searches.

The audit entry of a search holds the hashes of its record, ranking and crop; every reading compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from forensic_id.core.checked_values import checked_text
from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.records import Case, LoadedImage, SearchEvidence, SearchRecord, UInt8Array
from forensic_id.core.summaries import CaseSummary, SearchCount, SearchSummary
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.images import OriginalStore
from forensic_id.storage.numbers import next_number
from forensic_id.storage.search_summaries import CASE_SUMMARIES, search_counts, search_summaries
from forensic_id.storage.searches import SearchRows

_MANDATORY = ("number", "offence", "authority", "requester")
_SELECT = "SELECT number, offence, authority, requester, opened_at, closed_at FROM cases"


class SqliteCaseStore:
    """The port CaseStore over one database and the folder of originals."""

    def __init__(
        self,
        database: Database,
        originals: OriginalStore,
        audit: SqliteAuditLog,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._originals = originals
        self._audit = audit
        self._clock = clock
        self._searches = SearchRows(database)

    def open_case(self, case: Case) -> Case:
        """Store a new case; the time of opening is now.

        Raises InvalidInputError when the number is taken or a mandatory field is empty.
        """
        fields = {name: checked_text(f"the case's {name}", getattr(case, name)) for name in _MANDATORY}
        for name, value in fields.items():
            if not value:
                raise InvalidInputError(
                    f"The case needs its {name}: number, offence, legal authority and requester are mandatory."
                )
        with self._database.transaction():
            if self._find(fields["number"]) is not None:
                raise InvalidInputError(f"There is a case {fields['number']!r} already: choose another number.")
            stored = Case(**fields, opened_at=self._now())
            self._database.execute(
                "INSERT INTO cases (case_id, number, offence, authority, requester, opened_at)"
                " VALUES (:case_id, :number, :offence, :authority, :requester, :opened_at)",
                {
                    **fields,
                    "opened_at": stored.opened_at,
                    "case_id": next_number(self._database, "cases", "case_id"),
                },
            )
            self._audit.append("case.open", f"case {stored.number}", asdict(stored))
        return stored

    def close_case(self, number: str) -> Case:
        """Close it; searches are then refused. Raises NotFoundError, InvalidInputError when it is closed already."""
        with self._database.transaction():
            case = self._still_open(number, "it cannot be closed again")
            closed = replace(case, closed_at=self._now())
            self._database.execute(
                "UPDATE cases SET closed_at = ? WHERE number = ?", (closed.closed_at, closed.number)
            )
            self._audit.append("case.close", f"case {closed.number}", {"closed_at": closed.closed_at})
        return closed

    def case(self, number: str) -> Case:
        """Raises NotFoundError."""
        found = self._find(number.strip())
        if found is None:
            raise NotFoundError(f"There is no case {number!r}. Open it first, with offence, authority and requester.")
        return found

    def cases(self) -> tuple[Case, ...]:
        """All cases, newest first."""
        return tuple(_case(row) for row in self._database.rows(f"{_SELECT} ORDER BY case_id DESC"))

    def case_summaries(self) -> tuple[CaseSummary, ...]:
        """All cases with the numbers of their searches, newest first, without reading the records."""
        return tuple(
            CaseSummary(case=_case(row[:6]), searches=row[6], last_search_at=row[7] or "")
            for row in self._database.rows(CASE_SUMMARIES)
        )

    def search_summaries(
        self, case_number: str, *, before: int | None = None, limit: int = -1
    ) -> tuple[SearchSummary, ...]:
        """Summaries of a case's records, newest first, below the id `before`. Raises NotFoundError."""
        return search_summaries(self._database, self.case(case_number).number, before=before, limit=limit)

    def search_counts(self) -> tuple[SearchCount, ...]:
        """All searches counted by month, offence of their case, and verdict; in order of month."""
        return search_counts(self._database)

    def add_search(self, record: SearchRecord, *, sketch: LoadedImage, crop: UInt8Array) -> SearchRecord:
        """Store the record, the sketch's original bytes and the crop as searched; return it with its id.

        Raises NotFoundError for an unknown case, InvalidInputError for a closed one.
        """
        with self._database.transaction():
            case = self._still_open(record.case_number, "it takes no more searches")
            self._originals.put(sketch.original_bytes, record.sketch.sha256)
            stored = replace(record, search_id=self._searches.next_id(), case_number=case.number)
            hashes = self._searches.hashes(stored, crop)
            entry = self._audit.append(
                "search.add",
                f"search {stored.search_id}",
                {
                    **hashes,
                    "case": case.number,
                    "sketch_sha256": record.sketch.sha256,
                    "bundle_id": record.bundle_id,
                    "gallery_snapshot": record.gallery_snapshot,
                    **_preparation(record),
                },
            )
            self._searches.add(stored, crop, audit_sequence=entry.sequence)
        return self.search(stored.search_id)

    def search(self, search_id: int) -> SearchRecord:
        """Raises NotFoundError, or TamperedError when the record is not what the audit log says."""
        return self._searches.record(search_id)

    def evidence(self, search_id: int) -> SearchEvidence:
        """What the hashes in the search's audit entry cover. Raises like `search`."""
        return self._searches.evidence(search_id)

    def searches(self, case_number: str | None = None) -> tuple[SearchRecord, ...]:
        """Records of a case or of all cases, oldest first. Raises NotFoundError, TamperedError."""
        number = None if case_number is None else self.case(case_number).number
        return tuple(self.search(search_id) for search_id in self._searches.ids(number))

    def search_ids(self) -> tuple[int, ...]:
        """Ids of all records, oldest first, without reading the records."""
        return self._searches.ids(None)

    def sketch_original(self, search_id: int) -> bytes:
        """Original bytes of the sketch, hash checked. Raises NotFoundError, TamperedError."""
        return self._originals.read(self.search(search_id).sketch.sha256)

    def sketch_crop(self, search_id: int) -> UInt8Array:
        """The 112x112 crop as searched, hash checked. Raises NotFoundError, TamperedError."""
        return self._searches.crop(search_id)

    def _find(self, number: str) -> Case | None:
        row = self._database.row(f"{_SELECT} WHERE number = ?", (number,))
        return None if row is None else _case(row)

    def _still_open(self, number: str, consequence: str) -> Case:
        case = self.case(number)
        if case.closed_at is not None:
            raise InvalidInputError(f"The case {case.number!r} was closed at {case.closed_at}: {consequence}.")
        return case

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")


def _preparation(record: SearchRecord) -> dict[str, Any]:
    """What the audit entry says of edits and fused searches, where there are any."""
    told: dict[str, Any] = {}
    if record.sketch.edits:
        told["edits"] = [{"edit": str(step.edit), "sha256": step.sha256} for step in record.sketch.edits]
    if record.parts:
        told["parts"] = list(record.parts)
    return told


def _case(row: tuple[Any, ...]) -> Case:
    number, offence, authority, requester, opened_at, closed_at = row
    return Case(
        number=number,
        offence=offence,
        authority=authority,
        requester=requester,
        opened_at=opened_at,
        closed_at=closed_at,
    )
