"""forensic-id library check: look over everything, and repair what can be derived."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.output import JsonFlag, print_facts, print_json
from forensic_id.commands.session import VERIFICATION_FAILED, Session, session_of

if TYPE_CHECKING:
    from forensic_id.composition import Workplace
    from forensic_id.services.check_library import LibraryCheck


def check(
    context: typer.Context,
    *,
    repair: Annotated[
        bool, typer.Option("--repair", help="Derive anew what can be derived, then check again.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Check the database, evidence, originals, features and pictures, and look for files left behind.

    The exit status is 4 when something is wrong (with --repair: when something is still wrong).
    """
    from forensic_id.services.check_library import RepairTools, check_library, repair_library

    session = session_of(context)
    place = session.workplace
    with session.progress() as progress, session.interruptible() as cancelled:
        if repair:
            tools = RepairTools(loader=place.loader, aligner=place.aligner, encoder=place.encoder)
            found = repair_library(place.library(), tools, progress=progress, cancelled=cancelled)
        else:
            bundle_id = _bundle_id(session, place)
            found = check_library(place.library(), bundle_id=bundle_id, progress=progress, cancelled=cancelled)
    if as_json:
        print_json({"sound": found.sound, **asdict(found)})
    else:
        _print_check(session, found)
    if not found.sound:
        raise typer.Exit(VERIFICATION_FAILED)


def _bundle_id(session: Session, place: Workplace) -> str:
    """The bundle whose features are missed where there are none; a refused bundle keeps nothing else unchecked."""
    from forensic_id.core.errors import BundleRefusedError

    try:
        return place.bundle_id
    except BundleRefusedError as error:
        session.say(f"Whether photos lack features is not checked. {error}")
        return ""


def _print_check(session: Session, found: LibraryCheck) -> None:
    for each in found.findings:
        session.out.print(f"{each.sentence} {each.advice}")
    print_facts(
        session,
        (
            ("Audit entries", found.audit_entries),
            ("Hash of the last entry", found.last_hash),
            ("Searches", found.searches),
            ("Originals", found.originals),
            ("Photos", found.photos),
            ("Wrong", len(found.findings)),
        ),
    )
    if found.repairable:
        session.say("Add --repair to put right what can be derived.")


def register(library: typer.Typer) -> None:
    """Add the command to the group `library`."""
    library.command(epilog="Example: forensic-id library check --repair")(check)
