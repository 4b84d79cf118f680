"""The certificate of this computer for signatures in PDF files: self-made, ECDSA over P-256 (FIPS 186-5).

FOLDER/report-certificate.p12    key and certificate (PKCS #12), readable by its owner alone

Readers of PDF files know P-256 everywhere, but Ed25519 hardly anywhere yet; so reports have a key of their own.
"""

from __future__ import annotations

import stringprep
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.pdf_signing import SigningIdentity
from forensic_id.core.signing import PassphraseSource
from forensic_id.security.key_files import MOST_BYTES, encryption, keep_private, private_bytes, read_private

FILE = "report-certificate.p12"
_VALID = timedelta(days=10 * 365)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MOST_NAME = 64
"""Characters of a common name (RFC 5280, appendix A)."""


def local_identity(folder: Path, *, name: str, now: datetime, passphrase: PassphraseSource) -> SigningIdentity:
    """The identity of this computer, made when there is none yet and then made out to `name`, the computer's.

    Raises InvalidInputError for a wrong passphrase, a file that holds none or that others may read, LibraryError.
    """
    path = folder / FILE
    if not path.exists():
        keep_private(path, _made(name, now))
    return _checked(path, private_bytes(path), passphrase)


def given_identity(path: Path, *, passphrase: PassphraseSource) -> SigningIdentity:
    """The identity in a PKCS #12 file that the user names. Raises InvalidInputError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror}. Name a PKCS #12 file.") from error
    return _checked(path, data, passphrase)


def own_certificate(folder: Path) -> str:
    """The SHA-256 of this computer's certificate in hex; empty when there is none, or none that opens by itself."""
    path = folder / FILE
    try:
        found = pkcs12.load_pkcs12(private_bytes(path), None).cert if path.exists() else None
    except (InvalidInputError, ValueError, UnsupportedAlgorithm):
        return ""
    return found.certificate.fingerprint(hashes.SHA256()).hex() if found else ""


def _checked(path: Path, data: bytes, passphrase: PassphraseSource) -> SigningIdentity:
    asked: list[str] = []

    def ask() -> str:
        asked.append(passphrase())
        return asked[0]

    found = read_private(path, ask, data=data)
    if found.key is None or found.cert is None:
        raise InvalidInputError(f"{path} holds no private key with its certificate. Name another PKCS #12 file.")
    return SigningIdentity(pkcs12=data, passphrase=asked[0] if asked else "")


def _common_name(name: str) -> str:
    """The name where a certificate may hold it, else as much of it as may; the signature itself tells it in full."""
    printable = "".join(each for each in name if each.isprintable())
    one_way = "".join(each for each in printable if not stringprep.in_table_d1(each))
    plain = "".join(each for each in printable if each.isascii())
    shortened = (each.strip()[:_MOST_NAME].strip() for each in (printable, one_way, plain))
    return next((each for each in shortened if each and _is_comparable(each)), "forensic_id")


def _is_comparable(name: str) -> bool:
    """Whether readers can compare the name (RFC 4518): no unassigned or private characters, one direction of writing.

    A name that holds right-to-left letters must begin and end with one and hold no left-to-right letter.
    """
    refused = (stringprep.in_table_a1, stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c8)
    compared = unicodedata.normalize("NFKC", "".join(map(stringprep.map_table_b2, name)))
    if _REPLACEMENT in compared or any(is_refused(each) for each in compared for is_refused in refused):
        return False
    right = [stringprep.in_table_d1(each) for each in compared]
    return not any(right) or (right[0] and right[-1] and not any(map(stringprep.in_table_d2, compared)))


def _made(name: str, now: datetime) -> bytes:
    key = generate_private_key(SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _common_name(name))])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + _VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"forensic_id", key, certificate, None, encryption(""))
