"""A signer of PDF files for tests."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from forensic_id.core.pdf_signing import PdfSignature, SigningIdentity


class FakePdfSigner:
    """Appends a line; says of files what the test put in."""

    def __init__(self, *found: PdfSignature) -> None:
        self.found = found

    def fingerprint(self, identity: SigningIdentity) -> str:
        """The same for everybody."""
        return "f" * 64

    def sign(self, pdf: bytes, identity: SigningIdentity, *, name: str, now: datetime) -> bytes:
        """A line with the name."""
        return pdf + f"\nsigned {name} {now:%Y}".encode()

    def signatures(self, path: Path) -> tuple[PdfSignature, ...]:
        """Given by the test."""
        return self.found
