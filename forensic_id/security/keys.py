"""The key file of a library: one random key, wrapped by the passphrase and by the recovery code.

    passphrase    -- Argon2id (RFC 9106) --> wrapping key -- AES-256-GCM --> library key
    recovery code -- HKDF ----------------> wrapping key -- AES-256-GCM --> library key
    library key   -- HKDF ----------------> keys of the database and of the files

Changing the passphrase wraps the same key anew and touches nothing else. Associated data of a wrapping are the
parameters beside it, so none of them can be altered.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from forensic_id.core.errors import LibraryError, WrongPassphraseError
from forensic_id.core.sealing import LibraryKey, NewKey, checked_passphrase, normal_passphrase
from forensic_id.files.replacing import replace_file
from forensic_id.security.ciphers import KEY_BYTES, AesGcmSeal, derived_key
from forensic_id.security.recovery_code import CODE_BYTES, read_code, written_code

_FORMAT = "forensic_id library keys 1"
_SALT_BYTES, _NONCE_BYTES = 16, 12
_ARGON2_VERSION = 19
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 4 << 20, 64, 64
"""What a key file may ask for; more would be a trap and not a parameter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2Cost:
    """Parameters of Argon2id; by default the second recommended option of RFC 9106, section 4."""

    memory_kib: int = 1 << 16
    passes: int = 3
    lanes: int = 4


class KeyFile:
    """The port KeyVault over one file."""

    def __init__(self, path: Path, *, cost: Argon2Cost | None = None) -> None:
        """`cost` is for passphrases set from now on; those in the file keep theirs."""
        self._path = path
        self._cost = cost or Argon2Cost()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def exists(self) -> bool:
        """Whether there is one."""
        return self._path.exists()

    def create(self, passphrase: str, *, path: Path, master: bytes | None = None) -> NewKey:
        """Write a key, a new one or the given one anew, with a new recovery code. Raises LibraryError."""
        key = library_key(master or os.urandom(KEY_BYTES))
        code, recovery = _wrapped_by_new_code(key)
        content = {
            "format": _FORMAT,
            "key_id": key.key_id,
            "passphrase": self._wrapped_by_passphrase(key.master, passphrase),
            "recovery": recovery,
        }
        _write(path, content)
        return NewKey(key=key, recovery_code=code)

    def unlock(self, passphrase: str, *, path: Path | None = None) -> LibraryKey:
        """The key by its passphrase. Raises WrongPassphraseError, LibraryError."""
        place = path or self._path
        slot = self._slot("passphrase", place)
        try:
            wrapping = _argon2(normal_passphrase(passphrase), _salt(slot), _cost(slot))
            return library_key(_unwrapped(slot, wrapping))
        except InvalidTag as error:
            raise WrongPassphraseError(
                "The passphrase does not unlock the library. Mind capitals and the keyboard's language; with the "
                "recovery key a new passphrase can be set."
            ) from error
        except (KeyError, ValueError, TypeError, binascii.Error) as error:
            raise _damaged(place) from error

    def unlock_by_code(self, recovery_code: str) -> LibraryKey:
        """The key by its recovery code. Raises WrongPassphraseError, LibraryError."""
        code = read_code(recovery_code)
        slot = self._slot("recovery", self._path)
        try:
            return library_key(_unwrapped(slot, derived_key(code, "recovery code")))
        except InvalidTag as error:
            raise WrongPassphraseError(
                "This recovery key is well typed, but it is not the one of this library. One that was printed for an "
                "earlier encryption does not hold any more."
            ) from error
        except (KeyError, ValueError, TypeError, binascii.Error) as error:
            raise _damaged(self._path) from error

    def change_recovery_code(self, key: LibraryKey) -> str:
        """Wrap the key under another recovery code, in one step. Raises LibraryError."""
        code, recovery = _wrapped_by_new_code(key)
        _write(self._path, _read(self._path) | {"recovery": recovery})
        return code

    def change_passphrase(self, key: LibraryKey, passphrase: str) -> None:
        """Wrap the key under another passphrase, in one step. Raises InvalidInputError, LibraryError."""
        content = _read(self._path)
        _write(self._path, content | {"passphrase": self._wrapped_by_passphrase(key.master, passphrase)})

    def _wrapped_by_passphrase(self, master: bytes, passphrase: str) -> dict[str, Any]:
        salt = os.urandom(_SALT_BYTES)
        wrapping = _argon2(checked_passphrase(passphrase), salt, self._cost)
        public = {
            "slot": "passphrase",
            "kdf": "argon2id",
            "version": _ARGON2_VERSION,
            "salt": _text(salt),
            **asdict(self._cost),
        }
        return _wrapped(master, wrapping, public)

    def _slot(self, name: str, path: Path) -> Mapping[str, Any]:
        slot = _read(path).get(name)
        if not isinstance(slot, dict):
            raise _damaged(path)
        return slot


def library_key(master: bytes) -> LibraryKey:
    """The keys that are derived from the library key."""
    return LibraryKey(
        key_id=derived_key(master, "key id", size=16).hex(),
        database=derived_key(master, "database"),
        files=AesGcmSeal(derived_key(master, "files")),
        master=master,
    )


def _wrapped_by_new_code(key: LibraryKey) -> tuple[str, dict[str, Any]]:
    secret = os.urandom(CODE_BYTES)
    wrapping = derived_key(secret, "recovery code")
    return written_code(secret), _wrapped(key.master, wrapping, {"slot": "recovery"})


def _argon2(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    try:
        return hash_secret_raw(
            passphrase.encode("utf-8"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
            version=_ARGON2_VERSION,
        )
    except HashingError as error:
        raise LibraryError(
            f"The key cannot be computed: {error}. It needs {cost.memory_kib >> 10} MB of free memory."
        ) from error


def _wrapped(master: bytes, wrapping: bytes, public: Mapping[str, Any]) -> dict[str, Any]:
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(wrapping).encrypt(nonce, master, _associated(public))
    return {**public, "nonce": _text(nonce), "key": _text(sealed)}


def _unwrapped(slot: Mapping[str, Any], wrapping: bytes) -> bytes:
    public = {name: value for name, value in slot.items() if name not in ("nonce", "key")}
    nonce, sealed = (base64.b64decode(slot[name], validate=True) for name in ("nonce", "key"))
    return AESGCM(wrapping).decrypt(nonce, sealed, _associated(public))


def _associated(public: Mapping[str, Any]) -> bytes:
    return json.dumps([_FORMAT, public], sort_keys=True, separators=(",", ":")).encode("ascii")


def _salt(slot: Mapping[str, Any]) -> bytes:
    return base64.b64decode(slot["salt"], validate=True)


def _cost(slot: Mapping[str, Any]) -> Argon2Cost:
    cost = Argon2Cost(memory_kib=int(slot["memory_kib"]), passes=int(slot["passes"]), lanes=int(slot["lanes"]))
    if cost.memory_kib > _MOST_MEMORY_KIB or cost.passes > _MOST_PASSES or cost.lanes > _MOST_LANES:
        raise ValueError(cost)
    return cost


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LibraryError(
            f"The key file {path} cannot be read: {error.strerror}. Without it nothing of the library can be read: "
            "restore it from a backup."
        ) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise _damaged(path)
    return content


def _damaged(path: Path) -> LibraryError:
    return LibraryError(
        f"The key file {path} is damaged or of a newer version of this program. Restore it from a backup, or update."
    )


def _write(path: Path, content: Mapping[str, Any]) -> None:
    """Replace the file in one step, and have it on the disk before anything is encrypted under it."""
    try:
        replace_file(path, json.dumps(content, indent=1).encode("utf-8"))
    except OSError as error:
        raise LibraryError(f"The key file {path} cannot be written: {error.strerror}.") from error
