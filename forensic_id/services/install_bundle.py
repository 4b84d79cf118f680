"""Model bundles: install, use, go back, remove; every change stands in the audit log with ids before and after."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import BundleRefusedError, InvalidInputError, NotFoundError
from forensic_id.core.model_card import InstalledBundle
from forensic_id.core.ports import BundleShelf, Library
from forensic_id.core.rights import Right

SHIPPED = "shipped"
"""How the command line names the bundle that came with the program."""


def install_bundle(source: Path, *, shelf: BundleShelf, library: Library) -> InstalledBundle:
    """Verify the bundle in `source` and copy it onto the shelf; one that is there already is returned as it is.

    Installing does not use it. Raises BundleRefusedError, LibraryError.
    """
    library.require(Right.MANAGE_BUNDLES)
    card = shelf.read(source)
    for known in shelf.installed():
        if known.card is not None and known.card.bundle_id == card.bundle_id:
            return known
    with library.transaction():
        library.audit.append(
            "bundle.install",
            f"bundle {card.full_name}",
            {"bundle_id": card.bundle_id, "name": card.name, "version": card.version},
        )
        return shelf.add(source)


def use_bundle(folder: Path, *, shelf: BundleShelf, library: Library) -> InstalledBundle:
    """Use an installed bundle from now on; it is verified once more before.

    Features of the gallery that it lacks have to be computed before it can search. Raises NotFoundError for a folder
    that is not on the shelf, BundleRefusedError, LibraryError.
    """
    library.require(Right.MANAGE_BUNDLES)
    bundle = _on_the_shelf(folder, shelf)
    if bundle.card is None:
        raise BundleRefusedError(bundle.refusal)
    details = {"before": _id_in_use(shelf), "after": bundle.card.bundle_id}
    with library.transaction():
        library.audit.append("bundle.use", f"bundle {bundle.card.full_name}", details)
        shelf.choose(bundle.folder)
    return bundle


def remove_bundle(folder: Path, *, shelf: BundleShelf, library: Library) -> None:
    """Take an installed bundle off the shelf.

    Features computed with it stay in the library. Raises NotFoundError, InvalidInputError for the shipped bundle and
    for the one in use, LibraryError.
    """
    library.require(Right.MANAGE_BUNDLES)
    bundle = _on_the_shelf(folder, shelf)
    if bundle.shipped:
        raise InvalidInputError("The bundle that came with the program cannot be removed.")
    if bundle.folder == shelf.in_use():
        raise InvalidInputError("The bundle in use cannot be removed. Use another one first.")
    name = bundle.card.full_name if bundle.card else bundle.folder.name
    with library.transaction():
        details = {"bundle_id": bundle.card.bundle_id if bundle.card else "", "folder": bundle.folder.name}
        library.audit.append("bundle.remove", f"bundle {name}", details)
        shelf.remove(bundle)


def find_bundle(name: str, shelf: BundleShelf) -> InstalledBundle:
    """The installed bundle that `name` means: `shipped`, its folder's name, or the beginning of its id.

    Raises NotFoundError when there is none, InvalidInputError when there are several.
    """
    installed = shelf.installed()
    found = [each for each in installed if _means(name, each)]
    if not found:
        known = ", ".join(SHIPPED if each.shipped else each.folder.name for each in installed)
        raise NotFoundError(f"No installed bundle is called {name!r}. Installed are: {known}.")
    if len(found) > 1:
        raise InvalidInputError(f"{name!r} means {len(found)} bundles. Give more of the id, or the folder's name.")
    return found[0]


def _means(name: str, bundle: InstalledBundle) -> bool:
    if name == SHIPPED:
        return bundle.shipped
    by_id = bundle.card is not None and bool(name) and bundle.card.bundle_id.startswith(name)
    return by_id or (not bundle.shipped and bundle.folder.name == name)


def _on_the_shelf(folder: Path, shelf: BundleShelf) -> InstalledBundle:
    for each in shelf.installed():
        if each.folder == folder:
            return each
    raise NotFoundError(f"{folder} is not among the installed bundles. Install it first.")


def _id_in_use(shelf: BundleShelf) -> str:
    """The id of the bundle in use; empty when it is gone or refused."""
    try:
        return shelf.read(shelf.in_use()).bundle_id
    except BundleRefusedError:
        return ""
