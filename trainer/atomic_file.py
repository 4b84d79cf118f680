"""Files that a reader sees whole or not at all, whatever happens to the writer."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forensic_id.core.errors import DataError
from forensic_id.files.replacing import replace_file, steady_partial


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place; a killed writer leaves the former file.

    Raises DataError, saying what to do, when the disk is full or the place cannot be written.
    """
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data, partial=steady_partial(path))


def make_place(path: Path) -> None:
    """Make the folder of a file that is to be written when the work is done, and try whether that will be possible.

    Raises DataError, saying what to do.
    """
    trial = steady_partial(path)
    with _explained(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        trial.touch()
        trial.unlink()


@contextmanager
def replacing_files(folder: Path, *, last: str) -> Iterator[Path]:
    """An empty folder to write files into that are moved to `folder` at the end, `last` after all others.

    Unless the end is reached, `folder` stays as it was; what else lies in it stays in any case. `last` is the file
    that seals the others. Raises DataError, saying what to do, when the place cannot be written.
    """
    place = folder.resolve()
    unfinished = place.with_name(f".{place.name}.part")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)  # left by a killed writer
        with _explained(folder):
            unfinished.mkdir(parents=True)
        yield unfinished
        with _explained(folder):
            _move_files(unfinished, place, last)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _move_files(source: Path, target: Path, last: str) -> None:
    files = sorted(source.iterdir(), key=lambda path: path.name == last)
    for path in files:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    target.mkdir(exist_ok=True)
    for path in files:
        path.replace(target / path.name)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DataError(write_failure(path, error)) from error


def write_failure(path: Path, error: OSError) -> str:
    """Say in sentences why `path` could not be written and what helps."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full: {path} could not be written. Free some space and run the same command again."
    if error.errno == errno.EFBIG:
        return f"{path} grew beyond the largest file allowed here. Raise the limit (ulimit -f) and run again."
    return f"{path} cannot be written ({error.strerror or error}). Check the folder and its permissions."
