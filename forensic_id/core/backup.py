"""Backups of a library as the services and the storage see them (storage.backups, storage.restoring)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from forensic_id.core.progress import CancelCheck, ProgressListener

BACKED_UP = "library.backup"
"""The action of the audit entry of a backup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A finished, verified backup. `made_at` is ISO 8601; `copied_bytes` is what it added to its folder.

    `missing`: originals that the library itself has lost, by SHA-256. `last_hash` is that of the last audit entry
    in it; `encrypted`: it opens with the passphrase of the library only.
    """

    folder: Path
    made_at: str
    subjects: int
    photos: int
    searches: int
    audit_entries: int
    last_hash: str
    files: int
    copied_bytes: int
    missing: tuple[str, ...]
    encrypted: bool


class LibraryBackups(Protocol):
    """Backs an opened library up (storage.backups)."""

    def make(self, destination: Path, *, progress: ProgressListener, cancelled: CancelCheck) -> Backup:
        """Add a backup to a folder of backups; others may use the library meanwhile.

        Files that an earlier backup there holds already are not copied again. Everything is verified before the
        backup gets its name: what is cut short never looks like one. Raises LibraryError, CancelledError.
        """
        ...

    def drop_older(self, destination: Path, *, keep: int) -> int:
        """Remove all backups of a folder but the newest, and files that only they held; returns how many."""
        ...


class BackupRestorer(Protocol):
    """Makes a library of a backup (storage.restoring)."""

    def restore(
        self, backup: Path, folder: Path, *, actor: str, progress: ProgressListener, cancelled: CancelCheck
    ) -> Backup:
        """Make a new library of a backup in a folder that does not exist or is empty.

        Every file is verified before the folder gets its name. Raises LibraryError, TamperedError naming the file
        that is not what the backup's manifest says, CancelledError.
        """
        ...
