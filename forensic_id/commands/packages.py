"""forensic-id package: a case in one signed file, and whether such a file is what its maker signed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from forensic_id.commands.keys import KeyOption, expected_fingerprint, own_fingerprint, own_signer
from forensic_id.commands.output import JsonFlag, print_json
from forensic_id.commands.search_options import PaperOption, PlatesOption
from forensic_id.commands.session import VERIFICATION_FAILED, session_of, visible

app = typer.Typer(no_args_is_help=True, help="Make and check signed packages of a case.")


@app.command(epilog="Example: forensic-id package create 2024-117 --out 2024-117.zip --photos")
def create(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case number.")],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The package to write, a .zip file.")],
    photos: Annotated[bool, typer.Option("--photos", help="Put the candidates' photos in, too.")] = False,
    whole_log: Annotated[
        bool, typer.Option("--whole-log", help="Put the whole audit log in, entries of other cases too.")
    ] = False,
    paper: PaperOption = None,
    plates: PlatesOption = 5,
    as_json: JsonFlag = False,
) -> None:
    """Write all that a case rests on into one file, signed with the key of this computer."""
    from forensic_id.core.signing import shown_fingerprint
    from forensic_id.services.create_package import PackageRequest, PackageTools, create_package
    from forensic_id.surroundings import app_version, present_time

    session = session_of(context)
    place = session.workplace
    tools = PackageTools(
        library=place.library(),
        loader=place.loader,
        renderer=place.renderer,
        files=place.packages,
        signer=own_signer(),
        editor=place.editor,
        model=place.model_facts(),
    )
    request = PackageRequest(
        case_number=case,
        created_at=present_time().isoformat(timespec="milliseconds"),
        app_version=app_version(),
        paper=paper.value if paper else None,
        plates=plates,
        photos=photos,
        whole_log=whole_log,
    )
    with session.progress() as progress, session.interruptible() as cancelled:
        made = create_package(request, tools, out, progress=progress, cancelled=cancelled)
    if as_json:
        print_json({**asdict(made), "path": str(made.path)})
        return
    session.out.print(f"Wrote {made.files} files to {made.path}, signed by the key")
    session.out.print(shown_fingerprint(made.fingerprint))


@app.command(epilog="Example: forensic-id package verify 2024-117.zip --key signing-key.pem")
def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The package.")],
    *,
    key: KeyOption = "",
    as_json: JsonFlag = False,
) -> None:
    """Check a package: signature, hashes, audit entries, reports. Needs no library. Status 4: something is wrong."""
    from forensic_id.security.signatures import check_signature
    from forensic_id.services.verify_package import verify_package

    session = session_of(context)
    with session.progress() as progress, session.interruptible() as cancelled:
        found = verify_package(
            file,
            session.workplace.packages,
            check_signature,
            expected=expected_fingerprint(key),
            own=own_fingerprint(),
            progress=progress,
            cancelled=cancelled,
        )
    if as_json:
        print_json({"sound": found.sound, **asdict(found)})
    else:
        for title, sentences in (("Holds", found.holds), ("To know", found.notes), ("BROKEN", found.broken)):
            for sentence in sentences:
                session.out.print(f"{title:<8}{visible(sentence)}")
    if not found.sound:
        raise typer.Exit(VERIFICATION_FAILED)


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.add_typer(app, name="package")
