"""The part of the composition root that builds what goes out and comes in: keys, packages, transactions, anchors."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from forensic_id.core.settings import KEY_PASSPHRASE_VARIABLE, default_keys

if TYPE_CHECKING:
    from forensic_id.core.pdf_signing import SigningIdentity
    from forensic_id.core.signing import SignatureCheck
    from forensic_id.exchange.anchor_files import JsonLinesAnchors, LocalAnchoring
    from forensic_id.exchange.nist_reading import NistReader
    from forensic_id.exchange.nist_writing import NistWriter
    from forensic_id.exchange.package_files import ZipPackageFiles
    from forensic_id.security.signatures import LocalKey
    from forensic_id.storage.library import SqliteLibrary

_log = logging.getLogger(__name__)


def keys_folder() -> Path:
    """The folder of this user's signing keys."""
    return default_keys(os.environ, platform=sys.platform, home=Path.home())


def signing_key() -> LocalKey:
    """The key that signs what leaves the program on this computer."""
    from forensic_id.security.signatures import LocalKey

    return LocalKey(keys_folder())


class ExchangeTools:
    """What a workplace offers for exchange."""

    library_folder: Path

    @property
    def anchoring(self) -> LocalAnchoring:
        """Where anchors of this library's audit log go."""
        from forensic_id.exchange.anchor_files import LocalAnchoring

        return LocalAnchoring(keys_folder() / "anchoring.json", self.library_folder)

    def anchor_file(self, path: Path) -> JsonLinesAnchors:
        """The file of anchors at a place, which there may be none of yet."""
        from forensic_id.exchange.anchor_files import JsonLinesAnchors

        return JsonLinesAnchors(path)

    @property
    def signing_key(self) -> LocalKey:
        """The key of this computer that signs packages and anchors."""
        return signing_key()

    @property
    def signature_check(self) -> SignatureCheck:
        """Checks signatures made with such keys anywhere."""
        from forensic_id.security.signatures import check_signature

        return check_signature

    @property
    def transactions(self) -> NistReader:
        """Reads ANSI/NIST-ITL transactions."""
        from forensic_id.exchange.nist_reading import NistReader

        return NistReader()

    @property
    def transaction_writer(self) -> NistWriter:
        """Writes ANSI/NIST-ITL transactions."""
        from forensic_id.exchange.nist_writing import NistWriter

        return NistWriter()

    def report_identity(self, p12: Path | None, passphrase: Callable[[], str], *, now: datetime) -> SigningIdentity:
        """The key and certificate in a file, or those of this computer. Raises InvalidInputError."""
        from forensic_id.security.certificates import given_identity, local_identity
        from forensic_id.surroundings import present_computer

        if p12 is not None:
            return given_identity(p12, passphrase=passphrase)
        name = f"forensic_id on {present_computer()}"
        return local_identity(keys_folder(), name=name, now=now, passphrase=passphrase)

    @property
    def own_certificate(self) -> str:
        """The fingerprint of this computer's certificate for reports; empty when it cannot be told."""
        from forensic_id.security.certificates import own_certificate

        return own_certificate(keys_folder())

    @property
    def packages(self) -> ZipPackageFiles:
        """Reads and writes case packages."""
        from forensic_id.exchange.package_files import ZipPackageFiles

        return ZipPackageFiles()


def anchor_if_due(library: SqliteLibrary, anchoring: LocalAnchoring, now: datetime) -> None:
    """Write an anchor of the audit log when one is chosen and due; what goes wrong is noted in the program's log."""
    chosen = anchoring.read()
    if chosen is None:
        return
    from forensic_id.core.errors import UserFacingError
    from forensic_id.core.rights import Right
    from forensic_id.exchange.anchor_files import JsonLinesAnchors
    from forensic_id.services.anchor_audit import anchor_audit, is_anchor_due

    file = JsonLinesAnchors(chosen.file)
    try:
        if library.principal.may(Right.BROWSE) and is_anchor_due(library, file, chosen.every, now):
            anchor_audit(library, file, signing_key().signer(_no_passphrase), now)
    except UserFacingError as error:  # the stick is not in, or the key has a passphrase: the next time
        _log.warning("The audit log was not anchored: %s", error)


def _no_passphrase() -> str:
    """Nobody is there to be asked when the program closes."""
    return os.environ.get(KEY_PASSPHRASE_VARIABLE, "")
