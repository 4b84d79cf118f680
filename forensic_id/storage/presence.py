"""Which programs have a library open, so that what needs it alone can be refused while others use it.

Every opened library holds the lock of a small file of its own in `programs/`, which says who it is; the system drops
the lock when the program ends, also after a kill, so a file that can be locked is a leftover and is removed. Coming
in takes the lock of `library.lock` for a moment; what needs the library alone (a migration, encryption, a restore)
holds that lock until it is done, so nobody comes in meanwhile, and looks whether anybody is in.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forensic_id.core.errors import LibraryError
from forensic_id.storage.file_locks import FileLock
from forensic_id.storage.layout import LibraryLayout

_BETWEEN_TRIES = 0.02
"""Seconds between two tries to come in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A program that has the library open. `form` is the number of the last migration it knows."""

    host: str
    pid: int
    user: str
    form: int

    def __str__(self) -> str:
        """For sentences."""
        return f"process {self.pid} of {self.user} on {self.host}"


class Programs:
    """The programs at one library. One object stands for one opened library, in one thread."""

    def __init__(self, layout: LibraryLayout, *, form: int, seconds: float) -> None:
        """`form` is what this program knows; coming in may take `seconds`."""
        self._layout = layout
        self._form = form
        self._seconds = seconds
        self._own_file = layout.programs / f"{secrets.token_hex(8)}.json"
        self._own = FileLock(self._own_file)

    def come_in(self) -> None:
        """Have the library open here. Raises LibraryError while somebody needs it alone."""
        with self._door():
            self._own.acquire()
            self._own.write(self._card())

    def go_out(self) -> None:
        """The library is closed here."""
        self._own.release()
        with suppress(OSError):  # the next one who looks removes it
            self._own_file.unlink(missing_ok=True)

    @contextmanager
    def alone(self, purpose: str, *, beside: Callable[[Presence], bool] = lambda _: False) -> Iterator[None]:
        """Nobody else comes in meanwhile; those for whom `beside` holds may be in already.

        `purpose` completes "The library is being ...". Raises LibraryError naming those who are in.
        """
        with self._door() as lock:
            in_the_way = [each for each in self._others() if not beside(each)]
            if in_the_way:
                named = ", ".join(dict.fromkeys(str(each) for each in in_the_way))
                raise LibraryError(
                    f"The library {self._layout.folder} cannot be {purpose} while it is open elsewhere: {named}. "
                    "Close it there and try again."
                )
            lock.write(self._card(purpose))
            try:
                yield
            finally:
                lock.write("")

    @contextmanager
    def _door(self) -> Iterator[FileLock]:
        self._make_folder()
        lock = FileLock(self._layout.lock)
        until = time.monotonic() + self._seconds
        while not lock.acquire():
            holder = _read(self._layout.lock)
            if holder is not None or time.monotonic() > until:
                raise LibraryError(f"The library {self._layout.folder} {_occupied(holder)}")
            time.sleep(_BETWEEN_TRIES)
        try:
            yield lock
        finally:
            lock.release()

    def _make_folder(self) -> None:
        try:
            self._layout.programs.mkdir(exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{self._layout.programs} cannot be made: {error.strerror}.") from error

    def _others(self) -> list[Presence]:
        """Whoever else is in; what killed programs left is removed."""
        found = []
        for path in sorted(self._layout.programs.glob("*.json")):
            if path == self._own_file:
                continue
            lock = FileLock(path)
            if lock.acquire():
                lock.release()
                path.unlink(missing_ok=True)
            else:
                card = _read(path)
                found.append(_presence(card))
        return found

    def _card(self, purpose: str = "") -> str:
        ours = Presence(host=platform.node(), pid=os.getpid(), user=_user(), form=self._form)
        return json.dumps({**asdict(ours), "purpose": purpose})


def _occupied(holder: dict[str, Any] | None) -> str:
    if holder is None:
        return "is being opened or closed by another program for too long. Close that program and try again."
    return f"is being {holder.get('purpose')} by {_presence(holder)}. Wait until that is done, then try again."


def _presence(card: dict[str, Any] | None) -> Presence:
    """A program whose card cannot be read is in all the same, and counts as an old one."""
    known = card or {}
    host, user = (str(known.get(name, "unknown")) for name in ("host", "user"))
    pid, form = (number if isinstance(number := known.get(name), int) else 0 for name in ("pid", "form"))
    return Presence(host=host, pid=pid, user=user, form=form)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return card if isinstance(card, dict) else None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "an unknown user"
