"""Writing files whole or not at all."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import LibraryError
from forensic_id.files.replacing import replace_file


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the target, then replace it, so that no reader ever meets half a file.

    Missing folders are made. Raises LibraryError when the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(
            f"{path} cannot be written: {reason}. Choose another place or make room, then try again."
        ) from error
