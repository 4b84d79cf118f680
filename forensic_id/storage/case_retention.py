"""Terms and erasures of cases in one database.

Rows of evidence are guarded by triggers: those of a search go once it is declared in `erased_searches`, and the audit
entry of the erasure names it, or verification misses it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from forensic_id.core.case_retention import DueCase
from forensic_id.core.errors import InvalidInputError, LibraryError, NotFoundError
from forensic_id.core.retention import Erased, ErasureKind, Hold
from forensic_id.core.settings import PASTED_FOLDER
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.case_redaction import ErasedCase, redact_case
from forensic_id.storage.database import Database
from forensic_id.storage.erasing import erase
from forensic_id.storage.images import OriginalStore
from forensic_id.storage.numbers import keep_numbers
from forensic_id.storage.retention import HOLDS, hold_from

_CASE = "SELECT case_id, number, offence, coalesce(closed_at, '') FROM cases"
_UNTIL = "date(closed_at, '+' || :days || ' days')"
_DUE = f"""
{_CASE.replace(" FROM", f", {_UNTIL} FROM")}
WHERE closed_at IS NOT NULL AND {_UNTIL} < :day
    AND EXISTS (SELECT 1 FROM searches s WHERE s.case_number = number)
ORDER BY closed_at, case_id
"""  # noqa: S608 - our own text
_HELD_BY = f"""
{HOLDS} WHERE h.case_number = :case OR h.subject_id IN (
    SELECT c.subject_id FROM candidates c JOIN searches q ON q.search_id = c.search_id WHERE q.case_number = :case
) ORDER BY h.hold_id
"""  # noqa: S608 - our own text
_SKETCHES = "SELECT search_id, sketch_sha256, record FROM searches WHERE case_number = ? ORDER BY search_id"
_OF_CASE = "IN (SELECT search_id FROM erased_searches WHERE case_id = ?)"
_EVIDENCE = {"second_review_events": "event_id", "reviews": "review_id", "candidates": "", "searches": ""}
"""Tables of searches in the order in which their rows can go, with numbers that are never given again."""


class SqliteCaseRetention:
    """The port CaseRetentionStore."""

    def __init__(
        self, database: Database, originals: OriginalStore, audit: SqliteAuditLog, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._originals = originals
        self._audit = audit
        self._clock = clock

    def due(self, day: str, *, days: int | None) -> tuple[DueCase, ...]:
        """Closed cases with searches whose term has passed on a day, oldest closing first; no term: none."""
        if days is None:
            return ()
        rows = list(self._database.rows(_DUE, {"day": day, "days": days}))
        return tuple(replace(self._case(row[:4]), until=row[4]) for row in rows)

    def named(self, number: str) -> DueCase:
        """A case with everything that is held of it. Raises NotFoundError."""
        row = self._database.row(f"{_CASE} WHERE number = ?", (number,))
        if row is None:
            raise NotFoundError(f"There is no case {number!r}.")
        return self._case(row)

    def erase(self, cases: Sequence[DueCase], *, kind: ErasureKind, reference: str) -> None:
        """Erase their searches, all or none, and what the audit log tells of them; expunged, the cases go, too.

        Raises InvalidInputError under a hold, NotFoundError for a case that is gone.
        """
        with self._database.transaction():
            at = self._clock().isoformat(timespec="milliseconds")
            for each in cases:
                self._erase(each, at=at, kind=kind, reference=reference)
            self._database.execute("INSERT OR IGNORE INTO unscrubbed VALUES (?)", (at,))

    def erased_case(self, number: str) -> Erased | None:
        """When the searches of a case that is still known were erased."""
        sql = "SELECT e.at, e.kind FROM erased_cases e JOIN cases c ON c.case_id = e.case_id WHERE c.number = ?"
        row = self._database.row(sql, (number,))
        return None if row is None else Erased(at=row[0], kind=row[1])

    def erased_search(self, search_id: int) -> Erased | None:
        """When a search was erased with its case."""
        row = self._database.row("SELECT at, kind FROM erased_searches WHERE search_id = ?", (search_id,))
        return None if row is None else Erased(at=row[0], kind=row[1])

    def _erase(self, due: DueCase, *, at: str, kind: ErasureKind, reference: str) -> None:
        case = self.named(due.number)
        if case.holds:
            raise InvalidInputError(f"The case {case.number} is kept by {'; '.join(map(str, case.holds))}.")
        rows = list(self._database.rows(_SKETCHES, (case.number,)))
        for search_id, _, _ in rows:
            self._database.execute(
                "INSERT INTO erased_searches VALUES (?, ?, ?, ?)", (search_id, case.case_id, at, kind)
            )
        self._drop_rows(case, at=at, kind=kind)
        sketches = {str(search_id): sha256 for search_id, sha256, _ in rows}
        for sha256 in sorted(set(sketches.values())):
            self._originals.discard(sha256)
            self._drop_pasted(sha256)
        names = frozenset(name for *_, record in rows if (name := _file_name(record)))
        erased = ErasedCase(
            case_id=case.case_id,
            number=case.number,
            search_ids=self._all_erased(case),
            file_names=names,
            whole=kind == "expunge",
        )
        self._audit.append(
            f"case.{kind}",
            f"case no. {case.case_id}",
            {
                "case_id": case.case_id,
                "searches": list(case.search_ids),
                "sketches": sketches,
                "kept_until": due.until,
                "reference": reference,
                "redacted": redact_case(self._database, erased),
            },
        )

    def _all_erased(self, case: DueCase) -> tuple[int, ...]:
        """Those that went earlier, too: an expunged case may have been purged before."""
        rows = self._database.rows("SELECT search_id FROM erased_searches WHERE case_id = ?", (case.case_id,))
        return tuple(row[0] for row in rows)

    def _drop_rows(self, case: DueCase, *, at: str, kind: ErasureKind) -> None:
        self._database.execute(
            "INSERT INTO erased_cases VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET at = excluded.at, kind = excluded.kind",
            (case.case_id, at, kind),
        )
        keep_numbers(self._database, "searches", "search_id")
        for table, column in _EVIDENCE.items():
            if column:
                keep_numbers(self._database, table, column)
            self._database.execute(f"DELETE FROM {table} WHERE search_id {_OF_CASE}", (case.case_id,))  # noqa: S608
        if kind == "expunge":
            keep_numbers(self._database, "cases", "case_id")
            self._database.execute("DELETE FROM cases WHERE case_id = ?", (case.case_id,))

    def _drop_pasted(self, sha256: str) -> None:
        """The file of a sketch that was pasted; it is kept under the beginning of its hash. Raises LibraryError."""
        folder = self._database.path.parent / PASTED_FOLDER / sha256[:16]
        try:
            for path in sorted(folder.glob("*")):
                erase(path)
            with suppress(FileNotFoundError):
                folder.rmdir()
        except OSError as error:
            raise LibraryError(f"{folder} cannot be removed: {error.strerror}. Remove it by hand.") from error

    def _case(self, row: tuple[Any, ...]) -> DueCase:
        case_id, number, offence, closed_at = row
        sketches = list(self._database.rows(_SKETCHES, (number,)))
        return DueCase(
            case_id=case_id,
            number=number,
            offence=offence,
            closed_at=closed_at,
            search_ids=tuple(search_id for search_id, _, _ in sketches),
            sketches=len({sha256 for _, sha256, _ in sketches}),
            until="",
            holds=self._holds(number),
        )

    def _holds(self, number: str) -> tuple[Hold, ...]:
        return tuple(hold_from(row) for row in self._database.rows(_HELD_BY, {"case": number}))


def _file_name(record: str) -> str:
    """The name of the sketch's file; a record that was altered names none."""
    try:
        return str(json.loads(record)["sketch"]["file_name"])
    except (ValueError, KeyError, TypeError):
        return ""
