"""Installed bundles for tests, kept in memory."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import BundleRefusedError, LibraryError
from forensic_id.core.model_card import InstalledBundle, ModelCard

SHIPPED = Path("shipped")


class InMemoryBundleShelf:
    """`offered` are the bundles that can be read, by folder; `full` refuses copies, `locked` changes."""

    def __init__(self, shipped: ModelCard) -> None:
        self.offered: dict[Path, ModelCard] = {SHIPPED: shipped}
        self.folders: list[Path] = [SHIPPED]
        self.chosen: list[Path] = [SHIPPED]
        self.full = False
        self.locked = False

    def read(self, folder: Path) -> ModelCard:
        """The card, or a refusal."""
        if folder not in self.offered:
            raise BundleRefusedError(f"{folder} is no bundle.")
        return self.offered[folder]

    def installed(self) -> tuple[InstalledBundle, ...]:
        """All on the shelf."""
        return tuple(self._looked_at(folder) for folder in self.folders)

    def add(self, source: Path) -> InstalledBundle:
        """Put it on the shelf."""
        if self.full:
            raise LibraryError("The disk is full.")
        card = self.read(source)
        folder = Path("models") / f"{card.name}-{card.version}-{card.short_id}"
        self.offered[folder] = card
        self.folders.append(folder)
        return self._looked_at(folder)

    def remove(self, bundle: InstalledBundle) -> None:
        """Take it away."""
        if self.locked:
            raise LibraryError("The folder is locked.")
        self.folders.remove(bundle.folder)

    def in_use(self) -> Path:
        """The last chosen."""
        return self.chosen[-1]

    def before(self) -> Path | None:
        """The one chosen before."""
        return self.chosen[-2] if len(self.chosen) > 1 else None

    def choose(self, folder: Path) -> None:
        """Choose it."""
        if self.locked:
            raise LibraryError("The folder is locked.")
        self.chosen.append(folder)

    def _looked_at(self, folder: Path) -> InstalledBundle:
        try:
            return InstalledBundle(folder=folder, shipped=folder == SHIPPED, card=self.read(folder))
        except BundleRefusedError as error:
            return InstalledBundle(folder=folder, shipped=folder == SHIPPED, refusal=str(error))
