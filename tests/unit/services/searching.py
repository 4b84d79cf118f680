"""A search made with fakes, for tests of what comes after it."""

from __future__ import annotations

from forensic_id.core.records import SearchParameters, SearchRecord
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from tests.unit.services.search_desk import CASE, SearchDesk


def searched(
    desk: SearchDesk, texts: str | tuple[str, ...], parameters: SearchParameters | None = None
) -> SearchRecord:
    """Search a sketch whose best match is the photo of that text, or several such sketches fused."""
    given = (texts,) if isinstance(texts, str) else texts
    paths = [desk.sketch(f"sketch{number or ''}.png", text) for number, text in enumerate(given)]
    request = IdentifyRequest(
        sketches=tuple(SketchInput(path=path) for path in paths),
        case_number=CASE,
        parameters=parameters or SearchParameters(),
    )
    return identify(request, desk.tools)
