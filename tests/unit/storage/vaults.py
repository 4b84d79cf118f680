"""Keys for encrypted libraries of tests, with a passphrase that costs nothing to check."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.sealing import LibraryKey
from forensic_id.security.keys import Argon2Cost, KeyFile

PASSPHRASE = "seven green bottles"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)


def vault_of(folder: Path) -> KeyFile:
    """The key file of a library, cheap."""
    return KeyFile(folder / "keys.json", cost=CHEAP)


def new_key(folder: Path) -> LibraryKey:
    """A key for a library that is not there yet: it will be an encrypted one from its first byte."""
    folder.mkdir(parents=True, exist_ok=True)
    return vault_of(folder).create(PASSPHRASE, path=folder / "keys.json").key
