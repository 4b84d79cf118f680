"""Signatures in PDF files (PAdES baseline B-B, ETSI EN 319 142-1) with pyHanko, and what those in a file say.

Nothing here touches the network: no time stamp is fetched, no revocation list, and no certificate is trusted for its
issuer's sake. The time of a signature is that of the computer that made it.
"""

from __future__ import annotations

import hashlib
import io
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.moments import shown_time
from forensic_id.core.pdf_signing import KeyFacts, PdfSignature, SigningIdentity
from forensic_id.core.signing import shown_fingerprint
from forensic_id.reporting.theme import MARGIN

MOST_BYTES = 512 * 1024 * 1024
_FONT = "NotoSans-Regular.ttf"
_FIELD = "Signature"
_SIZE = 6
_WIDTH, _HEIGHT, _FROM_TOP = 300, 28, 4
"""Points. The field stands above the banner of the last page, where nothing else is printed."""
_MOST_NAME = 44
"""Characters of a name that the stamp's line holds."""
_LAST_PLAIN = 0x24F
"""The end of the Latin letters with marks; the stamp's one font has no other scripts but Greek and Cyrillic."""
_GREEK_AND_CYRILLIC = range(0x370, 0x530)

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what is wrong with a file is told, not logged


class PadesSigner:
    """The port PdfSigner with the fonts of a folder."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    def key(self, identity: SigningIdentity) -> KeyFacts:
        """The key with its certificate. Raises InvalidInputError for an identity that is none."""
        certificate: Any = _signer(identity).signing_cert
        digest = hashlib.sha256(certificate.dump()).hexdigest()
        return KeyFacts(holder=_named(certificate.subject), fingerprint=digest)

    def sign(self, pdf: bytes, identity: SigningIdentity, *, producer: str, now: datetime) -> bytes:
        """The PDF with a signature seen on its last page, which names producer and key. Raises like `key`."""
        key = self.key(identity)
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        metadata = signers.PdfSignatureMetadata(
            field_name=_FIELD, name=producer, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
        )
        signed = signers.PdfSigner(
            metadata,
            signer=_signer(identity),
            stamp_style=self._stamp(),
            new_field_spec=SigFieldSpec(_FIELD, on_page=-1, box=_box(writer)),
        ).sign_pdf(
            writer,
            appearance_text_params={
                "producer": _fitting(producer),
                "holder": _fitting(key.holder),
                "at": shown_time(now.isoformat()),
                "fingerprint": shown_fingerprint(key.fingerprint),
            },
        )
        return bytes(signed.getvalue())

    def signatures(self, path: Path) -> tuple[PdfSignature, ...]:
        """All signatures in a file. Raises InvalidInputError when it cannot be read as a PDF."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise InvalidInputError(f"{path} is larger than any report. Name a report.")
            data = path.read_bytes()
        except OSError as error:
            raise InvalidInputError(f"{path} cannot be read: {error.strerror}. Name a report.") from error
        try:
            return tuple(_read(each) for each in PdfFileReader(io.BytesIO(data)).embedded_signatures)
        except InvalidInputError:
            raise
        except Exception as error:  # a damaged file makes the reader raise nearly anything
            raise InvalidInputError(f"{path} is no PDF that can be read ({type(error).__name__}).") from error

    def _stamp(self) -> TextStampStyle:
        font = _Font((self._fonts / _FONT).read_bytes())
        return TextStampStyle(
            border_width=1,
            background_opacity=0,
            text_box_style=TextBoxStyle(font=font, font_size=_SIZE, leading=8),
            stamp_text=(
                "Produced by %(producer)s, %(at)s\nSigned with the key of %(holder)s, certificate SHA-256\n"
                "%(fingerprint)s"
            ),
        )


class _Font(FontEngineFactory):
    """The font out of memory; pyHanko's own factory leaves the file open."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def create_font_engine(self, writer: BasePdfFileWriter, obj_stream: Any = None) -> GlyphAccumulator:
        """The engine for one document."""
        return GlyphAccumulator(writer, io.BytesIO(self._data), font_size=_SIZE, obj_stream=obj_stream)


def _signer(identity: SigningIdentity) -> signers.SimpleSigner:
    passphrase = identity.passphrase.encode("utf-8") or None
    closed = InvalidInputError("The PKCS #12 file does not open: the passphrase is wrong, or it holds no key.")
    load = signers.SimpleSigner.load_pkcs12_data
    try:
        signer: signers.SimpleSigner | None = load(identity.pkcs12, other_certs=[], passphrase=passphrase)
    except (ValueError, TypeError, AttributeError) as error:  # no PKCS #12; without key or certificate
        raise closed from error
    if signer is None or signer.signing_cert is None:
        raise closed
    if not _is_comparable(signer.signing_cert):
        raise InvalidInputError(
            "The certificate names somebody in a way that readers of PDF files cannot compare, such as by"
            " right-to-left and left-to-right letters in one name. Have one made out with a name in one writing."
        )
    return signer


def _is_comparable(certificate: Any) -> bool:
    """Whether the names in it can be compared (RFC 4518), as every check of a signature does."""
    try:
        _ = certificate.subject.hashable, certificate.issuer.hashable
    except ValueError:
        return False
    return True


def _named(name: Any) -> str:
    return str(name.native.get("common_name", name.human_friendly))


def _box(writer: IncrementalPdfFileWriter) -> tuple[int, int, int, int]:
    page, _ = writer.find_page_for_modification(-1)  # type: ignore[no-untyped-call]
    _, _, width, height = (float(each) for each in page.get_object()["/MediaBox"])
    right, top = int(width - MARGIN), int(height - _FROM_TOP)
    return right - _WIDTH, top - _HEIGHT, right, top


def _fitting(name: str) -> str:
    """As much of the name as fits the stamp, other letters than its font has as question marks.

    The signature holds the producer in full, and the certificate its holder.
    """
    printable = "".join(each if each.isprintable() and _has_glyph(each) else "?" for each in name)
    return printable if len(printable) <= _MOST_NAME else f"{printable[: _MOST_NAME - 1]}…"


def _has_glyph(character: str) -> bool:
    return ord(character) <= _LAST_PLAIN or ord(character) in _GREEK_AND_CYRILLIC


def _read(embedded: EmbeddedPdfSignature) -> PdfSignature:
    if not all(_is_comparable(each.chosen) for each in embedded.signed_data["certificates"]):
        raise InvalidInputError(
            "The certificate in the report names its signer in a way that cannot be compared, so that its signature"
            " cannot be checked. Have the report signed with another certificate."
        )
    try:
        return _checked(embedded)
    except SignatureValidationError:  # altered so much, or made so oddly, that nothing can be computed
        return PdfSignature(
            holder="somebody unknown", issuer="", fingerprint="", signed_at="", intact=False, whole=False
        )


def _checked(embedded: EmbeddedPdfSignature) -> PdfSignature:
    certificate = embedded.signer_cert
    status = validate_pdf_signature(embedded, ValidationContext(allow_fetching=False, trust_roots=[certificate]))
    at = status.signer_reported_dt
    return PdfSignature(
        holder=_named(certificate.subject),
        producer=str(embedded.sig_object.get("/Name", "")),
        issuer="" if certificate.issuer.hashable == certificate.subject.hashable else _named(certificate.issuer),
        fingerprint=hashlib.sha256(certificate.dump()).hexdigest(),
        signed_at=at.isoformat() if at else "",
        intact=bool(status.intact and status.valid),
        whole=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
    )
