"""Stored searches over the demo people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensic_id.composition import Models, Workplace, resources
from forensic_id.core.records import SearchParameters, SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.search.page import SearchPage
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from tests.gui.conftest import DEMO
from tests.gui.demo_library import CASE

SKETCHES = DEMO / "sketches"
STANDS_OUT, FLAT = SKETCHES / "S-01.jpg", SKETCHES / "S-24.jpg"
Search = Callable[..., SearchRecord]
MakePage = Callable[[Desk], SearchPage]


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


@pytest.fixture
def make_page(qtbot: QtBot, settled: Callable[[Desk], None]) -> MakePage:
    """The page as the main window shows it."""

    def make(desk: Desk) -> SearchPage:
        made = SearchPage(desk)
        qtbot.addWidget(made)
        desk.page_requested.connect(lambda name: made.shown() if name == "search" else None)
        made.resize(1100, 760)
        made.show()
        made.shown()
        settled(desk)
        return made

    return make
