"""forensic-id identify: one sketch in, ranked candidates out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.gallery import FilterOption
from forensic_id.commands.output import print_table
from forensic_id.commands.search_options import (
    ArtistOption,
    CaseOption,
    DescriptionOption,
    Fusion,
    FusionOption,
    IncidentOption,
    InterviewOption,
    KindOption,
    Paper,
    PaperOption,
    PlatesOption,
    SamplesOption,
    SeedOption,
    TopOption,
    WitnessOption,
    chosen_edits,
    parse_box,
    parse_landmarks,
    search_parameters,
)
from forensic_id.commands.session import Session, session_of
from forensic_id.core.errors import InvalidInputError

if TYPE_CHECKING:
    from forensic_id.core.calibration import Calibration
    from forensic_id.core.records import SearchRecord
    from forensic_id.services.export_report import ExportedReport

_EXAMPLES = (
    "Example: forensic-id identify sketch.png --case 2024-117 --filter sex=male --pdf report.pdf ·"
    " forensic-id identify witness1.png witness2.png --case 2024-117 · forensic-id identify scan.png --case 2024-117"
    " --rotate -4.5 --clean-background 0.6"
)


def identify_sketch(
    context: typer.Context,
    sketches: Annotated[
        list[Path],
        typer.Argument(metavar="SKETCH...", help="The picture of the sketch; several of one person are fused."),
    ],
    *,
    case: CaseOption,
    top: TopOption = 50,
    samples: SamplesOption = 10,
    seed: SeedOption = 0,
    fusion: FusionOption = Fusion.MAX,
    filters: FilterOption = None,
    box: Annotated[str | None, typer.Option(metavar="X,Y,W,H", help="The face, when it is not found well.")] = None,
    landmarks: Annotated[
        str | None,
        typer.Option(metavar="X1,Y1,...", help="Right eye, left eye, nose, right and left mouth corner by hand."),
    ] = None,
    crop: Annotated[str | None, typer.Option(metavar="X,Y,W,H", help="First edit: keep this part only.")] = None,
    rotate: Annotated[
        float, typer.Option(min=-180, max=180, metavar="DEGREES", help="Second edit: turn clockwise.")
    ] = 0.0,
    mirror: Annotated[bool, typer.Option("--mirror", help="Third edit: swap left and right.")] = False,
    clean_background: Annotated[
        float, typer.Option(min=0, max=1, metavar="STRENGTH", help="Fourth edit: whiten the paper.")
    ] = 0.0,
    contrast: Annotated[
        float, typer.Option(min=0, max=1, metavar="AMOUNT", help="Fifth edit: raise the local contrast.")
    ] = 0.0,
    kind: KindOption = "",
    artist: ArtistOption = "",
    witness: WitnessOption = "",
    incident_date: IncidentOption = "",
    interview_date: InterviewOption = "",
    description: DescriptionOption = "",
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the record as JSON.")
    ] = None,
    pdf_file: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write the report as PDF.")] = None,
    paper: PaperOption = None,
    plates: PlatesOption = 5,
) -> None:
    """Search a sketch in the gallery and list the candidates. The list is a lead, never an identification.

    Box, landmarks, edits and what is recorded of the sketch hold for every sketch named. Box and landmarks are pixels
    of the edited picture.
    """
    from forensic_id.services.identify import IdentifyRequest, identify
    from forensic_id.services.probe import SketchInput, SketchOrigin

    session = session_of(context)
    if len(sketches) > 1 and (box or landmarks or crop):
        raise InvalidInputError("--box, --landmarks and --crop are for one picture: name a single sketch with them.")
    prepared = SketchInput(
        path=sketches[0],
        box=parse_box(box),
        landmarks=parse_landmarks(landmarks),
        edits=chosen_edits(
            crop=crop, rotate=rotate, mirror=mirror, contrast=contrast, clean_background=clean_background
        ),
        origin=SketchOrigin(
            kind=kind,
            artist=artist,
            witness=witness,
            incident_date=incident_date,
            interview_date=interview_date,
            description=description,
        ),
    )
    request = IdentifyRequest(
        sketches=tuple(replace(prepared, path=path) for path in sketches),
        case_number=case,
        parameters=search_parameters(top=top, samples=samples, seed=seed, fusion=fusion, filters=filters),
    )
    tools = session.workplace.search_tools()
    with session.progress() as progress, session.interruptible() as cancelled:
        record = identify(request, tools, progress=progress, cancelled=cancelled)
    print_candidates(session, record, tools.calibration)
    if json_file is not None:
        write_search_json(session, record, json_file)
    if pdf_file is not None:
        say_report(session, write_report(session, record.search_id, pdf_file, paper=paper, plates=plates))


def print_candidates(session: Session, record: SearchRecord, calibration: Calibration | None = None) -> None:
    """The candidate list under its banner, with what a reader must know beside it.

    `calibration` is that of the bundle which made the record, where it is at hand.
    """
    from forensic_id.core.report import LEAD_BANNER
    from forensic_id.services.assess_list import assessment, validation_sentence
    from forensic_id.services.show_search import name_candidates

    session.out.print(LEAD_BANNER, style="bold")
    session.out.print(
        f"Search {record.search_id}, case {record.case_number}: {record.pool_subjects} people, {record.pool_photos}"
        f" photos searched, of {record.gallery_subjects} and {record.gallery_photos}."
    )
    if record.parts:
        numbers = ", ".join(str(part) for part in record.parts)
        session.out.print(f"Fused from {len(record.parts)} sketches, whose single searches are stored as {numbers}.")
    for warning in record.warnings:
        session.out.print(f"Warning: {warning}")
    session.out.print(f"Assessment: {assessment(record)}")
    if calibration is not None:
        session.out.print(validation_sentence(calibration))
    session.out.print()
    known = name_candidates(session.workplace.library(), record.candidates)
    rows = (
        (item.candidate.rank, item.identity, item.name, item.recorded, item.file_name, item.log_density)
        for item in known
    )
    header = ("rank", "subject", "name", "as recorded", "best-matching photo", "log density")
    print_table(session, header, rows, right={"rank", "log density"})


def write_search_json(session: Session, record: SearchRecord, path: Path) -> None:
    """Write the whole record to a file. Raises LibraryError when it cannot be written."""
    import json

    from forensic_id.reporting.files import write_atomically
    from forensic_id.services.describe_search import describe_search

    plain = describe_search(session.workplace.library(), record)
    write_atomically(path, json.dumps(plain, indent=2, ensure_ascii=False).encode() + b"\n")
    session.say(f"JSON: {path}")


def write_report(
    session: Session, search_id: int, path: Path, *, paper: Paper | None = None, plates: int, final_reason: str = ""
) -> ExportedReport:
    """Write a stored search's report. Raises LibraryError when it cannot be written, TamperedError."""
    from forensic_id.services.build_report import ReportRequest
    from forensic_id.services.export_report import export_report
    from forensic_id.surroundings import present_time

    place = session.workplace
    request = ReportRequest(
        search_id=search_id,
        produced_at=present_time().isoformat(),
        paper=paper.value if paper else None,
        plates=plates,
        final_reason=final_reason,
    )
    return export_report(
        place.library(), place.loader, place.renderer, request, path, model=place.model_facts(), editor=place.editor
    )


def say_report(session: Session, report: ExportedReport) -> None:
    """Tell where the report is and what hash stands on its pages."""
    session.say(f"PDF: {report.path} (document SHA-256 {report.document_sha256})")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("identify", epilog=_EXAMPLES)(identify_sketch)
