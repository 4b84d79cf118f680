"""The demonstration: invented people enrolled in a library and a case to search under."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.errors import InvalidInputError, NotFoundError
from forensic_id.core.ports import FaceAligner, FaceEncoder, ImageLoader, Library
from forensic_id.core.progress import CancelCheck, ProgressListener, ignore_progress, never_cancelled
from forensic_id.core.rights import Right
from forensic_id.services.import_gallery import ImportReport, import_gallery
from forensic_id.services.manage_cases import open_case

DEMO_CASE = "DEMO-1"


def prepare_demo(
    people: Path,
    *,
    library: Library,
    loader: ImageLoader,
    aligner: FaceAligner,
    encoder: FaceEncoder,
    requester: str,
    progress: ProgressListener = ignore_progress,
    cancelled: CancelCheck = never_cancelled,
) -> ImportReport:
    """Import what is not there yet of the people in a folder with gallery.csv, and open the case once.

    Raises what import_gallery raises; done again, it goes on where it was stopped.
    """
    library.require(Right.IMPORT)
    library.require(Right.MANAGE_CASES)
    report = import_gallery(
        people / "gallery.csv",
        library=library,
        loader=loader,
        aligner=aligner,
        encoder=encoder,
        progress=progress,
        cancelled=cancelled,
    )
    try:
        library.cases.case(DEMO_CASE)
    except NotFoundError:
        open_case(
            library,
            number=DEMO_CASE,
            offence="demonstration",
            authority="exercise 1: invented people",
            requester=requester,
        )
    return report


def demo_sketch(people: Path) -> Path:
    """The first sketch of the folder. Raises InvalidInputError when there is none."""
    folder = people / "sketches"
    sketches = sorted(path for path in folder.glob("*") if path.suffix in {".jpg", ".png"})
    if not sketches:
        raise InvalidInputError(
            f"{folder} holds no sketch: the installation is incomplete. Install the program again."
        )
    return sketches[0]
