"""forensic-id demo: the whole way on invented people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from forensic_id.commands.identify import print_candidates, say_report, write_report, write_search_json
from forensic_id.commands.session import Session, session_of

_TOP = 10
_PLATES = 5


def demo(
    context: typer.Context,
    *,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Takes the demo's library, PDF and JSON.")] = Path(
        "build/demo"
    ),
    sketch: Annotated[Path | None, typer.Option(metavar="FILE", help="Another sketch than the first one.")] = None,
) -> None:
    """Import invented people into a library of their own, search one sketch, write PDF and JSON."""
    from forensic_id.composition import Workplace, resources
    from forensic_id.services.prepare_demo import demo_sketch

    outer = session_of(context)
    people = resources() / "demo"
    place = Workplace(library=out / "library", bundle=outer.workplace.bundle_folder, actor=outer.workplace.actor)
    session = Session(workplace=place, quiet=outer.quiet, out=outer.out, messages=outer.messages)
    try:
        _prepare(session, people)
        _search(session, sketch or demo_sketch(people), out)
    finally:
        place.close()


def _prepare(session: Session, people: Path) -> None:
    """Import what is not there yet and open the case once."""
    from forensic_id.services.prepare_demo import prepare_demo

    place = session.workplace
    library = place.library(create=True)
    with session.progress() as progress, session.interruptible() as cancelled:
        report = prepare_demo(
            people,
            library=library,
            loader=place.loader,
            aligner=place.aligner,
            encoder=place.encoder,
            requester=place.actor,
            progress=progress,
            cancelled=cancelled,
        )
    session.say(
        f"Gallery: {report.enrolled} photos enrolled, {report.duplicates} known, {len(report.failures)} failed."
    )


def _search(session: Session, sketch: Path, out: Path) -> None:
    from forensic_id.core.records import SearchParameters
    from forensic_id.services.identify import IdentifyRequest, identify
    from forensic_id.services.prepare_demo import DEMO_CASE
    from forensic_id.services.probe import SketchInput

    parameters = SearchParameters(top=_TOP)
    request = IdentifyRequest(sketches=(SketchInput(path=sketch),), case_number=DEMO_CASE, parameters=parameters)
    tools = session.workplace.search_tools()
    with session.interruptible() as cancelled:
        record = identify(request, tools, cancelled=cancelled)
    session.out.print(f"Sketch: {sketch}")
    print_candidates(session, record, tools.calibration)
    pdf, listing = out / f"{sketch.stem}.pdf", out / f"{sketch.stem}.json"
    write_search_json(session, record, listing)
    say_report(session, write_report(session, record.search_id, pdf, plates=_PLATES))
    session.out.print(f"\nReport:     {pdf}\nCandidates: {listing}")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("demo", epilog="Example: forensic-id demo --out build/demo")(demo)
