"""A review store for tests, kept in memory."""

from __future__ import annotations

from forensic_id.core.canonical_json import canonical_sha256
from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.review import CandidateReview, ReviewContent, content_fields, newer_version
from tests.fakes.in_memory_audit_log import InMemoryAuditLog
from tests.fakes.in_memory_case_store import InMemoryCaseStore


class InMemoryReviewStore:
    """A list of versions. Searches in `altered` raise TamperedError when their reviews are read."""

    def __init__(self, audit: InMemoryAuditLog, cases: InMemoryCaseStore) -> None:
        self._audit = audit
        self._cases = cases
        self.versions: list[CandidateReview] = []
        self.altered: set[int] = set()

    def save(self, search_id: int, rank: int, content: ReviewContent, *, based_on: int) -> CandidateReview:
        """Add a version."""
        subject_id = self._subject_of(search_id, rank)
        saved = self.history(search_id, rank)
        if saved and saved[-1].version > based_on:
            raise newer_version(saved[-1])
        version = saved[-1].version + 1 if saved else 1
        review_id = len(self.versions) + 1
        entry = self._audit.append(
            "review.save",
            f"search {search_id} candidate {rank}",
            {
                "review": review_id,
                "version": version,
                "decision": str(content.decision),
                "content_sha256": canonical_sha256(content_fields(content)),
            },
        )
        review = CandidateReview(
            review_id=review_id,
            search_id=search_id,
            rank=rank,
            subject_id=subject_id,
            version=version,
            examiner=entry.actor,
            at=entry.at,
            content=content,
        )
        self.versions.append(review)
        return review

    def newest(self, search_id: int, *, examiner: str | None = None) -> tuple[CandidateReview, ...]:
        """The newest version of each candidate."""
        chosen = [each for each in self.history(search_id) if examiner in (None, each.examiner)]
        return tuple({each.rank: each for each in chosen}.values())

    def history(self, search_id: int, rank: int | None = None) -> tuple[CandidateReview, ...]:
        """All versions."""
        if rank is not None:
            self._subject_of(search_id, rank)
        elif search_id not in self._cases.records:
            raise NotFoundError(f"There is no search {search_id}.")
        if search_id in self.altered:
            raise TamperedError(f"A review of search {search_id} was altered.")
        found = (each for each in self.versions if each.search_id == search_id and rank in (None, each.rank))
        return tuple(sorted(found, key=lambda each: (each.rank, each.version)))

    def _subject_of(self, search_id: int, rank: int) -> int:
        record = self._cases.records.get(search_id)
        for candidate in record.candidates if record else ():
            if candidate.rank == rank:
                return candidate.subject_id
        raise NotFoundError(f"There is no candidate at rank {rank} of search {search_id}.")
