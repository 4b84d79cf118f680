"""A signing key for tests that lies in no file."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.signing import PassphraseSource
from tests.fakes.fake_signer import FakeSigner


class FakeSigningKey:
    """Keys are numbered; 0: none was made yet."""

    def __init__(self) -> None:
        self.number = 0

    @property
    def public_file(self) -> Path:
        """A name."""
        return Path("signing-key.pem")

    @property
    def fingerprint(self) -> str:
        """Of the key in use."""
        return FakeSigner(f"key {self.number}").fingerprint if self.number else ""

    def public_pem(self) -> bytes:
        """Some bytes."""
        if not self.number:
            raise InvalidInputError("There is no key.")
        return f"PUBLIC KEY {self.number}".encode()

    def signer(self, passphrase: PassphraseSource) -> FakeSigner:
        """Of the key in use."""
        return FakeSigner(f"key {self.number}")

    def replace(self, passphrase: str) -> FakeSigner:
        """The next number."""
        self.number += 1
        return FakeSigner(f"key {self.number}")
