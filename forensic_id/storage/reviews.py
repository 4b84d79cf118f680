"""Reviews of candidates: versions that are only ever added, each checked against the audit log when it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.review import (
    CandidateReview,
    ReviewContent,
    content_fields,
    content_from,
    newer_version,
)
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.numbers import next_number

SAVED = "review.save"
_SELECT = """
SELECT r.review_id, r.search_id, r.rank, c.subject_id, r.version, r.examiner, r.at, CAST(r.content AS TEXT),
    a.action, a.subject, a.actor, a.at, a.details
FROM reviews r
LEFT JOIN candidates c ON c.search_id = r.search_id AND c.rank = r.rank
LEFT JOIN audit_entries a ON a.sequence = r.audit_sequence
WHERE r.search_id = :search AND (:rank IS NULL OR r.rank = :rank)
ORDER BY r.rank, r.version
"""


class SqliteReviewStore:
    """The port ReviewStore over the table `reviews`."""

    def __init__(self, database: Database, audit: SqliteAuditLog) -> None:
        self._database = database
        self._audit = audit

    def save(self, search_id: int, rank: int, content: ReviewContent, *, based_on: int) -> CandidateReview:
        """Add a version with its audit entry. Raises ConflictError, NotFoundError, TamperedError."""
        text = canonical_json(content_fields(content))
        with self._database.transaction():
            subject_id = self._subject_of(search_id, rank)
            saved = self.history(search_id, rank)
            if saved and saved[-1].version > based_on:
                raise newer_version(saved[-1])
            review_id = next_number(self._database, "reviews", "review_id")
            version = saved[-1].version + 1 if saved else 1
            entry = self._audit.append(
                SAVED,
                f"search {search_id} candidate {rank}",
                {
                    "review": review_id,
                    "version": version,
                    "subject_id": subject_id,
                    "decision": str(content.decision),
                    "content_sha256": _sha256(text),
                },
            )
            self._database.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (review_id, search_id, rank, version, entry.actor, entry.at, text, entry.sequence),
            )
        return CandidateReview(
            review_id=review_id,
            search_id=search_id,
            rank=rank,
            subject_id=subject_id,
            version=version,
            examiner=entry.actor,
            at=entry.at,
            content=content,
        )

    def newest(self, search_id: int, *, examiner: str | None = None) -> tuple[CandidateReview, ...]:
        """The newest version of each candidate, by anybody or by one examiner, in rank order."""
        by_rank = {
            review.rank: review
            for review in self.history(search_id)
            if examiner is None or review.examiner == examiner
        }
        return tuple(by_rank.values())

    def history(self, search_id: int, rank: int | None = None) -> tuple[CandidateReview, ...]:
        """All versions of one candidate or of all, in rank order, oldest first."""
        if rank is not None:
            self._subject_of(search_id, rank)
        elif self._database.row("SELECT 1 FROM searches WHERE search_id = ?", (search_id,)) is None:
            raise NotFoundError(f"There is no search with the number {search_id}.")
        return tuple(self._checked(search_id, rank))

    def _checked(self, search_id: int, rank: int | None) -> Iterator[CandidateReview]:
        for row in self._database.rows(_SELECT, {"search": search_id, "rank": rank}):
            review_id, _, row_rank, subject_id, version, examiner, at, text, *logged = row
            action, about, actor, logged_at, details = logged
            said = (action, about, actor, logged_at)
            if said != (SAVED, f"search {search_id} candidate {row_rank}", examiner, at):
                raise _altered(search_id, row_rank, version)
            facts = json.loads(details)
            expected = {"review": review_id, "version": version, "subject_id": subject_id}
            if not expected.items() <= facts.items() or facts.get("content_sha256") != _sha256(text):
                raise _altered(search_id, row_rank, version)
            yield _review(row)

    def _subject_of(self, search_id: int, rank: int) -> int:
        row = self._database.row(
            "SELECT subject_id FROM candidates WHERE search_id = ? AND rank = ?", (search_id, rank)
        )
        if row is None:
            raise NotFoundError(f"There is no candidate at rank {rank} of a search with the number {search_id}.")
        return int(row[0])


def _review(row: tuple[Any, ...]) -> CandidateReview:
    review_id, search_id, rank, subject_id, version, examiner, at, text = row[:8]
    return CandidateReview(
        review_id=review_id,
        search_id=search_id,
        rank=rank,
        subject_id=subject_id,
        version=version,
        examiner=examiner,
        at=at,
        content=content_from(json.loads(text)),
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _altered(search_id: int, rank: int, version: int) -> TamperedError:
    return TamperedError(
        f"Version {version} of the review of the candidate at rank {rank} of search {search_id} was altered: it is"
        " not the one in the audit log. Keep the library as it is, and compare it with a backup."
    )
