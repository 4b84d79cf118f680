"""Files that a reader sees whole or not at all, whatever happens to the writer."""

from __future__ import annotations

import errno
from pathlib import Path

from forensic_id.core.errors import DataError
from forensic_id.files.replacing import replace_file, steady_partial


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place; a killed writer leaves the former file.

    Raises DataError, saying what to do, when the disk is full or the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data, partial=steady_partial(path))
    except OSError as error:
        raise DataError(write_failure(path, error)) from error


def write_failure(path: Path, error: OSError) -> str:
    """Say in sentences why `path` could not be written and what helps."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full: {path} could not be written. Free some space and run the same command again."
    if error.errno == errno.EFBIG:
        return f"{path} grew beyond the largest file allowed here. Raise the limit (ulimit -f) and run again."
    return f"{path} cannot be written ({error.strerror or error}). Check the folder and its permissions."
