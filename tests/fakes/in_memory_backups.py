"""Backups for tests: they are remembered, nothing is written."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.backup import BACKED_UP, Backup
from forensic_id.core.progress import CancelCheck, ProgressListener, stop_if_cancelled
from tests.fakes.in_memory_audit_log import AT, InMemoryAuditLog


class InMemoryBackups:
    """`made` lists the backups, `restored` the folders."""

    def __init__(self, audit: InMemoryAuditLog) -> None:
        self._audit = audit
        self.made: list[Backup] = []
        self.restored: list[Path] = []

    def make(self, destination: Path, *, progress: ProgressListener, cancelled: CancelCheck) -> Backup:
        """Remember it."""
        stop_if_cancelled(cancelled)
        self.made.append(sample_backup(destination / str(len(self.made))))
        self._audit.append(BACKED_UP, "library", {})
        return self.made[-1]

    def drop_older(self, destination: Path, *, keep: int) -> int:
        """Forget them."""
        dropped = len(self.made[:-keep])
        self.made = self.made[-keep:]
        return dropped

    def restore(
        self, backup: Path, folder: Path, *, actor: str, progress: ProgressListener, cancelled: CancelCheck
    ) -> Backup:
        """Remember the folder."""
        self.restored.append(folder)
        return sample_backup(backup)


def sample_backup(folder: Path) -> Backup:
    """Of a library with one photo."""
    return Backup(
        folder=folder,
        made_at=AT,
        subjects=1,
        photos=1,
        searches=0,
        audit_entries=2,
        last_hash="e" * 64,
        files=3,
        copied_bytes=100,
        missing=(),
        encrypted=False,
    )
