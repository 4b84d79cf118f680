"""A signer of PDF files for tests."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from forensic_id.core.pdf_signing import KeyFacts, PdfSignature, SigningIdentity


class FakePdfSigner:
    """Appends a line; says of files what the test put in."""

    def __init__(self, *found: PdfSignature) -> None:
        self.found = found

    def key(self, identity: SigningIdentity) -> KeyFacts:
        """The same for everybody."""
        return KeyFacts(holder="the office", fingerprint="f" * 64)

    def sign(self, pdf: bytes, identity: SigningIdentity, *, producer: str, now: datetime) -> bytes:
        """A line with the producer."""
        return pdf + f"\nsigned {producer} {now:%Y}".encode()

    def signatures(self, path: Path) -> tuple[PdfSignature, ...]:
        """Given by the test."""
        return self.found
