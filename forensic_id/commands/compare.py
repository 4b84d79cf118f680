"""forensic-id compare: one sketch against one photo (verification)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.commands.gallery import FilterOption
from forensic_id.commands.output import JsonFlag, print_facts, print_json
from forensic_id.commands.search_options import SamplesOption, SeedOption, parse_box, parse_landmarks
from forensic_id.commands.session import Session, session_of

if TYPE_CHECKING:
    from forensic_id.core.calibration import Calibration
    from forensic_id.services.compare_faces import FaceComparison

_EXAMPLES = "Example: forensic-id compare sketch.png photo.jpg --case 2024-117"

BoxOption = Annotated[str | None, typer.Option(metavar="X,Y,W,H", help="The face, when it is not found well.")]
LandmarksOption = Annotated[
    str | None, typer.Option(metavar="X1,Y1,...", help="Right eye, left eye, nose, right and left mouth corner.")
]


def compare(
    context: typer.Context,
    sketch: Annotated[Path, typer.Argument(help="The picture of the sketch.")],
    photo: Annotated[Path, typer.Argument(help="The photo of the person in question.")],
    *,
    samples: SamplesOption = 10,
    seed: SeedOption = 0,
    filters: FilterOption = None,
    case: Annotated[str, typer.Option(metavar="NUMBER", help="The open case that the comparison belongs to.")] = "",
    sketch_box: BoxOption = None,
    sketch_landmarks: LandmarksOption = None,
    photo_box: BoxOption = None,
    photo_landmarks: LandmarksOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Compare one sketch with one photo: likelihood ratio and what it means. Not an identification.

    The people of the gallery, or those who pass the filters, stand for whom else the sketch could show.
    """
    from forensic_id.core.filters import parse_filter
    from forensic_id.services.compare_faces import CompareRequest, FaceToRead, compare_faces, describe_comparison

    session = session_of(context)
    request = CompareRequest(
        sketch=FaceToRead(path=sketch, box=parse_box(sketch_box), landmarks=parse_landmarks(sketch_landmarks)),
        photo=FaceToRead(path=photo, box=parse_box(photo_box), landmarks=parse_landmarks(photo_landmarks)),
        samples=samples,
        seed=seed,
        filters=tuple(parse_filter(text) for text in filters or ()),
        case_number=case,
    )
    session.workplace.library(create=True)  # the comparison has to be logged somewhere
    tools = session.workplace.search_tools()
    result = compare_faces(request, tools)
    if as_json:
        print_json(describe_comparison(result, tools.calibration))
        return
    print_comparison(session, result, tools.calibration)


def print_comparison(session: Session, result: FaceComparison, calibration: Calibration | None) -> None:
    """The result under its banner, then what limits it."""
    from forensic_id.services.compare_faces import LIMITS, NOT_AN_IDENTIFICATION, ratio_validation

    session.out.print(NOT_AN_IDENTIFICATION, style="bold")
    ratio = "-" if result.ratio is None else f"{result.ratio.log10:.2f}"
    print_facts(
        session,
        (
            ("Sketch", f"{result.sketch.file_name} (SHA-256 {result.sketch.sha256})"),
            ("Photo", f"{result.photo.file_name} (SHA-256 {result.photo.sha256})"),
            ("Case", result.case_number),
            ("Model", f"{result.bundle_name} (SHA-256 of its manifest {result.bundle_id})"),
            ("Samples, seed", f"m = {result.samples}, seed {result.seed}, sigma {result.sigma:g}"),
            ("Log density", f"{result.log_density:.4f}"),
            ("Compared with", _population_text(result)),
            ("Likeness", _likeness_text(result)),
            ("log10 LR", ratio),
        ),
    )
    for name, face in (("sketch", result.sketch), ("photo", result.photo)):
        for warning in face.warnings:
            session.out.print(f"Warning about the {name}: {warning}")
    session.out.print(f"\n{result.meaning}")
    if calibration is not None and result.ratio is not None:
        session.out.print(ratio_validation(calibration))
    session.out.print("\nLimits:")
    for limit in LIMITS:
        session.out.print(f"- {limit}")


def _population_text(result: FaceComparison) -> str:
    population = result.population
    chosen = "; ".join(population.filters) or "no filter"
    return f"{population.people:,} people of the gallery ({chosen}; gallery state {population.snapshot_id})"


def _likeness_text(result: FaceComparison) -> str:
    if result.likeness is None:
        return ""
    return f"{result.likeness:.2f} standard deviations above the mean of their photos"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("compare", epilog=_EXAMPLES)(compare)
