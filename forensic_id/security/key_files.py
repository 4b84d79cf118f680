"""Private keys in PKCS #12 files (RFC 7292) that only their owner may read."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import (
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.signing import PassphraseSource
from forensic_id.files.replacing import keep_file

MOST_BYTES = 1024 * 1024
"""Larger files hold no key: a hostile one might hold anything."""
_ROUNDS = 600_000
"""Of PBKDF2-HMAC-SHA-256, as OWASP's password storage guidance asks for."""


def encryption(passphrase: str) -> KeySerializationEncryption:
    """How a key is written: AES-256 under the passphrase, or plain when that is empty."""
    if not passphrase:
        return NoEncryption()
    return (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode("utf-8"))
    )


def keep_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all; a file that is there already stays.

    Raises LibraryError when the folder cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_file(path, data)
    except OSError as error:
        raise LibraryError(f"{path} cannot be written: {error.strerror}. Check the folder's permissions.") from error


def read_private(
    path: Path, passphrase: PassphraseSource, *, data: bytes | None = None
) -> pkcs12.PKCS12KeyAndCertificates:
    """Key and certificates of a file; `passphrase` is asked only when the file does not open without.

    `data` are its bytes, when they were read already.

    Raises InvalidInputError when others may read the file, when it holds none, or for a wrong passphrase.
    """
    data = private_bytes(path) if data is None else data
    try:
        return pkcs12.load_pkcs12(data, None)
    except (ValueError, UnsupportedAlgorithm):
        given = passphrase()
    try:
        return pkcs12.load_pkcs12(data, given.encode("utf-8"))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise InvalidInputError(
            f"{path} does not open: the passphrase is wrong, or the file is no PKCS #12 file with a key."
        ) from error


def private_bytes(path: Path) -> bytes:
    """The bytes of a file that nobody else may read. Raises InvalidInputError."""
    try:
        mode, size = path.stat().st_mode, path.stat().st_size
        if sys.platform != "win32" and stat.S_IMODE(mode) & 0o077:
            raise InvalidInputError(
                f"Others than you may read the private key {path}. Take their rights away (chmod 600), and use "
                "another key if somebody may have copied it."
            )
        if size > MOST_BYTES:
            raise InvalidInputError(f"{path} has {size} bytes: that is no file with a key.")
        return path.read_bytes()
    except OSError as error:
        raise InvalidInputError(f"The key {path} cannot be read: {error.strerror}.") from error
