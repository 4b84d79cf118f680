"""forensic-id audit anchor and anchoring: the head of the audit log, signed, outside the library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from forensic_id.commands.keys import own_signer
from forensic_id.commands.session import session_of
from forensic_id.core.errors import InvalidInputError


def anchor(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The file of anchors; the one chosen by default.")
    ] = None,
) -> None:
    """Append the signed head of the audit log to a file that the library's writers should not reach."""
    from forensic_id.exchange.anchor_files import JsonLinesAnchors
    from forensic_id.services.anchor_audit import anchor_audit
    from forensic_id.surroundings import present_time

    session = session_of(context)
    chosen = session.workplace.anchoring.read()
    path = file or (chosen.file if chosen else None)
    if path is None:
        raise InvalidInputError("Name the file for the anchor, or choose one with `audit anchoring FILE`.")
    made = anchor_audit(session.workplace.library(), JsonLinesAnchors(path), own_signer(), present_time())
    session.out.print(f"Anchored {made.head.sequence} entries in {path}: {made.head.entry_hash}")


def anchoring(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Where anchors go from now on.")] = None,
    *,
    every: Annotated[int, typer.Option(min=1, help="Another anchor after so many entries, on the same day.")] = 1000,
    off: Annotated[bool, typer.Option("--off", help="Write no anchors any more.")] = False,
) -> None:
    """Write an anchor whenever the program closes and one is due: once a day, and every so many entries."""
    from forensic_id.core.anchors import Anchoring
    from forensic_id.services.anchor_audit import choose_anchoring

    session = session_of(context)
    choice = session.workplace.anchoring
    if file is not None or off:
        wanted = Anchoring(file=file.absolute(), every=every) if file is not None and not off else None
        choose_anchoring(session.workplace.library(), choice, wanted)
    held = choice.read()
    if held is None:
        session.out.print("No anchors are written.")
        return
    session.out.print(f"Anchors go to {held.file}, once a day and every {held.every} entries.")


def register(audit: typer.Typer) -> None:
    """Add the commands to the group `audit`."""
    audit.command("anchor", epilog="Example: forensic-id audit anchor /media/stick/anchors.jsonl")(anchor)
    audit.command("anchoring", epilog="Example: forensic-id audit anchoring /media/stick/anchors.jsonl --every 500")(
        anchoring
    )
