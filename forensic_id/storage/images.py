"""Original image bytes, stored once under their SHA-256 and never changed.

Files are written inside a database transaction, which holds the library's only write lock. A mark in the staging
folder precedes every file that a transaction adds or drops. After the transaction (or, if the program was killed,
when the library is opened next) every mark is settled: the file stays if the database refers to it, otherwise it goes.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from forensic_id.core.errors import DefectError, LibraryError, TamperedError
from forensic_id.storage.database import Database

_HASH_LENGTH = 64
_REFERRED = (
    "SELECT EXISTS (SELECT 1 FROM photos WHERE sha256 = :hash)"
    " OR EXISTS (SELECT 1 FROM searches WHERE sketch_sha256 = :hash)"
)
_ALL_REFERRED = "SELECT sha256 FROM photos UNION SELECT sketch_sha256 FROM searches ORDER BY 1"


class OriginalStore:
    """The folder of originals and the staging folder beside it."""

    def __init__(self, database: Database, *, originals: Path, staging: Path) -> None:
        self._database = database
        self._originals = originals
        self._staging = staging
        self._marks: list[Path] = []

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash lie."""
        return self._originals / sha256[:2] / sha256[2:]

    def put(self, data: bytes, sha256: str) -> None:
        """Store the bytes; they stay if the open transaction commits.

        Raises LibraryError when the disk refuses, TamperedError when the file is there already with other bytes.
        """
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DefectError(f"The bytes to be stored do not have the hash {sha256}.")
        if self.path(sha256).exists():
            self.read(sha256)
            return
        mark = self._mark(sha256)
        try:
            _write(self.path(sha256), data, partial=mark.with_suffix(".part"))
        except OSError as error:
            raise LibraryError(
                f"{self.path(sha256)} cannot be written: {error.strerror}. Free some space or check the permissions."
            ) from error

    def discard(self, sha256: str) -> None:
        """Drop the file when the open transaction commits and nothing refers to it any more."""
        self._mark(sha256)

    def read(self, sha256: str) -> bytes:
        """The bytes, checked. Raises TamperedError naming the file when it is missing or its bytes differ."""
        path = self.path(sha256)
        advice = "Restore this file from a backup of the library; do not use it as evidence."
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise TamperedError(f"The original {path} is missing. {advice}") from error
        except OSError as error:
            raise LibraryError(f"The original {path} cannot be read: {error.strerror}.") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise TamperedError(f"The original {path} was altered: its bytes no longer match its hash. {advice}")
        return data

    def referred(self) -> tuple[str, ...]:
        """Hashes of all originals the database refers to, in order."""
        return tuple(row[0] for row in self._database.rows(_ALL_REFERRED))

    def unreferenced(self) -> tuple[str, ...]:
        """Files nothing refers to, as paths relative to the folder of originals, in order."""
        known = set(self.referred())
        files = (path for path in self._originals.rglob("*") if path.is_file())
        return tuple(
            sorted(path.relative_to(self._originals).as_posix() for path in files if self._hash_of(path) not in known)
        )

    def settle_leftovers(self) -> None:
        """Settle what a killed program left in the staging folder; leave it when another program is writing."""
        with suppress(OSError, LibraryError):
            if not any(self._staging.iterdir()):
                return
            with self._database.transaction():
                for path in sorted(self._staging.iterdir()):
                    self._settle_under_lock(path)

    def _mark(self, sha256: str) -> Path:
        if not self._database.in_transaction:
            raise DefectError("Originals are written and dropped inside a transaction only.")
        mark = self._staging / f"{sha256}.{secrets.token_hex(4)}"
        try:
            mark.touch()
        except OSError as error:
            raise LibraryError(f"{mark} cannot be written: {error.strerror}. Check the permissions.") from error
        self._marks.append(mark)
        self._database.after_transaction(self._settle_marks)
        return mark

    def _settle_marks(self) -> None:
        marks, self._marks = self._marks, []
        with suppress(OSError, LibraryError):  # what stays marked is settled when the library is opened next
            undecided = [mark for mark in marks if not self._settled_by_reference(mark)]
            if undecided:
                with self._database.transaction():
                    for mark in undecided:
                        self._settle_under_lock(mark)

    def _settled_by_reference(self, mark: Path) -> bool:
        if not self._is_referred(mark.name[:_HASH_LENGTH]):
            return False
        mark.unlink(missing_ok=True)
        return True

    def _settle_under_lock(self, mark: Path) -> None:
        sha256 = mark.name[:_HASH_LENGTH]
        if mark.suffix != ".part" and not self._is_referred(sha256):
            self.path(sha256).unlink(missing_ok=True)
        mark.unlink(missing_ok=True)

    def _is_referred(self, sha256: str) -> bool:
        row = self._database.row(_REFERRED, {"hash": sha256})
        return row is not None and bool(row[0])

    def _hash_of(self, path: Path) -> str:
        return "".join(path.relative_to(self._originals).parts)


def _write(path: Path, data: bytes, *, partial: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # pragma: no cover - Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
