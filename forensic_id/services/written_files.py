"""Files that leave the program: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import LibraryError
from forensic_id.files.replacing import replace_file


def write_file(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write in one step, the folder too when it is wanted. Raises LibraryError when the place cannot be written."""
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another folder.") from error
