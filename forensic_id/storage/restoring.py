"""Makes a library of a backup, in a new folder that gets its name when every file in it was verified."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.core.backup import Backup
from forensic_id.core.errors import InvalidInputError, LibraryError, TamperedError
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, stop_if_cancelled
from forensic_id.files.replacing import replace_file
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.backup_manifest import Manifest, object_path, read_manifest
from forensic_id.storage.backups import described, file_sha256, verified_database
from forensic_id.storage.database import Database
from forensic_id.storage.layout import LibraryLayout

RESTORED = "library.restore"
_MOST_CHARACTERS = 10_000
"""Of a note; this program writes shorter ones."""


class FolderRestorer:
    """The port BackupRestorer."""

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def restore(
        self, backup: Path, folder: Path, *, actor: str, progress: ProgressListener, cancelled: CancelCheck
    ) -> Backup:
        """Make a new library of a backup in a folder that does not exist or is empty.

        Raises LibraryError, TamperedError naming the file that is not what the manifest says, CancelledError.
        """
        manifest = read_manifest(backup)
        if folder.exists() and any(folder.iterdir()):
            raise InvalidInputError(f"{folder} is not empty. A backup is restored into a new folder only.")
        partial = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
        try:
            partial.mkdir(mode=0o700, parents=True)
            self._fill(manifest, backup, LibraryLayout(partial), actor=actor, progress=progress, cancelled=cancelled)
            if folder.exists():
                folder.rmdir()
            partial.rename(folder)
        except OSError as error:
            raise LibraryError(
                f"{folder} could not be written: {error.strerror or error}. Nothing was restored; free some space or"
                " choose another disk."
            ) from error
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        return described(backup, manifest, copied_bytes=sum(kept.size for kept in manifest.files.values()))

    def _fill(
        self,
        manifest: Manifest,
        backup: Path,
        layout: LibraryLayout,
        *,
        actor: str,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> None:
        for folder in (layout.originals, layout.staging):
            folder.mkdir()
        source = backup / layout.database.name
        if not source.exists():
            raise LibraryError(f"The backup {backup} lacks its database. Choose another backup.")
        shutil.copyfile(source, layout.database)
        if file_sha256(layout.database) != manifest.database_sha256:
            raise _altered(source)
        for done, (name, kept) in enumerate(manifest.files.items()):
            stop_if_cancelled(cancelled)
            progress(Progress(stage="Restoring files", done=done, total=len(manifest.files)))
            _restore_file(object_path(backup.parent, kept.sha256), kept.sha256, _inside(layout.folder, name))
        if manifest.encrypted:
            self._note(manifest, backup, layout, actor=actor)
        else:
            self._verify(manifest, backup, layout, actor=actor, progress=progress, cancelled=cancelled)

    def _note(self, manifest: Manifest, backup: Path, layout: LibraryLayout, *, actor: str) -> None:
        """Nothing is logged without the key: whoever opens the library first does it."""
        at = self._clock().isoformat(timespec="milliseconds")
        told = {**_told(manifest, backup), "restored_by": actor, "restored_at": at}
        replace_file(layout.restored, (json.dumps(told, indent=1) + "\n").encode("utf-8"))

    def _verify(
        self,
        manifest: Manifest,
        backup: Path,
        layout: LibraryLayout,
        *,
        actor: str,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> None:
        """Read the database through, and log that it was restored. An encrypted one is checked once it is opened."""
        database = Database(layout.database)
        try:
            _, last_hash = verified_database(database, layout.audit_head, progress=progress, cancelled=cancelled)
            if last_hash != manifest.last_hash:
                raise _altered(backup / layout.database.name)
            audit = SqliteAuditLog(database, head_file=layout.audit_head, actor=actor, clock=self._clock)
            audit.append(RESTORED, "library", _told(manifest, backup))
        finally:
            database.close()


def log_noted_restore(layout: LibraryLayout, database: Database, audit: SqliteAuditLog) -> None:
    """Log what a restore of an encrypted library left to be logged, once, and drop the note."""
    if not layout.restored.exists():
        return
    with database.transaction():
        told = _noted(layout.restored)
        known = (entry.details for entry in audit.entries(AuditFilter(action=RESTORED)))
        if told not in known:  # a program may have been killed before it dropped the note
            audit.append(RESTORED, "library", told)
    with suppress(OSError):
        layout.restored.unlink(missing_ok=True)


def _noted(path: Path) -> dict[str, Any]:
    """The note; one that somebody made unreadable is logged as such."""
    try:
        told = json.loads(path.read_text(encoding="utf-8")[:_MOST_CHARACTERS])
    except (OSError, ValueError, RecursionError):
        told = None
    wanted = ("backup", "made_at", "restored_by", "restored_at")
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in wanted):
        return {"note": "unreadable"}
    return {name: told[name] for name in wanted}


def _told(manifest: Manifest, backup: Path) -> dict[str, Any]:
    return {"backup": backup.name, "made_at": manifest.made_at}


def _restore_file(source: Path, sha256: str, target: Path) -> None:
    try:
        data = source.read_bytes()
    except FileNotFoundError as error:
        raise TamperedError(f"The backup lacks the file {source}. Choose another backup.") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise _altered(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _inside(folder: Path, name: str) -> Path:
    """The path of a file in the new library. Raises TamperedError for one that leads out of it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise TamperedError(f"The manifest of the backup names a file outside the library: {name!r}.")
    return folder / path


def _altered(path: Path) -> TamperedError:
    return TamperedError(f"{path} is not what the backup's manifest says: it was damaged or altered. Choose another.")
