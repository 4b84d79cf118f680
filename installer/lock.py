"""One set-up at a time: a lock that the operating system drops when its holders are gone.

On POSIX systems child processes inherit the lock, so that a pip which outlives a killed bootstrap.py still holds it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PAUSE = 0.2
"""Seconds between two tries."""

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        os.set_inheritable(handle.fileno(), True)  # noqa: FBT003 - positional only
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; a second process says that it waits, and waits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as handle:
        waiting = False
        while True:
            try:
                _take(handle)
                break
            except (BlockingIOError, PermissionError):  # POSIX and Windows say it differently
                if not waiting:
                    print(f"Waiting for another set-up to finish (it holds {path}).", flush=True)
                waiting = True
                time.sleep(PAUSE)
        yield
