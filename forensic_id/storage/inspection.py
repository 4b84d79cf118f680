"""Looks over the database, features, pictures and staging folder, and puts back what can be derived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import numpy as np

from forensic_id.core.errors import LibraryError
from forensic_id.core.inspection import BrokenFeature, BrokenGuard, BrokenPicture
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener, stop_if_cancelled
from forensic_id.core.records import UInt8Array
from forensic_id.storage.audit import SqliteAuditLog
from forensic_id.storage.database import Database
from forensic_id.storage.features import STORED
from forensic_id.storage.guards import broken_guards, restore_guards
from forensic_id.storage.images import OriginalStore
from forensic_id.storage.pictures import THUMBNAIL_SIDE, picture_pixels, png_bytes, thumbnail_bytes
from forensic_id.storage.row_checks import ROW_CHECKS

CROP_SHAPE = (112, 112, 3)
_MOST_SAID = 20
"""Problems of the database that are listed."""
_REPORTED = 200
"""Rows between two reports of progress."""
_TOLERANCE = 1e-3
"""By how much the length of a feature may differ from one."""
_FEATURES = """
SELECT b.bundle_id, f.photo_id, f.feature FROM features f JOIN bundles b ON b.bundle_key = f.bundle_key
ORDER BY f.bundle_key, f.photo_id
"""
_PICTURES = """
SELECT p.photo_id, i.crop_png, i.thumbnail_jpeg FROM photos p LEFT JOIN pictures i ON i.photo_id = p.photo_id
ORDER BY p.photo_id
"""
_OTHER_TEXT = "SELECT count(*) FROM subjects WHERE searched_text <> searched_text(external_id, name)"


class SqliteInspector:
    """The port LibraryInspector."""

    def __init__(self, database: Database, originals: OriginalStore, audit: SqliteAuditLog) -> None:
        self._database = database
        self._originals = originals
        self._audit = audit

    def database_problems(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file, its indexes and its references; empty when nothing is."""
        try:
            return tuple(self._problems())
        except LibraryError as error:
            return (str(error),)

    def rebuild_indexes(self) -> None:
        """Derive indexes and the texts that the gallery is searched by from the rows. Raises LibraryError."""
        with self._database.transaction():
            self._database.execute("REINDEX")
            self._database.execute("UPDATE subjects SET searched_text = searched_text(external_id, name)")
            self._audit.append("library.repair", "indexes", {})

    def broken_guards(self) -> tuple[BrokenGuard, ...]:
        """Triggers that are missing, altered or not of this program, in order of their names."""
        return broken_guards(self._database)

    def restore_guards(self) -> None:
        """Put them back, with an audit entry that holds what was found. Raises LibraryError."""
        with self._database.transaction():
            found = [asdict(each) for each in restore_guards(self._database)]
            self._audit.append("library.repair", "guards", {"guards": found})

    def altered_rows(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[str, ...]:
        """Sentences about rows that are not what the audit log tells: replaced, added or removed behind it."""
        said: list[str] = []
        for stage, check in ROW_CHECKS.items():
            stop_if_cancelled(cancelled)
            progress(Progress(stage=f"Comparing {stage} with the audit log", done=len(said)))
            said += list(check(self._database))
        return tuple(said)

    def broken_features(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[BrokenFeature, ...]:
        """Features that cannot be used, of all bundles. Raises CancelledError."""
        sizes = self._usual_sizes()
        total = self._count("features")
        broken = []
        for done, (bundle_id, photo_id, data) in enumerate(self._database.rows(_FEATURES)):
            _report("Checking features", done, total, progress, cancelled)
            if reason := _wrong_feature(data, sizes[bundle_id]):
                broken.append(BrokenFeature(photo_id=photo_id, bundle_id=bundle_id, reason=reason))
        return tuple(broken)

    def drop_features(self, broken: Sequence[BrokenFeature]) -> None:
        """Remove them, with an audit entry: they are computed anew."""
        with self._database.transaction():
            for each in broken:
                self._database.execute(
                    "DELETE FROM features WHERE photo_id = ?"
                    " AND bundle_key = (SELECT bundle_key FROM bundles WHERE bundle_id = ?)",
                    (each.photo_id, each.bundle_id),
                )
            self._audit.append("library.repair", "features", {"photo_ids": [each.photo_id for each in broken]})

    def broken_pictures(self, *, progress: ProgressListener, cancelled: CancelCheck) -> tuple[BrokenPicture, ...]:
        """Photos whose crop or thumbnail is missing, of another size or no picture. Raises CancelledError."""
        total = self._count("photos")
        broken = []
        for done, (photo_id, crop, thumbnail) in enumerate(self._database.rows(_PICTURES)):
            _report("Checking pictures", done, total, progress, cancelled)
            if reason := _wrong_crop(crop) or _wrong_thumbnail(thumbnail):
                broken.append(BrokenPicture(photo_id=photo_id, reason=reason))
        return tuple(broken)

    def replace_pictures(self, photo_id: int, *, crop: UInt8Array, photo: UInt8Array) -> None:
        """Store the crop and the thumbnail of `photo` anew, with an audit entry."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO pictures VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                " SET crop_png = excluded.crop_png, thumbnail_jpeg = excluded.thumbnail_jpeg",
                (photo_id, png_bytes(crop), thumbnail_bytes(photo)),
            )
            self._audit.append("library.repair", f"pictures of photo {photo_id}", {})

    def litter(self) -> tuple[str, ...]:
        """Files that a killed program left in the staging folder, as paths relative to the library."""
        return self._originals.leftovers()

    def clear_litter(self) -> None:
        """Settle what is in the staging folder, and remove originals that nothing refers to."""
        self._originals.settle_leftovers()
        gone = self._originals.drop_unreferenced()
        if gone:
            self._audit.append("library.repair", "originals that nothing refers to", {"files": list(gone)})

    def _problems(self) -> Iterator[str]:
        for (said,) in self._database.rows(f"PRAGMA integrity_check({_MOST_SAID})"):
            if said != "ok":
                yield f"The database is damaged: {said}."
        for table, row, parent, _ in self._database.rows("PRAGMA foreign_key_check"):
            yield f"Row {row} of the table {table} refers to a row of {parent} that is missing."
        row = self._database.row(_OTHER_TEXT)
        if row and row[0]:
            yield f"The text by which subjects are found is not that of their names for {row[0]} of them."

    def _usual_sizes(self) -> dict[str, int]:
        """The size of most features of each bundle, in bytes."""
        sql = f"SELECT bundle_id, length(feature), count(*) FROM ({_FEATURES}) GROUP BY 1, 2"  # noqa: S608
        counted: dict[str, Counter[int]] = {}
        for bundle_id, size, count in self._database.rows(sql):
            counted.setdefault(bundle_id, Counter())[size] = count
        return {bundle_id: sizes.most_common(1)[0][0] for bundle_id, sizes in counted.items()}

    def _count(self, table: str) -> int:
        row = self._database.row(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own text
        return int(row[0]) if row else 0


def _report(stage: str, done: int, total: int, progress: ProgressListener, cancelled: CancelCheck) -> None:
    if done % _REPORTED == 0:
        stop_if_cancelled(cancelled)
        progress(Progress(stage=stage, done=done, total=total))


def _wrong_feature(data: bytes, usual: int) -> str:
    if len(data) != usual or len(data) % STORED.itemsize:
        return f"it has {len(data)} bytes, not {usual}"
    feature = np.frombuffer(data, dtype=STORED).astype(np.float64)
    if not np.all(np.isfinite(feature)):
        return "it holds what is no number"
    length = float(np.linalg.norm(feature))
    return "" if abs(length - 1.0) <= _TOLERANCE else f"its length is {length:.4f}, not 1"


def _wrong_crop(data: bytes | None) -> str:
    shape = _shape(data)
    return "" if shape == CROP_SHAPE else f"its aligned crop is {_told(shape)}"


def _wrong_thumbnail(data: bytes | None) -> str:
    shape = _shape(data)
    good = shape is not None and 0 < max(shape[:2]) <= THUMBNAIL_SIDE
    return "" if good else f"its thumbnail is {_told(shape)}"


def _shape(data: bytes | None) -> tuple[int, ...] | None:
    try:
        return None if data is None else picture_pixels(data).shape
    except OSError:
        return None


def _told(shape: tuple[int, ...] | None) -> str:
    return "missing or cannot be decoded" if shape is None else f"{shape[1]} x {shape[0]} pixels in size"
