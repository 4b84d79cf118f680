"""Locks on files that the system takes back when a program ends, however it ends.

POSIX: flock(2), which network file systems carry to the other computers (Linux: NFS and CIFS turn it into locks of
their own). Windows: a lock on one byte far behind the content, which stays readable.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from forensic_id.core.errors import LibraryError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR_BEHIND = 1 << 30
_HELD_ELSEWHERE = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})


class FileLock:
    """The exclusive lock on one file; of two objects, in one program or two, only one can hold it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Take the lock, making the file if need be; False when somebody else has it.

        Raises LibraryError when the file cannot be opened or the file system knows no locks.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise LibraryError(
                f"{self._path} cannot be opened: {error.strerror}. Check that you may write in the library's folder."
            ) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in _HELD_ELSEWHERE:
                return False
            raise LibraryError(
                f"The file system of {self._path.parent} knows no locks ({error.strerror}), so two programs could "
                "damage the library. Keep it on another drive."
            ) from error
        self._handle = handle
        return True

    def write(self, text: str) -> None:
        """Replace the content of the file that is held; on a full disk it stays empty, as the lock alone counts."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            with suppress(OSError):
                os.write(self._handle, text.encode("utf-8"))

    def release(self) -> None:
        """Give the lock back, if it is held."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _unlock(handle)
            os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR_BEHIND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR_BEHIND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
