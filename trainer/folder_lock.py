"""One training at a time in a run folder: a lock that the system takes back when its process ends, in any way."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from forensic_id.core.errors import DataError, InvalidInputError
from trainer.atomic_file import write_failure

LOCK_FILE = "run.lock"
_HELD_ELSEWHERE = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held_alone(folder: Path) -> Iterator[None]:
    """Hold the run folder, which is made if need be, while the block runs; its lock file stays, unlocked.

    Raises InvalidInputError when another process holds it, DataError when it cannot be written. A file system that
    knows no locks lets everybody in.
    """
    path = folder / LOCK_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = path.open("ab")
    except OSError as error:
        raise DataError(write_failure(path, error)) from error
    with handle:
        try:
            _take(handle)  # closing the file gives it back
        except OSError as error:
            if error.errno in _HELD_ELSEWHERE:
                raise InvalidInputError(
                    f"Another process trains in {folder}. Wait until it ends, or give another folder with --run."
                ) from error
        yield
