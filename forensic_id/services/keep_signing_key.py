"""The signing key of this computer: replace it, and hand out its public half."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.core.signing import SigningKey
from forensic_id.services.written_files import write_file


def replace_signing_key(library: Library, key: SigningKey, passphrase: str) -> str:
    """Make a new key, log both fingerprints, and return the new one; what the old one signed stays checkable.

    An empty passphrase: none. Raises InvalidInputError, LibraryError; the old key is in use then.
    """
    library.require(Right.SET_POLICY)
    with library.transaction():
        before = key.fingerprint
        after = key.replace(passphrase).fingerprint
        library.audit.append("key.replace", "signing key", {"before": before, "after": after})
    return after


def export_public_key(key: SigningKey, path: Path) -> Path:
    """Write the public key as PEM, for whoever checks signatures. Raises InvalidInputError, LibraryError."""
    write_file(path, key.public_pem())
    return path


__all__ = ["export_public_key", "replace_signing_key"]
