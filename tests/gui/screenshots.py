"""Picture every page in both themes with the demo people: `python -m tests.gui.screenshots [FOLDER]`.

The pictures go into the help and the README; run it anew after a change that a person sees, and look at them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image, ImageOps
from PySide6.QtWidgets import QApplication, QWidget

from forensic_id.app import make_application
from forensic_id.composition import WorkplaceOpener, resources
from forensic_id.core.review import Decision
from forensic_id.core.settings import KEYS_VARIABLE
from forensic_id.gui.desk import Desk
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.pixels import to_pixels
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.search.page import SearchPage, Step
from forensic_id.gui.theme.appearance import Appearance
from tests.gui.demo_library import CASE, demo_library
from tests.gui.office_library import EXAMINER, cheap_passwords, fill_office
from tests.gui.office_scenes import SCENES, Door, settle
from tests.gui.waiting import wait_until

_SIZE = (1280, 820)
_COLOURS = 255
"""A palette is a quarter of the size, and faces still look right."""
_ROUNDS = 8
"""Of events: each carries a text that has become longer one layout up, and the last has to reach the window."""
_SKETCH = resources() / "demo" / "sketches" / "S-01.jpg"


def main(folder: Path) -> None:
    """Write `<page>-<theme>.png` for every page."""
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["LOGNAME"] = "examiner"  # pictures name neither the one who made them nor a folder of the machine
    application = make_application()
    appearance = Appearance(resources(), application)
    appearance.load_scripts()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        Path("demo").symlink_to(resources() / "demo")
        os.environ[KEYS_VARIABLE] = "keys"
        people = demo_library(Path(place), Path("demo/gallery.csv"))
        for theme in ("light", "dark"):
            appearance.apply(theme, application)
            library = Path(theme) / "office"  # the name is seen in the status bar
            shutil.copytree(people, library)
            with _window(appearance, library) as window:
                for name, prepare in _SCENES.items():
                    prepare(window)
                    _save(window, window, folder / f"{name}-{theme}.png")
            library = Path(theme) / "county"
            shutil.copytree(people, library)
            fill_office(library, CASE)
            with cheap_passwords(), _window(appearance, library) as window:
                _picture_office(window, folder, theme)


@contextmanager
def _window(appearance: Appearance, library: Path) -> Iterator[MainWindow]:
    """The main window over a library, with the demo's case on the desk."""
    desk = Desk(
        WorkplaceOpener(),
        library_folder=library,
        bundle_folder=resources() / "models" / "default",
        appearance=appearance,
        preferences=Preferences(library.with_suffix(".ini")),
    )
    desk.choose_case(CASE)
    window = MainWindow(desk)
    window.resize(*_SIZE)
    window.show()
    try:
        yield window
    finally:
        window.close()
        wait_until(lambda: not window.isVisible())


def _picture_office(window: MainWindow, folder: Path, theme: str) -> None:
    """What people with accounts see: the way in, then their pages and dialogs."""
    door = Door(window)
    entrance = door.dialog()
    entrance.form.fields["name"].setText(EXAMINER)
    _save(window, entrance, folder / f"sign-in-{theme}.png")
    person = ""
    for scene in SCENES:
        if scene.person != person:
            door.let_in(scene.person)
            person = scene.person
        _save(window, scene.prepare(window), folder / f"{scene.name}-{theme}.png")


def _search(window: MainWindow) -> SearchPage:
    window.show_page("search")
    page = window.page
    assert isinstance(page, SearchPage)
    return page


def _workbench(window: MainWindow) -> None:
    page = _search(window)
    page.workbench.add_files([_SKETCH])
    wait_until(page.run_bar.search_button.isEnabled)


def _pool(window: MainWindow) -> None:
    _search(window).show_step(Step.POOL)


def _candidates(window: MainWindow) -> None:
    page = _search(window)
    page.run_bar.search_button.click()
    wait_until(lambda: page.record is not None and page.step is Step.LIST)


def _why(window: MainWindow) -> None:
    _search(window).show_step(Step.WHY)


def _review(window: MainWindow) -> None:
    record = _search(window).record
    assert record is not None
    window.desk.candidate_chosen.emit(record.search_id, 1)
    window.desk.open_search(record.search_id, page="review")
    settle(window)
    page = window.page
    assert isinstance(page, ReviewPage)
    page.panel.buttons[Decision.POSSIBLE].click()


def _report(window: MainWindow) -> None:
    window.desk.page_requested.emit("report")


_SCENES: dict[str, Callable[[MainWindow], None]] = {
    "gallery": lambda window: window.show_page("gallery"),
    "workbench": _workbench,
    "pool": _pool,
    "candidates": _candidates,
    "why": _why,
    "review": _review,
    "report": _report,
    "cases": lambda window: window.show_page("cases"),
    "batch": lambda window: window.show_page("batch"),
    "training": lambda window: window.show_page("training"),
    "audit": lambda window: window.show_page("audit"),
    "settings": lambda window: window.show_page("settings"),
    "help": lambda window: window.show_page("help"),
}


def _save(window: MainWindow, pictured: QWidget, path: Path) -> None:
    """Grab a widget once everything is loaded; what is painted first asks for more, hence several times."""
    for _ in range(_ROUNDS):
        settle(window)
        pictured.grab()
        QApplication.processEvents()
    settle(window)
    picture = Image.fromarray(to_pixels(pictured.grab().toImage()))
    if pictured is not window:
        picture = ImageOps.expand(picture, border=1, fill=window.desk.appearance.colours.line)
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else resources() / "help" / "images")
