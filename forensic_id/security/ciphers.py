"""Sealed files (AES-256-GCM, NIST SP 800-38D) and keys derived from keys (HKDF-SHA-256, RFC 5869).

A sealed file is `FIDSEAL` and a format byte, a random nonce of 12 bytes, and the ciphertext with its tag of 16 bytes.
Associated data are the first eight bytes and the file's identity: a file that is copied over another one, or whose
format byte is changed, does not open. Random nonces are safe for 2^32 files under one key. Files are sealed whole:
originals are images of bounded size, which are held in memory anyway to be hashed and decoded.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from forensic_id.core.errors import TamperedError

KEY_BYTES = 32
_PREFIX = b"FIDSEAL\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16


def derived_key(key: bytes, purpose: str, *, size: int = KEY_BYTES) -> bytes:
    """A key for one purpose only: it tells nothing of the key or of those for other purposes."""
    return HKDF(algorithm=SHA256(), length=size, salt=None, info=f"forensic_id 1 {purpose}".encode()).derive(key)


class AesGcmSeal:
    """The port FileSeal under one key of 32 bytes. Threads may share it."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, data: bytes, identity: str) -> bytes:
        """Encrypt under a fresh nonce."""
        nonce = os.urandom(_NONCE_BYTES)
        return _PREFIX + nonce + self._cipher.encrypt(nonce, data, _associated(identity))

    def unseal(self, stored: bytes, identity: str) -> bytes:
        """Decrypt and check. Raises TamperedError."""
        start = len(_PREFIX) + _NONCE_BYTES
        if not stored.startswith(_PREFIX) or len(stored) < start + _TAG_BYTES:
            raise TamperedError(f"{identity} is not encrypted as it should be: it was replaced or cut.")
        try:
            return self._cipher.decrypt(stored[len(_PREFIX) : start], stored[start:], _associated(identity))
        except InvalidTag as error:
            raise TamperedError(
                f"{identity} was altered, exchanged with another file, or encrypted with another key."
            ) from error


def _associated(identity: str) -> bytes:
    return _PREFIX + identity.encode("utf-8")
