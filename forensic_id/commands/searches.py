"""forensic-id search and report: what was searched, stored for good."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.cases import print_searches
from forensic_id.commands.identify import print_candidates, say_report, write_report
from forensic_id.commands.keys import asked_passphrase
from forensic_id.commands.output import JsonFlag, print_json
from forensic_id.commands.search_options import FinalOption, Paper, PaperOption, PlatesOption
from forensic_id.commands.session import VERIFICATION_FAILED, Session, session_of, visible

if TYPE_CHECKING:
    from forensic_id.services.export_report import ExportedReport

app = typer.Typer(no_args_is_help=True, help="List, show and repeat stored searches.")

SearchArgument = Annotated[int, typer.Argument(metavar="ID", min=1, help="The search's number.")]


@app.command("list", epilog="Example: forensic-id search list --case 2024-117")
def list_searches(
    context: typer.Context,
    *,
    case: Annotated[str | None, typer.Option(metavar="NUMBER", help="Only searches of this case.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """List searches, oldest first."""
    from forensic_id.services.show_search import list_records

    session = session_of(context)
    records = list_records(session.workplace.library(), case)
    if as_json:
        print_json(
            [
                {"search": each.search_id, "case": each.case_number, "at": each.created_at,
                 "by": each.searched_by,
                 "sketch": each.sketch.file_name, "bundle": each.bundle_name, "pool_photos": each.pool_photos,
                 "parts": each.parts}
                for each in records
            ]
        )  # fmt: skip
        return
    print_searches(session, records)


@app.command(epilog="Example: forensic-id search show 3 --json")
def show(context: typer.Context, search: SearchArgument, *, as_json: JsonFlag = False) -> None:
    """Show a stored search with its whole candidate list."""
    from forensic_id.services.describe_search import describe_search
    from forensic_id.services.show_search import show_search

    session = session_of(context)
    library = session.workplace.library()
    record = show_search(library, search)
    if as_json:
        print_json(describe_search(library, record))
        return
    print_candidates(session, record)


@app.command("export", epilog="Example: forensic-id search export 2026.csv --since 2026-01-01 --until 2027-01-01")
def export(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv file (a row a search) or .json (everything).")],
    *,
    case: Annotated[str | None, typer.Option(metavar="NUMBER", help="Only searches of this case.")] = None,
    since: Annotated[str, typer.Option(metavar="TIME", help="From this time (UTC) on, such as 2025-03-01.")] = "",
    until: Annotated[str, typer.Option(metavar="TIME", help="Before this time.")] = "",
) -> None:
    """Write all searches, of a case or a period, to one file."""
    from forensic_id.services.export_searches import export_searches

    session = session_of(context)
    with session.progress() as progress, session.interruptible() as cancelled:
        written = export_searches(
            session.workplace.library(),
            path,
            case_number=case,
            since=since,
            until=until,
            progress=progress,
            cancelled=cancelled,
        )
    session.say(f"Wrote {written} searches to {path}.")


@app.command(epilog="Example: forensic-id search repeat 3")
def repeat(context: typer.Context, search: SearchArgument, *, as_json: JsonFlag = False) -> None:
    """Search again as recorded: says whether the stored ranking comes out exactly, and if not, what differs."""
    from forensic_id.services.repeat_search import repeat_search

    session = session_of(context)
    result = repeat_search(search, session.workplace.search_tools())
    if as_json:
        differences = [asdict(each) for each in result.differences]
        print_json({"search": search, "reproduced": result.reproduced, "differences": differences})
    else:
        for difference in result.differences:
            session.out.print(str(difference))
        outcome = "was reproduced exactly" if result.reproduced else "was NOT reproduced"
        session.out.print(f"The ranking of search {search} {outcome}.")
    if not result.reproduced:
        raise typer.Exit(VERIFICATION_FAILED)


def report(
    context: typer.Context,
    search: SearchArgument,
    *,
    pdf_file: Annotated[Path, typer.Option("--pdf", metavar="FILE", help="Where to write the report.")],
    paper: PaperOption = None,
    plates: PlatesOption = 5,
    sign: Annotated[bool, typer.Option("--sign", help="Put a signature of this computer into the file.")] = False,
    p12: Annotated[
        Path | None, typer.Option("--p12", metavar="FILE", help="Sign with the key in this PKCS #12 file.")
    ] = None,
    final_reason: FinalOption = "",
) -> None:
    """Write the report of a stored search as PDF, with its whole candidate list."""
    session = session_of(context)
    if sign or p12 is not None:
        written = write_signed_report(
            session, search, pdf_file, paper=paper, plates=plates, final_reason=final_reason, p12=p12
        )
    else:
        written = write_report(session, search, pdf_file, paper=paper, plates=plates, final_reason=final_reason)
    say_report(session, written)


def verify_signatures(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A report as PDF.")],
    *,
    certificate: Annotated[
        str,
        typer.Option(metavar="FINGERPRINT", help="The certificate it must be signed with, as the signer told you."),
    ] = "",
    as_json: JsonFlag = False,
) -> None:
    """Tell who produced a report, whose key signed it, whether it was altered since. Status 4: it does not hold."""
    from forensic_id.core.signing import read_fingerprint
    from forensic_id.services.sign_report import verify_report

    session = session_of(context)
    place = session.workplace
    expected = read_fingerprint(certificate) if certificate else ""
    found = verify_report(file, place.pdf_signer, expected=expected, own=place.own_certificate)
    if as_json:
        print_json(asdict(found))
    else:
        for sentence in found.sentences:
            session.out.print(visible(sentence))
    if not found.sound:
        raise typer.Exit(VERIFICATION_FAILED)


def write_signed_report(
    session: Session,
    search_id: int,
    path: Path,
    *,
    paper: Paper | None,
    plates: int,
    final_reason: str,
    p12: Path | None,
) -> ExportedReport:
    """Write a stored search's report with a signature in it. Raises like `write_report`, and InvalidInputError."""
    from forensic_id.services.build_report import ReportRequest
    from forensic_id.services.sign_report import SigningDesk, export_signed_report
    from forensic_id.surroundings import present_time

    place, now = session.workplace, present_time()
    identity = place.report_identity(p12, asked_passphrase, now=now)
    desk = SigningDesk(signer=place.pdf_signer, identity=identity, now=now)
    request = ReportRequest(
        search_id=search_id,
        produced_at=now.isoformat(),
        paper=paper.value if paper else None,
        plates=plates,
        final_reason=final_reason,
    )
    return export_signed_report(
        place.library(),
        place.loader,
        place.renderer,
        request,
        path,
        desk=desk,
        model=place.model_facts(),
        editor=place.editor,
    )


def register(app_: typer.Typer) -> None:
    """Add the commands to the program."""
    app_.add_typer(app, name="search")
    app_.command("report", epilog="Example: forensic-id report 3 --pdf report.pdf --paper letter")(report)
    app_.command("report-verify", epilog="Example: forensic-id report-verify report.pdf")(verify_signatures)
