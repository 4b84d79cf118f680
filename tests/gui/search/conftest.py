"""Stored searches over the demo people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from forensic_id.composition import Models, Workplace, resources
from forensic_id.core.records import SearchParameters, SearchRecord
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from tests.gui.conftest import DEMO
from tests.gui.demo_library import CASE

SKETCHES = DEMO / "sketches"
STANDS_OUT, FLAT = SKETCHES / "S-01.jpg", SKETCHES / "S-24.jpg"
Search = Callable[..., SearchRecord]


@pytest.fixture(scope="session")
def models() -> Models:
    """The networks, loaded once for all stored searches."""
    return Models(resources() / "models" / "default")


@pytest.fixture
def search(library: Path, models: Models) -> Search:
    """Stores a search in the library, as the command line does."""

    def make(sketch: Path = STANDS_OUT, **parameters: object) -> SearchRecord:
        place = Workplace(library=library, bundle=models.folder, actor="examiner", models=models)
        try:
            chosen = SearchParameters(**parameters)  # type: ignore[arg-type]
            request = IdentifyRequest(sketches=(SketchInput(path=sketch),), case_number=CASE, parameters=chosen)
            return identify(request, place.search_tools())
        finally:
            place.close()

    return make
