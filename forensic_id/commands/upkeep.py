"""forensic-id library check, backup and restore."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.output import JsonFlag, print_facts, print_json
from forensic_id.commands.session import PARTLY_FAILED, VERIFICATION_FAILED, Session, session_of

if TYPE_CHECKING:
    from forensic_id.composition import Workplace
    from forensic_id.core.backup import Backup
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


def backup(
    context: typer.Context,
    destination: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of backups, best on another disk.")],
    *,
    keep: Annotated[int | None, typer.Option(min=1, help="Keep so many, the newest, and remove older ones.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Add a verified backup to a folder of backups, while others use the library.

    Files that an earlier backup there holds already are not copied again.
    """
    from forensic_id.services.backup_library import backup_library

    session = session_of(context)
    with session.progress() as progress, session.interruptible() as cancelled:
        made = backup_library(
            session.workplace.library(), destination, keep=keep, progress=progress, cancelled=cancelled
        )
    _print_backup(session, made, as_json=as_json)
    if made.missing:
        raise typer.Exit(PARTLY_FAILED)


def restore(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help="The folder of one backup, named by its date.")],
    folder: Annotated[Path, typer.Argument(metavar="NEWFOLDER", help="Where the library is made: a new folder.")],
    *,
    as_json: JsonFlag = False,
) -> None:
    """Make a new library of a backup, every file verified. The library in use is not touched."""
    from forensic_id.services.backup_library import restore_backup

    session = session_of(context)
    place = session.workplace
    with session.progress() as progress, session.interruptible() as cancelled:
        restored = restore_backup(
            source, folder, restorer=place.restorer, actor=place.actor, progress=progress, cancelled=cancelled
        )
    _print_backup(session, restored, as_json=as_json)
    session.say(f"Use it with: forensic-id --library {folder}")


def _print_backup(session: Session, made: Backup, *, as_json: bool) -> None:
    if as_json:
        print_json({**asdict(made), "folder": str(made.folder)})
        return
    for sha256 in made.missing:
        session.messages.print(f"The library has lost the original {sha256}: it is not in the backup.")
    print_facts(
        session,
        (
            ("Backup", made.folder),
            ("Made", made.made_at),
            ("Subjects", made.subjects),
            ("Photos", made.photos),
            ("Searches", made.searches),
            ("Hash of the last audit entry", made.last_hash),
            ("Copied", f"{made.copied_bytes / 1e6:.1f} MB"),
        ),
    )


def register(library: typer.Typer) -> None:
    """Add the command to the group `library`."""
    library.command(epilog="Example: forensic-id library check --repair")(check)
    library.command(epilog="Example: forensic-id library backup /media/disk/backups --keep 10")(backup)
    library.command(epilog="Example: forensic-id library restore backups/2026-11-28T02-30-00Z restored")(restore)
