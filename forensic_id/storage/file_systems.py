"""Whether a folder lies on a network drive, where SQLite's write-ahead log does not work.

The log's index is memory shared between the programs, and programs on two computers share none
(https://www.sqlite.org/wal.html, "All processes using a database must be on the same host computer").
"""

from __future__ import annotations

import ctypes
import sys
from functools import lru_cache
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.davfs", "fuse.glusterfs", "fuse.rclone",
        "fuse.s3fs", "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "smb2",
        "smb3", "smbfs", "virtiofs", "vboxsf", "fuse.vmhgfs-fuse",
    }
)  # fmt: skip
"""Names of file systems whose files several computers may change."""


@lru_cache(maxsize=64)
def on_network(folder: Path) -> bool:
    """Whether other computers may change the files in a folder, as far as the system tells."""
    whole = folder.resolve()
    if sys.platform == "win32":
        return _on_windows_network(whole)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return kind_of_mount(whole, mounts) in _NETWORK


def kind_of_mount(folder: Path, mounts: str) -> str:
    """The type of the file system that a folder lies on, by the text of Linux's `mountinfo` (man 5 proc); else ''."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if not dash or len(fields) < 5:  # noqa: PLR2004 - the fifth field is the mount point
            continue
        point = Path(_unescaped(fields[4]))
        if (folder == point or point in folder.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), after.split(" ")[0]
    return kind


def _unescaped(text: str) -> str:
    """Blanks and the like stand as octal escapes."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def _on_windows_network(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    remote = 4  # DRIVE_REMOTE of GetDriveTypeW
    return folder.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == remote
