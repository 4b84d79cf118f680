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
class PdfSignature:
    """One signature in a PDF.

    `intact`: the signed bytes are what was signed; `whole`: nothing was added to the file afterwards. `fingerprint`
    is the SHA-256 of the signer's certificate; who stands behind it is for the reader to find out. `issuer` is who
    made the certificate out; empty: the signer, so that nobody vouches for the name.
    """

    signer: str
    issuer: str
    fingerprint: str
    signed_at: str
    intact: bool
    whole: bool


class PdfSigner(Protocol):
    """Signs PDF files and reads their signatures (reporting.signing). No network is ever used."""

    def fingerprint(self, identity: SigningIdentity) -> str:
        """The SHA-256 of the certificate, in hex. Raises InvalidInputError for an identity that is none."""
        ...

    def sign(self, pdf: bytes, identity: SigningIdentity, *, name: str, now: datetime) -> bytes:
        """The PDF with a visible signature on its last page. Raises like `fingerprint`."""
        ...

    def signatures(self, path: Path) -> tuple[PdfSignature, ...]:
        """All signatures in a file. Raises InvalidInputError when it cannot be read as a PDF."""
        ...
