"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from forensic_id.core.errors import LibraryError


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the target, then replace it, so that no reader ever meets half a file.

    Missing folders are made. Raises LibraryError when the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(
            f"{path} cannot be written: {reason}. Choose another place or make room, then try again."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{uuid4().hex}.part")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
