"""Use case: people of the gallery, with their photos, to files for another system: CSV, JSON or ANSI/NIST-ITL."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Any

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.filters import parse_filter
from forensic_id.core.ports import Library
from forensic_id.core.progress import (
    CancelCheck,
    Progress,
    ProgressListener,
    ignore_progress,
    never_cancelled,
    stop_if_cancelled,
)
from forensic_id.core.records import Photo, Subject
from forensic_id.core.rights import Right
from forensic_id.core.transactions import FaceToSend, TransactionHead, TransactionWriter
from forensic_id.services.batch_tables import write_table
from forensic_id.services.written_files import write_file

GALLERY_COLUMNS = (
    "external_id", "name", "sex", "birth_year", "ethnicity",
    "photo", "booking_date", "source", "retention_date", "sha256",
)  # fmt: skip
TABLE_ENDINGS = (".csv", ".json")
MOST_AGENCY = 35
_STAGE = "Exporting people"
_PHOTOS = "photos"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedGallery:
    """How much was written, where."""

    path: Path
    subjects: int
    photos: int


def chosen_subjects(
    library: Library, *, subjects: Sequence[str] = (), filters: Sequence[str] = ()
) -> tuple[Subject, ...]:
    """The people named by external id, or else all that the filters leave.

    Raises NotFoundError, InvalidInputError.
    """
    library.require(Right.BROWSE)
    if subjects:
        return tuple(library.gallery.subject(external_id) for external_id in dict.fromkeys(subjects))
    return library.gallery.subjects(filters=tuple(map(parse_filter, filters)))


def listed_subjects(library: Library, subject_ids: Iterable[int]) -> tuple[Subject, ...]:
    """The people of these numbers, in their order; those removed meanwhile are left out."""
    library.require(Right.BROWSE)
    found: list[Subject] = []
    for subject_id in subject_ids:
        with suppress(NotFoundError):
            found.append(library.gallery.subject_by_id(subject_id))
    return tuple(found)


def export_table(
    library: Library,
    path: Path,
    chosen: Sequence[Subject],
    *,
    photos: bool = False,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> ExportedGallery:
    """Write a row a photo as CSV, or a record a person as JSON, by the file's ending, and log it.

    `photos`: copy the originals into the folder `photos` beside the file; a CSV file with them can be imported again.
    Raises InvalidInputError for another ending, LibraryError, TamperedError, CancelledError.
    """
    library.require(Right.EXCHANGE)
    ending = path.suffix.lower()
    if ending not in TABLE_ENDINGS:
        raise InvalidInputError(f"{path.name} ends neither in .csv nor in .json: choose one of the two.")
    if photos:
        _copy_originals(library, path.parent / _PHOTOS, chosen, progress, cancelled)
    if ending == ".csv":
        write_table(path, GALLERY_COLUMNS, _rows(chosen, photos=photos))
    else:
        write_file(path, json.dumps([asdict(each) for each in chosen], indent=2, ensure_ascii=False).encode() + b"\n")
    return _logged(library, path, chosen, ending.removeprefix("."))


def export_transactions(
    library: Library,
    folder: Path,
    chosen: Sequence[Subject],
    writer: TransactionWriter,
    *,
    agency: str,
    date: str,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> ExportedGallery:
    """Write an ANSI/NIST-ITL file a person into `folder`, and log it. `agency` is who sends, `date` today.

    Raises InvalidInputError for a picture that Type-10 cannot hold, LibraryError, TamperedError, CancelledError;
    nothing is logged then, and files written before stay.
    """
    library.require(Right.EXCHANGE)
    if not agency.strip() or len(agency) > MOST_AGENCY:
        raise InvalidInputError(f"Name the agency that sends (field 1.008), in at most {MOST_AGENCY} characters.")
    for done, subject in enumerate(chosen):
        stop_if_cancelled(cancelled)
        progress(Progress(stage=_STAGE, done=done, total=len(chosen)))
        name = safe_name(subject.details.external_id)
        head = TransactionHead(agency=agency.strip(), number=f"{name}-{date}", date=date)
        faces = tuple(_face(library, photo) for photo in subject.photos)
        write_file(folder / f"{name}.an2", writer.transaction(head, subject.details, faces), make_folder=True)
    return _logged(library, folder, chosen, "nist")


def safe_name(external_id: str) -> str:
    """A file name for a subject: letters, digits, points and dashes of the id; a hash tells others apart."""
    plain = re.sub(r"[^A-Za-z0-9.-]", "_", external_id).strip(".")[:60]
    if plain == external_id:
        return plain
    return f"{plain}-{hashlib.sha256(external_id.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"


def _face(library: Library, photo: Photo) -> FaceToSend:
    return FaceToSend(
        picture=library.gallery.original(photo.photo_id),
        name=photo.file_name,
        booking_date=photo.details.booking_date,
        source=photo.details.source,
    )


def _rows(chosen: Sequence[Subject], *, photos: bool) -> Iterator[tuple[object, ...]]:
    for subject in chosen:
        who = subject.details
        for photo in subject.photos:
            place = f"{_PHOTOS}/{_copy_name(photo)}" if photos else photo.file_name
            about = photo.details
            yield (
                who.external_id, who.name, who.sex, who.birth_year, who.ethnicity, place, about.booking_date,
                about.source, about.retention_date, photo.sha256,
            )  # fmt: skip


def _copy_name(photo: Photo) -> str:
    """Named by the hash: names of files may repeat, and may be anything."""
    ending = PurePath(photo.file_name).suffix.lower()
    return f"{photo.sha256}{ending if ending[1:].isascii() and ending[1:].isalnum() else ''}"


def _copy_originals(
    library: Library, folder: Path, chosen: Sequence[Subject], progress: ProgressListener, cancelled: CancelCheck
) -> None:
    for done, subject in enumerate(chosen):
        stop_if_cancelled(cancelled)
        progress(Progress(stage=_STAGE, done=done, total=len(chosen)))
        for photo in subject.photos:
            write_file(folder / _copy_name(photo), library.gallery.original(photo.photo_id), make_folder=True)


def _logged(library: Library, path: Path, chosen: Sequence[Subject], form: str) -> ExportedGallery:
    photos = sum(len(subject.photos) for subject in chosen)
    details: dict[str, Any] = {
        "format": form,
        "file": path.name,
        "subject_ids": [subject.subject_id for subject in chosen],
        "photos": photos,
    }
    library.audit.append("gallery.export", "gallery", details)
    return ExportedGallery(path=path, subjects=len(chosen), photos=photos)


__all__ = [
    "ExportedGallery",
    "chosen_subjects",
    "export_table",
    "export_transactions",
    "listed_subjects",
    "safe_name",
]
