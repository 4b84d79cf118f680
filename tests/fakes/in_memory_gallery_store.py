"""A gallery store for tests, kept in memory."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.filters import TEXT_FIELDS, YEAR_FIELD, check_field, check_filter, folded
from forensic_id.core.personal_data import PHOTO_FIELDS, completed_subject, edited_photo, edited_subject
from forensic_id.core.records import (
    AlignedFace,
    FeatureTable,
    Filter,
    FivePoints,
    FloatArray,
    GalleryStatistics,
    LoadedImage,
    Photo,
    PhotoDetails,
    PoolSize,
    RecordedValue,
    Subject,
    SubjectDetails,
    UInt8Array,
)
from tests.fakes.in_memory_audit_log import InMemoryAuditLog


class InMemoryGalleryStore:
    """Dictionaries by id; ids count from 1 and are never used again."""

    def __init__(self, audit: InMemoryAuditLog) -> None:
        self._audit = audit
        self._next_subject = 1
        self._next_photo = 1
        self.subject_details: dict[int, SubjectDetails] = {}
        self.photos: dict[int, Photo] = {}
        self.images: dict[int, LoadedImage] = {}
        self.crops: dict[int, UInt8Array] = {}
        self.landmarks: dict[int, FivePoints] = {}
        self.hashes: dict[int, int] = {}
        self.feature_rows: dict[tuple[str, int], FloatArray] = {}

    def photo_by_sha256(self, sha256: str) -> Photo | None:
        """The photo with these bytes."""
        return next((photo for photo in self.photos.values() if photo.sha256 == sha256), None)

    def enrol(
        self,
        *,
        subject: SubjectDetails,
        photo: PhotoDetails,
        image: LoadedImage,
        face: AlignedFace,
        perceptual_hash: int,
        bundle_id: str,
        feature: FloatArray,
    ) -> Photo:
        """Store everything in dictionaries."""
        if self.photo_by_sha256(image.sha256) is not None:
            raise InvalidInputError(f"The photo {image.name} is enrolled already.")
        subject_id = self._subject_id(subject)
        photo_id = self._next_photo
        self._next_photo += 1
        stored = Photo(
            photo_id=photo_id,
            subject_id=subject_id,
            sha256=image.sha256,
            file_name=image.name,
            details=photo,
            findings=face.findings,
        )
        self.photos[photo_id] = stored
        self.images[photo_id] = image
        self.crops[photo_id] = face.crop.copy()
        self.landmarks[photo_id] = face.landmarks
        self.hashes[photo_id] = perceptual_hash
        self.feature_rows[bundle_id, photo_id] = feature.astype(np.float32)
        self._audit.append("photo.enrol", f"photo {photo_id}", {"sha256": image.sha256})
        return stored

    def near_duplicates(self, perceptual_hash: int, *, most_bits: int) -> tuple[Photo, ...]:
        """Photos within the distance."""
        return tuple(
            self.photos[photo_id]
            for photo_id, value in self.hashes.items()
            if (value ^ perceptual_hash).bit_count() <= most_bits
        )

    def subject(self, external_id: str) -> Subject:
        """The subject with this external id."""
        for subject_id, details in self.subject_details.items():
            if details.external_id == external_id:
                return self.subject_by_id(subject_id)
        raise NotFoundError(f"There is no subject {external_id}.")

    def has_subject(self, external_id: str) -> bool:
        """Whether it is there."""
        return any(details.external_id == external_id for details in self.subject_details.values())

    def subject_by_id(self, subject_id: int) -> Subject:
        """The subject with this id."""
        if subject_id not in self.subject_details:
            raise NotFoundError(f"There is no subject with the number {subject_id}.")
        photos = tuple(photo for photo in self.photos.values() if photo.subject_id == subject_id)
        return Subject(subject_id=subject_id, details=self.subject_details[subject_id], photos=photos)

    def subjects(self, *, filters: Sequence[Filter] = (), limit: int = -1, offset: int = 0) -> tuple[Subject, ...]:
        """Subjects with a photo that passes all filters, in order of external id."""
        kept = {photo.subject_id for photo in self._pool(filters)}
        chosen = sorted(
            (self.subject_by_id(subject_id) for subject_id in self.subject_details if subject_id in kept),
            key=lambda subject: subject.details.external_id,
        )
        return tuple(chosen[offset:] if limit < 0 else chosen[offset : offset + limit])

    def edit_subject(self, external_id: str, changes: Mapping[str, str]) -> Subject:
        """Change fields."""
        subject = self.subject(external_id)
        details = edited_subject(subject.details, changes)
        if details.external_id != external_id and self.has_subject(details.external_id):
            raise InvalidInputError(f"There is a subject {details.external_id} already.")
        self.subject_details[subject.subject_id] = details
        self._audit.append("subject.edit", f"subject {external_id}", dict(changes))
        return self.subject_by_id(subject.subject_id)

    def edit_photo(self, photo_id: int, changes: Mapping[str, str]) -> Photo:
        """Change fields."""
        photo = self._photo(photo_id)
        self.photos[photo_id] = replace(photo, details=edited_photo(photo.details, changes))
        self._audit.append("photo.edit", f"photo {photo_id}", dict(changes))
        return self.photos[photo_id]

    def remove_subject(self, external_id: str) -> None:
        """Remove it with all photos."""
        subject = self.subject(external_id)
        self.drop_photos([photo.photo_id for photo in subject.photos])
        del self.subject_details[subject.subject_id]
        self._audit.append("subject.remove", f"subject {external_id}", {})

    def remove_photo(self, photo_id: int) -> None:
        """Remove one of several."""
        subject = self.subject_by_id(self._photo(photo_id).subject_id)
        if len(subject.photos) == 1:
            raise InvalidInputError("The only photo of a subject is not removed.")
        self.drop_photos([photo_id])
        self._audit.append("photo.remove", f"photo {photo_id}", {})

    def drop_photos(self, photo_ids: Sequence[int]) -> None:
        """Remove photos without a word in the log."""
        for photo_id in photo_ids:
            for store in (self.photos, self.images, self.crops, self.landmarks, self.hashes):
                del store[photo_id]
        self.feature_rows = {key: row for key, row in self.feature_rows.items() if key[1] not in photo_ids}

    def features(self, bundle_id: str, *, filters: Sequence[Filter] = ()) -> FeatureTable:
        """The pool's features in order of photo id."""
        pool = [photo for photo in self._pool(filters) if (bundle_id, photo.photo_id) in self.feature_rows]
        rows = [self.feature_rows[bundle_id, photo.photo_id] for photo in pool]
        photo_ids = np.array([photo.photo_id for photo in pool], dtype=np.int64)
        features = np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)
        snapshot = hashlib.sha256(bundle_id.encode() + photo_ids.tobytes() + features.tobytes()).hexdigest()
        return FeatureTable(
            photo_ids=photo_ids,
            subject_ids=np.array([photo.subject_id for photo in pool], dtype=np.int64),
            features=features,
            snapshot_id=snapshot,
        )

    def pool_size(self, bundle_id: str, *, filters: Sequence[Filter] = ()) -> PoolSize:
        """Counts."""
        pool = [photo for photo in self._pool(filters) if (bundle_id, photo.photo_id) in self.feature_rows]
        return PoolSize(subjects=len({photo.subject_id for photo in pool}), photos=len(pool))

    def recorded_values(self, field: str) -> tuple[RecordedValue, ...]:
        """Values with their subjects."""
        check_field(field)
        spellings: dict[str, set[str]] = {}
        holders: dict[str, set[int]] = {}
        for photo in self.photos.values():
            details = self.subject_details[photo.subject_id]
            value = getattr(photo.details if field in PHOTO_FIELDS else details, field)
            if value not in ("", None):
                key = folded(str(value))
                spellings.setdefault(key, set()).add(str(value))
                holders.setdefault(key, set()).add(photo.subject_id)
        return tuple(
            RecordedValue(value=min(spellings[key]), subjects=len(holders[key])) for key in sorted(spellings)
        )

    def photos_without_feature(self, bundle_id: str) -> tuple[Photo, ...]:
        """Photos that lack one."""
        return tuple(photo for photo in self.photos.values() if (bundle_id, photo.photo_id) not in self.feature_rows)

    def add_feature(self, photo_id: int, bundle_id: str, feature: FloatArray) -> None:
        """Store one."""
        self.add_features(bundle_id, {photo_id: feature})

    def add_features(self, bundle_id: str, features: Mapping[int, FloatArray]) -> None:
        """Store several."""
        for photo_id, feature in features.items():
            self._photo(photo_id)
            self.feature_rows[bundle_id, photo_id] = feature.astype(np.float32)
        self._audit.append("features.add", f"bundle {bundle_id}", {"count": len(features)})

    def face_landmarks(self, photo_id: int) -> FivePoints:
        """The points given at enrolment."""
        return self.landmarks[self._photo(photo_id).photo_id]

    def crop(self, photo_id: int) -> UInt8Array:
        """The aligned crop."""
        return self.crops[self._photo(photo_id).photo_id]

    def thumbnail(self, photo_id: int) -> UInt8Array:
        """The pixels, which are small."""
        return self.images[self._photo(photo_id).photo_id].pixels

    def original(self, photo_id: int) -> bytes:
        """The bytes."""
        return self.images[self._photo(photo_id).photo_id].original_bytes

    def statistics(self, bundle_id: str) -> GalleryStatistics:
        """Counts."""
        return GalleryStatistics(
            subjects=len(self.subject_details),
            photos=len(self.photos),
            photos_without_feature=len(self.photos_without_feature(bundle_id)),
            by_sex=dict(Counter(details.sex for details in self.subject_details.values())),
            by_source=dict(Counter(photo.details.source for photo in self.photos.values())),
            image_bytes=sum(len(image.original_bytes) for image in self.images.values()),
        )

    def _subject_id(self, given: SubjectDetails) -> int:
        for subject_id, details in self.subject_details.items():
            if details.external_id == given.external_id:
                self.subject_details[subject_id] = completed_subject(details, given)
                return subject_id
        self.subject_details[self._next_subject] = given
        self._next_subject += 1
        return self._next_subject - 1

    def _photo(self, photo_id: int) -> Photo:
        if photo_id not in self.photos:
            raise NotFoundError(f"There is no photo {photo_id}.")
        return self.photos[photo_id]

    def _pool(self, filters: Sequence[Filter]) -> list[Photo]:
        for filter_ in filters:
            check_filter(filter_)
        return [photo for photo in self.photos.values() if all(self._passes(photo, each) for each in filters)]

    def _passes(self, photo: Photo, filter_: Filter) -> bool:
        details = self.subject_details[photo.subject_id]
        value = getattr(photo.details if filter_.name in PHOTO_FIELDS else details, filter_.name)
        if filter_.name in TEXT_FIELDS:
            return folded(value) == folded(filter_.low)
        if value in ("", None):
            return False
        text = str(value) if filter_.name == YEAR_FIELD else value
        return (not filter_.low or filter_.low <= text) and (not filter_.high or text <= filter_.high)
