"""The folder of installed bundles; the shipped bundle is always among them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from uuid import uuid4

from forensic_id.core.errors import BundleRefusedError, LibraryError
from forensic_id.core.model_card import InstalledBundle, ModelCard
from forensic_id.inference.bundle import MANIFEST_NAME, Bundle, load_bundle
from forensic_id.inference.bundle_choice import BundleChoice, chosen_folder, read_choice, write_choice

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._]+")


class FolderShelf:
    """The port BundleShelf over `models`, one folder a bundle: `<name>-<version>-<first 8 of the id>`."""

    def __init__(self, models: Path, *, shipped: Path) -> None:
        self.models, self.shipped = models, shipped

    def read(self, folder: Path) -> ModelCard:
        """Verify a bundle and return what it says of itself. Raises BundleRefusedError."""
        return card_of(load_bundle(folder))

    def installed(self) -> tuple[InstalledBundle, ...]:
        """The shipped bundle, then the others by name; each verified anew."""
        folders = sorted(path for path in self._folders() if not path.name.startswith("."))
        return (self._looked_at(self.shipped, shipped=True), *(self._looked_at(path) for path in folders))

    def add(self, source: Path) -> InstalledBundle:
        """Copy a bundle onto the shelf, whole or not at all; the copy is verified before it counts.

        Raises BundleRefusedError, LibraryError.
        """
        bundle = load_bundle(source)
        card = card_of(bundle)
        target = self.models / f"{_plain(card.name)}-{_plain(card.version)}-{card.short_id}"
        partial = self.models / f".{uuid4().hex}.part"
        try:
            partial.mkdir(parents=True)
            for name in (MANIFEST_NAME, *card.files):
                shutil.copyfile(source / name, partial / name)
            if self.read(partial).bundle_id != card.bundle_id:
                raise BundleRefusedError(f"{source} changed while it was copied. Install it again.")
            if target.exists():  # an earlier copy that was refused, or nobody would add the bundle again
                shutil.rmtree(target)
            partial.replace(target)
        except OSError as error:
            reason = error.strerror or str(error)
            raise LibraryError(
                f"The bundle cannot be copied to {target}: {reason}. Make room or check the permissions."
            ) from error
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        return self._looked_at(target)

    def remove(self, bundle: InstalledBundle) -> None:
        """Delete an installed bundle's folder. Raises LibraryError."""
        doomed = self.models / f".{uuid4().hex}.part"
        try:
            bundle.folder.replace(doomed)  # at once: half a bundle is never seen on the shelf
            shutil.rmtree(doomed)
        except OSError as error:
            reason = error.strerror or str(error)
            raise LibraryError(f"{bundle.folder} cannot be removed: {reason}. Check the permissions.") from error

    def in_use(self) -> Path:
        """The folder of the chosen bundle; it may be gone."""
        return chosen_folder(self.models, self.shipped)

    def before(self) -> Path | None:
        """The folder of the bundle that was chosen before it; None: there was none, or it is gone."""
        name = read_choice(self.models).before
        if name is None:
            return None
        folder = self.models / name if name else self.shipped
        return folder if folder.is_dir() else None

    def choose(self, folder: Path) -> None:
        """Use an installed bundle from now on. Raises LibraryError."""
        name = "" if folder == self.shipped else folder.name
        former = read_choice(self.models)
        if name != former.name:
            write_choice(self.models, BundleChoice(name=name, before=former.name))

    def _folders(self) -> list[Path]:
        try:
            return [path for path in self.models.iterdir() if path.is_dir()]
        except OSError:
            return []

    def _looked_at(self, folder: Path, *, shipped: bool = False) -> InstalledBundle:
        try:
            return InstalledBundle(folder=folder, shipped=shipped, card=self.read(folder))
        except BundleRefusedError as error:
            return InstalledBundle(folder=folder, shipped=shipped, refusal=str(error))


def card_of(bundle: Bundle) -> ModelCard:
    """The manifest as a card."""
    manifest = bundle.manifest
    return ModelCard(
        bundle_id=bundle.bundle_id,
        name=manifest.name,
        version=manifest.version,
        created_at=manifest.created_at,
        feature_size=manifest.feature_size,
        noise_size=manifest.noise_size,
        sigma=manifest.sigma,
        default_samples=manifest.default_samples,
        files=manifest.files,
        licence=manifest.licence,
        measured=manifest.measured,
        training=manifest.training,
        data=manifest.data,
        calibration=manifest.calibration,
    )


def _plain(text: str) -> str:
    return _NOT_PLAIN.sub("_", text)[:40] or "_"
