"""Rows and originals of erased photos and people go; that they were here, and when they went, is kept by number."""

from __future__ import annotations

from forensic_id.core.retention import DueSubject, ErasureKind
from forensic_id.storage.database import Database
from forensic_id.storage.images import OriginalStore

_PHOTOS = "SELECT photo_id, sha256 FROM photos WHERE subject_id = ? ORDER BY photo_id"


def erase_subject(
    database: Database, originals: OriginalStore, each: DueSubject, *, at: str, kind: ErasureKind
) -> dict[int, str]:
    """Erase the photos, with `whole` the subject too, inside the open transaction.

    Pictures and features go with the photo. Returns the SHA-256 of what was erased by photo id; an original that
    something else refers to stays.
    """
    rows = list(database.rows(_PHOTOS, (each.subject_id,)))
    hashes = {photo_id: sha256 for photo_id, sha256 in rows if each.whole or photo_id in each.photo_ids}
    for photo_id, sha256 in hashes.items():
        database.execute("INSERT INTO erased_photos VALUES (?, ?, ?, ?)", (photo_id, each.subject_id, at, kind))
        database.execute("DELETE FROM photos WHERE photo_id = ?", (photo_id,))
        originals.discard(sha256)
    if each.whole:
        database.execute("INSERT INTO erased_subjects VALUES (?, ?, ?)", (each.subject_id, at, kind))
        database.execute("DELETE FROM subjects WHERE subject_id = ?", (each.subject_id,))
    return hashes
