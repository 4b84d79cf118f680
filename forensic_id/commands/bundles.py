"""forensic-id bundle install, list, use, remove: which model is in use on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.output import JsonFlag, print_json, print_table
from forensic_id.commands.session import session_of

if TYPE_CHECKING:
    from forensic_id.core.model_card import InstalledBundle

BundleArgument = Annotated[
    str, typer.Argument(metavar="BUNDLE", help="The folder's name, the beginning of the id, or: shipped.")
]


def install(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="A folder with manifest.json and the networks it names.")],
    *,
    use: Annotated[bool, typer.Option("--use", help="Use it from now on too.")] = False,
) -> None:
    """Verify a model and copy it to the installed ones. It is not used before you say so."""
    from forensic_id.services.install_bundle import install_bundle, use_bundle

    session = session_of(context)
    shelf, library = session.workplace.shelf, session.workplace.library(create=True)
    bundle = install_bundle(folder, shelf=shelf, library=library)
    session.out.print(f"Installed {_named(bundle)} in {bundle.folder}.")
    if use:
        use_bundle(bundle.folder, shelf=shelf, library=library)
        _say_used(context, bundle)


def list_bundles(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List the installed models, the shipped one first."""
    session = session_of(context)
    shelf, place = session.workplace.shelf, session.workplace
    installed = shelf.installed()
    if as_json:
        print_json(
            [
                {"folder": str(each.folder), "shipped": each.shipped, "in_use": each.folder == place.bundle_folder,
                 "bundle_id": each.card.bundle_id if each.card else None, "name": _named(each),
                 "refusal": each.refusal or None}
                for each in installed
            ]
        )  # fmt: skip
        return
    rows = (
        (
            "*" if each.folder == place.bundle_folder else "",
            _named(each),
            each.card.short_id if each.card else "",
            each.card.licence if each.card else f"refused: {each.refusal}",
            "shipped" if each.shipped else each.folder.name,
        )
        for each in installed
    )
    print_table(session, ("used", "model", "id", "licence", "folder"), rows)


def use(context: typer.Context, bundle: BundleArgument) -> None:
    """Use an installed model from now on, in the desktop application too."""
    from forensic_id.services.install_bundle import find_bundle, use_bundle

    place = session_of(context).workplace
    found = find_bundle(bundle, place.shelf)
    use_bundle(found.folder, shelf=place.shelf, library=place.library(create=True))
    _say_used(context, found)


def remove(context: typer.Context, bundle: BundleArgument) -> None:
    """Remove an installed model that is not in use."""
    from forensic_id.services.install_bundle import find_bundle, remove_bundle

    session = session_of(context)
    place = session.workplace
    found = find_bundle(bundle, place.shelf)
    remove_bundle(found.folder, shelf=place.shelf, library=place.library(create=True))
    session.out.print(f"Removed {_named(found)}.")


def _named(bundle: InstalledBundle) -> str:
    return bundle.card.full_name if bundle.card else bundle.folder.name


def _say_used(context: typer.Context, bundle: InstalledBundle) -> None:
    from forensic_id.services.edit_gallery import gallery_statistics

    session = session_of(context)
    session.out.print(f"{_named(bundle)} is in use from now on.")
    card = bundle.card
    library = session.workplace.library()
    lacking = gallery_statistics(library, card.bundle_id).photos_without_feature if card else 0
    if lacking:
        session.say(f"{lacking} photos have no feature of it yet. Compute them: gallery embed.")


def register(group: typer.Typer) -> None:
    """Add the commands to the group of the bundle."""
    group.command("install", epilog="Example: forensic-id bundle install downloads/compact-3 --use")(install)
    group.command("list", epilog="Example: forensic-id bundle list --json")(list_bundles)
    group.command("use", epilog="Example: forensic-id bundle use compact-3-1a2b3c4d")(use)
    group.command("remove", epilog="Example: forensic-id bundle remove compact-2-9f8e7d6c")(remove)
