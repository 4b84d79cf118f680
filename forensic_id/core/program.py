"""What all threads of one run of the program share: keys and accounts, in memory only, and what it wrote."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

from forensic_id.core.sealing import KeyVault, LibraryKey

MOST_REMEMBERED = 20_000
"""Audit entries known as this program's own: more than are written between two looks at what others changed."""


class Program:
    """One for each run; threads may share it."""

    def __init__(
        self, open_vault: Callable[[Path], KeyVault], ask_passphrase: Callable[[Path], str] | None = None
    ) -> None:
        """`ask_passphrase` is asked for that of a library folder; without it, locked libraries stay locked."""
        self._open_vault = open_vault
        self._ask = ask_passphrase
        self._lock = threading.RLock()
        self._keys: dict[Path, LibraryKey | None] = {}
        self._accounts: dict[Path, str] = {}
        self._written: deque[str] = deque(maxlen=MOST_REMEMBERED)

    def key(self, folder: Path) -> LibraryKey | None:
        """The key of a library; the passphrase is asked for once. Raises WrongPassphraseError, LibraryError."""
        with self._lock:
            vault = self._open_vault(folder)
            if self._ask is not None and folder not in self._keys and vault.exists():
                self._keys[folder] = vault.unlock(self._ask(folder))
            return self._keys.get(folder)

    def use(self, folder: Path, key: LibraryKey | None) -> None:
        """Open a library with this key from now on; None: as one that is not encrypted."""
        with self._lock:
            self._keys[folder] = key

    def account(self, folder: Path) -> str | None:
        """The account that signed in to a library; None: nobody did."""
        with self._lock:
            return self._accounts.get(folder)

    def enter(self, folder: Path, account: str | None) -> None:
        """Have an account act in a library from now on; None: nobody."""
        with self._lock:
            self._accounts.pop(folder, None)
            if account is not None:
                self._accounts[folder] = account

    def note_written(self, entry_hash: str) -> None:
        """Remember an entry of the audit log as written by this program."""
        with self._lock:
            self._written.append(entry_hash)

    def written(self) -> frozenset[str]:
        """Hashes of the newest entries of the audit log that this program wrote."""
        with self._lock:
            return frozenset(self._written)
