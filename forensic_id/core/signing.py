"""Signatures over files that leave the program, as services see them; `security.signatures` makes and checks them.

A signature is Ed25519 (RFC 8032). A key is named by its fingerprint: the SHA-256 of its 32 public bytes, in hex.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from forensic_id.core.errors import InvalidInputError

ALGORITHM = "ed25519"
_PUBLIC_KEY, _SIGNATURE = re.compile("[0-9a-f]{64}"), re.compile("[0-9a-f]{128}")
_GROUP = 4
PassphraseSource = Callable[[], str]
"""Asks for a passphrase, when one is needed."""


class PassphraseNeededError(InvalidInputError):
    """A key is under a passphrase, and there was nobody to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature and the public key that it is to be checked with, both in lower case hex."""

    public_key: str
    signature: str

    @property
    def fingerprint(self) -> str:
        """The name of the key."""
        return fingerprint_of(bytes.fromhex(self.public_key))


class Signer(Protocol):
    """Signs with the key of this computer (security.signatures)."""

    @property
    def fingerprint(self) -> str:
        """The name of the key."""
        ...

    def sign(self, data: bytes) -> Signature:
        """The signature over these bytes."""
        ...


class SigningKey(Protocol):
    """The signing key of this computer in its files (security.signatures)."""

    @property
    def public_file(self) -> Path:
        """Where the public key lies."""
        ...

    @property
    def fingerprint(self) -> str:
        """The name of the key, without opening it; empty when none was made yet. Raises InvalidInputError."""
        ...

    def public_pem(self) -> bytes:
        """The public key as it is handed out. Raises InvalidInputError when there is none that can be read."""
        ...

    def signer(self, passphrase: PassphraseSource) -> Signer:
        """The signer, of a key made now when there is none; `passphrase` is asked only when the key has one.

        Raises InvalidInputError for a wrong passphrase or a damaged file, LibraryError.
        """
        ...

    def replace(self, passphrase: str) -> Signer:
        """Make a new key, under a passphrase unless that is empty; the files of the old one stay under its name.

        Raises LibraryError when the folder cannot be written; the old key is in use then, or can be put back.
        """
        ...


class SignatureCheck(Protocol):
    """Tells whether a signature is right (security.signatures)."""

    def __call__(self, data: bytes, signature: Signature) -> bool:
        """Whether the key in the signature signed these very bytes; says nothing of whose key it is."""
        ...


def fingerprint_of(public_key: bytes) -> str:
    """The name of a key by its 32 public bytes."""
    return hashlib.sha256(public_key).hexdigest()


def shown_fingerprint(fingerprint: str) -> str:
    """In groups of four, to be read out and compared."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))


def read_fingerprint(text: str) -> str:
    """A fingerprint as people write it, with spaces, colons or capitals. Raises InvalidInputError."""
    plain = re.sub(r"[\s:-]", "", text.strip().removeprefix("SHA256:")).lower()
    if not _PUBLIC_KEY.fullmatch(plain):
        raise InvalidInputError(f"{text!r} is no fingerprint: 64 hexadecimal digits are. `key show` prints them.")
    return plain


def signature_fields(signature: Signature) -> dict[str, str]:
    """Plain data for JSON."""
    return {"algorithm": ALGORITHM, "public_key": signature.public_key, "signature": signature.signature}


def signature_from(fields: Mapping[str, Any]) -> Signature:
    """Read back what `signature_fields` made. Raises InvalidInputError for anything else."""
    public_key, signature = fields.get("public_key"), fields.get("signature")
    if (
        fields.get("algorithm") != ALGORITHM
        or not isinstance(public_key, str)
        or not isinstance(signature, str)
        or not _PUBLIC_KEY.fullmatch(public_key)
        or not _SIGNATURE.fullmatch(signature)
    ):
        raise InvalidInputError("The signature is none of the kind that this program makes (Ed25519).")
    return Signature(public_key=public_key, signature=signature)
