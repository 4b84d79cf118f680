"""forensic-id audit, library and bundle: proof that nothing was changed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from forensic_id.commands import anchors as anchor_commands
from forensic_id.commands import bundles, encryption, upkeep
from forensic_id.commands.keys import KeyOption, expected_fingerprint
from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import VERIFICATION_FAILED, Session, session_of

if TYPE_CHECKING:
    from forensic_id.services.anchor_audit import AnchorFindings

audit = typer.Typer(no_args_is_help=True, help="Check and export the audit log.")
library = typer.Typer(no_args_is_help=True, help="Check, repair, back up and restore the library.")
bundle = typer.Typer(no_args_is_help=True, help="Show, check and choose the model in use.")


@audit.command("verify", epilog="Example: forensic-id audit verify --anchors anchors.jsonl")
def verify_audit(
    context: typer.Context,
    *,
    anchors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Compare with the anchors in this file, too.")
    ] = None,
    key: KeyOption = "",
    as_json: JsonFlag = False,
) -> None:
    """Check the audit chain, every search record and every stored original against their hashes."""
    _verify(context, as_json=as_json, anchors=anchors, key=key)


@library.command("verify", epilog="Example: forensic-id library verify")
def verify_whole(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """Check the audit chain, every search record and every stored original against their hashes."""
    _verify(context, as_json=as_json)


def _verify(context: typer.Context, *, as_json: bool, anchors: Path | None = None, key: str = "") -> None:
    from forensic_id.services.verify_audit import verify_library

    session = session_of(context)
    with session.progress() as progress, session.interruptible() as cancelled:
        found = verify_library(session.workplace.library(), progress=progress, cancelled=cancelled)
    anchored = _check_anchors(session, anchors, key) if anchors else None
    sound = found.sound and not (anchored and anchored.broken)
    if as_json:
        print_json({"sound": sound, **asdict(found), "anchors": asdict(anchored) if anchored else None})
    else:
        for problem in (*found.problems, *(anchored.broken if anchored else ())):
            session.out.print(problem)
        for stray in found.strays:
            session.say(f"Nothing refers to the file {stray}.")
        print_facts(
            session,
            (
                ("Audit entries", found.audit_entries),
                ("Hash of the last entry", found.last_hash),
                ("Searches", found.searches),
                ("Originals", found.originals),
                ("Problems", len(found.problems)),
                *((("Anchors that hold", anchored.anchors),) if anchored else ()),
            ),
        )
        for note in anchored.notes if anchored else ():
            session.say(note)
    if not sound:
        raise typer.Exit(VERIFICATION_FAILED)


def _check_anchors(session: Session, path: Path, key: str) -> AnchorFindings:
    from forensic_id.exchange.anchor_files import JsonLinesAnchors
    from forensic_id.security.signatures import check_signature
    from forensic_id.services.anchor_audit import check_anchors

    library = session.workplace.library()
    return check_anchors(library, JsonLinesAnchors(path), check_signature, expected=expected_fingerprint(key))


@audit.command("export", epilog="Example: forensic-id audit export audit.csv")
def export(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .json file.")],
    *,
    action: Annotated[str, typer.Option(help="Only entries of this action, such as search.add.")] = "",
    actor: Annotated[str, typer.Option(help="Only what this person did.")] = "",
    since: Annotated[str, typer.Option(metavar="TIME", help="From this time (UTC) on, such as 2025-03-01.")] = "",
    until: Annotated[str, typer.Option(metavar="TIME", help="Before this time.")] = "",
    text: Annotated[str, typer.Option(help="Only entries in which this text occurs.")] = "",
) -> None:
    """Write the entries of the audit log, all or those wanted, to a file."""
    from forensic_id.core.audit_filter import AuditFilter
    from forensic_id.services.export_audit import export_audit

    session = session_of(context)
    wanted = AuditFilter(action=action, actor=actor, since=since, until=until, text=text)
    with session.progress() as progress, session.interruptible() as cancelled:
        count = export_audit(session.workplace.library(), path, wanted=wanted, progress=progress, cancelled=cancelled)
    session.say(f"Wrote {count} entries to {path}.")


@audit.command("summary", epilog="Example: forensic-id audit summary --yearly annual-report.csv")
def summary(
    context: typer.Context,
    path: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A .csv file; with --yearly .json, too.")
    ] = None,
    *,
    yearly: Annotated[
        bool, typer.Option("--yearly", help="What annual reports ask for, by year; without FILE as a table.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Tell how many searches there were, for which purposes, how they ended, and who did what, by month or year."""
    from forensic_id.services.summarise_audit import export_summary
    from forensic_id.services.summarise_years import export_years, summarise_years

    session = session_of(context)
    if path is None:
        counts = summarise_years(session.workplace.library())
        if as_json:
            print_json([asdict(each) for each in counts])
            return
        rows = ((each.year, each.kind, each.name, each.count) for each in counts)
        print_table(session, ("year", "kind", "name", "count"), rows, right={"count"})
    elif yearly:
        written = export_years(session.workplace.library(), path)
        session.say(f"Wrote {written} counts to {path}.")
    else:
        months = export_summary(session.workplace.library(), path)
        session.say(f"Wrote {months} months to {path}.")


@bundle.command("show", epilog="Example: forensic-id bundle show --json")
def show_bundle(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """Show what the model's manifest says: version, sizes, data, measured figures."""
    session = session_of(context)
    facts = _bundle_facts(session)
    if as_json:
        print_json(facts)
        return
    print_facts(session, ((name.replace("_", " "), value) for name, value in _flat("", facts)))


@bundle.command("verify", epilog="Example: forensic-id --bundle resources/models/default bundle verify")
def verify_bundle(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """Check every file of the model against its hash, and that the networks load."""
    from forensic_id.core.errors import BundleRefusedError

    session = session_of(context)
    place = session.workplace
    try:
        name, files = place.bundle.full_name, dict(place.bundle.manifest.files)
        _ = place.encoder, place.generator, place.aligner
    except BundleRefusedError as error:
        if as_json:
            print_json({"sound": False, "folder": str(place.bundle_folder), "problem": str(error)})
        else:
            session.messages.print(str(error))
        raise typer.Exit(VERIFICATION_FAILED) from error
    if as_json:
        print_json({"sound": True, "folder": str(place.bundle_folder), "bundle_id": place.bundle.bundle_id})
        return
    session.out.print(f"{name} in {place.bundle_folder}: all {len(files)} files are what the manifest says.")


def _bundle_facts(session: Session) -> dict[str, Any]:
    found = session.workplace.bundle
    manifest = {name: _plain(value) for name, value in asdict(found.manifest).items()}
    return {"folder": str(found.folder), "bundle_id": found.bundle_id, **manifest}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _flat(prefix: str, value: Any) -> list[tuple[str, object]]:
    """Nested values as (path, value) lines."""
    if isinstance(value, dict):
        return [line for name, inner in value.items() for line in _flat(f"{prefix} {name}".strip(), inner)]
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        return [line for place, inner in enumerate(value, start=1) for line in _flat(f"{prefix} {place}", inner)]
    if isinstance(value, list | tuple):
        return [(prefix, ", ".join(str(item) for item in value))]
    return [(prefix, value)]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    anchor_commands.register(audit)
    app.add_typer(audit, name="audit")
    upkeep.register(library)
    encryption.register(library)
    app.add_typer(library, name="library")
    bundles.register(bundle)
    app.add_typer(bundle, name="bundle")
