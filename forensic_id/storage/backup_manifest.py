"""The manifest of a backup: which file of the library is kept under which hash, and what the library held.

BACKUPS/
    objects/ab/cdef...              files of all backups, named by the SHA-256 of their bytes as stored
    2026-11-28T02-30-00Z/           one backup
        library.sqlite3             the database
        manifest.json               this file; written last
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forensic_id.core.errors import LibraryError

MANIFEST = "manifest.json"
OBJECTS = "objects"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file of the library, by its path there: SHA-256, size, and when the library's own copy was last changed."""

    sha256: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup consists of and what its library held."""

    made_at: str
    database_sha256: str
    files: dict[str, KeptFile]
    missing: tuple[str, ...]
    subjects: int
    photos: int
    searches: int
    audit_entries: int
    last_hash: str
    encrypted: bool


def object_path(destination: Path, sha256: str) -> Path:
    """Where the bytes with this hash are kept."""
    return destination / OBJECTS / sha256[:2] / sha256[2:]


def manifest_text(manifest: Manifest) -> str:
    """As JSON."""
    return json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1, sort_keys=True) + "\n"


def read_manifest(backup: Path) -> Manifest:
    """The manifest of a backup. Raises LibraryError when the folder is none."""
    path = backup / MANIFEST
    try:
        plain: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if plain.pop("format") != FORMAT:
            raise LibraryError(f"{path} is of a newer version of this program. Update the program to restore it.")
        files = {str(name): KeptFile(**fields) for name, fields in plain.pop("files").items()}
        return Manifest(**{**plain, "files": files, "missing": tuple(plain["missing"])})
    except OSError as error:
        raise LibraryError(
            f"{backup} holds no backup: {path.name} cannot be read ({error.strerror}). Choose the folder of one"
            " backup, named by its date."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LibraryError(
            f"{path} is not the manifest of a backup, or it is damaged. Choose another one."
        ) from error


def finished_backups(destination: Path) -> tuple[Path, ...]:
    """The backups in a folder, oldest first."""
    if not destination.is_dir():
        return ()
    return tuple(sorted(path for path in destination.iterdir() if (path / MANIFEST).exists() and _is_named(path)))


def _is_named(path: Path) -> bool:
    return not path.name.startswith(".")
