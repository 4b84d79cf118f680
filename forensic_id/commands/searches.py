"""forensic-id search and report: what was searched, stored for good."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from forensic_id.commands.cases import print_searches
from forensic_id.commands.identify import print_candidates, say_report, write_report
from forensic_id.commands.output import JsonFlag, print_json
from forensic_id.commands.search_options import Paper, PaperOption, PlatesOption
from forensic_id.commands.session import VERIFICATION_FAILED, session_of

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
    paper: PaperOption = Paper.A4,
    plates: PlatesOption = 5,
) -> None:
    """Write the report of a stored search as PDF, with its whole candidate list."""
    session = session_of(context)
    say_report(session, write_report(session, search, pdf_file, paper=paper, plates=plates))


def register(app_: typer.Typer) -> None:
    """Add the commands to the program."""
    app_.add_typer(app, name="search")
    app_.command("report", epilog="Example: forensic-id report 3 --pdf report.pdf --paper letter")(report)
