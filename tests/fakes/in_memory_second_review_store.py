"""A store of second reviews for tests, kept in memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from forensic_id.core.canonical_json import canonical_sha256
from forensic_id.core.errors import TamperedError
from forensic_id.core.second_review import ReviewEvent, SecondReview, Step, folded_events
from tests.fakes.in_memory_audit_log import InMemoryAuditLog


class InMemorySecondReviewStore:
    """A list of events. Searches in `altered` raise TamperedError when their second reviews are read."""

    def __init__(self, audit: InMemoryAuditLog) -> None:
        self._audit = audit
        self.list: list[ReviewEvent] = []
        self.altered: set[int] = set()

    def assign(self, search_id: int, ranks: tuple[int, ...], examiner: str) -> SecondReview:
        """Begin one."""
        event = self._append(len(self.list) + 1, search_id, Step.ASSIGN, examiner, {"ranks": list(ranks)})
        return folded_events([event])[0]

    def add(self, review: SecondReview, step: Step, content: Mapping[str, Any]) -> SecondReview:
        """Add a step."""
        return review.after(self._append(review.assignment, review.search_id, step, review.examiner, content))

    def of_search(self, search_id: int) -> tuple[SecondReview, ...]:
        """Of a search."""
        if search_id in self.altered:
            raise TamperedError(f"A second review of search {search_id} was altered.")
        return folded_events(each for each in self.list if each.search_id == search_id)

    def of_examiner(self, examiner: str) -> tuple[SecondReview, ...]:
        """Of somebody."""
        return folded_events(each for each in self.list if each.examiner == examiner)

    def of_assigner(self, name: str) -> tuple[SecondReview, ...]:
        """Asked for by somebody."""
        mine = {each.assignment for each in self.list if each.step is Step.ASSIGN and each.by == name}
        return folded_events(each for each in self.list if each.assignment in mine)

    def events(self, search_id: int) -> tuple[ReviewEvent, ...]:
        """Of a search."""
        return tuple(each for each in self.list if each.search_id == search_id)

    def event_ids(self, search_id: int) -> tuple[int, ...]:
        """Ids of all."""
        return tuple(each.event_id for each in self.list if each.search_id == search_id)

    def _append(
        self, assignment: int, search_id: int, step: Step, examiner: str, content: Mapping[str, Any]
    ) -> ReviewEvent:
        number = len(self.list) + 1
        digest = canonical_sha256(dict(content))
        details = {"event": number, "assignment": assignment, "examiner": examiner, "content_sha256": digest}
        entry = self._audit.append(f"second_review.{step}", f"search {search_id}", details)
        event = ReviewEvent(
            event_id=number,
            assignment=assignment,
            search_id=search_id,
            step=step,
            examiner=examiner,
            by=entry.actor,
            at=entry.at,
            content=json.loads(json.dumps(dict(content))),
        )
        self.list = [*self.list, event]
        return event
