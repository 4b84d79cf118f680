"""A retention store for tests, kept in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.retention import DueSubject, Erased, ErasureKind, Hold, PhotoRetention, SubjectRetention
from tests.fakes.in_memory_audit_log import AT, InMemoryAuditLog
from tests.fakes.in_memory_case_store import InMemoryCaseStore
from tests.fakes.in_memory_gallery_store import InMemoryGalleryStore

ENROLLED = date.fromisoformat(AT[:10])


class InMemoryRetentionStore:
    """Dates and holds in dictionaries; everything was enrolled when the log says.

    `in_the_way` is what keeps `scrub` from its end: False for another reader, an error that it raises.
    """

    def __init__(self, audit: InMemoryAuditLog, gallery: InMemoryGalleryStore, cases: InMemoryCaseStore) -> None:
        self._audit = audit
        self._gallery = gallery
        self._cases = cases
        self._next_hold = 1
        self.days: dict[int, str] = {}
        self.held: dict[int, Hold] = {}
        self.erased: dict[int, Erased] = {}
        self.erased_photos: dict[int, Erased] = {}
        self.pending = False
        self.in_the_way: bool | Exception = True

    def retention(self, subject_id: int, *, days: int | None) -> SubjectRetention:
        """Dates of one subject."""
        subject = self._gallery.subject_by_id(subject_id)
        day = self.days.get(subject_id, "")
        photos = []
        for photo in subject.photos:
            of_policy = "" if days is None else (ENROLLED + timedelta(days=days)).isoformat()
            until = day or photo.details.retention_date or of_policy
            origin = "subject" if day else "photo" if photo.details.retention_date else "policy"
            photos.append(
                PhotoRetention(
                    photo_id=photo.photo_id,
                    file_name=photo.file_name,
                    until=until,
                    origin=origin if until else "none",  # type: ignore[arg-type]
                )
            )
        return SubjectRetention(
            subject_id=subject_id,
            external_id=subject.details.external_id,
            until=day,
            photos=tuple(photos),
            holds=self._holds_of(subject_id),
        )

    def keep_until(self, subject_id: int, day: str) -> None:
        """Set or clear."""
        self._gallery.subject_by_id(subject_id)
        self.days = {**self.days, subject_id: day} if day else {k: v for k, v in self.days.items() if k != subject_id}
        self._audit.append("retention.set", f"subject {subject_id}", {"subject_id": subject_id, "kept_until": day})

    def holds(self) -> tuple[Hold, ...]:
        """In order."""
        return tuple(self.held.values())

    def place_hold(self, *, subject_id: int | None, case_number: str, reason: str, reference: str) -> Hold:
        """Add one."""
        if subject_id is None:
            self._cases.case(case_number)
        else:
            self._gallery.subject_by_id(subject_id)
        hold = Hold(
            hold_id=self._next_hold,
            subject_id=subject_id,
            external_id="" if subject_id is None else self._gallery.subject_by_id(subject_id).details.external_id,
            case_number=case_number,
            reason=reason,
            reference=reference,
            placed_by=self._audit.actor,
            placed_at=AT,
        )
        self._next_hold += 1
        self.held = {**self.held, hold.hold_id: hold}
        self._audit.append("hold.place", "hold", {"hold": hold.hold_id})
        return hold

    def lift_hold(self, hold_id: int, *, reason: str, reference: str) -> Hold:
        """Drop one."""
        if hold_id not in self.held:
            raise NotFoundError(f"There is no hold {hold_id}.")
        hold = self.held[hold_id]
        self.held = {number: each for number, each in self.held.items() if number != hold_id}
        self._audit.append("hold.lift", "hold", {"hold": hold_id, "reason": reason, "reference": reference})
        return hold

    def due(self, day: str, *, days: int | None) -> tuple[DueSubject, ...]:
        """Everybody past the date."""
        found = []
        for subject_id in self._gallery.subject_details:
            kept = self.retention(subject_id, days=days)
            if kept.past(day):
                photos = tuple(photo.photo_id for photo in kept.photos if photo.until and photo.until < day)
                dates = [photo.until for photo in kept.photos if photo.photo_id in photos] or [kept.until]
                whole = len(photos) == len(kept.photos)
                found.append(replace(self.named(subject_id), photo_ids=photos, whole=whole, until=min(dates)))
        return tuple(sorted(found, key=lambda each: each.external_id))

    def due_ids(self, day: str, *, days: int | None) -> frozenset[int]:
        """Of those who are due."""
        return frozenset(each.subject_id for each in self.due(day, days=days))

    def held_ids(self) -> frozenset[int]:
        """Whoever has a hold."""
        return frozenset(each for each in self._gallery.subject_details if self._holds_of(each))

    def named(self, subject_id: int) -> DueSubject:
        """All of one."""
        subject = self._gallery.subject_by_id(subject_id)
        return DueSubject(
            subject_id=subject_id,
            external_id=subject.details.external_id,
            name=subject.details.name,
            photo_ids=tuple(photo.photo_id for photo in subject.photos),
            whole=True,
            until="",
            holds=self._holds_of(subject_id),
        )

    def erase(self, subjects: Sequence[DueSubject], *, kind: ErasureKind, reference: str) -> None:
        """Drop from the dictionaries."""
        for each in subjects:
            if holds := self._holds_of(each.subject_id):
                raise InvalidInputError(f"Subject {each.external_id!r} is kept by {holds[0]}.")
            self._gallery.subject_by_id(each.subject_id)
        for each in subjects:
            self._gallery.drop_photos(each.photo_ids)
            erased = Erased(at=AT, kind=kind)
            self.erased_photos = {**self.erased_photos, **dict.fromkeys(each.photo_ids, erased)}
            if each.whole:
                self._gallery.remove_subject(each.external_id)
                self.erased = {**self.erased, each.subject_id: erased}
            details = {"subject_id": each.subject_id, "whole": each.whole, "reference": reference, "redacted": {}}
            self._audit.append(f"subject.{kind}", f"subject no. {each.subject_id}", details)
        self.pending = True

    def unscrubbed(self) -> bool:
        """Since the last scrub."""
        return self.pending

    def scrub(self) -> bool:
        """Done unless something is in the way."""
        if isinstance(self.in_the_way, Exception):
            raise self.in_the_way
        self.pending = not self.in_the_way
        return self.in_the_way

    def erased_subject(self, subject_id: int) -> Erased | None:
        """If it was."""
        return self.erased.get(subject_id)

    def erased_photo(self, photo_id: int) -> Erased | None:
        """If it was."""
        return self.erased_photos.get(photo_id)

    def _holds_of(self, subject_id: int) -> tuple[Hold, ...]:
        return tuple(
            hold
            for hold in self.held.values()
            if hold.subject_id == subject_id
            or any(
                candidate.subject_id == subject_id
                for record in self._cases.records.values()
                if hold.subject_id is None and record.case_number == hold.case_number
                for candidate in record.candidates
            )
        )
