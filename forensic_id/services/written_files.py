"""Files that leave the program: whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from forensic_id.core.errors import LibraryError


def write_file(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write in one step, the folder too when it is wanted. Raises LibraryError when the place cannot be written."""
    partial = path.with_name(f".{path.name}.part")
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Choose another folder.") from error
    finally:
        with suppress(OSError):  # nothing was written, or the folder is none
            partial.unlink(missing_ok=True)
