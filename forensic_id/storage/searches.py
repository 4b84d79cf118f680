"""Rows of search records and rankings, checked against the audit log when they are read."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import DefectError, NotFoundError, TamperedError
from forensic_id.core.records import Candidate, SearchEvidence, SearchRecord, UInt8Array
from forensic_id.core.retention import Erased
from forensic_id.storage.database import Database
from forensic_id.storage.numbers import next_number
from forensic_id.storage.pictures import picture_pixels, png_bytes
from forensic_id.storage.record_json import record_from, record_text

_SELECT = """
SELECT CAST(s.record AS TEXT), CAST(s.sketch_crop_png AS BLOB), a.action, a.subject, a.details,
    a.actor
FROM searches s LEFT JOIN audit_entries a ON a.sequence = s.audit_sequence
WHERE s.search_id = ?
"""


class SearchRows:
    """The tables `searches` and `candidates`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_id(self) -> int:
        """The id of the next record; that of an erased one is never given again."""
        return next_number(self._database, "searches", "search_id")

    def hashes(self, record: SearchRecord, crop: UInt8Array) -> dict[str, str]:
        """SHA-256 of the record, of its ranking and of the crop as stored, for the audit entry."""
        return _hashes(record_text(record), record.candidates, png_bytes(crop))

    def add(self, record: SearchRecord, crop: UInt8Array, *, audit_sequence: int) -> None:
        """Insert a record and its ranking."""
        self._database.execute(
            "INSERT INTO searches VALUES (?, ?, ?, ?, ?, ?)",
            (
                record.search_id,
                record.case_number,
                record.sketch.sha256,
                png_bytes(crop),
                record_text(record),
                audit_sequence,
            ),
        )
        for candidate in record.candidates:
            self._database.execute(
                "INSERT INTO candidates VALUES (?, ?, ?, ?, ?)",
                (record.search_id, *_numbers(candidate)),
            )

    def ids(self, case_number: str | None) -> tuple[int, ...]:
        """Ids of a case's records or of all, oldest first."""
        sql = "SELECT search_id FROM searches WHERE :case IS NULL OR case_number = :case ORDER BY search_id"
        return tuple(row[0] for row in self._database.rows(sql, {"case": case_number}))

    def record(self, search_id: int) -> SearchRecord:
        """Raises NotFoundError, or TamperedError when the record is not what the audit log says."""
        text, _, candidates, actor = self._checked(search_id)
        return record_from(text, candidates, logged_by=actor)

    def evidence(self, search_id: int) -> SearchEvidence:
        """What the hashes in the audit entry cover. Raises like `record`."""
        text, crop_png, candidates, _ = self._checked(search_id)
        return SearchEvidence(record=text, ranking=_ranking(candidates), crop_png=crop_png)

    def crop(self, search_id: int) -> UInt8Array:
        """The crop as searched. Raises like `record`."""
        return picture_pixels(self._checked(search_id)[1])

    def _checked(self, search_id: int) -> tuple[str, bytes, tuple[Candidate, ...], str]:
        row = self._database.row(_SELECT, (search_id,))
        if row is None:
            raise NotFoundError(f"There is no search with the number {search_id}.{self._erased(search_id)}")
        text, crop_png, action, subject, details, actor = row
        candidates = self._candidates(search_id)
        if (action, subject) != ("search.add", f"search {search_id}"):
            raise _altered(search_id, "the audit log has no entry of it")
        try:
            hashes = _hashes(text, candidates, crop_png)
        except (TypeError, DefectError) as error:
            raise _altered(search_id, "its ranking holds what is no number") from error
        for name, value in hashes.items():
            if f'"{name}":"{value}"' not in details:  # canonical JSON of hashes: nothing to unquote
                raise _altered(search_id, f"its {name.removesuffix('_sha256')} is not the one in the audit log")
        return text, crop_png, candidates, actor

    def _erased(self, search_id: int) -> str:
        row = self._database.row("SELECT at, kind FROM erased_searches WHERE search_id = ?", (search_id,))
        return "" if row is None else f" {Erased(at=row[0], kind=row[1])} with its case."

    def _candidates(self, search_id: int) -> tuple[Candidate, ...]:
        sql = "SELECT rank, subject_id, photo_id, log_density FROM candidates WHERE search_id = ? ORDER BY rank"
        return tuple(
            Candidate(rank=rank, subject_id=subject_id, photo_id=photo_id, log_density=log_density)
            for rank, subject_id, photo_id, log_density in self._database.rows(sql, (search_id,))
        )


def _hashes(text: str, candidates: tuple[Candidate, ...], crop_png: bytes) -> dict[str, str]:
    parts = {"record": text.encode("utf-8"), "ranking": _ranking(candidates).encode("utf-8"), "crop": crop_png}
    return {f"{name}_sha256": hashlib.sha256(data).hexdigest() for name, data in parts.items()}


def _ranking(candidates: tuple[Candidate, ...]) -> str:
    return canonical_json([_numbers(candidate) for candidate in candidates])


def _numbers(candidate: Candidate) -> tuple[Any, ...]:
    fields = asdict(candidate)
    return (
        int(fields["rank"]),
        int(fields["subject_id"]),
        int(fields["photo_id"]),
        float(fields["log_density"]),
    )


def _altered(search_id: int, what: str) -> TamperedError:
    return TamperedError(
        f"The record of search {search_id} was altered: {what}. "
        "Keep the library as it is, and compare it with a backup."
    )
