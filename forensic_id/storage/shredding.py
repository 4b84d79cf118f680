"""Remove a file so that its bytes do not wait on the disk to be found.

The file is overwritten before it goes. File systems that copy on write, journals, snapshots and the wear levelling of
solid state disks may keep the old blocks all the same: only encryption helps against those.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_CHUNK = b"\0" * (1 << 16)


def shred(path: Path) -> None:
    """Overwrite with zeros, sync, remove; a missing file is fine. Raises OSError when it cannot be removed."""
    with suppress(OSError):  # what cannot be overwritten can perhaps be removed
        _overwrite(path)
    path.unlink(missing_ok=True)


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(_CHUNK[:left])
        file.flush()
        os.fsync(file.fileno())
