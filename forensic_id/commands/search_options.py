"""The options that `identify` and `batch` share, and how they are read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from forensic_id.core.errors import InvalidInputError

if TYPE_CHECKING:
    from forensic_id.core.edits import Edit
    from forensic_id.core.records import Box, FivePoints, SearchParameters

CaseOption = Annotated[
    str, typer.Option("--case", metavar="NUMBER", help="The open case that the search belongs to.")
]
TopOption = Annotated[int, typer.Option(min=1, help="Length of the candidate list.")]
SamplesOption = Annotated[int, typer.Option(min=1, help="Photo features drawn for the sketch (m).")]
SeedOption = Annotated[
    int, typer.Option(min=0, help="Seed of the noise: the same seed repeats a search bit for bit.")
]
KindOption = Annotated[str, typer.Option(help="Recorded: kind of sketch, such as drawn or composite.")]
ArtistOption = Annotated[str, typer.Option(help="Recorded: artist, or the system that made the sketch.")]
InterviewOption = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Recorded: date of the interview.")]
WitnessOption = Annotated[str, typer.Option(help="Recorded: number or pseudonym of the witness.")]
IncidentOption = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Recorded: date of the incident.")]
DescriptionOption = Annotated[str, typer.Option(help="Recorded: the witness's description in words.")]
PlatesOption = Annotated[int, typer.Option(min=0, max=50, help="Candidates shown side by side in the PDF.")]

_BOX_NUMBERS = 4
_LANDMARK_NUMBERS = 10


class Fusion(StrEnum):
    """How the photos of one subject are fused."""

    MAX = "max"
    MEAN = "mean"


class Paper(StrEnum):
    """Paper sizes of the PDF."""

    A4 = "a4"
    LETTER = "letter"


FusionOption = Annotated[Fusion, typer.Option(help="A subject with several photos: best photo, or mean over them.")]
PaperOption = Annotated[Paper | None, typer.Option(help="Paper of the PDF; by default what the policy profile says.")]
FinalOption = Annotated[
    str,
    typer.Option(
        "--final-reason",
        metavar="TEXT",
        help="Why the report is final without the second examiner, where the policy profile allows that.",
    ),
]


def search_parameters(
    *, top: int, samples: int, seed: int, fusion: Fusion, filters: list[str] | None
) -> SearchParameters:
    """Raises InvalidInputError for a filter that cannot be used."""
    from forensic_id.core.filters import parse_filter
    from forensic_id.core.records import SearchParameters

    parsed = tuple(parse_filter(text) for text in filters or ())
    return SearchParameters(top=top, samples=samples, seed=seed, fusion=fusion.value, filters=parsed)


def parse_box(text: str | None) -> Box | None:
    """Read `X,Y,WIDTH,HEIGHT` in pixels. Raises InvalidInputError."""
    from forensic_id.core.records import Box

    if text is None:
        return None
    x, y, width, height = _numbers(text, _BOX_NUMBERS, "--box", "X,Y,WIDTH,HEIGHT")
    return Box(x=x, y=y, width=width, height=height)


def parse_landmarks(text: str | None) -> FivePoints | None:
    """Read five points `X1,Y1,...,X5,Y5` in pixels. Raises InvalidInputError."""
    if text is None:
        return None
    form = "ten numbers X1,Y1,...,X5,Y5 (right eye, left eye, nose, right and left mouth corner)"
    n = _numbers(text, _LANDMARK_NUMBERS, "--landmarks", form)
    return (n[0], n[1]), (n[2], n[3]), (n[4], n[5]), (n[6], n[7]), (n[8], n[9])


def chosen_edits(
    *, crop: str | None, rotate: float, mirror: bool, contrast: float, clean_background: float
) -> tuple[Edit, ...]:
    """The edits in the order in which they are made. Raises InvalidInputError for values out of range."""
    from forensic_id.core.edits import CleanBackground, Contrast, Crop, Mirror, Rotate

    edits: list[Edit] = []
    if crop is not None:
        x, y, width, height = (round(n) for n in _numbers(crop, _BOX_NUMBERS, "--crop", "X,Y,WIDTH,HEIGHT"))
        edits.append(Crop(x=x, y=y, width=width, height=height))
    if rotate:
        edits.append(Rotate(degrees=rotate))
    if mirror:
        edits.append(Mirror())
    if clean_background:
        edits.append(CleanBackground(strength=clean_background))
    if contrast:
        edits.append(Contrast(amount=contrast))
    return tuple(edits)


def _numbers(text: str, count: int, option: str, form: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) != count:
        raise InvalidInputError(f"{option} cannot be read from {text!r}. Write {form}, in pixels of the picture.")
    return numbers
