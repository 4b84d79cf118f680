"""Files that a reader meets whole or not at all, whatever happens to the writer.

A new version is written beside its place under a name that begins with a dot, synced, and moved into place in one
step. A killed writer leaves the former version and the unfinished one, which `clear_unfinished` removes. Everything
here raises OSError as the system does: who writes knows the sentence for people.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

_OWNER_ALONE = 0o600
_AS_USUAL = 0o666
"""Less what the system takes away from new files (umask)."""
_WRITING = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes, *, partial: Path | None = None) -> None:
    """Put these bytes in the place of a file, or make it. Arguments as for `replacing`."""
    with replacing(path, partial=partial) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, *, partial: Path | None = None) -> Iterator[BinaryIO]:
    """A file to write the new version of `path` into; it takes its place at the end, unless something was raised.

    The folder has to be there. `partial` is where the unfinished version lies, on the same drive; without it each
    attempt has a name of its own.
    """
    with _unfinished(partial or _beside(path), again=partial is not None) as (written, file):
        yield file
        _sync(file)
        written.replace(path)


@contextmanager
def replacing_text(path: Path, *, partial: Path | None = None) -> Iterator[TextIO]:
    """The same for text in UTF-8, whose ends of lines stay as they are written."""
    with replacing(path, partial=partial) as raw:
        file = TextIOWrapper(raw, encoding="utf-8", newline="")
        try:
            yield file
        finally:
            file.detach()


def keep_file(path: Path, data: bytes) -> None:
    """Make a file that only its owner may read; one that is there already stays as it is."""
    with _unfinished(_beside(path), mode=_OWNER_ALONE) as (written, file):
        file.write(data)
        _sync(file)
        _move_unless_there(written, path)


def steady_partial(path: Path) -> Path:
    """A name beside `path` that stays the same: the next attempt overwrites what a killed one left.

    For files with a single writer only.
    """
    return path.with_name(f".{path.name}.part")


def clear_unfinished(paths: Iterable[Path]) -> None:
    """Remove what killed programs left of new versions of these files.

    Another program that is writing one at this moment then cannot move it into place and keeps the old version: it
    is told by an OSError.
    """
    with suppress(OSError):
        for path in paths:
            for partial in path.parent.glob(f".{path.name}.*"):
                partial.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


@contextmanager
def _unfinished(partial: Path, *, mode: int = _AS_USUAL, again: bool = False) -> Iterator[tuple[Path, BinaryIO]]:
    """The open file of a partial version, `again` over an older one; what is left of it at the end goes."""
    flags = _WRITING | (os.O_TRUNC if again else os.O_EXCL)
    try:
        with os.fdopen(os.open(partial, flags, mode), "wb") as file:
            yield partial, file
    finally:
        with suppress(OSError):  # nothing was written, or the folder is none
            partial.unlink(missing_ok=True)


def _sync(file: BinaryIO) -> None:
    """Have the bytes on the disk, and let go of the file: Windows moves no open one."""
    file.flush()
    os.fsync(file.fileno())
    file.close()


def _move_unless_there(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            partial.replace(path)
