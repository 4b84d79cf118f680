"""Where things lie in a library folder.

LIBRARY/
    library.sqlite3         everything but the originals (with -wal and -shm beside it while open)
    audit.head              how far the audit chain had come, see `storage.audit_head`
    originals/ab/cdef...    original bytes of photos and sketches, named by their SHA-256
    staging/                marks and partial files of the write in progress, empty at rest
    keys.json               only in an encrypted library: its keys, wrapped; then the database is SQLCipher's and
                            originals, like batches.json, are sealed (see `storage.engines`, `security.ciphers`)
    library.lock, programs/ who has the library open, see `storage.presence`; nothing worth keeping
    conversion/             only while the library is being encrypted or decrypted, see `storage.conversion`
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensic_id.core.errors import LibraryError
from forensic_id.core.sealing import KEYS_FILE
from forensic_id.core.settings import DATABASE_FILE


@dataclass(frozen=True, slots=True)
class LibraryLayout:
    """Paths inside one library folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.folder / DATABASE_FILE

    @property
    def audit_head(self) -> Path:
        """The head of the audit chain."""
        return self.folder / "audit.head"

    @property
    def originals(self) -> Path:
        """The folder of originals."""
        return self.folder / "originals"

    @property
    def staging(self) -> Path:
        """The folder of unfinished writes."""
        return self.folder / "staging"

    @property
    def keys(self) -> Path:
        """The wrapped keys of an encrypted library."""
        return self.folder / KEYS_FILE

    @property
    def lock(self) -> Path:
        """What one holds who comes in or needs the library alone."""
        return self.folder / "library.lock"

    @property
    def programs(self) -> Path:
        """The folder of those who have the library open."""
        return self.folder / "programs"

    @property
    def conversion(self) -> Path:
        """The folder of a conversion in progress."""
        return self.folder / "conversion"

    @property
    def restored(self) -> Path:
        """What a restore of an encrypted library leaves to be logged by whoever opens it first."""
        return self.folder / "restored.json"

    def prepare(self) -> None:
        """Make the folders that are missing.

        Raises LibraryError when the folder cannot be made, is a file, or holds other people's files: a library is
        never started in the middle of them.
        """
        try:
            if not self.folder.is_dir():
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self.database.exists():
                self._refuse_foreign_files()
            self.originals.mkdir(exist_ok=True)
            self.staging.mkdir(exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"The library folder {self.folder} cannot be used: {error.strerror}. "
                "Choose a folder in which you may write."
            ) from error

    def _refuse_foreign_files(self) -> None:
        own = {
            path.name for path in (self.audit_head, self.originals, self.staging, self.keys, self.lock, self.programs)
        }
        database = self.database.name  # another program may be making it now, its journal first
        for path in self.folder.iterdir():
            if path.name not in own and not path.name.startswith((".", database)):
                raise LibraryError(
                    f"The folder {self.folder} holds no library but other files ({path.name}). "
                    "Choose an empty folder or a new one."
                )
