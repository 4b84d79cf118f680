"""Rows of photos and their small pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from forensic_id.core.canonical_json import canonical_json
from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.records import AlignedFace, FivePoints, LoadedImage, Photo, PhotoDetails, UInt8Array
from forensic_id.storage.database import Database
from forensic_id.storage.hash_index import to_signed
from forensic_id.storage.pictures import picture_pixels, png_bytes, thumbnail_bytes
from forensic_id.storage.record_json import findings_from, findings_text, points_from

_COLUMNS = "p.photo_id, p.subject_id, p.sha256, p.file_name, p.booking_date, p.source, p.retention_date, p.findings"
_INSERT = """
INSERT INTO photos (subject_id, sha256, file_name, media_type, width, height, image_bytes, booking_date, source,
    retention_date, box, landmarks, landmark_source, findings, perceptual_hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class PhotoRows:
    """The tables `photos` and `pictures`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self, subject_id: int, details: PhotoDetails, image: LoadedImage, face: AlignedFace, perceptual_hash: int
    ) -> Photo:
        """Insert a photo with its crop and thumbnail."""
        height, width = image.pixels.shape[:2]
        cursor = self._database.execute(
            _INSERT,
            (
                subject_id,
                image.sha256,
                image.name,
                image.media_type,
                width,
                height,
                len(image.original_bytes),
                details.booking_date,
                details.source,
                details.retention_date,
                canonical_json(asdict(face.box)),
                canonical_json(face.landmarks),
                face.landmark_source,
                findings_text(face.findings),
                to_signed(perceptual_hash),
            ),
        )
        photo_id = int(cursor.lastrowid or 0)
        self._database.execute(
            "INSERT INTO pictures VALUES (?, ?, ?)", (photo_id, png_bytes(face.crop), thumbnail_bytes(image.pixels))
        )
        return self.by_id(photo_id)

    def by_id(self, photo_id: int) -> Photo:
        """Raises NotFoundError."""
        for photo in self.where("p.photo_id = ?", (photo_id,)):
            return photo
        raise NotFoundError(f"There is no photo with the number {photo_id} in the gallery.")

    def by_sha256(self, sha256: str) -> Photo | None:
        """The photo with these original bytes."""
        return next(self.where("p.sha256 = ?", (sha256,)), None)

    def existing(self, photo_ids: Sequence[int]) -> tuple[Photo, ...]:
        """Those of the photos that still exist."""
        found = (self.where("p.photo_id = ?", (photo_id,)) for photo_id in photo_ids)
        return tuple(photo for photos in found for photo in photos)

    def where(self, condition: str, parameters: Sequence[Any] = ()) -> Iterator[Photo]:
        """Photos (alias `p`) for which an SQL condition holds, in order of id."""
        sql = f"SELECT {_COLUMNS} FROM photos p WHERE {condition} ORDER BY p.photo_id"  # noqa: S608 - our own text
        return (_photo(row) for row in self._database.rows(sql, parameters))

    def set_details(self, photo_id: int, details: PhotoDetails) -> None:
        """Replace the details."""
        self._database.execute(
            "UPDATE photos SET booking_date = ?, source = ?, retention_date = ? WHERE photo_id = ?",
            (details.booking_date, details.source, details.retention_date, photo_id),
        )

    def remove(self, photo_id: int) -> None:
        """Remove the photo; pictures and features go with it."""
        self._database.execute("DELETE FROM photos WHERE photo_id = ?", (photo_id,))

    def landmarks(self, photo_id: int) -> FivePoints:
        """The five points by which the photo was aligned. Raises NotFoundError."""
        row = self._database.row("SELECT landmarks FROM photos WHERE photo_id = ?", (photo_id,))
        if row is None:
            raise NotFoundError(f"There is no photo with the number {photo_id} in the gallery.")
        return points_from(row[0])

    def crop(self, photo_id: int) -> UInt8Array:
        """The aligned crop."""
        return self._picture("crop_png", photo_id)

    def thumbnail(self, photo_id: int) -> UInt8Array:
        """The whole photo, small."""
        return self._picture("thumbnail_jpeg", photo_id)

    def _picture(self, column: str, photo_id: int) -> UInt8Array:
        row = self._database.row(f"SELECT {column} FROM pictures WHERE photo_id = ?", (photo_id,))  # noqa: S608
        if row is None:
            raise NotFoundError(f"There is no photo with the number {photo_id} in the gallery.")
        try:
            return picture_pixels(row[0])
        except OSError as error:
            raise TamperedError(
                f"The stored picture of photo {photo_id} in {self._database.path} is broken. "
                "Restore the library from a backup."
            ) from error


def _photo(row: tuple[Any, ...]) -> Photo:
    photo_id, subject_id, sha256, file_name, booking_date, source, retention_date, findings = row
    return Photo(
        photo_id=photo_id,
        subject_id=subject_id,
        sha256=sha256,
        file_name=file_name,
        details=PhotoDetails(booking_date=booking_date, source=source, retention_date=retention_date),
        findings=findings_from(findings),
    )
