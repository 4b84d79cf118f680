"""The manifest of a data set: written last, it seals the other files; loading verifies them.

`manifest.json`: `format_version` 1, `name`, `created_at`, `program` (version), `input` (SHA-256 of what decided the
content), `crop` (side and margin in pixels), `options`, `counts`, `dropped` (by reason), and `files`: name to
`sha256` and `bytes`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from forensic_id.core.errors import DataError
from trainer.atomic_file import write_atomically
from trainer.prepare.crops import file_sha256

MANIFEST = "manifest.json"
FORMAT_VERSION = 1


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Seal the data set."""
    text = json.dumps({"format_version": FORMAT_VERSION, **manifest}, indent=1, ensure_ascii=False)
    write_atomically(folder / MANIFEST, (text + "\n").encode("utf-8"))


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest, or None where there is none. Raises DataError when it cannot be used."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
        version = manifest["format_version"]
        files = {str(name): (str(entry["sha256"]), int(entry["bytes"])) for name, entry in manifest["files"].items()}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path} is damaged ({error}). Prepare the data set again, or restore its copy.") from error
    if version != FORMAT_VERSION:
        raise DataError(f"{path} is of format {version}; this program reads {FORMAT_VERSION}. Prepare it again.")
    if outside := [name for name in files if Path(name).name != name]:
        raise DataError(f"{path} names a file that does not lie beside it: {outside[0]}. Prepare the data set again.")
    return dict(manifest)


def verify_dataset(folder: Path) -> dict[str, Any] | None:
    """Check every file against the manifest and return it; None for a data set without one.

    Raises DataError naming the file that is missing or was changed.
    """
    manifest = read_manifest(folder)
    for name, entry in (manifest or {"files": {}})["files"].items():
        path = folder / name
        try:
            intact = path.stat().st_size == entry["bytes"] and file_sha256(path) == entry["sha256"]
        except OSError as error:
            raise DataError(
                f"{path}, which {MANIFEST} names, cannot be read ({error.strerror}). Prepare the data set again."
            ) from error
        if not intact:
            raise DataError(
                f"{path} is not what {MANIFEST} says: it is damaged or was changed (SHA-256). Restore the file, or "
                "prepare the data set again."
            )
    return manifest
