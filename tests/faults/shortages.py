"""Shortages put on a process before an operation starts: a disk that fills up, no file handles, no right to write."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tests.faults.child import Before

_NOBODY = 65534
_BLOCK = 4096


def few_handles(spare: int) -> Before:
    """No more than `spare` files may be opened beside those that are open."""
    return partial(_limit_handles, spare)


def without_rights() -> Before:
    """The process belongs to nobody in particular; where it is not the administrator's, nothing is changed."""
    return _become_nobody


@contextmanager
def small_disk(folder: Path, *, kibibytes: int) -> Iterator[bool]:
    """A disk of that size, mounted at `folder`; False where the machine does not let us mount one."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", str(folder)]
    with suppress(FileNotFoundError):
        if subprocess.run(command, check=False, capture_output=True).returncode == 0:
            try:
                yield True
            finally:
                subprocess.run(["umount", "--lazy", str(folder)], check=True)
            return
    yield False


def fill(folder: Path, *, leave: int) -> Path:
    """Fill the disk up to `leave` bytes; the file that does it."""
    filler = folder / "filler"
    with filler.open("wb") as file:
        room = shutil.disk_usage(folder).free - leave
        file.write(bytes(max(0, room // _BLOCK * _BLOCK)))
    return filler


def make_read_only(folder: Path) -> None:
    """Let everybody read and nobody write what is in a folder."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def _limit_handles(spare: int) -> None:
    limit, free = 0, 0
    while free < spare or _is_open(limit):  # numbers are given from below, and those in use may have gaps
        free += not _is_open(limit)
        limit += 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _become_nobody() -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
