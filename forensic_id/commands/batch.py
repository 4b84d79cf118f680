"""forensic-id batch: a folder of sketches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.gallery import FilterOption
from forensic_id.commands.output import print_facts
from forensic_id.commands.search_options import (
    ArtistOption,
    CaseOption,
    DescriptionOption,
    Fusion,
    FusionOption,
    IncidentOption,
    InterviewOption,
    KindOption,
    PaperOption,
    PlatesOption,
    SamplesOption,
    SeedOption,
    TopOption,
    WitnessOption,
    search_parameters,
)
from forensic_id.commands.session import PARTLY_FAILED, Session, session_of

if TYPE_CHECKING:
    from forensic_id.services.match_folder import MatchFolderResult

_EXAMPLES = "Example: forensic-id batch sketches --case 2024-117 --out results --reports --jobs 4"


def match_sketches(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder of sketches, with all folders in it.")],
    *,
    case: CaseOption,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Takes results.csv, failures.csv and the reports.")],
    reports: Annotated[bool, typer.Option("--reports", help="Write a PDF for each sketch.")] = False,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Sketches read at the same time.")] = 1,
    top: TopOption = 50,
    samples: SamplesOption = 10,
    seed: SeedOption = 0,
    fusion: FusionOption = Fusion.MAX,
    filters: FilterOption = None,
    kind: KindOption = "",
    artist: ArtistOption = "",
    interview_date: InterviewOption = "",
    incident_date: IncidentOption = "",
    witness: WitnessOption = "",
    description: DescriptionOption = "",
    paper: PaperOption = None,
    plates: PlatesOption = 5,
) -> None:
    """Search every sketch of a folder. An interrupted batch goes on when started again; nothing is searched twice.

    What is recorded of a sketch is recorded of all of them: give what they have in common.
    """
    from forensic_id.services.match_folder import MatchFolderRequest, match_folder
    from forensic_id.services.probe import SketchOrigin
    from forensic_id.services.run_batch import REPORTS_FOLDER, report_writer
    from forensic_id.surroundings import present_time

    session = session_of(context)
    request = MatchFolderRequest(
        folder=folder,
        out=out,
        case_number=case,
        parameters=search_parameters(top=top, samples=samples, seed=seed, fusion=fusion, filters=filters),
        origin=SketchOrigin(
            kind=kind,
            artist=artist,
            interview_date=interview_date,
            incident_date=incident_date,
            witness=witness,
            description=description,
        ),
        jobs=jobs,
    )
    place = session.workplace
    on_record = None
    if reports:
        on_record = report_writer(
            place.library(),
            place.loader,
            place.renderer,
            out / REPORTS_FOLDER,
            editor=place.editor,
            model=place.model_facts(),
            clock=present_time,
            paper=paper.value if paper else None,
            plates=plates,
        )
    with session.progress() as progress, session.interruptible() as cancelled:
        result = match_folder(
            request,
            place.search_tools(),
            place.new_reader,
            on_record=on_record,
            progress=progress,
            cancelled=cancelled,
        )
    _print_result(session, result)
    if result.failures:
        raise typer.Exit(PARTLY_FAILED)


def _print_result(session: Session, result: MatchFolderResult) -> None:
    for warning in result.warnings:
        session.messages.print(f"Warning: {warning}")
    for sketch, reason in result.failures:
        session.messages.print(f"{sketch}: {reason}")
    print_facts(
        session,
        (
            ("Searched", result.searched),
            ("Finished by earlier runs", result.found_finished),
            ("Failed", len(result.failures)),
            ("Candidates", result.results_file),
            ("Failures", result.failures_file),
        ),
    )


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("batch", epilog=_EXAMPLES)(match_sketches)
