"""A signer for tests: the signature is a hash over key and data, which the check repeats."""

from __future__ import annotations

import hashlib

from forensic_id.core.signing import Signature, fingerprint_of


class FakeSigner:
    """Signs with a name instead of a key."""

    def __init__(self, name: str = "tester") -> None:
        self._public = hashlib.sha256(name.encode()).hexdigest()

    @property
    def fingerprint(self) -> str:
        """The name of the key."""
        return fingerprint_of(bytes.fromhex(self._public))

    def sign(self, data: bytes) -> Signature:
        """A hash over key and data."""
        return Signature(public_key=self._public, signature=_hash(self._public, data))


def fake_check(data: bytes, signature: Signature) -> bool:
    """Whether the hash is that of key and data."""
    return signature.signature == _hash(signature.public_key, data)


def _hash(public_key: str, data: bytes) -> str:
    return hashlib.sha512(public_key.encode() + data).hexdigest()
