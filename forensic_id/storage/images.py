"""Original image bytes, stored once under their SHA-256 and never changed.

Files are written inside a database transaction, which holds the library's only write lock. Before a transaction adds
or drops a file, it notes the hash in a journal in the staging folder. After the transaction (or, if the program was
killed, when the library is opened next) every noted hash is settled: the file stays if the database refers to it,
otherwise it goes.

In an encrypted library the files are sealed. Their names stay the SHA-256 of the plain bytes, which is also what
their seal is bound to.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from forensic_id.core.errors import DefectError, LibraryError, TamperedError
from forensic_id.core.sealing import UNSEALED, FileSeal
from forensic_id.files.replacing import replace_file
from forensic_id.storage.database import Database
from forensic_id.storage.erasing import erase

_PARTIAL = ".part"
_HASH = re.compile("[0-9a-f]{64}")
_ADVICE = "Restore this file from a backup of the library; do not use it as evidence."
_REFERRED = (
    "SELECT EXISTS (SELECT 1 FROM photos WHERE sha256 = :hash)"
    " OR EXISTS (SELECT 1 FROM searches WHERE sketch_sha256 = :hash)"
)
ALL_REFERRED = "SELECT sha256 FROM photos UNION SELECT sketch_sha256 FROM searches ORDER BY 1"


class OriginalStore:
    """The folder of originals and the staging folder beside it."""

    def __init__(self, database: Database, *, originals: Path, staging: Path, seal: FileSeal = UNSEALED) -> None:
        self._database = database
        self._seal = seal
        self._originals = originals
        self._staging = staging
        self._journal: Path | None = None

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
        self._note(sha256)
        try:
            sealed = self._seal.seal(data, original_identity(sha256))
            _write(self.path(sha256), sealed, partial=self._staging / f"{secrets.token_hex(8)}{_PARTIAL}")
        except OSError as error:
            raise LibraryError(
                f"{self.path(sha256)} cannot be written: {error.strerror}. Free some space or check the permissions."
            ) from error

    def discard(self, sha256: str) -> None:
        """Drop the file when the open transaction commits and nothing refers to it any more."""
        self._note(sha256)

    def read(self, sha256: str) -> bytes:
        """The bytes, checked. Raises TamperedError naming the file when it is missing or its bytes differ."""
        return read_original(self.path(sha256), sha256, self._seal)

    def referred(self) -> tuple[str, ...]:
        """Hashes of all originals the database refers to, in order."""
        return tuple(row[0] for row in self._database.rows(ALL_REFERRED))

    def unreferenced(self) -> tuple[str, ...]:
        """Files nothing refers to, as paths relative to the folder of originals, in order."""
        known = {self.path(sha256) for sha256 in self.referred()}
        strangers = (path for path in self._originals.rglob("*") if path.is_file() and path not in known)
        return tuple(sorted(path.relative_to(self._originals).as_posix() for path in strangers))

    def drop_unreferenced(self) -> tuple[str, ...]:
        """Remove originals that nothing refers to, and name them; files that are no originals are left alone."""
        with self._database.transaction():
            hashes = [path.replace("/", "") for path in self.unreferenced()]
            gone = tuple(each for each in hashes if _HASH.fullmatch(each) and self.path(each).exists())
            self._drop_unreferred(gone)
        return gone

    def leftovers(self) -> tuple[str, ...]:
        """What lies in the staging folder, as paths relative to the library."""
        with self._database.transaction():  # so that nobody is in the middle of a write
            return tuple(sorted(f"{self._staging.name}/{path.name}" for path in self._staging.iterdir()))

    def settle_leftovers(self) -> None:
        """Settle what a killed program left in the staging folder; leave it when another program is writing."""
        with suppress(OSError, LibraryError):
            if not any(self._staging.iterdir()):
                return
            with self._database.transaction():
                for path in sorted(self._staging.iterdir()):
                    hashes = () if path.suffix == _PARTIAL else _noted(path)
                    self._drop_unreferred(hashes)
                    erase(path)

    def _note(self, sha256: str) -> None:
        if not self._database.in_transaction:
            raise DefectError("Originals are written and dropped inside a transaction only.")
        if self._journal is None:
            self._journal = self._staging / secrets.token_hex(8)
            self._database.after_transaction(self._settle)
        try:
            with self._journal.open("a", encoding="ascii") as file:
                file.write(f"{sha256}\n")
        except OSError as error:
            raise LibraryError(f"{self._journal} cannot be written: {error.strerror}.") from error

    def _settle(self) -> None:
        journal, self._journal = self._journal, None
        with suppress(OSError, LibraryError):  # what stays noted is settled when the library is opened next
            if journal is None or not journal.exists():
                return
            undecided = [sha256 for sha256 in _noted(journal) if not self._is_referred(sha256)]
            if undecided:
                with self._database.transaction():
                    self._drop_unreferred(undecided)
            journal.unlink()

    def _drop_unreferred(self, hashes: Iterable[str]) -> None:
        """Under the write lock: nobody can come to refer to a file between the look and the removal."""
        for sha256 in hashes:
            if not self._is_referred(sha256):
                erase(self.path(sha256))

    def _is_referred(self, sha256: str) -> bool:
        row = self._database.row(_REFERRED, {"hash": sha256})
        return row is not None and bool(row[0])


def original_identity(sha256: str) -> str:
    """What the seal of an original is bound to."""
    return f"original {sha256}"


def read_original(path: Path, sha256: str, seal: FileSeal) -> bytes:
    """The plain bytes of one file, checked. Raises TamperedError naming the file, LibraryError."""
    try:
        stored = path.read_bytes()
    except FileNotFoundError as error:
        raise TamperedError(f"The original {path} is missing. {_ADVICE}") from error
    except OSError as error:
        raise LibraryError(f"The original {path} cannot be read: {error.strerror}.") from error
    try:
        data = seal.unseal(stored, original_identity(sha256))
    except TamperedError as error:
        raise TamperedError(f"The original {path} was altered: {error} {_ADVICE}") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise TamperedError(f"The original {path} was altered: its bytes do not match its hash. {_ADVICE}")
    return data


def _noted(journal: Path) -> list[str]:
    """The hashes in a journal; a last line that was cut short by a kill named a file not yet written."""
    lines = journal.read_text(encoding="ascii").split("\n")
    return lines[:-1]


def _write(path: Path, data: bytes, *, partial: Path) -> None:
    """Write, sync, then move into place.

    The folder itself is not synced: the commit that refers to the file syncs the database after it, and on one
    file system that carries the earlier move with it.
    """
    path.parent.mkdir(exist_ok=True)
    replace_file(path, data, partial=partial)
