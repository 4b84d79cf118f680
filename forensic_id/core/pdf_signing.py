"""Signatures inside PDF files as services see them: `reporting.signing` makes and checks them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningIdentity:
    """A private key with its certificate, as PKCS #12 (RFC 7292), and the passphrase that opens it ("": none)."""

    pkcs12: bytes = field(repr=False)
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """With which key something is signed: its fingerprint, a SHA-256 in hex, and the name in its certificate.

    The holder is a computer or an office, and need not be the person who signs with its key. Empty: a key without a
    certificate, named by its fingerprint alone.
    """

    fingerprint: str
    holder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSignature:
    """One signature in a PDF.

    `holder` is the name in the certificate; `producer` is who had the program sign, by the signed file's own words
    (ISO 32000-2, 12.8.1, entry Name; empty: not told). `intact`: the signed bytes are what was signed; `whole`:
    nothing was added to the file afterwards. `fingerprint` is the SHA-256 of the certificate; who stands behind it is
    for the reader to find out. `issuer` is who made the certificate out; empty: the holder, so that nobody vouches
    for the name.
    """

    holder: str
    producer: str = ""
    issuer: str
    fingerprint: str
    signed_at: str
    intact: bool
    whole: bool


class PdfSigner(Protocol):
    """Signs PDF files and reads their signatures (reporting.signing). No network is ever used."""

    def key(self, identity: SigningIdentity) -> KeyFacts:
        """The key with its certificate. Raises InvalidInputError for an identity that is none."""
        ...

    def sign(self, pdf: bytes, identity: SigningIdentity, *, producer: str, now: datetime) -> bytes:
        """The PDF with a signature seen on its last page, which names producer and key. Raises like `key`."""
        ...

    def signatures(self, path: Path) -> tuple[PdfSignature, ...]:
        """All signatures in a file. Raises InvalidInputError when it cannot be read as a PDF."""
        ...
