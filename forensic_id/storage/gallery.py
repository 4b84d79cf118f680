"""The gallery: subjects, photos, originals and features, every write with its audit entry."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.personal_data import edited_photo, edited_subject
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
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.features import FeatureRows, feature_bytes
from forensic_id.storage.hash_index import HashIndex
from forensic_id.storage.images import OriginalStore
from forensic_id.storage.photos import PhotoRows
from forensic_id.storage.recorded_values import recorded_values
from forensic_id.storage.retention import subject_holds
from forensic_id.storage.subjects import SubjectRows

_WITHOUT_FEATURE = """
NOT EXISTS (
    SELECT 1 FROM features f JOIN bundles b ON b.bundle_key = f.bundle_key
    WHERE f.photo_id = p.photo_id AND b.bundle_id = ?
)
"""


class SqliteGalleryStore:
    """The port GalleryStore over one database and the folder of originals."""

    def __init__(self, database: Database, originals: OriginalStore, audit: SqliteAuditLog) -> None:
        self._database = database
        self._originals = originals
        self._audit = audit
        self._photos = PhotoRows(database)
        self._subjects = SubjectRows(database, self._photos)
        self._features = FeatureRows(database)
        self._hashes = HashIndex(database)

    def photo_by_sha256(self, sha256: str) -> Photo | None:
        """The photo with these original bytes, if enrolled."""
        return self._photos.by_sha256(sha256)

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
        """Store original, crop, thumbnail, rows and feature; create the subject on first sight of its id.

        Raises InvalidInputError when these bytes are enrolled already, LibraryError when the disk refuses.
        """
        with self._database.transaction():
            if self._photos.by_sha256(image.sha256) is not None:
                raise InvalidInputError(f"The photo {image.name} is enrolled already.")
            self._originals.put(image.original_bytes, image.sha256)
            subject_id, is_new = self._subjects.add_or_complete(subject)
            stored = self._photos.add(subject_id, photo, image, face, perceptual_hash)
            self._features.add(bundle_id, {stored.photo_id: feature})
            self._audit.append(
                "photo.enrol",
                f"photo {stored.photo_id}",
                {
                    "subject_id": subject_id,
                    "subject_is_new": is_new,
                    "subject": asdict(subject),
                    "photo": asdict(photo),
                    "file_name": image.name,
                    "sha256": image.sha256,
                    "landmark_source": face.landmark_source,
                    "bundle_id": bundle_id,
                    "feature_sha256": hashlib.sha256(feature_bytes(feature)).hexdigest(),
                    **_salt(),
                },
            )
        return stored

    def near_duplicates(self, perceptual_hash: int, *, most_bits: int) -> tuple[Photo, ...]:
        """Photos whose hash differs in at most `most_bits` bits, in order of id."""
        return self._photos.existing(self._hashes.near(perceptual_hash, most_bits=most_bits))

    def subject(self, external_id: str) -> Subject:
        """Raises NotFoundError."""
        found = self._subjects.find("external_id", external_id)
        if found is None:
            raise NotFoundError(f"There is no subject with the external id {external_id!r} in the gallery.")
        return found

    def has_subject(self, external_id: str) -> bool:
        """Whether a subject with this external id is in the gallery."""
        return self._database.row("SELECT 1 FROM subjects WHERE external_id = ?", (external_id,)) is not None

    def subject_by_id(self, subject_id: int) -> Subject:
        """Raises NotFoundError."""
        found = self._subjects.find("subject_id", subject_id)
        if found is None:
            raise NotFoundError(f"There is no subject with the number {subject_id} in the gallery.")
        return found

    def subjects(self, *, filters: Sequence[Filter] = (), limit: int = -1, offset: int = 0) -> tuple[Subject, ...]:
        """Subjects in order of external id. Raises InvalidInputError for an unknown filter field."""
        return self._subjects.listed(filters, limit=limit, offset=offset)

    def edit_subject(self, external_id: str, changes: Mapping[str, str]) -> Subject:
        """Change fields by name. Raises NotFoundError, or InvalidInputError for a value that cannot be used."""
        with self._database.transaction():
            subject = self.subject(external_id)
            details = edited_subject(subject.details, changes)
            if details.external_id != external_id and self.has_subject(details.external_id):
                raise InvalidInputError(
                    f"There is a subject {details.external_id!r} already: choose another external id."
                )
            self._subjects.set_details(subject.subject_id, details)
            self._audit.append(
                "subject.edit",
                f"subject {external_id}",
                {
                    "subject_id": subject.subject_id,
                    "before": asdict(subject.details),
                    "after": asdict(details),
                    **_salt(),
                },
            )
        return self.subject_by_id(subject.subject_id)

    def edit_photo(self, photo_id: int, changes: Mapping[str, str]) -> Photo:
        """Change fields by name. Raises NotFoundError, or InvalidInputError for a value that cannot be used."""
        with self._database.transaction():
            photo = self._photos.by_id(photo_id)
            details = edited_photo(photo.details, changes)
            self._photos.set_details(photo_id, details)
            self._audit.append(
                "photo.edit",
                f"photo {photo_id}",
                {"before": asdict(photo.details), "after": asdict(details), **_salt()},
            )
        return self._photos.by_id(photo_id)

    def remove_subject(self, external_id: str) -> None:
        """Remove the subject, photos, features and originals nobody else uses. Raises NotFoundError."""
        with self._database.transaction():
            subject = self.subject(external_id)
            self._refuse_under_hold(subject)
            self._subjects.remove(subject.subject_id)
            for photo in subject.photos:
                self._originals.discard(photo.sha256)
            self._audit.append(
                "subject.remove",
                f"subject {external_id}",
                {
                    "subject_id": subject.subject_id,
                    "photos": {str(photo.photo_id): photo.sha256 for photo in subject.photos},
                },
            )

    def remove_photo(self, photo_id: int) -> None:
        """Remove one photo of several. Raises NotFoundError, InvalidInputError under a hold or for the only one."""
        with self._database.transaction():
            photo = self._photos.by_id(photo_id)
            subject = self.subject_by_id(photo.subject_id)
            self._refuse_under_hold(subject)
            if len(subject.photos) == 1:
                raise InvalidInputError(
                    f"Photo {photo_id} is the only one of subject {subject.details.external_id!r}. "
                    "Remove the subject instead."
                )
            self._photos.remove(photo_id)
            self._originals.discard(photo.sha256)
            self._audit.append(
                "photo.remove",
                f"photo {photo_id}",
                {"subject_id": subject.subject_id, "photos": {str(photo_id): photo.sha256}},
            )

    def _refuse_under_hold(self, subject: Subject) -> None:
        if holds := subject_holds(self._database, subject.subject_id):
            raise InvalidInputError(
                f"Subject {subject.details.external_id!r} is kept by {'; '.join(map(str, holds))}. "
                "Lift the hold first."
            )

    def features(self, bundle_id: str, *, filters: Sequence[Filter] = ()) -> FeatureTable:
        """The pool's features under a bundle. Raises InvalidInputError for an unknown filter field."""
        return self._features.table(bundle_id, filters)

    def pool_size(self, bundle_id: str, *, filters: Sequence[Filter] = ()) -> PoolSize:
        """Counts of what `features` would read."""
        return self._features.count(bundle_id, filters)

    def recorded_values(self, field: str) -> tuple[RecordedValue, ...]:
        """Values of a filter field with the number of subjects that have them, in order."""
        return recorded_values(self._database, field)

    def photos_without_feature(self, bundle_id: str) -> tuple[Photo, ...]:
        """Photos that still need a feature of this bundle, in order of id."""
        return tuple(self._photos.where(_WITHOUT_FEATURE, (bundle_id,)))

    def add_feature(self, photo_id: int, bundle_id: str, feature: FloatArray) -> None:
        """Store one feature (replaces an older one of the same photo and bundle)."""
        self.add_features(bundle_id, {photo_id: feature})

    def add_features(self, bundle_id: str, features: Mapping[int, FloatArray]) -> None:
        """Store features by photo id, all or none. Raises NotFoundError for an unknown photo."""
        with self._database.transaction():
            self._features.add(bundle_id, features)
            digest = hashlib.sha256(b"".join(feature_bytes(features[photo_id]) for photo_id in sorted(features)))
            self._audit.append(
                "features.add",
                f"bundle {bundle_id}",
                {"photo_ids": sorted(features), "features_sha256": digest.hexdigest()},
            )

    def face_landmarks(self, photo_id: int) -> FivePoints:
        """The five points by which the photo was aligned. Raises NotFoundError."""
        return self._photos.landmarks(photo_id)

    def crop(self, photo_id: int) -> UInt8Array:
        """The aligned crop uint8 RGB (112, 112, 3). Raises NotFoundError."""
        return self._photos.crop(photo_id)

    def thumbnail(self, photo_id: int) -> UInt8Array:
        """The whole photo, uint8 RGB, its longer side at most 160 pixels. Raises NotFoundError."""
        return self._photos.thumbnail(photo_id)

    def original(self, photo_id: int) -> bytes:
        """The original bytes, hash checked. Raises NotFoundError or TamperedError."""
        return self._originals.read(self._photos.by_id(photo_id).sha256)

    def statistics(self, bundle_id: str) -> GalleryStatistics:
        """Counts over the whole gallery."""
        photos, image_bytes = self._counts("SELECT count(*), coalesce(sum(image_bytes), 0) FROM photos")
        (subjects,) = self._counts("SELECT count(*) FROM subjects")
        (lacking,) = self._counts(f"SELECT count(*) FROM photos p WHERE {_WITHOUT_FEATURE}", bundle_id)  # noqa: S608
        return GalleryStatistics(
            subjects=subjects,
            photos=photos,
            photos_without_feature=lacking,
            by_sex=dict(self._database.rows("SELECT sex, count(*) FROM subjects GROUP BY sex ORDER BY sex")),
            by_source=dict(
                self._database.rows("SELECT source, count(*) FROM photos GROUP BY source ORDER BY source")
            ),
            image_bytes=image_bytes,
        )

    def _counts(self, sql: str, *parameters: str) -> tuple[int, ...]:
        (row,) = self._database.rows(sql, parameters)
        return row


def _salt() -> dict[str, str]:
    """Keeps the hash of an entry from telling, by trying names, whose data an erasure has taken out of it."""
    return {"salt": secrets.token_hex(16)}
