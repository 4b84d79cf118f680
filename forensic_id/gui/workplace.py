"""What a page's background work is given: an opened library and the models, both as ports.

`forensic_id.composition.Workplace` is the one that `forensic_id.app` hands in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from forensic_id.core.anchors import AnchorFile, AnchoringChoice
    from forensic_id.core.backup import BackupRestorer
    from forensic_id.core.case_package import PackageFiles
    from forensic_id.core.pdf_signing import PdfSigner, SigningIdentity
    from forensic_id.core.ports import (
        BundleShelf,
        FaceEncoder,
        FaceFinder,
        FaceWarper,
        ImageLoader,
        Library,
        ReportRenderer,
        SketchEditor,
    )
    from forensic_id.core.report import ModelFacts
    from forensic_id.core.sealing import Encryption
    from forensic_id.core.signing import SignatureCheck, SigningKey
    from forensic_id.core.transactions import TransactionReader, TransactionWriter
    from forensic_id.services.identify import SearchTools
    from forensic_id.services.probe import SketchReader
    from forensic_id.services.sign_in import PasswordTools


class Workplace(Protocol):
    """A library and a bundle; belongs to the thread of one lane. Everything is made when it is first asked for."""

    library_folder: Path
    bundle_folder: Path
    actor: str

    def library(self, *, create: bool = False) -> Library:
        """The library, opened once. Raises LibraryError when there is none and `create` is not set."""
        ...

    @property
    def passwords(self) -> PasswordTools:
        """What checking passwords needs."""
        ...

    def enter(self, account: str | None) -> None:
        """Have this account act in every thread that opens the library from now on; None: nobody."""
        ...

    @property
    def encryption(self) -> Encryption:
        """How the library is encrypted."""
        ...

    def written_here(self) -> frozenset[str]:
        """Hashes of the newest entries of the audit log that this program wrote, in whichever thread."""
        ...

    @property
    def bundle_id(self) -> str:
        """SHA-256 of the bundle's manifest. Raises BundleRefusedError."""
        ...

    @property
    def loader(self) -> ImageLoader:
        """Reads images."""
        ...

    @property
    def aligner(self) -> FaceFinder:
        """Finds faces."""
        ...

    @property
    def warper(self) -> FaceWarper:
        """Lays faces over each other."""
        ...

    @property
    def encoder(self) -> FaceEncoder:
        """The feature extractor."""
        ...

    @property
    def renderer(self) -> ReportRenderer:
        """Writes PDF reports."""
        ...

    @property
    def editor(self) -> SketchEditor:
        """Applies edits to sketches."""
        ...

    @property
    def reader(self) -> SketchReader:
        """Reads sketches, in this thread."""
        ...

    @property
    def transactions(self) -> TransactionReader:
        """Reads ANSI/NIST-ITL files."""
        ...

    @property
    def transaction_writer(self) -> TransactionWriter:
        """Writes ANSI/NIST-ITL files."""
        ...

    @property
    def packages(self) -> PackageFiles:
        """Reads and writes case packages."""
        ...

    @property
    def signing_key(self) -> SigningKey:
        """The key of this computer that signs packages and anchors."""
        ...

    @property
    def signature_check(self) -> SignatureCheck:
        """Checks signatures made with such keys anywhere."""
        ...

    @property
    def pdf_signer(self) -> PdfSigner:
        """Signs reports and reads their signatures."""
        ...

    @property
    def own_certificate(self) -> str:
        """The fingerprint of this computer's certificate for reports; empty when it cannot be told."""
        ...

    def report_identity(self, p12: Path | None, passphrase: Callable[[], str], *, now: datetime) -> SigningIdentity:
        """The key and certificate in a file, or those of this computer. Raises InvalidInputError."""
        ...

    @property
    def anchoring(self) -> AnchoringChoice:
        """Where anchors of this library's audit log go."""
        ...

    def anchor_file(self, path: Path) -> AnchorFile:
        """The file of anchors at a place, which there may be none of yet."""
        ...

    @property
    def app_version(self) -> str:
        """The version of the program, as records name it."""
        ...

    @property
    def shelf(self) -> BundleShelf:
        """The installed bundles."""
        ...

    @property
    def restorer(self) -> BackupRestorer:
        """Makes libraries of backups."""
        ...

    def new_reader(self) -> SketchReader:
        """A sketch reader for a thread of its own."""
        ...

    def search_tools(self) -> SearchTools:
        """Everything a search needs. Raises LibraryError, BundleRefusedError."""
        ...

    def model_facts(self) -> ModelFacts:
        """What reports say about the bundle. Raises BundleRefusedError."""
        ...

    def close(self) -> None:
        """Release the library."""
        ...
