"""Backing up, restoring, and when a backup is worth a reminder."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from forensic_id.services.backup_library import (
    OLD_AFTER_DAYS,
    backup_is_due,
    backup_library,
    last_backup,
    restore_backup,
)
from tests.fakes.in_memory_audit_log import AT
from tests.fakes.in_memory_library import InMemoryLibrary
from tests.fakes.sample_records import enrol

NOW = datetime.fromisoformat(AT)


def test_a_backup_is_due_when_there_is_something_to_lose_and_the_last_is_old(tmp_path: Path) -> None:
    library = InMemoryLibrary()
    assert last_backup(library) is None
    assert not backup_is_due(library, NOW)
    enrol(library.gallery, "a")
    assert backup_is_due(library, NOW)
    backup_library(library, tmp_path)
    assert last_backup(library) == NOW
    assert not backup_is_due(library, NOW + timedelta(days=OLD_AFTER_DAYS - 1))
    assert backup_is_due(library, NOW + timedelta(days=OLD_AFTER_DAYS))


def test_only_the_newest_backups_are_kept_where_that_is_asked_for(tmp_path: Path) -> None:
    library = InMemoryLibrary()
    for _ in range(3):
        backup_library(library, tmp_path)
    assert len(library.backups.made) == 3
    assert backup_library(library, tmp_path, keep=2) == library.backups.made[-1]
    assert len(library.backups.made) == 2


def test_a_backup_is_restored_by_the_restorer(tmp_path: Path) -> None:
    restorer = InMemoryLibrary().backups
    backup = restore_backup(tmp_path / "b", tmp_path / "new", restorer=restorer, actor="Zoë")
    assert backup.folder == tmp_path / "b"
    assert restorer.restored == [tmp_path / "new"]
