"""Back a library up, restore a backup, and know when the last one was made."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.backup import BACKED_UP, Backup, BackupRestorer
from forensic_id.core.ports import Library
from forensic_id.core.progress import CancelCheck, ProgressListener, ignore_progress, never_cancelled
from forensic_id.core.rights import Right

OLD_AFTER_DAYS = 7
"""A backup older than that is worth a reminder."""


def backup_library(
    library: Library,
    destination: Path,
    *,
    keep: int | None = None,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> Backup:
    """Add a verified backup to a folder of backups; with `keep` only so many, the newest, stay in it.

    Raises InvalidInputError for a folder inside the library, LibraryError, TamperedError when the audit chain is
    broken, CancelledError. Nothing that looks like a backup is left then.
    """
    library.require(Right.BACKUP)
    backup = library.backups.make(destination, progress=progress, cancelled=cancelled)
    if keep is not None:
        library.backups.drop_older(destination, keep=keep)
    return backup


def restore_backup(
    backup: Path,
    folder: Path,
    *,
    restorer: BackupRestorer,
    actor: str,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> Backup:
    """Make a new library of a backup. Raises LibraryError, TamperedError, InvalidInputError, CancelledError."""
    return restorer.restore(backup, folder, actor=actor, progress=progress, cancelled=cancelled)


def last_backup(library: Library) -> datetime | None:
    """When the last backup was finished, by the audit log; None: never."""
    library.require(Right.BROWSE)
    times = [entry.at for entry in library.audit.entries(AuditFilter(action=BACKED_UP))]
    return datetime.fromisoformat(times[-1]) if times else None


def backup_is_due(library: Library, now: datetime) -> bool:
    """Whether there is something to lose and the last backup is old."""
    made = last_backup(library)
    if made is None:
        return bool(library.original_hashes())
    return (now - made).days >= OLD_AFTER_DAYS
