"""forensic-id case: the purpose without which no search runs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.output import JsonFlag, print_facts, print_json, print_table
from forensic_id.commands.session import Session, session_of
from forensic_id.core.moments import shown_time

if TYPE_CHECKING:
    from forensic_id.core.records import Case, SearchRecord

app = typer.Typer(no_args_is_help=True, help="Open, list, show and close cases. No search runs without an open case.")

NumberArgument = Annotated[str, typer.Argument(metavar="NUMBER", help="The case number.")]
_OPENING = (
    "Example: forensic-id case open 2024-117 --offence robbery --authority 'court order 12/24'"
    " --requester 'Det. Moreau'"
)


@app.command("open", epilog=_OPENING)
def open_one(
    context: typer.Context,
    number: NumberArgument,
    *,
    offence: Annotated[str, typer.Option(help="The offence, or the purpose of the search.")],
    authority: Annotated[str, typer.Option(help="The legal authority for searching.")],
    requester: Annotated[str, typer.Option(help="Who asks for the search.")],
    as_json: JsonFlag = False,
) -> None:
    """Open a case."""
    from forensic_id.services.manage_cases import open_case

    session = session_of(context)
    library = session.workplace.library(create=True)
    case = open_case(library, number=number, offence=offence, authority=authority, requester=requester)
    _print_case(session, case, as_json=as_json)


@app.command("list", epilog="Example: forensic-id case list --json")
def list_all(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List all cases, newest first."""
    from forensic_id.services.manage_cases import list_cases

    session = session_of(context)
    cases = list_cases(session.workplace.library())
    if as_json:
        print_json([asdict(case) for case in cases])
        return
    rows = ((case.number, case.offence, case.requester, shown_time(case.opened_at), _closing(case)) for case in cases)
    print_table(session, ("number", "offence", "requester", "opened", "closed"), rows)


@app.command(epilog="Example: forensic-id case show 2024-117")
def show(context: typer.Context, number: NumberArgument, *, as_json: JsonFlag = False) -> None:
    """Show a case and its searches."""
    from forensic_id.services.manage_cases import show_case

    session = session_of(context)
    overview = show_case(session.workplace.library(), number)
    if as_json:
        searches = [record.search_id for record in overview.searches]
        print_json({**asdict(overview.case), "searches": searches})
        return
    _print_case(session, overview.case, as_json=False)
    if overview.searches:
        session.out.print()
        print_searches(session, overview.searches)


@app.command(epilog="Example: forensic-id case close 2024-117")
def close(context: typer.Context, number: NumberArgument, *, as_json: JsonFlag = False) -> None:
    """Close a case: it takes no more searches."""
    from forensic_id.services.manage_cases import close_case

    session = session_of(context)
    _print_case(session, close_case(session.workplace.library(), number), as_json=as_json)


def _print_case(session: Session, case: Case, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(case))
        return
    facts = {**asdict(case), "opened_at": shown_time(case.opened_at), "closed_at": _closing(case)}
    print_facts(session, ((name.replace("_", " "), value) for name, value in facts.items()))


def _closing(case: Case) -> str:
    return shown_time(case.closed_at) if case.closed_at else "open"


def _sketch_text(record: SearchRecord) -> str:
    if not record.parts:
        return record.sketch.file_name
    return f"fused from searches {', '.join(str(part) for part in record.parts)}"


def print_searches(session: Session, records: tuple[SearchRecord, ...]) -> None:
    """A table of searches."""
    rows = (
        (
            record.search_id,
            record.case_number,
            shown_time(record.created_at).removesuffix(" UTC"),
            record.searched_by,
            _sketch_text(record),
            record.pool_photos,
        )
        for record in records
    )
    print_table(session, ("search", "case", "at (UTC)", "by", "sketch", "photos"), rows, right={"search", "photos"})
