"""Encryption for tests of services: keys without cryptography, a conversion that only notes what was asked."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import WrongPassphraseError
from forensic_id.core.progress import CancelCheck, ProgressListener
from forensic_id.core.sealing import UNSEALED, LibraryKey, NewKey
from tests.fakes.in_memory_library import InMemoryLibrary


def fake_key(name: str) -> LibraryKey:
    """A key whose bytes are its name."""
    return LibraryKey(key_id=name, database=name.encode(), files=UNSEALED, master=name.encode())


def _name(key: LibraryKey | None) -> str | None:
    return None if key is None else key.key_id


class InMemoryVault:
    """The port KeyVault: for each path, passphrase, recovery code and key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.slots: dict[Path, tuple[str, str, str]] = {}
        self.made = 0

    @property
    def path(self) -> Path:
        """The file that would be."""
        return self._path

    def exists(self) -> bool:
        """Whether the library is encrypted."""
        return self._path in self.slots

    def create(self, passphrase: str, *, path: Path, master: bytes | None = None) -> NewKey:
        """A new key, or the given one under new secrets."""
        self.made += 1
        name = master.decode() if master else f"key {self.made}"
        self.slots[path] = (passphrase, f"code {self.made}", name)
        path.touch()
        return NewKey(key=fake_key(name), recovery_code=f"code {self.made}")

    def unlock(self, passphrase: str, *, path: Path | None = None) -> LibraryKey:
        """By the passphrase."""
        known, _code, name = self.slots[path or self._path]
        if passphrase != known:
            raise WrongPassphraseError("no")
        return fake_key(name)

    def unlock_by_code(self, recovery_code: str) -> LibraryKey:
        """By the recovery code."""
        _passphrase, code, name = self.slots[self._path]
        if recovery_code != code:
            raise WrongPassphraseError("no")
        return fake_key(name)

    def change_recovery_code(self, key: LibraryKey) -> str:
        """Another recovery code."""
        passphrase, code, _name = self.slots[self._path]
        self.slots[self._path] = (passphrase, f"newer {code}", key.key_id)
        return f"newer {code}"

    def change_passphrase(self, key: LibraryKey, passphrase: str) -> None:
        """Another passphrase."""
        _passphrase, code, _name = self.slots[self._path]
        self.slots[self._path] = (passphrase, code, key.key_id)


class NotedConversion:
    """The port LibraryConversion: moves the prepared key into place and notes the rest."""

    def __init__(self, folder: Path, vault: InMemoryVault) -> None:
        self._folder, self._vault = folder, vault
        self.done: list[tuple[str, str | None, str | None]] = []
        self.abandoned = 0
        self.actor = ""

    @property
    def keys_in_work(self) -> Path:
        """A file beside."""
        return self._folder / "keys in work"

    def abandon(self) -> None:
        """Forget the prepared key."""
        self.abandoned += 1
        self.keys_in_work.unlink(missing_ok=True)

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
        """Note it; three originals."""
        self.done.append((action, _name(before), _name(after)))
        self.actor = actor
        if after is None:
            del self._vault.slots[self._vault.path]
        else:
            self._vault.slots[self._vault.path] = self._vault.slots.pop(self.keys_in_work)
            self.keys_in_work.unlink()
        return 3


class InMemoryEncryption:
    """The port Encryption; `used` are the keys the program was told to open the library with."""

    def __init__(self, folder: Path, library: InMemoryLibrary | None = None) -> None:
        self._library = library or InMemoryLibrary()
        self._vault = InMemoryVault(folder / "keys.json")
        self._conversion = NotedConversion(folder, self._vault)
        self.engine_missing = ""
        self.used: list[str | None] = []
        self.released = 0

    @property
    def vault(self) -> InMemoryVault:
        """The keys."""
        return self._vault

    @property
    def conversion(self) -> NotedConversion:
        """The conversion."""
        return self._conversion

    def library(self) -> InMemoryLibrary:
        """The library."""
        return self._library

    def release(self) -> None:
        """Note it."""
        self.released += 1

    def use(self, key: LibraryKey | None) -> None:
        """Note it."""
        self.used.append(_name(key))
