"""The signing key of this computer (Ed25519, RFC 8032), and checks of signatures made anywhere.

FOLDER/
    signing-key.p12    the private key (PKCS #12), readable by its owner alone, under a passphrase if one was given
    signing-key.pem    the public key, to be handed to whoever checks signatures
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import pkcs12

from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.signing import PassphraseSource, Signature, fingerprint_of, read_fingerprint
from forensic_id.security.key_files import encryption, keep_private, read_private

PRIVATE_FILE, PUBLIC_FILE = "signing-key.p12", "signing-key.pem"
_MOST_PUBLIC_BYTES = 64 * 1024
_NAMED_BY = 16
"""Digits of a fingerprint in the names of files of a key that is no longer in use."""


class Ed25519Signer:
    """The port Signer over a private key. Threads may share it."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self._public = private.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """The name of the key."""
        return fingerprint_of(self._public)

    @property
    def public_pem(self) -> bytes:
        """The public key as PEM."""
        return self._private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, data: bytes) -> Signature:
        """The signature over these bytes."""
        return Signature(public_key=self._public.hex(), signature=self._private.sign(data).hex())


class LocalKey:
    """The signing key in a folder, made when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def private_file(self) -> Path:
        """Where the private key lies."""
        return self._folder / PRIVATE_FILE

    @property
    def public_file(self) -> Path:
        """Where the public key lies."""
        return self._folder / PUBLIC_FILE

    @property
    def fingerprint(self) -> str:
        """The name of the key, without opening it; empty when none was made yet. Raises InvalidInputError."""
        return _public_fingerprint(self.public_file) if self.exists() else ""

    def public_pem(self) -> bytes:
        """The public key as it is handed out. Raises InvalidInputError when there is none that can be read."""
        try:
            return self.public_file.read_bytes()
        except OSError as error:
            raise InvalidInputError(f"{self.public_file} cannot be read: {error.strerror}.") from error

    def exists(self) -> bool:
        """Whether the key has been made."""
        return self.private_file.exists()

    def make(self, passphrase: str = "") -> Ed25519Signer:
        """Make a key, under a passphrase unless that is empty.

        Raises InvalidInputError when there is one already (what it signed could not be told from the new one's),
        LibraryError when the folder cannot be written.
        """
        if self.exists():
            raise InvalidInputError(
                f"There is a signing key in {self._folder} already. Move it away first, and keep its public key: "
                "what it signed is checked with that."
            )
        private = Ed25519PrivateKey.generate()
        data = pkcs12.serialize_key_and_certificates(b"forensic_id", private, None, None, encryption(passphrase))
        keep_private(self.private_file, data)
        signer = self.signer(lambda: passphrase)  # another program may have been first
        keep_private(self.public_file, signer.public_pem)
        return signer

    def replace(self, passphrase: str) -> Ed25519Signer:
        """Make a new key, under a passphrase unless that is empty; the files of the old one stay under its name.

        Raises InvalidInputError when the old public key cannot be read, LibraryError when the folder cannot be
        written.
        """
        if name := self.fingerprint[:_NAMED_BY]:
            private, public = (
                file.with_stem(f"{file.stem}-{name}") for file in (self.private_file, self.public_file)
            )
            try:
                shutil.copyfile(self.public_file, public)  # in use until the private key is gone
                self.private_file.replace(private)
                self.public_file.unlink()
            except OSError as error:
                raise LibraryError(f"The key in {self._folder} cannot be put aside: {error.strerror}.") from error
        return self.make(passphrase)

    def signer(self, passphrase: PassphraseSource) -> Ed25519Signer:
        """The signer; `passphrase` is asked only when the key has one.

        Raises InvalidInputError for a wrong passphrase, a file that holds no such key or that others may read.
        """
        if not self.exists():
            return self.make()
        key = read_private(self.private_file, passphrase).key
        if not isinstance(key, Ed25519PrivateKey):
            raise InvalidInputError(f"{self.private_file} holds no Ed25519 key. Restore it from a backup.")
        return Ed25519Signer(key)


def check_signature(data: bytes, signature: Signature) -> bool:
    """Whether the key in the signature signed these very bytes (the port SignatureCheck)."""
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.public_key))
        public.verify(bytes.fromhex(signature.signature), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def named_fingerprint(text: str) -> str:
    """The fingerprint that is meant: written out, or that of the public key in a PEM file of this name.

    Raises InvalidInputError.
    """
    path = Path(text)
    if not path.is_file():
        return read_fingerprint(text)
    return _public_fingerprint(path)


def _public_fingerprint(path: Path) -> str:
    no_key = InvalidInputError(f"{path} holds no public Ed25519 key. Name the file that `key show` tells of.")
    load: Callable[[bytes], object] = serialization.load_pem_public_key
    try:
        with path.open("rb") as file:
            public = load(file.read(_MOST_PUBLIC_BYTES))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise no_key from error
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror}.") from error
    if not isinstance(public, Ed25519PublicKey):
        raise no_key
    return fingerprint_of(public.public_bytes_raw())
