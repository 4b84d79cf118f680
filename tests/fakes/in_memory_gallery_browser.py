"""Lists of subjects for tests, over the in-memory stores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensic_id.core.browsing import (
    Appearance,
    GalleryQuery,
    RecordedValues,
    SubjectRow,
    search_key,
    search_words,
    searched_text,
)
from tests.fakes.in_memory_audit_log import InMemoryAuditLog
from tests.fakes.in_memory_case_store import InMemoryCaseStore
from tests.fakes.in_memory_gallery_store import InMemoryGalleryStore


class InMemoryGalleryBrowser:
    """Looks through the dictionaries of the stores at every call."""

    def __init__(self, audit: InMemoryAuditLog, gallery: InMemoryGalleryStore, cases: InMemoryCaseStore) -> None:
        self._audit, self._gallery, self._cases = audit, gallery, cases

    def matching(self, query: GalleryQuery) -> NDArray[np.int64]:
        """Ids in order."""
        chosen = [self._row(subject.subject_id) for subject in self._gallery.subjects(filters=query.filters)]
        words = search_words(query.text)
        rows = [row for row in chosen if all(word in _searched(row) for word in words)]
        recorded = [row for row in rows if _value(row, query) not in ("", None)]
        recorded.sort(key=lambda row: row.details.external_id)
        recorded.sort(key=lambda row: _value(row, query), reverse=query.descending)
        lacking = [row for row in rows if _value(row, query) in ("", None)]
        lacking.sort(key=lambda row: row.details.external_id)
        return np.array([row.subject_id for row in [*recorded, *lacking]], dtype=np.int64)

    def rows(self, subject_ids: Iterable[int]) -> tuple[SubjectRow, ...]:
        """Rows in the order of the ids."""
        return tuple(self._row(int(each)) for each in subject_ids if int(each) in self._gallery.subject_details)

    def filter_values(self) -> RecordedValues:
        """The values that occur."""
        people = self._gallery.subject_details.values()
        photos = [photo.details for photo in self._gallery.photos.values()]
        years = [person.birth_year for person in people if person.birth_year is not None]
        return RecordedValues(
            sexes=tuple(sorted({person.sex for person in people} - {""})),
            ethnicities=tuple(sorted({person.ethnicity for person in people} - {""})),
            sources=tuple(sorted({photo.source for photo in photos} - {""})),
            birth_years=(min(years), max(years)) if years else None,
        )

    def enrolled_at(self, photo_id: int) -> str | None:
        """By the audit log."""
        entries = [entry for entry in self._audit.entries() if entry.subject == f"photo {photo_id}"]
        return next((entry.at for entry in reversed(entries) if entry.action == "photo.enrol"), None)

    def database_bytes(self) -> int:
        """None on the disk."""
        return 0

    def appearances(self, subject_id: int) -> tuple[Appearance, ...]:
        """Searches with the subject, newest first."""
        return tuple(
            Appearance(
                search_id=record.search_id,
                case_number=record.case_number,
                created_at=record.created_at,
                rank=candidate.rank,
            )
            for record in reversed(self._cases.records.values())
            for candidate in record.candidates
            if candidate.subject_id == subject_id
        )

    def _row(self, subject_id: int) -> SubjectRow:
        subject = self._gallery.subject_by_id(subject_id)
        newest = max(subject.photos, key=lambda photo: (photo.details.booking_date, photo.photo_id))
        return SubjectRow(
            subject_id=subject_id,
            details=subject.details,
            photos=len(subject.photos),
            photo_id=newest.photo_id,
            booking_date=newest.details.booking_date,
        )


def _searched(row: SubjectRow) -> str:
    return searched_text(row.details.external_id, row.details.name)


def _value(row: SubjectRow, query: GalleryQuery) -> Any:
    if query.order in ("photos", "booking_date"):
        return getattr(row, query.order)
    recorded = getattr(row.details, query.order)
    return search_key(str(recorded)) if query.order == "name" and recorded else recorded
