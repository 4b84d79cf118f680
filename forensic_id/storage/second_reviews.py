"""Second reviews as events that are only ever added, each checked against the audit log when it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import TamperedError
from forensic_id.core.second_review import ReviewEvent, SecondReview, Step, folded_events
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.numbers import next_number

_SELECT = """
SELECT e.event_id, e.assignment, e.search_id, e.step, e.examiner, CAST(e.content AS TEXT),
    a.action, a.subject, a.actor, a.at, a.details
FROM second_review_events e LEFT JOIN audit_entries a ON a.sequence = e.audit_sequence
"""
_ASSIGNED_BY = """e.assignment IN (
    SELECT b.event_id FROM second_review_events b JOIN audit_entries l ON l.sequence = b.audit_sequence
    WHERE b.step = 'assign' AND l.actor = ?
)"""
ACTIONS = {step: f"second_review.{step}" for step in Step}


class SqliteSecondReviewStore:
    """The port SecondReviewStore over the table `second_review_events`."""

    def __init__(self, database: Database, audit: SqliteAuditLog) -> None:
        self._database = database
        self._audit = audit

    def assign(self, search_id: int, ranks: tuple[int, ...], examiner: str) -> SecondReview:
        """Begin one; who acts assigns it."""
        with self._database.transaction():
            number = self._next_id()
            content = {"ranks": list(ranks)}
            event = self._append(
                assignment=number, search_id=search_id, step=Step.ASSIGN, examiner=examiner, content=content
            )
        return folded_events([event])[0]

    def add(self, review: SecondReview, step: Step, content: Mapping[str, Any]) -> SecondReview:
        """Add a step by who acts; the review after it."""
        with self._database.transaction():
            event = self._append(
                assignment=review.assignment,
                search_id=review.search_id,
                step=step,
                examiner=review.examiner,
                content=content,
            )
        return review.after(event)

    def of_search(self, search_id: int) -> tuple[SecondReview, ...]:
        """All of a search, oldest first. Raises TamperedError when one is not what the audit log says."""
        return folded_events(self._checked("e.search_id = ?", search_id))

    def of_examiner(self, examiner: str) -> tuple[SecondReview, ...]:
        """All that were assigned to somebody, oldest first."""
        return folded_events(self._checked("e.examiner = ?", examiner))

    def of_assigner(self, name: str) -> tuple[SecondReview, ...]:
        """All that somebody asked for, oldest first."""
        return folded_events(self._checked(_ASSIGNED_BY, name))

    def events(self, search_id: int) -> tuple[ReviewEvent, ...]:
        """All steps of a search, oldest first."""
        return tuple(self._checked("e.search_id = ?", search_id))

    def event_ids(self, search_id: int) -> tuple[int, ...]:
        """Ids of all stored events of a search."""
        rows = self._database.rows("SELECT event_id FROM second_review_events WHERE search_id = ?", (search_id,))
        return tuple(row[0] for row in rows)

    def _append(
        self, *, assignment: int, search_id: int, step: Step, examiner: str, content: Mapping[str, Any]
    ) -> ReviewEvent:
        """Store the event with its audit entry, which holds a hash of it and no conclusion."""
        number = self._next_id()
        text = canonical_json(dict(content))
        details = {"event": number, "assignment": assignment, "examiner": examiner, "content_sha256": _sha256(text)}
        entry = self._audit.append(ACTIONS[step], f"search {search_id}", details)
        self._database.execute(
            "INSERT INTO second_review_events VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, assignment, search_id, str(step), examiner, text, entry.sequence),
        )
        return ReviewEvent(
            event_id=number,
            assignment=assignment,
            search_id=search_id,
            step=step,
            examiner=examiner,
            by=entry.actor,
            at=entry.at,
            content=json.loads(text),
        )

    def _checked(self, condition: str, value: object) -> Iterator[ReviewEvent]:
        for row in self._database.rows(f"{_SELECT} WHERE {condition} ORDER BY e.event_id", (value,)):
            number, assignment, search_id, step, examiner, text, action, subject, actor, at, details = row
            expected = {"event": number, "assignment": assignment, "examiner": examiner}
            facts = json.loads(details) if details else {}
            sound = (action, subject) == (f"second_review.{step}", f"search {search_id}")
            sound = sound and expected.items() <= facts.items() and facts.get("content_sha256") == _sha256(text)
            if not sound:
                raise TamperedError(
                    f"Step {number} of a second review of search {search_id} was altered: it is not the one in the"
                    " audit log. Keep the library as it is, and compare it with a backup."
                )
            yield ReviewEvent(
                event_id=number,
                assignment=assignment,
                search_id=search_id,
                step=Step(step),
                examiner=examiner,
                by=actor,
                at=at,
                content=json.loads(text),
            )

    def _next_id(self) -> int:
        return next_number(self._database, "second_review_events", "event_id")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
