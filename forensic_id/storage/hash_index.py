"""Near duplicates among all photos by the Hamming distance of their perceptual hashes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from forensic_id.storage.database import Database

_SIGN = 1 << 63
_FIRST_CAPACITY = 1024


def to_signed(value: int) -> int:
    """An unsigned 64-bit hash as SQLite's signed integer."""
    return value - 2 * _SIGN if value >= _SIGN else value


class HashIndex:
    """Hashes in memory, read once and then only as photos are added (100,000 photos: under a megabyte)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rollbacks = database.rollbacks
        self._count = 0
        self._ids: NDArray[np.int64] = np.zeros(_FIRST_CAPACITY, dtype=np.int64)
        self._hashes: NDArray[np.int64] = np.zeros(_FIRST_CAPACITY, dtype=np.int64)

    def near(self, perceptual_hash: int, *, most_bits: int) -> list[int]:
        """Photo ids within the distance, in order. A photo removed meanwhile may be among them."""
        self._refresh()
        wanted = np.int64(to_signed(perceptual_hash))
        bits = np.bitwise_count((self._hashes[: self._count] ^ wanted).view(np.uint64))
        near: list[int] = self._ids[: self._count][bits <= most_bits].tolist()
        return near

    def _refresh(self) -> None:
        if self._rollbacks != self._database.rollbacks:  # ids of photos rolled back are given out again
            self._rollbacks = self._database.rollbacks
            self._count = 0
        last = int(self._ids[self._count - 1]) if self._count else 0
        sql = "SELECT photo_id, perceptual_hash FROM photos WHERE photo_id > ? ORDER BY photo_id"
        for photo_id, perceptual_hash in self._database.rows(sql, (last,)):
            if self._count == len(self._ids):
                self._ids = np.concatenate([self._ids, np.zeros_like(self._ids)])
                self._hashes = np.concatenate([self._hashes, np.zeros_like(self._hashes)])
            self._ids[self._count] = photo_id
            self._hashes[self._count] = perceptual_hash
            self._count += 1
