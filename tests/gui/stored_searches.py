"""Searches of demo sketches stored in a library, by the services that the program uses."""

from __future__ import annotations

from pathlib import Path

from forensic_id.composition import WorkplaceOpener, resources
from forensic_id.core.records import SearchParameters
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput

_SKETCHES = resources() / "demo" / "sketches"
_OPENER = WorkplaceOpener()


def add_searches(library: Path, case_number: str, *, count: int = 1, top: int = 6) -> list[int]:
    """Search the first demo sketches under a case; the ids of the records."""
    place = _OPENER(library, resources() / "models" / "default")
    try:
        tools = place.search_tools()
        parameters = SearchParameters(top=top)
        requests = (
            IdentifyRequest(sketches=(SketchInput(path=sketch),), case_number=case_number, parameters=parameters)
            for sketch in sorted(_SKETCHES.glob("*.jpg"))[:count]
        )
        return [identify(request, tools).search_id for request in requests]
    finally:
        place.close()
