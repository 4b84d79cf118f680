"""A whole library written anew under another key or none, so that a kill at any moment costs nothing.

    conversion/new/...    the copies, each read back and compared; with `keys.json` when they are encrypted
    conversion/plan.json  the decision: from here on the copies are the library
    conversion/old/...    what they replaced, overwritten and removed last

Before the plan is on the disk the library is the old one, and a killed encryption goes on where it was. After it,
whoever opens the library next moves what is left to be moved; that takes no key. Everything happens while nobody
else has the library open (`storage.presence`). The audit entry is written into the new database alone, so it is
there exactly when the conversion came through.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from forensic_id.core.errors import LibraryError, TamperedError
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, stop_if_cancelled
from forensic_id.core.sealing import UNSEALED, FileSeal, LibraryKey
from forensic_id.core.settings import BATCHES_FILE
from forensic_id.files.replacing import replace_file, steady_partial
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.database_export import export_database
from forensic_id.storage.erasing import erase_folder, sync_folder
from forensic_id.storage.file_systems import on_network
from forensic_id.storage.images import OriginalStore, original_identity, read_original
from forensic_id.storage.layout import LibraryLayout
from forensic_id.storage.migrations import EARLIER_FORM, newest_form
from forensic_id.storage.presence import Programs

_PLAN = "plan.json"
_SPARE_BYTES = 64 << 20
_PURPOSES = {"library.encrypt": "encrypted", "library.decrypt": "decrypted", "library.rekey": "given another key"}


class Conversion:
    """The port LibraryConversion for the library in a folder."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime], busy_seconds: float = 2.0) -> None:
        self._layout = LibraryLayout(folder)
        self._new = self._layout.conversion / "new"
        self._clock, self._seconds = clock, busy_seconds

    @property
    def keys_in_work(self) -> Path:
        """The key file of a conversion that was begun; its folder is made."""
        self._new.mkdir(parents=True, exist_ok=True)
        return self._new / self._layout.keys.name

    def abandon(self) -> None:
        """Forget a conversion that was begun and has not come through."""
        if not (self._layout.conversion / _PLAN).exists():
            erase_folder(self._layout.conversion, overwrite=not (self._new / self._layout.keys.name).exists())

    def convert(
        self,
        *,
        before: LibraryKey | None,
        after: LibraryKey | None,
        action: str,
        actor: str,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> int:
        """See the port. What was copied is removed again unless the program is killed."""
        programs = Programs(self._layout, form=newest_form(), seconds=self._seconds)
        with programs.alone(_PURPOSES[action]):
            try:
                copied = self._copy(before, after, progress, cancelled)
                self._log(before, after, action, actor, copied)
            except Exception as error:
                with suppress(OSError):
                    self.abandon()
                if isinstance(error, OSError):
                    raise LibraryError(
                        f"The library cannot be {_PURPOSES[action]}: {error.filename or self._layout.folder}: "
                        f"{error.strerror}. It is unchanged."
                    ) from error
                raise
            _decide(self._layout, overwrite=before is None)
            progress(Progress(stage="Removing what was replaced", done=0, total=None))
            _finish(self._layout)
        return copied

    def _copy(
        self,
        before: LibraryKey | None,
        after: LibraryKey | None,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> int:
        layout = self._layout
        self._new.mkdir(parents=True, exist_ok=True)
        self._check_space()
        with closing(Database(layout.database, key=_database_key(before), busy_seconds=self._seconds)) as database:
            store = OriginalStore(database, originals=layout.originals, staging=layout.staging, seal=_seal(before))
            store.settle_leftovers()
            self._refuse_strangers(store)
            hashes = store.referred()
        self._copy_originals(hashes, _seal(before), _seal(after), progress, cancelled)
        self._copy_beside(_seal(before), _seal(after))
        progress(Progress(stage="Writing the database anew", done=0, total=None))
        target = self._new / layout.database.name
        export_database(
            layout.database, target, before=_database_key(before), after=_database_key(after), cancelled=cancelled
        )
        return len(hashes)

    def _check_space(self) -> None:
        layout = self._layout
        needed = layout.database.stat().st_size + sum(
            path.stat().st_size for path in layout.originals.rglob("*") if path.is_file()
        )
        have = sum(path.stat().st_size for path in self._new.rglob("*") if path.is_file())
        free = shutil.disk_usage(layout.folder).free
        if free < needed - have + _SPARE_BYTES:
            raise LibraryError(
                f"The drive of {layout.folder} has {free >> 20:,} MB free; a second copy of the library needs "
                f"{(needed + _SPARE_BYTES) >> 20:,} MB for a while. Free some space and try again."
            )

    def _refuse_strangers(self, store: OriginalStore) -> None:
        strangers = store.unreferenced()
        if strangers:
            raise LibraryError(
                f"{self._layout.originals / strangers[0]} belongs to no photo and no sketch, and would be lost "
                f"({len(strangers):,} such files). Move it out of the library, then try again."
            )

    def _copy_originals(
        self,
        hashes: tuple[str, ...],
        before: FileSeal,
        after: FileSeal,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> None:
        old, new = self._layout.originals, self._new / self._layout.originals.name
        new.mkdir(exist_ok=True)
        wanted = {_place(new, sha256) for sha256 in hashes}
        for path in [each for each in new.rglob("*") if each.is_file() and each not in wanted]:
            path.unlink()  # of a conversion that was killed before the original was removed
        for number, sha256 in enumerate(hashes):
            stop_if_cancelled(cancelled)
            target = _place(new, sha256)
            if not _holds(target, sha256, after):
                data = read_original(_place(old, sha256), sha256, before)
                _write(target, after.seal(data, original_identity(sha256)))
                read_original(target, sha256, after)
            progress(Progress(stage="Writing the originals anew", done=number + 1, total=len(hashes)))

    def _copy_beside(self, before: FileSeal, after: FileSeal) -> None:
        path, target = self._layout.folder / BATCHES_FILE, self._new / BATCHES_FILE
        target.unlink(missing_ok=True)
        with suppress(FileNotFoundError, TamperedError):  # a convenience: one that cannot be read is given up
            _write(target, after.seal(before.unseal(path.read_bytes(), BATCHES_FILE), BATCHES_FILE))

    def _log(
        self, before: LibraryKey | None, after: LibraryKey | None, action: str, actor: str, originals: int
    ) -> None:
        """In the new database. The head stays where it is: behind the chain it may be, never ahead of it."""
        target = self._new / self._layout.database.name
        keys = ["plain" if key is None else key.key_id for key in (before, after)]
        with closing(Database(target, key=_database_key(after))) as database:
            if not on_network(target.parent):
                database.execute("PRAGMA journal_mode = WAL")
            audit = SqliteAuditLog(database, head_file=self._new / "no head", actor=actor, clock=self._clock)
            audit.append(action, "library", {"before": keys[0], "after": keys[1], "originals": originals})


def finish_conversion(layout: LibraryLayout, *, seconds: float) -> None:
    """Go on with a decided conversion whose program was killed; remove plain copies of one that was not decided.

    Raises LibraryError while another program is at it.
    """
    keys = layout.conversion / "new" / layout.keys.name
    decided = (layout.conversion / _PLAN).exists()
    if not layout.conversion.exists() or (keys.exists() and not decided):
        return
    with Programs(layout, form=newest_form(), seconds=seconds).alone("put in order"):
        try:
            if (layout.conversion / _PLAN).exists():
                _finish(layout)
            elif not keys.exists():
                erase_folder(layout.conversion, overwrite=True)
        except OSError as error:
            raise LibraryError(
                f"A conversion of the library that was interrupted cannot be brought to its end: {error.filename}: "
                f"{error.strerror}. Check the disk and the permissions, then open the library again."
            ) from error


def _decide(layout: LibraryLayout, *, overwrite: bool) -> None:
    """From here on the copies are the library."""
    new = layout.conversion / "new"
    names = (layout.originals.name, layout.database.name, BATCHES_FILE, layout.keys.name)
    arriving = [name for name in names if (new / name).exists()]
    older = [path.name for path in layout.folder.glob(f"{layout.database.name}{EARLIER_FORM}*")]
    plan = {
        "arriving": arriving,
        "vanishing": [name for name in (*names, f"damaged-{BATCHES_FILE}", *older) if name not in arriving],
        "overwrite": overwrite,
    }
    (layout.conversion / "old").mkdir(exist_ok=True)
    sync_folder(new)
    _write(layout.conversion / _PLAN, json.dumps(plan).encode("utf-8"))
    sync_folder(layout.conversion)


def _finish(layout: LibraryLayout) -> None:
    """Every step can be repeated: what is in `new` has not arrived yet, what is in `old` has left."""
    folder = layout.conversion
    plan = json.loads((folder / _PLAN).read_text(encoding="utf-8"))
    for name in plan["arriving"]:
        if (folder / "new" / name).exists():
            _leave(layout, name)
            (folder / "new" / name).rename(layout.folder / name)
    for name in plan["vanishing"]:
        _leave(layout, name)
    sync_folder(layout.folder)
    for part in ("old", "new"):
        erase_folder(folder / part, overwrite=plan["overwrite"])
    (folder / _PLAN).unlink()
    erase_folder(folder, overwrite=False)


def _leave(layout: LibraryLayout, name: str) -> None:
    here, gone = layout.folder / name, layout.conversion / "old" / name
    if here.exists() and not gone.exists():
        gone.parent.mkdir(exist_ok=True)
        here.rename(gone)


def _holds(path: Path, sha256: str, seal: FileSeal) -> bool:
    try:
        read_original(path, sha256, seal)
    except (TamperedError, LibraryError):
        return False
    return True


def _place(originals: Path, sha256: str) -> Path:
    return originals / sha256[:2] / sha256[2:]


def _write(path: Path, data: bytes) -> None:
    """One that is done again writes over what a killed one left: the folder becomes part of the library."""
    path.parent.mkdir(exist_ok=True)
    replace_file(path, data, partial=steady_partial(path))


def _seal(key: LibraryKey | None) -> FileSeal:
    return UNSEALED if key is None else key.files


def _database_key(key: LibraryKey | None) -> bytes | None:
    return None if key is None else key.database
