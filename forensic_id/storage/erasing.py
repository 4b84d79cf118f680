"""Files removed so that their bytes do not stay on a plain disk, and renames that reach it.

Overwriting helps on disks that write in place. Flash memory and file systems that copy on write keep old blocks for
a while whatever a program does: the help says so.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

_ZEROS = bytes(1 << 20)


def erase(path: Path) -> None:
    """Overwrite a file with zeros, then remove it; one that is not there is fine. Raises OSError."""
    if not path.exists():
        return
    path.chmod(0o600)
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(_ZEROS[: min(left, len(_ZEROS))])
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def erase_folder(folder: Path, *, overwrite: bool) -> None:
    """Remove a folder with everything in it, overwritten first if asked for. Raises OSError."""
    if overwrite and folder.exists():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                erase(path)
    if folder.exists():
        shutil.rmtree(folder)


def sync_folder(folder: Path) -> None:
    """Have renames in a folder on the disk; where folders cannot be synced (Windows) the system does it itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
