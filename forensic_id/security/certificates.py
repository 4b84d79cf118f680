"""The certificate of this computer for signatures in PDF files: self-made, ECDSA over P-256 (FIPS 186-5).

FOLDER/report-certificate.p12    key and certificate (PKCS #12), readable by its owner alone

Readers of PDF files know P-256 everywhere, but Ed25519 hardly anywhere yet; so reports have a key of their own.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.pdf_signing import SigningIdentity
from forensic_id.security.key_files import (
    MOST_BYTES,
    PassphraseSource,
    encryption,
    keep_private,
    private_bytes,
    read_private,
)

FILE = "report-certificate.p12"
_VALID = timedelta(days=10 * 365)
_MOST_NAME = 64
"""Characters of a common name (RFC 5280, appendix A)."""


def local_identity(folder: Path, *, name: str, now: datetime, passphrase: PassphraseSource) -> SigningIdentity:
    """The identity of this computer, made when there is none yet, for `name`.

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
    """The name, where names in certificates may be so: those that mix directions of writing cannot be compared."""
    directions = {unicodedata.bidirectional(each) for each in name}
    mixed = bool(directions & {"R", "AL"}) and "L" in directions
    plain = "".join(each for each in name if each.isprintable() and not (mixed and not each.isascii()))
    return plain.strip()[:_MOST_NAME] or "forensic_id"


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
