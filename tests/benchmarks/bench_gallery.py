"""How the gallery page bears a large library: first rows, how long the main thread is kept, memory, a search.

Run with `python -m tests.benchmarks.bench_gallery FOLDER` over a library that `tests.benchmarks.large_gallery` made.
Goals for 100,000 subjects: first rows within 1 s, no turn of the event loop over 16 ms, less than 700 MB.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication, QTableView
from rich.console import Console

from forensic_id.app import make_application
from forensic_id.composition import Workplace, WorkplaceOpener, resources
from forensic_id.core.errors import NotFoundError
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.page import GalleryPage
from forensic_id.gui.main_window import FIRST_PAGE, MainWindow
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.warm_up import warm_up
from forensic_id.services.identify import IdentifyRequest, identify
from forensic_id.services.manage_cases import open_case
from forensic_id.services.probe import SketchInput

STEPS = 300
"""Positions of the scroll bar from end to end."""
_FRAME = 0.016
_CASE = "benchmark"


@dataclass(slots=True)
class Turns:
    """How long turns of the event loop kept the main thread, in milliseconds: by the clock, and of processor time.

    On a machine that is busy with other work the clock counts that too.
    """

    walls: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)

    def take(self, application: QApplication, action: Callable[[], None]) -> None:
        """Do something and deliver what follows from it, then leave the rest of a frame to the lanes."""
        wall, busy = time.perf_counter(), time.thread_time()
        action()
        application.processEvents()
        spent = time.perf_counter() - wall
        self.walls.append(1000 * spent)
        self.busy.append(1000 * (time.thread_time() - busy))
        time.sleep(max(0.0, _FRAME - spent))

    def told(self) -> str:
        """Typical and longest turns."""
        return "; ".join(
            f"{name} median {np.median(times):.1f}, 99% {np.percentile(times, 99):.1f}, longest {max(times):.1f} ms"
            for name, times in (("clock:", self.walls), ("processor:", self.busy))
        )


def measure(folder: Path, say: Callable[[str], None]) -> None:
    """Open the window over the library, scroll both views from end to end, search a sketch."""
    application = make_application()
    appearance = Appearance(resources(), application)
    appearance.apply("light", application)
    with tempfile.TemporaryDirectory() as settings:
        opener, bundle = WorkplaceOpener(), resources() / "models" / "default"
        desk = Desk(
            opener,
            library_folder=folder,
            bundle_folder=bundle,
            appearance=appearance,
            preferences=Preferences(Path(settings) / "preferences.ini"),
        )
        window = MainWindow(desk)
        window.show()
        window.show_page(FIRST_PAGE)
        _settle(desk, application)
        warming = warm_up(window)
        while not warming.over:
            application.processEvents()
            time.sleep(_FRAME)
        page, seconds, opening = _first_rows(window, application)
        say(f"{page.model.count:,} subjects; first rows after {seconds:.2f} s; {opening.told()}")
        for name, view in (("table", page.table), ("pictures", page.grid)):
            say(f"Scrolling the {name}: {_scrolled(page, view, application).told()}")
        say(f"Most memory while browsing: {_megabytes():,.0f} MB")
        _settle(desk, application)
        seconds = _search(opener(folder, bundle))
        say(f"A search beside the window: {seconds:.1f} s; most memory with it: {_megabytes():,.0f} MB")
        window.close()


def _first_rows(window: MainWindow, application: QApplication) -> tuple[GalleryPage, float, Turns]:
    """Seconds from the click on the gallery, in an application that has started, to the first rows painted."""
    start, turns = time.perf_counter(), Turns()
    turns.take(application, lambda: window.show_page("gallery"))
    page = window.page
    assert isinstance(page, GalleryPage)
    while not (page.model.count and page.model.subject(0)):
        turns.take(application, lambda: None)
    return page, time.perf_counter() - start, turns


def _scrolled(page: GalleryPage, view: QTableView, application: QApplication) -> Turns:
    """Drag the bar from the beginning to the end and half way back."""
    (page.toolbar.grid_button if view is page.grid else page.toolbar.table_button).click()
    application.processEvents()
    bar, turns = view.verticalScrollBar(), Turns()
    for step in [*range(STEPS + 1), *range(STEPS, STEPS // 2, -1)]:
        position = bar.maximum() * step // STEPS
        turns.take(application, lambda position=position: bar.setValue(position))  # type: ignore[misc]
    return turns


def _settle(desk: Desk, application: QApplication) -> None:
    while desk.tasks.running:
        application.processEvents()
        time.sleep(_FRAME)


def _search(place: Workplace) -> float:
    """Seconds that the second search takes; the first loads the models, unless the window has."""
    try:
        place.library().cases.case(_CASE)
    except NotFoundError:
        open_case(place.library(), number=_CASE, offence="none", authority="none", requester="benchmark")
    request = IdentifyRequest(
        sketches=(SketchInput(path=resources() / "demo" / "sketches" / "S-01.jpg"),), case_number=_CASE
    )
    tools = place.search_tools()
    identify(request, tools)
    start = time.perf_counter()
    identify(request, tools)
    seconds = time.perf_counter() - start
    place.close()
    return seconds


def _megabytes() -> float:
    """The most memory the process has had; Linux counts in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    measure(parser.parse_args().folder, Console(soft_wrap=True).print)
    return 0


if __name__ == "__main__":
    sys.exit(main())
