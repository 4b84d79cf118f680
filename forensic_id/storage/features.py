"""Features by photo and bundle, and the table a search ranks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.records import FeatureTable, Filter, FloatArray, PoolSize
from forensic_id.storage.database import Database
from forensic_id.storage.pool_filters import condition

_STORED = np.dtype("<f4")


def feature_bytes(feature: FloatArray) -> bytes:
    """A feature as stored: little-endian float32."""
    return np.ascontiguousarray(feature, dtype=_STORED).tobytes()


class FeatureRows:
    """The tables `bundles` and `features`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, bundle_id: str, features: Mapping[int, FloatArray]) -> None:
        """Insert or replace features by photo id. Raises NotFoundError for an unknown photo."""
        self._database.execute("INSERT OR IGNORE INTO bundles (bundle_id) VALUES (?)", (bundle_id,))
        key = self._key(bundle_id)
        for photo_id, feature in features.items():
            if self._database.row("SELECT 1 FROM photos WHERE photo_id = ?", (photo_id,)) is None:
                raise NotFoundError(f"There is no photo with the number {photo_id} in the gallery.")
            self._database.execute(
                "INSERT INTO features VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET feature = excluded.feature",
                (key, photo_id, feature_bytes(feature)),
            )

    def table(self, bundle_id: str, filters: Sequence[Filter]) -> FeatureTable:
        """The pool's features in order of photo id.

        The rows are read in one statement, so that a write of another program in between is in all or none of them.
        """
        passing, parameters = condition(filters)
        subjects = "JOIN subjects s ON s.subject_id = p.subject_id" if filters else ""
        sql = f"""
            SELECT f.photo_id, p.subject_id, f.feature
            FROM features f JOIN photos p ON p.photo_id = f.photo_id {subjects}
            WHERE f.bundle_key = ? AND {passing} ORDER BY f.photo_id
        """  # noqa: S608 - our own text, values are parameters
        rows = list(self._database.rows(sql, [self._key(bundle_id), *parameters]))
        photo_ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        subject_ids = np.fromiter((row[1] for row in rows), dtype=np.int64, count=len(rows))
        features = self._matrix(rows)
        snapshot = hashlib.sha256(f"{bundle_id}\n{len(rows)}\n".encode())
        for array in (photo_ids.astype("<i8"), subject_ids.astype("<i8"), features):
            snapshot.update(array.data)
        return FeatureTable(
            photo_ids=photo_ids, subject_ids=subject_ids, features=features, snapshot_id=snapshot.hexdigest()
        )

    def count(self, bundle_id: str, filters: Sequence[Filter]) -> PoolSize:
        """How many subjects and photos `table` would hold."""
        passing, parameters = condition(filters)
        sql = f"""
            SELECT count(DISTINCT p.subject_id), count(*)
            FROM features f JOIN photos p ON p.photo_id = f.photo_id JOIN subjects s ON s.subject_id = p.subject_id
            WHERE f.bundle_key = ? AND {passing}
        """  # noqa: S608 - our own text, values are parameters
        subjects, photos = self._database.row(sql, [self._key(bundle_id), *parameters]) or (0, 0)
        return PoolSize(subjects=subjects, photos=photos)

    def _matrix(self, rows: Sequence[tuple[Any, ...]]) -> FloatArray:
        if not rows:
            return np.zeros((0, 0), dtype=np.float32)
        length = len(rows[0][2])
        for photo_id, _, data in rows:
            if len(data) != length:
                raise TamperedError(
                    f"The feature of photo {photo_id} in {self._database.path} has another size than the others. "
                    "Restore the library from a backup."
                )
        return np.frombuffer(b"".join(row[2] for row in rows), dtype=_STORED).reshape(len(rows), -1)

    def _key(self, bundle_id: str) -> int:
        row = self._database.row("SELECT bundle_key FROM bundles WHERE bundle_id = ?", (bundle_id,))
        return 0 if row is None else int(row[0])
