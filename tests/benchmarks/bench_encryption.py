"""What encryption at rest costs: importing, browsing, reading the pool and originals, plain and encrypted in one run.

python -m tests.benchmarks.bench_encryption [PHOTOS]
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from forensic_id.core.browsing import GalleryQuery
from forensic_id.core.records import PhotoDetails, SubjectDetails
from forensic_id.storage.library import SqliteLibrary, open_library
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID, FakeFaceEncoder
from tests.fakes.sample_records import image
from tests.unit.storage.vaults import new_key

_REPEATS = 5
_CHUNK = 50
"""Photos in one transaction."""
_ORIGINAL_BYTES = 150_000
"""As large as a photo is."""


def import_photos(library: SqliteLibrary, photos: int) -> None:
    """Originals, crops, thumbnails, rows, features and audit entries."""
    for start in range(0, photos, _CHUNK):
        with library.transaction():
            for number in range(start, min(start + _CHUNK, photos)):
                _enrol(library, number)


def _enrol(library: SqliteLibrary, number: int) -> None:
    loaded = image(f"{number}")
    data = loaded.original_bytes + bytes(_ORIGINAL_BYTES)
    face = FakeFaceAligner().align(loaded)
    library.gallery.enrol(
        subject=SubjectDetails(external_id=f"P-{number}"),
        photo=PhotoDetails(),
        image=replace(loaded, original_bytes=data, sha256=hashlib.sha256(data).hexdigest()),
        face=face,
        perceptual_hash=number,
        bundle_id=BUNDLE_ID,
        feature=FakeFaceEncoder().encode_photos(face.crop[None])[0],
    )


def browse(library: SqliteLibrary) -> None:
    """The list in order, and a screenful with its pictures."""
    ids = library.browser.matching(GalleryQuery())
    for row in library.browser.rows(ids[:60]):
        library.gallery.thumbnail(row.photo_id)


def read_pool(library: SqliteLibrary) -> None:
    """What a search reads."""
    library.gallery.features(BUNDLE_ID)


def read_originals(library: SqliteLibrary) -> None:
    """Fifty, hashes checked."""
    for photo_id in range(1, 51):
        library.gallery.original(photo_id)


def _fastest(step: Callable[[SqliteLibrary], None], library: SqliteLibrary) -> float:
    taken = []
    for _ in range(_REPEATS):
        begin = time.perf_counter()
        step(library)
        taken.append(time.perf_counter() - begin)
    return min(taken)


def measure(folder: Path, photos: int, *, encrypted: bool) -> dict[str, float]:
    """Seconds by step; opened anew before reading, so that nothing is in SQLite's own cache."""
    key = new_key(folder) if encrypted else None
    taken = {}
    with closing(open_library(folder, actor="benchmark", key=key)) as library:
        begin = time.perf_counter()
        import_photos(library, photos)
        taken["import"] = time.perf_counter() - begin
    for name, step in {"browse": browse, "pool": read_pool, "originals": read_originals}.items():
        with closing(open_library(folder, actor="benchmark", key=key)) as library:
            begin = time.perf_counter()
            step(library)
            taken[f"{name}, first"] = time.perf_counter() - begin
            taken[name] = _fastest(step, library)
    return taken


def main(photos: int) -> None:
    """Print seconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        plain = measure(Path(folder) / "plain", photos, encrypted=False)
        encrypted = measure(Path(folder) / "encrypted", photos, encrypted=True)
    sys.stdout.write(f"{photos} photos        plain  encrypted  ratio\n")
    for name, seconds in plain.items():
        ratio = encrypted[name] / seconds
        sys.stdout.write(f"{name:<18}{seconds:8.3f} s{encrypted[name]:8.3f} s{ratio:7.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
