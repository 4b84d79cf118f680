"""A stored search of the demo people, and the review page over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace, WorkplaceOpener, resources
from forensic_id.core.records import AuditEntry, SearchParameters
from forensic_id.gui.desk import Desk
from forensic_id.gui.review.page import ReviewPage
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.probe import SketchInput
from tests.gui.conftest import DEMO
from tests.gui.demo_library import CASE

SEARCH = 1
TOP = 12


@pytest.fixture(scope="session")
def searched_library(demo_library: Path, opener: WorkplaceOpener, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo library with one search in it, once for all tests; never changed."""
    folder = tmp_path_factory.mktemp("searched") / "library"
    shutil.copytree(demo_library, folder)
    place = opener(folder, resources() / "models" / "default")
    request = IdentifyRequest(
        sketches=(SketchInput(path=DEMO / "sketches" / "S-01.jpg"),),
        case_number=CASE,
        parameters=SearchParameters(top=TOP),
    )
    try:
        identify(request, place.search_tools())
    finally:
        place.close()
    return folder


@pytest.fixture
def library(searched_library: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    shutil.copytree(searched_library, folder)
    return folder


@pytest.fixture
def as_examiner(library: Path) -> Callable[[str], Workplace]:
    """The library as somebody else opens it."""
    return lambda actor: Workplace(library=library, actor=actor)


@pytest.fixture
def entries(library: Path) -> Callable[[str], list[AuditEntry]]:
    """Audit entries of one action."""

    def read(action: str) -> list[AuditEntry]:
        place = Workplace(library=library, actor="reader")
        try:
            return [entry for entry in place.library().audit.entries() if entry.action == action]
        finally:
            place.close()

    return read


@pytest.fixture
def open_page(qtbot: QtBot, settled: Callable[[Desk], None]) -> Callable[[Desk], ReviewPage]:
    """The page in front with the search opened."""

    def opened(desk: Desk) -> ReviewPage:
        page = ReviewPage(desk)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        page.show()
        qtbot.waitExposed(page)
        desk.open_search(SEARCH, page="review")
        page.shown()
        settled(desk)
        page.activateWindow()
        page.list.view.setFocus()
        return page

    return opened


@pytest.fixture
def page(desk: Desk, open_page: Callable[[Desk], ReviewPage]) -> ReviewPage:
    return open_page(desk)
