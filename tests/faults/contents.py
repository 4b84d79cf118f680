"""What a library holds, in a form in which two libraries can be compared, and what should not lie in its folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from forensic_id.services.verify_audit import verify_library
from forensic_id.storage.library import SqliteLibrary
from tests.fakes.fake_face_encoder import BUNDLE_ID

Contents = frozenset[str]
"""A line for each thing stored; ids are left out, since they depend on the order of the writes."""

_AT_REST = re.compile(
    r"library\.sqlite3(-wal|-shm|-journal|\.form\d+)?|audit\.head|originals|staging|keys\.json|library\.lock|programs"
)
"""What may lie in a library's folder; the earlier form of a migrated database is kept on purpose."""


def contents(library: SqliteLibrary) -> Contents:
    """Photos with their bytes and features, cases, searches with their whole lists, reviews, the policy."""
    return frozenset([*_photos(library), *_cases(library), *_searches(library), library.policies.current().name])


def audit_hashes(library: SqliteLibrary) -> tuple[str, ...]:
    """The hashes of the audit chain in its order."""
    return tuple(entry.entry_hash for entry in library.audit.entries())


def faults_of(library: SqliteLibrary, folder: Path) -> list[str]:
    """What is wrong with a library that has just been opened: broken hashes, strays, litter."""
    report = verify_library(library)
    problems = list(report.problems)
    problems += [f"stray original {name}" for name in report.strays]
    problems += [f"litter {path.name}" for path in folder.iterdir() if not _AT_REST.fullmatch(path.name)]
    problems += [f"litter staging/{path.name}" for path in (folder / "staging").iterdir()]
    return problems


def _photos(library: SqliteLibrary) -> list[str]:
    table = library.gallery.features(BUNDLE_ID)
    features = {photo: row.tobytes() for photo, row in zip(table.photo_ids.tolist(), table.features, strict=True)}
    return [
        f"photo {subject.details.external_id} {photo.file_name} "
        + _hash(library.gallery.original(photo.photo_id) + features.get(photo.photo_id, b""))
        for subject in library.gallery.subjects()
        for photo in subject.photos
    ]


def _cases(library: SqliteLibrary) -> list[str]:
    return [f"case {case}" for case in library.cases.cases()]


def _searches(library: SqliteLibrary) -> list[str]:
    lines = []
    for search_id in library.cases.search_ids():
        record = library.cases.search(search_id)
        ranks = [(each.rank, each.photo_id, each.log_density) for each in record.candidates]
        lines.append(f"search {record.sketch.file_name} {_hash(repr(ranks).encode())}")
        lines += [
            f"review {record.sketch.file_name} {review.rank} {review.version} {review.content.notes}"
            for review in library.reviews.history(search_id)
        ]
    return lines


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
