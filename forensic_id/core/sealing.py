"""Encryption at rest as the services and the storage see it: seals for files, keys, and who keeps them.

Without encryption a library has no key, and its files are left as they are (`UNSEALED`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.progress import CancelCheck, ProgressListener

if TYPE_CHECKING:
    from forensic_id.core.ports import Library

KEYS_FILE = "keys.json"
"""In the folder of a library: its keys, wrapped. What makes a library an encrypted one."""
PASSPHRASE_VARIABLE = "FORENSIC_ID_PASSPHRASE"  # noqa: S105 - a variable's name
NEW_PASSPHRASE_VARIABLE = "FORENSIC_ID_NEW_PASSPHRASE"  # noqa: S105 - a variable's name
RECOVERY_VARIABLE = "FORENSIC_ID_RECOVERY_KEY"
"""Secrets for scripts: people are asked on the terminal."""
SHORTEST_PASSPHRASE = 12
"""Characters. NIST SP 800-63B asks for 8 where guesses are counted; a stolen disk counts none."""
_LONGEST_PASSPHRASE = 1024


class FileSeal(Protocol):
    """Keeps whole files secret and unchanged (security.ciphers)."""

    def seal(self, data: bytes, identity: str) -> bytes:
        """What is written to the disk; opens under the same identity only, so files cannot be swapped."""
        ...

    def unseal(self, stored: bytes, identity: str) -> bytes:
        """The data again. Raises TamperedError when they were changed, swapped, or sealed with another key."""
        ...


class Unsealed:
    """The seal of a library without encryption: files as they are."""

    def seal(self, data: bytes, identity: str) -> bytes:  # noqa: ARG002 - as the port has it
        """The data themselves."""
        return data

    def unseal(self, stored: bytes, identity: str) -> bytes:  # noqa: ARG002 - as the port has it
        """The data themselves."""
        return stored


UNSEALED = Unsealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryKey:
    """An unlocked library's secrets, in memory only. `repr` shows none of them."""

    key_id: str
    """Names the key and gives nothing away: HKDF of it, 32 hex digits."""
    database: bytes = field(repr=False)
    """The 32 bytes SQLCipher encrypts with."""
    files: FileSeal = field(repr=False)
    master: bytes = field(repr=False)
    """What the two above are derived from; the vault wraps it anew under another passphrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """A key with the code that unlocks it when the passphrase is lost. The code is stored nowhere."""

    key: LibraryKey
    recovery_code: str = field(repr=False)


class KeyVault(Protocol):
    """The wrapped keys in one file (security.keys)."""

    @property
    def path(self) -> Path:
        """The file."""
        ...

    def exists(self) -> bool:
        """Whether there is one: whether the library is encrypted."""
        ...

    def create(self, passphrase: str, *, path: Path, master: bytes | None = None) -> NewKey:
        """Write a key, a new one or the given one anew, to a file of its own. Raises LibraryError."""
        ...

    def unlock(self, passphrase: str, *, path: Path | None = None) -> LibraryKey:
        """The key by its passphrase; slow on purpose. Raises WrongPassphraseError, LibraryError."""
        ...

    def unlock_by_code(self, recovery_code: str) -> LibraryKey:
        """The key by its recovery code. Raises WrongPassphraseError, naming a mistyped group, LibraryError."""
        ...

    def change_recovery_code(self, key: LibraryKey) -> str:
        """Wrap the key under another recovery code, in one step; the one before does not hold any more."""
        ...

    def change_passphrase(self, key: LibraryKey, passphrase: str) -> None:
        """Wrap the key under another passphrase, in one step. The recovery code stays. Raises LibraryError."""
        ...


class LibraryConversion(Protocol):
    """Writes a whole library anew under another key or none (storage.conversion)."""

    @property
    def keys_in_work(self) -> Path:
        """The key file of a conversion that was begun; it becomes the library's when the conversion is through."""
        ...

    def abandon(self) -> None:
        """Forget a conversion that was begun and has not come through. The library stays as it is."""
        ...

    def convert(
        self,
        *,
        before: LibraryKey | None,
        after: LibraryKey | None,
        action: str,
        actor: str,
        progress: ProgressListener,
        cancelled: CancelCheck,
    ) -> int:
        """Convert and return the number of originals. Killed or cancelled, the library is as before, or as after.

        The audit entry names `action` and `actor`.

        Raises LibraryError (also while another program has the library open), TamperedError for an original that is
        not what its hash says, CancelledError.
        """
        ...


class Encryption(Protocol):
    """What a program knows of the encryption of one library (composition)."""

    @property
    def vault(self) -> KeyVault:
        """The library's key file."""
        ...

    @property
    def conversion(self) -> LibraryConversion:
        """Writes the library anew."""
        ...

    @property
    def engine_missing(self) -> str:
        """Why this installation cannot encrypt, as a sentence; empty when it can."""
        ...

    def library(self) -> Library:
        """The library, opened. Raises LibraryLockedError, LibraryError."""
        ...

    def release(self) -> None:
        """Close the library in this thread, so that it can be converted."""
        ...

    def use(self, key: LibraryKey | None) -> None:
        """Open the library with this key from now on, in every thread; None: as a library without encryption."""
        ...


def is_encrypted(folder: Path) -> bool:
    """Whether there is an encrypted library in the folder."""
    return (folder / KEYS_FILE).exists()


def checked_passphrase(passphrase: str) -> str:
    """The passphrase in the form keys are derived from (NFKC: the same however the keyboard composes letters).

    Raises InvalidInputError for one that is too short or has no variety.
    """
    normal = normal_passphrase(passphrase)
    if len(normal) < SHORTEST_PASSPHRASE:
        raise InvalidInputError(
            f"The passphrase has {len(normal)} characters; it needs at least {SHORTEST_PASSPHRASE}. "
            "Several words that do not belong together are easy to remember and hard to guess."
        )
    if len(normal) > _LONGEST_PASSPHRASE:
        raise InvalidInputError(f"The passphrase has more than {_LONGEST_PASSPHRASE} characters.")
    if len(set(normal)) < SHORTEST_PASSPHRASE // 3:
        raise InvalidInputError("The passphrase repeats the same few characters. Choose several different words.")
    return normal


def normal_passphrase(passphrase: str) -> str:
    """NFKC, without blanks at the ends."""
    return unicodedata.normalize("NFKC", passphrase).strip()
