"""Features by photo and bundle, and the table a search ranks."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Mapping, Sequence

import numpy as np

from forensic_id.core.errors import NotFoundError, TamperedError
from forensic_id.core.records import FeatureTable, Filter, FloatArray, PoolSize
from forensic_id.storage.database import Database
from forensic_id.storage.pool_filters import condition

STORED = np.dtype("<f4")
_NOTHING = np.zeros((0, 0), dtype=np.float32)


def feature_bytes(feature: FloatArray) -> bytes:
    """A feature as stored: little-endian float32."""
    return np.ascontiguousarray(feature, dtype=STORED).tobytes()


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
        photos, subjects_of, data = array("q"), array("q"), bytearray()
        for photo_id, subject_id, feature in self._database.rows(sql, [self._key(bundle_id), *parameters]):
            if photos and len(feature) * len(photos) != len(data):
                raise TamperedError(
                    f"The feature of photo {photo_id} in {self._database.path} has another size than the others. "
                    "Restore the library from a backup."
                )
            photos.append(photo_id)
            subjects_of.append(subject_id)
            data += feature  # one buffer that grows: a list of the rows would hold every feature a second time
        photo_ids, subject_ids = np.array(photos, dtype=np.int64), np.array(subjects_of, dtype=np.int64)
        features = np.frombuffer(data, dtype=STORED).reshape(len(photos), -1) if photos else _NOTHING
        features.flags.writeable = False
        snapshot = hashlib.sha256(f"{bundle_id}\n{len(photos)}\n".encode())
        for each in (photo_ids.astype("<i8"), subject_ids.astype("<i8"), features):
            snapshot.update(each.data)
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

    def _key(self, bundle_id: str) -> int:
        row = self._database.row("SELECT bundle_key FROM bundles WHERE bundle_id = ?", (bundle_id,))
        return 0 if row is None else int(row[0])
