"""What ANSI/NIST-ITL transactions offer for import: their Type-10 faces, with what Type-2 says of the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.personal_data import photo_details, subject_details
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.core.transactions import TRANSACTION_ENDINGS, BrokenRecord, FaceRecord, TransactionReader


@dataclass(frozen=True, slots=True, kw_only=True)
class InsidePicture:
    """The bytes of a picture inside a file, and the number of the record that holds it."""

    data: bytes
    record: int
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedFace:
    """A face in a transaction, with what is recorded of it and its subject."""

    subject: SubjectDetails
    photo: PhotoDetails
    picture: InsidePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusableRecord:
    """A record that offers nothing, its number (0: the whole file), and a sentence why."""

    record: int
    reason: str


def reader_of(path: Path, transactions: TransactionReader | None) -> TransactionReader | None:
    """The reader, where the file's ending is that of a transaction and there is a reader."""
    return transactions if path.suffix.lower() in TRANSACTION_ENDINGS else None


def transaction_faces(path: Path, reader: TransactionReader) -> Iterator[OfferedFace | UnusableRecord]:
    """The faces, one at a time; a file that holds none is told of, and so is one that cannot be read."""
    found = False
    try:
        for record in reader.faces(path):
            found = True
            yield _offered(record)
    except OSError as error:
        yield UnusableRecord(record=0, reason=f"The file cannot be read: {error.strerror}.")
        return
    if not found:
        yield UnusableRecord(record=0, reason="The transaction holds no face (Type-10 record with image type FACE).")


def _offered(record: FaceRecord | BrokenRecord) -> OfferedFace | UnusableRecord:
    if isinstance(record, BrokenRecord):
        return UnusableRecord(record=record.place, reason=record.reason)
    try:
        return OfferedFace(
            subject=subject_details(record.subject),
            photo=photo_details(record.photo),
            picture=InsidePicture(data=record.picture, record=record.place, ending=record.ending),
        )
    except InvalidInputError as error:
        return UnusableRecord(record=record.place, reason=str(error))
