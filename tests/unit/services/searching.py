"""A search made with fakes, for tests of what comes after it."""

from __future__ import annotations

from forensic_id.core.records import SearchParameters, SearchRecord
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from tests.unit.services.search_desk import CASE, SearchDesk


def searched(desk: SearchDesk, text: str, parameters: SearchParameters | None = None) -> SearchRecord:
    """Search a sketch whose best match is the photo `text`."""
    request = IdentifyRequest(
        sketches=(SketchInput(path=desk.sketch("sketch.png", text)),),
        case_number=CASE,
        parameters=parameters or SearchParameters(),
    )
    return identify(request, desk.tools)
