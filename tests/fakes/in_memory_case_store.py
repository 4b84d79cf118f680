"""A case store for tests, kept in memory."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import asdict, replace

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import InvalidInputError, NotFoundError, TamperedError
from forensic_id.core.records import Case, LoadedImage, SearchEvidence, SearchRecord, UInt8Array
from forensic_id.core.summaries import CaseSummary, SearchCount, SearchSummary
from tests.fakes.in_memory_audit_log import AT, InMemoryAuditLog


class InMemoryCaseStore:
    """Cases by number, records by id. Ids in `altered` raise TamperedError when read."""

    def __init__(self, audit: InMemoryAuditLog) -> None:
        self._audit = audit
        self.by_number: dict[str, Case] = {}
        self.records: dict[int, SearchRecord] = {}
        self.originals: dict[int, bytes] = {}
        self.crops: dict[int, UInt8Array] = {}
        self.altered: set[int] = set()
        self.given = 0

    def open_case(self, case: Case) -> Case:
        """Store a new case."""
        for name in ("number", "offence", "authority", "requester"):
            if not getattr(case, name).strip():
                raise InvalidInputError(f"The case needs its {name}.")
        number = case.number.strip()
        if number in self.by_number:
            raise InvalidInputError(f"There is a case {number} already.")
        stored = replace(case, number=number, opened_at=AT, closed_at=None)
        self.by_number[number] = stored
        self._audit.append("case.open", f"case {number}", {"offence": case.offence})
        return stored

    def close_case(self, number: str) -> Case:
        """Close it."""
        case = self.case(number)
        if case.closed_at is not None:
            raise InvalidInputError(f"The case {number} is closed already.")
        closed = replace(case, closed_at=AT)
        self.by_number[case.number] = closed
        self._audit.append("case.close", f"case {case.number}", {})
        return closed

    def case(self, number: str) -> Case:
        """The case with this number."""
        if number.strip() not in self.by_number:
            raise NotFoundError(f"There is no case {number}.")
        return self.by_number[number.strip()]

    def cases(self) -> tuple[Case, ...]:
        """All cases, newest first."""
        return tuple(reversed(self.by_number.values()))

    def case_summaries(self) -> tuple[CaseSummary, ...]:
        """All cases with their numbers of searches, newest first."""
        return tuple(self._case_summary(case) for case in self.cases())

    def _case_summary(self, case: Case) -> CaseSummary:
        found = self.searches(case.number)
        return CaseSummary(case=case, searches=len(found), last_search_at=found[-1].created_at if found else "")

    def search_summaries(
        self, case_number: str, *, before: int | None = None, limit: int = -1
    ) -> tuple[SearchSummary, ...]:
        """Records of a case in short, newest first."""
        found = [each for each in self.searches(case_number)[::-1] if before is None or each.search_id < before]
        return tuple(_search_summary(record, self._audit.actor) for record in (found if limit < 0 else found[:limit]))

    def search_counts(self) -> tuple[SearchCount, ...]:
        """Searches by month, offence and verdict."""
        counted = Counter(
            (
                each.created_at[:7],
                self.case(each.case_number).offence,
                each.verdict.informative if each.verdict else None,
            )
            for each in self.records.values()
        )
        ordered = sorted(counted.items(), key=lambda item: (item[0][:2], -1 if item[0][2] is None else item[0][2]))
        return tuple(
            SearchCount(month=month, offence=offence, informative=informative, searches=searches)
            for (month, offence, informative), searches in ordered
        )

    def add_search(self, record: SearchRecord, *, sketch: LoadedImage, crop: UInt8Array) -> SearchRecord:
        """Store the record under the next id."""
        if self.case(record.case_number).closed_at is not None:
            raise InvalidInputError(f"The case {record.case_number} is closed: it takes no more searches.")
        self.given += 1
        stored = replace(record, search_id=self.given)
        self.records[stored.search_id] = stored
        self.originals[stored.search_id] = sketch.original_bytes
        self.crops[stored.search_id] = crop.copy()
        evidence = self.evidence(stored.search_id)
        parts = {
            "record": evidence.record.encode(),
            "ranking": evidence.ranking.encode(),
            "crop": evidence.crop_png,
        }
        hashes = {f"{name}_sha256": hashlib.sha256(data).hexdigest() for name, data in parts.items()}
        self._audit.append("search.add", f"search {stored.search_id}", {**hashes, "case": record.case_number})
        return stored

    def evidence(self, search_id: int) -> SearchEvidence:
        """The record without its ranking, the ranking, and bytes that stand for the crop."""
        fields = asdict(self.search(search_id))
        ranking = [list(each.values()) for each in fields.pop("candidates")]
        return SearchEvidence(
            record=canonical_json(fields),
            ranking=canonical_json(ranking),
            crop_png=self.crops[search_id].tobytes(),
        )

    def search(self, search_id: int) -> SearchRecord:
        """The record with this id."""
        if search_id not in self.records:
            raise NotFoundError(f"There is no search {search_id}.")
        if search_id in self.altered:
            raise TamperedError(f"The record of search {search_id} was altered.")
        return self.records[search_id]

    def searches(self, case_number: str | None = None) -> tuple[SearchRecord, ...]:
        """Records of a case or of all cases, oldest first."""
        if case_number is not None:
            case_number = self.case(case_number).number
        return tuple(record for record in self.records.values() if case_number in (None, record.case_number))

    def search_ids(self) -> tuple[int, ...]:
        """All ids."""
        return tuple(self.records)

    def sketch_original(self, search_id: int) -> bytes:
        """Bytes given to add_search."""
        return self.originals[self.search(search_id).search_id]

    def sketch_crop(self, search_id: int) -> UInt8Array:
        """Crop given to add_search."""
        return self.crops[self.search(search_id).search_id]


def _search_summary(record: SearchRecord, actor: str) -> SearchSummary:
    return SearchSummary(
        search_id=record.search_id,
        case_number=record.case_number,
        created_at=record.created_at,
        sketch_name=record.sketch.file_name,
        bundle_name=record.bundle_name,
        gallery_photos=record.gallery_photos,
        pool_photos=record.pool_photos,
        pool_subjects=record.pool_subjects,
        candidates=len(record.candidates),
        informative=record.verdict.informative if record.verdict else None,
        searched_by=record.searched_by or actor,
    )
