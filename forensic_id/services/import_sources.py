"""What a folder or a metadata file offers for import, one photo at a time.

A folder: photos in a folder of their own belong to the subject that folder is named after; photos that lie directly
in the folder given belong to a subject named after the file (without its ending).

Files with an ending of ANSI/NIST-ITL transactions offer their Type-10 faces (`transaction_sources`), alone or in a
folder.

A metadata file: CSV (`.csv`, with a header; comma, semicolon or tab) or JSON Lines (any other ending; an object a
line), UTF-8 with or without byte order mark. `photo` is a path relative to the metadata file and must not lead out of
its folder; `external_id` names the subject; all other columns may be missing. A mapping tells of other names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PureWindowsPath

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.personal_data import photo_details, subject_details
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.core.transactions import TransactionReader
from forensic_id.services.column_mapping import FIELDS, MANDATORY_FIELDS, ColumnMapping, guess_columns
from forensic_id.services.metadata_rows import BrokenRow, MetadataRow, read_rows
from forensic_id.services.transaction_sources import InsidePicture, UnusableRecord, reader_of, transaction_faces

_NOT_PHOTOS = {"thumbs.db", "desktop.ini"}
_BY_NAME = ColumnMapping()
_ROWS_LOOKED_AT = 200
"""JSON objects may differ in their keys: so many are asked for theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPhoto:
    """A photo to import, with what is recorded of it and its subject."""

    path: Path
    subject: SubjectDetails
    photo: PhotoDetails
    inside: InsidePicture | None = None
    """The picture, where `path` is a transaction that holds it among other things."""

    @property
    def place(self) -> str:
        """The file, and the place in it."""
        return _record_place(self.path, self.inside.record if self.inside else 0)

    @property
    def file_name(self) -> str:
        """Under which the picture is kept."""
        if self.inside is None:
            return printable(self.path.name)
        return f"{printable(self.path.stem)}-{self.inside.record}{self.inside.ending}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFailure:
    """Something that was not imported: the file (or the line of the metadata file) and a sentence why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSource:
    """A folder or metadata file that was looked through: how many entries, and what is odd about it."""

    path: Path
    total: int
    notes: tuple[str, ...] = ()
    mapping: ColumnMapping = _BY_NAME
    transactions: TransactionReader | None = None

    def entries(self) -> Iterator[OfferedPhoto | ImportFailure]:
        """The entries in a fixed order, read as they are needed."""
        if self.path.is_dir():
            return _folder_entries(self.path, self.transactions)
        reader = reader_of(self.path, self.transactions)
        return _transaction_entries(self.path, reader) if reader else _metadata_entries(self.path, self.mapping)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePreview:
    """The beginning of a source. Of a metadata file: its columns, the first rows, and a guess at the mapping.

    Of a folder or a transaction, `columns` is empty and the rows are subject and file.
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: ColumnMapping


def preview_source(path: Path, *, rows: int = 5, transactions: TransactionReader | None = None) -> SourcePreview:
    """Look at the first rows. Raises InvalidInputError when there is no such folder or file, or no row in it."""
    try:
        if path.is_dir() or reader_of(path, transactions):
            found = islice(ImportSource(path=path, total=0, transactions=transactions).entries(), rows)
            offered = [entry for entry in found if isinstance(entry, OfferedPhoto)]
            folder = path if path.is_dir() else path.parent
            first = tuple((entry.subject.external_id, printable(entry.path.relative_to(folder))) for entry in offered)
            return SourcePreview(path=path, columns=(), rows=first, guess=_BY_NAME)
        read = [row for row in islice(read_rows(path), _ROWS_LOOKED_AT) if isinstance(row, MetadataRow)]
    except OSError as error:
        raise _unreadable(path, error) from error
    if not read:
        raise _without_rows(path)
    columns = tuple(dict.fromkeys(name for row in read for name in row.fields))
    return SourcePreview(
        path=path,
        columns=columns,
        rows=tuple(tuple(row.fields.get(name, "") for name in columns) for row in read[:rows]),
        guess=ColumnMapping(columns=guess_columns(columns)),
    )


def look_through(
    path: Path, mapping: ColumnMapping = _BY_NAME, transactions: TransactionReader | None = None
) -> ImportSource:
    """Count the entries and check what can be checked before anything is imported.

    `transactions` reads ANSI/NIST-ITL files; without it they are taken for pictures.
    Raises InvalidInputError when there is no such folder or file, or the metadata file cannot be used at all.
    """
    try:
        if path.is_dir():
            total = sum(_entries_in(file, transactions) for file in image_files(path))
            return ImportSource(path=path, total=total, transactions=transactions)
        if reader_of(path, transactions):
            return ImportSource(path=path, total=_entries_in(path, transactions), transactions=transactions)
        return _checked_metadata(path, mapping)
    except OSError as error:
        raise _unreadable(path, error) from error


def printable(path: Path | str) -> str:
    """The path as valid Unicode: bytes of a file name that are no UTF-8 are written as escapes."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _unreadable(path: Path, error: OSError) -> InvalidInputError:
    return InvalidInputError(
        f"{printable(path)} cannot be read: {error.strerror}. "
        "Name a folder of photos, or a CSV, JSON Lines or NIST file."
    )


def _without_rows(path: Path) -> InvalidInputError:
    return InvalidInputError(
        f"{printable(path)} holds no row that can be read. "
        "Name a folder of photos, or a CSV, JSON Lines or NIST file."
    )


def _checked_metadata(path: Path, mapping: ColumnMapping) -> ImportSource:
    columns: set[str] = set()
    total = 0
    for row in read_rows(path):
        total += 1
        columns.update(row.fields if isinstance(row, MetadataRow) else ())
    if not columns:
        raise _without_rows(path)
    taken = {name: mapping.column(name) for name in FIELDS}
    missing = [name for name, column in taken.items() if column not in columns and _is_needed(name, column)]
    known = f"Known columns are: {', '.join(FIELDS)}; others can be mapped to them."
    if missing:
        lacking = " and ".join(taken[name] or name for name in missing)
        raise InvalidInputError(f"{printable(path)} lacks the column {lacking}. {known}")
    unknown = sorted(columns - set(taken.values()))
    note = f"Columns that are not known were ignored: {', '.join(unknown)}. {known}"
    return ImportSource(path=path, total=total, notes=(note,) if unknown else (), mapping=mapping)


def _is_needed(name: str, column: str) -> bool:
    """A column that the user named has to be there, and so have the mandatory ones."""
    return name in MANDATORY_FIELDS or column not in (name, "")


def _metadata_entries(path: Path, mapping: ColumnMapping) -> Iterator[OfferedPhoto | ImportFailure]:
    for row in read_rows(path):
        place = f"{printable(path)}, line {row.line}"
        if isinstance(row, BrokenRow):
            yield ImportFailure(path=place, reason=row.reason)
            continue
        fields = mapping.fields(row.fields)
        try:
            yield OfferedPhoto(
                path=_inside(path.parent, fields["photo"].strip()),
                subject=subject_details(fields),
                photo=photo_details(fields),
            )
        except InvalidInputError as error:
            yield ImportFailure(path=place, reason=str(error))


def _inside(folder: Path, photo: str) -> Path:
    """The photo's path. Raises InvalidInputError when it is empty or leads out of the folder."""
    if not photo or "\0" in photo:
        raise InvalidInputError("The column photo is empty or holds no path: name the photo's file.")
    windows = PureWindowsPath(photo)  # reads both kinds of slash
    path = folder.joinpath(*windows.parts)
    try:
        inside = not windows.drive and not windows.root and path.resolve().is_relative_to(folder.resolve())
        exists = path.is_file()
    except (OSError, RuntimeError, UnicodeEncodeError) as error:  # too long, links in a circle, no Unicode
        raise InvalidInputError(f"The photo {photo!r} cannot be found: {error}.") from error
    if not inside:
        raise InvalidInputError(
            f"The photo {photo!r} lies outside the folder of the metadata file. Put it inside and name it by a "
            "relative path."
        )
    if not exists:
        raise InvalidInputError(f"The photo {photo!r} does not exist.")
    return path


def _entries_in(path: Path, transactions: TransactionReader | None) -> int:
    reader = reader_of(path, transactions)
    return sum(1 for _ in transaction_faces(path, reader)) if reader else 1


def _record_place(path: Path, record: int) -> str:
    return f"{printable(path)}, record {record}" if record else printable(path)


def _transaction_entries(path: Path, reader: TransactionReader) -> Iterator[OfferedPhoto | ImportFailure]:
    for face in transaction_faces(path, reader):
        if isinstance(face, UnusableRecord):
            yield ImportFailure(path=_record_place(path, face.record), reason=face.reason)
        else:
            yield OfferedPhoto(path=path, subject=face.subject, photo=face.photo, inside=face.picture)


def _folder_entries(
    folder: Path, transactions: TransactionReader | None = None
) -> Iterator[OfferedPhoto | ImportFailure]:
    for path in image_files(folder):
        if reader := reader_of(path, transactions):
            yield from _transaction_entries(path, reader)
            continue
        external_id = path.stem if path.parent == folder else path.parent.name
        try:
            subject = subject_details({"external_id": external_id})
        except InvalidInputError as error:
            yield ImportFailure(path=printable(path), reason=str(error))
            continue
        yield OfferedPhoto(path=path, subject=subject, photo=PhotoDetails())


def image_files(folder: Path) -> Iterator[Path]:
    """All files below the folder but hidden ones and those that systems leave behind, in order of name.

    A linked or unreadable folder and a link that leads nowhere are among them: they are listed when they are opened.
    Pipes and devices are not: opening them might never end.
    """
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.lower() in _NOT_PHOTOS:
            continue
        if path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK):
            yield from image_files(path)
        elif path.is_file() or path.is_dir() or not path.exists():
            yield path
