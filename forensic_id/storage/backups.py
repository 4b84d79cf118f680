"""Backs a library up while it is used, see `storage.backup_manifest` for what a backup looks like.

The database is copied as one snapshot first; every original that it refers to lies in its place by then. Files go as
they are stored: a backup of an encrypted library is encrypted. The head of the audit chain is read before the
snapshot, so it is never ahead of it unless somebody cut the log, and a restored library shows that as this one does.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from forensic_id.core.backup import BACKED_UP, Backup
from forensic_id.core.errors import InvalidInputError, LibraryError, TamperedError
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, stop_if_cancelled
from forensic_id.files.replacing import replace_file, steady_partial
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.backup_manifest import (
    MANIFEST,
    OBJECTS,
    KeptFile,
    Manifest,
    finished_backups,
    manifest_text,
    object_path,
    read_manifest,
)
from forensic_id.storage.database import Database
from forensic_id.storage.erasing import erase
from forensic_id.storage.guards import broken_guards
from forensic_id.storage.images import ALL_REFERRED
from forensic_id.storage.layout import LibraryLayout

_UNFINISHED = ".unfinished-"
_PLAIN = b"SQLite format 3\0"
"""How an SQLite database begins that is not encrypted."""
_COUNTS = """
SELECT (SELECT count(*) FROM subjects), (SELECT count(*) FROM photos), (SELECT count(*) FROM searches)
"""


class FolderBackups:
    """The port LibraryBackups over one opened library."""

    def __init__(
        self, database: Database, layout: LibraryLayout, audit: SqliteAuditLog, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._layout = layout
        self._audit = audit
        self._clock = clock

    def make(self, destination: Path, *, progress: ProgressListener, cancelled: CancelCheck) -> Backup:
        """Add a backup to a folder of backups. Raises LibraryError, CancelledError."""
        self._check_place(destination)
        with _disk_sentences(destination):
            unfinished = _new_folder(destination)
            try:
                manifest, copied = self._write(destination, unfinished, progress, cancelled)
                folder = _named(destination, unfinished, self._clock())
            except BaseException:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise
        backup = described(folder, manifest, copied_bytes=copied)
        self._audit.append(
            BACKED_UP,
            "library",
            {"backup": folder.name, "audit_entries": backup.audit_entries, "last_hash": backup.last_hash,
             "files": backup.files, "copied_bytes": copied, "missing": list(backup.missing)},
        )  # fmt: skip
        return backup

    def drop_older(self, destination: Path, *, keep: int) -> int:
        """Remove all backups of a folder but the newest, and files that only they held; returns how many."""
        if keep < 1:
            raise InvalidInputError("At least one backup has to be kept.")
        backups = finished_backups(destination)
        with _disk_sentences(destination):
            for folder in backups[:-keep]:
                erase(folder / MANIFEST)  # first: without it the rest looks like no backup
                erase(folder / self._layout.database.name)
                shutil.rmtree(folder, ignore_errors=True)
            _drop_objects(destination)
        return len(backups[:-keep])

    def _check_place(self, destination: Path) -> None:
        library = self._layout.folder.resolve()
        if destination.resolve() == library or library in destination.resolve().parents:
            raise InvalidInputError(
                f"{destination} lies in the library itself. Choose a folder elsewhere, best on another disk."
            )

    def _write(
        self, destination: Path, unfinished: Path, progress: ProgressListener, cancelled: CancelCheck
    ) -> tuple[Manifest, int]:
        head = self._layout.audit_head.read_bytes()
        copy = unfinished / self._layout.database.name
        self._copy_database(copy, progress, cancelled)
        with self._database.another(copy) as snapshot:
            counts = snapshot.row(_COUNTS) or (0, 0, 0)
            originals = [str(row[0]) for row in snapshot.rows(ALL_REFERRED)]
            entries, last_hash = self._verified(snapshot, unfinished, head, progress, cancelled)
        store = _Objects(destination)
        files = {self._layout.audit_head.name: store.keep_bytes(head)}
        for path in self._beside():
            files[path.relative_to(self._layout.folder).as_posix()] = store.keep_bytes(path.read_bytes())
        kept, missing = self._keep_originals(originals, destination, store, progress, cancelled)
        files |= kept
        manifest = Manifest(
            made_at=self._clock().isoformat(timespec="seconds"),
            database_sha256=file_sha256(copy),
            files=files,
            missing=missing,
            subjects=counts[0],
            photos=counts[1],
            searches=counts[2],
            audit_entries=entries,
            last_hash=last_hash,
            encrypted=not _is_plain(copy),
        )
        _write_synced(unfinished / MANIFEST, manifest_text(manifest).encode("utf-8"))
        return manifest, store.copied_bytes

    def _keep_originals(
        self,
        originals: list[str],
        destination: Path,
        store: _Objects,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> tuple[dict[str, KeptFile], tuple[str, ...]]:
        """The originals kept, by their paths in the library, and the hashes of those that the library has lost."""
        known = _known_files(destination)
        kept: dict[str, KeptFile] = {}
        missing: list[str] = []
        for done, sha256 in enumerate(originals):
            stop_if_cancelled(cancelled)
            progress(Progress(stage="Copying originals", done=done, total=len(originals)))
            path = self._layout.originals / sha256[:2] / sha256[2:]
            name = path.relative_to(self._layout.folder).as_posix()
            try:
                kept[name] = store.keep_file(path, known.get(name))
            except FileNotFoundError:
                missing.append(sha256)
        return kept, tuple(missing)

    def _copy_database(self, copy: Path, progress: ProgressListener, cancelled: CancelCheck) -> None:
        def on_pages(done: int, total: int) -> None:
            stop_if_cancelled(cancelled)
            progress(Progress(stage="Copying the database", done=done, total=total))

        self._database.copy_to(copy, on_pages=on_pages)

    def _verified(
        self, snapshot: Database, unfinished: Path, head: bytes, progress: ProgressListener, cancelled: CancelCheck
    ) -> tuple[int, str]:
        """Number of audit entries and the last hash, after the copy was read through. Raises LibraryError."""
        progress(Progress(stage="Checking the copy", done=0))
        head_file = unfinished / self._layout.audit_head.name
        head_file.write_bytes(head)
        try:
            return verified_database(snapshot, head_file, progress=progress, cancelled=cancelled)
        finally:
            head_file.unlink()

    def _beside(self) -> Iterator[Path]:
        """Small files of the library beside the database: keys, profiles, the list of batches."""
        own = {self._layout.audit_head.name, "library.lock"}
        for path in sorted(self._layout.folder.iterdir()):
            passed_over = path.name.startswith((".", self._layout.database.name)) or path.name in own
            if path.is_file() and not passed_over:
                yield path
        yield from sorted(path for path in self._layout.folder.glob("policies/*") if path.is_file())


def verified_database(
    database: Database, head_file: Path, *, progress: ProgressListener, cancelled: CancelCheck
) -> tuple[int, str]:
    """Check file and audit chain of a copy; return the number of entries and the last hash.

    Raises LibraryError for a damaged file, TamperedError for a broken chain or missing guards, CancelledError.
    """
    for (said,) in database.rows("PRAGMA integrity_check(1)"):
        if said != "ok":
            raise LibraryError(f"The database is damaged ({said}). Check the library: forensic-id library check.")
    audit = SqliteAuditLog(database, head_file=head_file, actor="", clock=lambda: datetime.now(UTC))
    entries = audit.verify(progress=progress, cancelled=cancelled)
    if broken := broken_guards(database):
        raise TamperedError(f"{' '.join(map(str, broken))} Check the library: forensic-id library check.")
    last = audit.page([entries])
    return entries, last[0].entry_hash if last else ""


def described(folder: Path, manifest: Manifest, *, copied_bytes: int) -> Backup:
    """What users are told of a backup."""
    return Backup(
        folder=folder,
        made_at=manifest.made_at,
        subjects=manifest.subjects,
        photos=manifest.photos,
        searches=manifest.searches,
        audit_entries=manifest.audit_entries,
        last_hash=manifest.last_hash,
        files=len(manifest.files) + 1,
        copied_bytes=copied_bytes,
        missing=manifest.missing,
        encrypted=manifest.encrypted,
    )


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, read in parts."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_plain(database: Path) -> bool:
    with database.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


class _Objects:
    """Files under their hashes; one that is there already is read and, if it was damaged, written again."""

    def __init__(self, destination: Path) -> None:
        self._destination = destination
        self.copied_bytes = 0

    def keep_file(self, path: Path, known: KeptFile | None) -> KeptFile:
        """Keep a file; one that is as it was in the last backup is not read, only its copy is. Raises OSError."""
        status = path.stat()
        if known and (known.size, known.modified_ns) == (status.st_size, status.st_mtime_ns) and self._holds(known):
            return known
        return self.keep_bytes(path.read_bytes(), modified_ns=status.st_mtime_ns)

    def keep_bytes(self, data: bytes, *, modified_ns: int = 0) -> KeptFile:
        """Keep bytes, and read what was written. Raises OSError."""
        kept = KeptFile(sha256=hashlib.sha256(data).hexdigest(), size=len(data), modified_ns=modified_ns)
        if not self._holds(kept):
            path = object_path(self._destination, kept.sha256)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_synced(path, data)
            self.copied_bytes += len(data)
            if not self._holds(kept):
                raise LibraryError(f"{path} is not what was written. Check the disk, and back up to another one.")
        return kept

    def _holds(self, kept: KeptFile) -> bool:
        path = object_path(self._destination, kept.sha256)
        return path.exists() and file_sha256(path) == kept.sha256


def _known_files(destination: Path) -> dict[str, KeptFile]:
    """Files of the newest backup that can be read."""
    for folder in reversed(finished_backups(destination)):
        with suppress(LibraryError):
            return read_manifest(folder).files
    return {}


def _drop_objects(destination: Path) -> None:
    wanted = {
        kept.sha256 for folder in finished_backups(destination) for kept in read_manifest(folder).files.values()
    }
    for path in sorted((destination / OBJECTS).glob("*/*")):
        if f"{path.parent.name}{path.name}" not in wanted:
            erase(path)


def _new_folder(destination: Path) -> Path:
    """A folder for the backup in progress; what killed backups left is removed."""
    destination.mkdir(parents=True, exist_ok=True)
    for left in destination.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = destination / f"{_UNFINISHED}{secrets.token_hex(4)}"
    folder.mkdir()
    return folder


def _named(destination: Path, unfinished: Path, now: datetime) -> Path:
    """Give the verified backup its name, in one step."""
    stem = now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    names = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
    folder = next(destination / name for name in names if not (destination / name).exists())
    unfinished.rename(folder)
    return folder


def _write_synced(path: Path, data: bytes) -> None:
    """One that is done again writes over what a killed one left."""
    replace_file(path, data, partial=steady_partial(path))


@contextmanager
def _disk_sentences(destination: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"The backup in {destination} could not be written: {error.strerror or error}. It was given up; earlier"
            " backups are as they were. Free some space or choose another disk."
        ) from error
