"""Composition root: the one place that builds adapters and hands them to the services.

Adapters are imported when they are first asked for, so that `--help` needs none of them.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from forensic_id.composition_exchange import ExchangeTools, anchor_if_due
from forensic_id.core.program import Program
from forensic_id.core.sealing import KEYS_FILE
from forensic_id.core.settings import BUNDLE_VARIABLE, default_bundle, default_library, default_models
from forensic_id.surroundings import app_version, present_time, present_user

if TYPE_CHECKING:
    from forensic_id.core.report import ModelFacts
    from forensic_id.core.sealing import LibraryKey
    from forensic_id.inference.bundle import Bundle
    from forensic_id.inference.bundle_shelf import FolderShelf
    from forensic_id.inference.encoder import OnnxEncoder
    from forensic_id.inference.generator import OnnxGenerator
    from forensic_id.reporting.pdf import PdfRenderer
    from forensic_id.reporting.signing import PadesSigner
    from forensic_id.security.keys import KeyFile
    from forensic_id.services.identify import SearchTools
    from forensic_id.services.probe import SketchReader
    from forensic_id.services.sign_in import PasswordTools
    from forensic_id.storage.conversion import Conversion
    from forensic_id.storage.library import SqliteLibrary
    from forensic_id.storage.restoring import FolderRestorer
    from forensic_id.vision.alignment import TemplateWarper
    from forensic_id.vision.enhancement import SketchEnhancer
    from forensic_id.vision.loading import PillowImageLoader
    from forensic_id.vision.pipeline import FacePipeline


def resources() -> Path:
    """The folder of shipped files: beside the package, or where a frozen application unpacks them."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).resolve().parents[1]) / "resources"


def shipped_policies() -> Path:
    """The folder of the policy profiles that are shipped."""
    return resources() / "policies"


def password_tools() -> PasswordTools:
    """Passwords hashed at the usual cost, and the computer's clock."""
    from forensic_id.security.passwords import Argon2Hasher
    from forensic_id.services.sign_in import PasswordTools

    return PasswordTools(hasher=Argon2Hasher(), clock=present_time)


def models_folder() -> Path:
    """The folder of installed bundles."""
    return default_models(os.environ, platform=sys.platform, home=Path.home())


def shipped_bundle() -> Path:
    """The bundle that came with the program."""
    return default_bundle({}, resources=resources())


def bundle_in_use() -> Path:
    """The bundle that the environment names, else the one chosen on this computer, else the shipped one."""
    from forensic_id.inference.bundle_choice import chosen_folder

    if os.environ.get(BUNDLE_VARIABLE):
        return default_bundle(os.environ, resources=resources())
    return chosen_folder(models_folder(), shipped_bundle())


class Models:
    """The networks of one bundle, loaded when they are first asked for. Threads may share them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._loading = threading.RLock()

    @cached_property
    def bundle(self) -> Bundle:
        """The bundle, every hash verified. Raises BundleRefusedError."""
        from forensic_id.inference.bundle import load_bundle

        with self._loading:
            return self.__dict__.get("bundle") or load_bundle(self.folder)

    @cached_property
    def encoder(self) -> OnnxEncoder:
        """The feature extractor."""
        from forensic_id.inference.encoder import OnnxEncoder

        with self._loading:
            return self.__dict__.get("encoder") or OnnxEncoder(self.bundle)

    @cached_property
    def generator(self) -> OnnxGenerator:
        """The feature generator."""
        from forensic_id.inference.generator import OnnxGenerator

        with self._loading:
            return self.__dict__.get("generator") or OnnxGenerator(self.bundle)


def library_vault(folder: Path) -> KeyFile:
    """The key file of a library."""
    from forensic_id.security.keys import KeyFile

    return KeyFile(folder / KEYS_FILE)


class LibraryEncryption:
    """The port Encryption for the library of a workplace."""

    def __init__(self, place: Workplace, program: Program) -> None:
        self._place, self._folder, self._program = place, place.library_folder, program

    @property
    def vault(self) -> KeyFile:
        """The library's key file."""
        return library_vault(self._folder)

    @property
    def conversion(self) -> Conversion:
        """Writes the library anew."""
        from forensic_id.storage.conversion import Conversion

        return Conversion(self._folder, clock=present_time)

    @property
    def engine_missing(self) -> str:
        """Why this installation cannot encrypt, as a sentence; empty when it can."""
        from forensic_id.storage.engines import why_no_cipher_engine

        return why_no_cipher_engine()

    def library(self) -> SqliteLibrary:
        """The library, opened. Raises LibraryLockedError, LibraryError."""
        return self._place.library()

    def release(self) -> None:
        """Close the library in this thread."""
        self._place.close()

    def use(self, key: LibraryKey | None) -> None:
        """Open the library with this key from now on, in every thread."""
        self._program.use(self._folder, key)


class Workplace(ExchangeTools):
    """A library and a model bundle with everything the services need to work on them. Belongs to one thread."""

    def __init__(
        self,
        *,
        library: Path | None = None,
        bundle: Path | None = None,
        actor: str | None = None,
        models: Models | None = None,
        on_open: Callable[[SqliteLibrary], None] | None = None,
        on_close: Callable[[SqliteLibrary], None] | None = None,
        program: Program | None = None,
    ) -> None:
        """None: the default library, the bundle in use, the user logged in, models and a program of its own.

        `on_open` is called with the library once it is open, to sign in where it has accounts; what it raises closes
        the library again. `on_close` is called with the library before it is closed.
        """
        self.library_folder = library or default_library(os.environ, platform=sys.platform, home=Path.home())
        self.bundle_folder = bundle or bundle_in_use()
        self.actor = actor or present_user()
        self._models = models or Models(self.bundle_folder)
        self._on_open, self._on_close = on_open, on_close
        self._program = program or Program(library_vault)
        self._library: SqliteLibrary | None = None

    def library(self, *, create: bool = False) -> SqliteLibrary:
        """The library, opened once. Raises LibraryError when there is none and `create` is not set."""
        if self._library is None:
            from forensic_id.storage.library import open_library

            opened = open_library(
                self.library_folder,
                actor=self.actor,
                clock=present_time,
                create=create,
                key=self._program.key(self.library_folder),
                on_append=self._program.note_written,
            )
            try:
                opened.act_as(self._program.account(self.library_folder))
                if self._on_open is not None:
                    self._on_open(opened)
            except BaseException:
                opened.close()
                raise
            self._library = opened
        return self._library

    @property
    def passwords(self) -> PasswordTools:
        """What checking passwords needs."""
        return password_tools()

    def enter(self, account: str | None) -> None:
        """Have this account act in every thread that opens the library from now on; None: nobody."""
        self._program.enter(self.library_folder, account)

    @property
    def encryption(self) -> LibraryEncryption:
        """The encryption of the library."""
        return LibraryEncryption(self, self._program)

    def written_here(self) -> frozenset[str]:
        """Hashes of the newest entries of the audit log that this program wrote, in whichever thread."""
        return self._program.written()

    @property
    def app_version(self) -> str:
        """The version of the program, as records name it."""
        return app_version()

    @property
    def bundle(self) -> Bundle:
        """The bundle, every hash verified. Raises BundleRefusedError."""
        return self._models.bundle

    @property
    def bundle_id(self) -> str:
        """SHA-256 of the bundle's manifest. Raises BundleRefusedError."""
        return self.bundle.bundle_id

    @cached_property
    def loader(self) -> PillowImageLoader:
        """Reads images."""
        from forensic_id.vision.loading import PillowImageLoader

        return PillowImageLoader()

    @cached_property
    def aligner(self) -> FacePipeline:
        """Finds faces; for the thread of this workplace only."""
        return self._new_aligner()

    @cached_property
    def warper(self) -> TemplateWarper:
        """Lays faces over each other."""
        from forensic_id.vision.alignment import TemplateWarper

        return TemplateWarper()

    @property
    def encoder(self) -> OnnxEncoder:
        """The feature extractor; threads may share it."""
        return self._models.encoder

    @property
    def generator(self) -> OnnxGenerator:
        """The feature generator; threads may share it."""
        return self._models.generator

    @cached_property
    def renderer(self) -> PdfRenderer:
        """Writes PDF reports with the shipped fonts."""
        from forensic_id.reporting.pdf import PdfRenderer

        return PdfRenderer(resources() / "fonts")

    @property
    def pdf_signer(self) -> PadesSigner:
        """Signs reports and reads their signatures."""
        from forensic_id.reporting.signing import PadesSigner

        return PadesSigner(resources() / "fonts")

    @cached_property
    def editor(self) -> SketchEnhancer:
        """Applies edits to sketches; threads may share it."""
        from forensic_id.vision.enhancement import SketchEnhancer

        return SketchEnhancer()

    @property
    def reader(self) -> SketchReader:
        """The sketch reader of this workplace's thread."""
        return self._reader(self.aligner)

    @property
    def shelf(self) -> FolderShelf:
        """The installed bundles."""
        from forensic_id.inference.bundle_shelf import FolderShelf

        return FolderShelf(models_folder(), shipped=shipped_bundle())

    def new_reader(self) -> SketchReader:
        """A sketch reader for a thread of its own: it has its own face detector."""
        return self._reader(self._new_aligner())

    def search_tools(self) -> SearchTools:
        """Everything a search needs. Raises LibraryError, BundleRefusedError."""
        from forensic_id.matching.index import ParzenIndex
        from forensic_id.services.identify import SearchTools

        return SearchTools(
            library=self.library(),
            reader=self.reader,
            generator=self.generator,
            scorer=ParzenIndex(),
            clock=present_time,
            app_version=app_version(),
            calibration=self.bundle.manifest.calibration,
        )

    def model_facts(self) -> ModelFacts:
        """What reports say about the bundle. Raises BundleRefusedError."""
        from forensic_id.core.report import ModelFacts

        manifest = self.bundle.manifest
        return ModelFacts(
            bundle_id=self.bundle.bundle_id,
            name=self.bundle.full_name,
            files=manifest.files,
            licence=manifest.licence,
            measured=manifest.measured,
            calibration=manifest.calibration,
            photo_tones=manifest.photo_tones,
        )

    @property
    def restorer(self) -> FolderRestorer:
        """Makes libraries of backups."""
        from forensic_id.storage.restoring import FolderRestorer

        return FolderRestorer(clock=present_time)

    def close(self) -> None:
        """Release the library; write an anchor of its audit log before, when one is due."""
        if self._library is not None:
            try:
                if self._on_close is not None:
                    self._on_close(self._library)
                anchor_if_due(self._library, self.anchoring, present_time())
            finally:
                self._library.close()
                self._library = None

    def _reader(self, aligner: FacePipeline) -> SketchReader:
        from forensic_id.services.probe import SketchReader

        return SketchReader(loader=self.loader, editor=self.editor, aligner=aligner, encoder=self.encoder)

    def _new_aligner(self) -> FacePipeline:
        from forensic_id.inference.landmarks import OnnxLandmarkPredictor
        from forensic_id.vision.pipeline import FacePipeline

        return FacePipeline(OnnxLandmarkPredictor(self.bundle.models["landmarks.onnx"]))


class WorkplaceOpener:
    """Makes a workplace for each thread that asks; those over the bundle in use share its networks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._models: Models | None = None
        self._program = Program(library_vault)

    def __call__(self, library: Path, bundle: Path) -> Workplace:
        """A workplace for the calling thread."""
        with self._lock:
            if self._models is None or self._models.folder != bundle:
                self._models = Models(bundle)
            return Workplace(library=library, bundle=bundle, models=self._models, program=self._program)
