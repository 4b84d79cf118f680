"""The desk: what all pages share. The library and models in use, the lanes, the case on the desk, and what changed.

Pages never talk to each other: they change the desk or ask it to show something, and listen to its signals.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from forensic_id.core.accounts import LibraryMode
from forensic_id.core.errors import UserFacingError
from forensic_id.core.progress import Progress
from forensic_id.gui.access.guards import Rights
from forensic_id.gui.preferences import Preferences
from forensic_id.gui.tasks import Lane, Task, TaskRunner
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.thumbnails import Thumbnails
from forensic_id.gui.workplace import Workplace
from forensic_id.services.show_pictures import sketch_thumbnail
from forensic_id.services.sign_in import sign_out

if TYPE_CHECKING:
    from forensic_id.core.case_retention import DueCase
    from forensic_id.services.sign_in import Access

T = TypeVar("T")
_log = logging.getLogger(__name__)
OpenWorkplace = Callable[[Path, Path], Workplace]
"""Makes a workplace for a library folder and a bundle folder, in the thread that will use it."""


class Desk(QObject):
    """Belongs to the main thread; `run` is the only way from a page to a service."""

    library_changed = Signal()
    """Another library, or the same one opened again."""
    bundle_changed = Signal()
    """Another model bundle is in use: features may be missing."""
    gallery_changed = Signal()
    """Subjects, photos or features were added, edited or removed."""
    cases_changed = Signal()
    cases_erased = Signal(object)
    """The sketches, searches and reviews of the cases of these numbers (a frozenset) are gone, or the cases, too."""
    case_chosen = Signal(str)
    """Another case lies on the desk; empty: none."""
    searches_changed = Signal(str)
    """A search was stored under the case of that number."""
    search_opened = Signal(int)
    """A stored search is to be shown."""
    candidate_chosen = Signal(int, int)
    """The candidate at a rank of a stored search is to be reviewed: search number, rank."""
    reviews_changed = Signal(int)
    """A decision, note or checklist of the search of that number was saved."""
    sketch_offered = Signal(object)
    """The sketch at that Path is to be searched by hand, on the search page."""
    page_requested = Signal(str)
    """The page of that name is to be shown."""
    import_requested = Signal(Path)
    """A folder or metadata file is to be imported into the gallery; its page comes to the front and asks."""
    told = Signal(str)
    """Something happened that nobody here asked for; a sentence for whoever is at work."""
    closing = Signal()
    """The program ends: what is held open is to be let go."""
    access_changed = Signal()
    """Somebody else acts, or is known for the first time."""
    lock_requested = Signal()
    sign_out_requested = Signal()
    password_requested = Signal()
    """Whoever is signed in wants another password."""
    help_requested = Signal(str)
    """The help topic of that name is to be shown."""

    def __init__(
        self,
        open_workplace: OpenWorkplace,
        *,
        library_folder: Path,
        bundle_folder: Path,
        appearance: Appearance,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = TaskRunner(self)
        self.rights = Rights(self)
        """What whoever acts may do; guards controls."""
        self.thumbnails = Thumbnails(self)
        self.sketches = Thumbnails(self, sketch_thumbnail)
        self.appearance, self.preferences = appearance, preferences
        self._open_workplace = open_workplace
        self._library_folder, self._bundle_folder = library_folder, bundle_folder
        self._workplaces: dict[Lane, Workplace] = {}
        self._case_number = ""
        self._search_id: int | None = None
        self._access: Access | None = None
        self.gate: Callable[[Callable[[], None]], None] = lambda then: then()
        """Asks who comes in before a library is used; set by the doorkeeper of the window."""
        self.help_topic = ""
        self.help_requested.connect(self._want_help)
        self._wanted_import: Path | None = None
        self.import_requested.connect(self._want_import)
        self._candidate: tuple[int, int] | None = None

    @property
    def library_folder(self) -> Path:
        """The folder of the library in use."""
        return self._library_folder

    @property
    def bundle_folder(self) -> Path:
        """The folder of the bundle in use."""
        return self._bundle_folder

    @property
    def case_number(self) -> str:
        """The case on the desk; empty when there is none."""
        return self._case_number

    @property
    def search_id(self) -> int | None:
        """The stored search that was opened last."""
        return self._search_id

    @property
    def candidate(self) -> tuple[int, int] | None:
        """Search number and rank of the candidate that was chosen last; a page built later begins with it."""
        return self._candidate

    @property
    def access(self) -> Access | None:
        """Who acts in the library; None while that is not known."""
        return self._access

    def set_access(self, access: Access | None) -> None:
        """Whoever comes in has come in; None: whoever was in is out."""
        self._access = access
        self.rights.serve(None if access is None else access.principal)
        self.access_changed.emit()

    def run(
        self,
        lane: Lane,
        work: Callable[[Workplace, Task], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run a service in a lane with the lane's own workplace; see TaskRunner.submit."""
        return self.tasks.submit(
            lane,
            lambda task: work(self._workplace(lane), task),
            owner=owner,
            on_done=on_done,
            on_failed=on_failed,
            on_cancelled=on_cancelled,
            on_progress=on_progress,
            title=title,
        )

    def choose_case(self, number: str) -> None:
        """Put a case on the desk; empty puts it away. The search that was open belongs to the case before."""
        if number != self._case_number:
            self._case_number, self._search_id, self._candidate = number, None, None
            self.case_chosen.emit(number)

    def let_go_of_cases(self, cases: Iterable[DueCase]) -> None:
        """Show nothing more of cases that were erased: their drafts are dropped before anything is written."""
        gone = tuple(cases)
        searches = frozenset(search for case in gone for search in case.search_ids)
        self.let_go_of(frozenset(case.number for case in gone), searches)

    def let_go_of(self, numbers: frozenset[str], searches: frozenset[int]) -> None:
        """The same, by the numbers of the cases and of their searches."""
        if not numbers:
            return
        self.sketches.clear()
        self.cases_erased.emit(numbers)
        if self._case_number in numbers or self._search_id in searches:
            self._case_number, self._search_id, self._candidate = "", None, None
            self.case_chosen.emit("")
        self.cases_changed.emit()

    def open_search(self, search_id: int, *, page: str = "search") -> None:
        """Show a stored search on a page."""
        self._search_id = search_id
        self.search_opened.emit(search_id)
        self.page_requested.emit(page)

    def choose_candidate(self, search_id: int, rank: int) -> None:
        """Have a candidate of a stored search reviewed; `page_requested` shows the page."""
        self._search_id, self._candidate = search_id, (search_id, rank)
        self.candidate_chosen.emit(search_id, rank)

    def offer_sketch(self, path: Path) -> None:
        """Bring a sketch to the search page, where its landmarks can be set by hand."""
        self.page_requested.emit("search")
        self.sketch_offered.emit(path)

    def open_library(
        self,
        folder: Path,
        *,
        owner: QObject,
        on_done: Callable[[], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Make or open the library in a folder, then work in it; when that fails, the one in use stays in use."""

        def make(place: Workplace, _task: Task) -> None:
            place.library(create=True)

        def use(_nothing: None) -> None:
            self.use_library(folder)
            on_done()

        self.run_at(folder, make, owner=owner, on_done=use, on_failed=on_failed)

    def run_at(
        self,
        folder: Path,
        work: Callable[[Workplace, Task], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Run a short service at a library that may be another one than the one in use."""

        def perform(task: Task) -> T:
            place = self._open_workplace(folder, self._bundle_folder)
            try:
                return work(place, task)
            finally:
                place.close()

        self.tasks.submit(Lane.BROWSE, perform, owner=owner, on_done=on_done, on_failed=on_failed)

    def leave_library(self) -> None:
        """Close the library in every lane, for what needs it alone; what runs is stopped."""
        self._leave_workplaces()

    def take_wanted_import(self) -> Path | None:
        """What is to be imported, handed out once."""
        path, self._wanted_import = self._wanted_import, None
        return path

    def use_library(self, folder: Path) -> None:
        """Work in another library from now on; what runs is stopped."""
        self._leave_workplaces()
        if folder != self._library_folder:
            self._sign_out("another library was opened")
        self._library_folder = folder
        self.preferences.library = folder
        self.choose_case("")
        self.gate(self.library_changed.emit)

    def use_bundle(self, folder: Path) -> None:
        """Work with another bundle from now on; what runs is stopped."""
        self._leave_workplaces()
        self._bundle_folder = folder
        self.bundle_changed.emit()

    def close(self) -> None:
        """Stop what runs and release the library."""
        self.closing.emit()
        self._leave_workplaces()
        self._sign_out("the program was closed")
        self.preferences.save()

    def _sign_out(self, why: str) -> None:
        """Log that whoever signed in to the library goes; what is wrong with it then keeps nobody here."""
        access, self._access = self._access, None
        if access is None or access.mode is LibraryMode.SINGLE_USER:
            return
        place = self._open_workplace(self._library_folder, self._bundle_folder)
        try:
            sign_out(place.library(), why=why)
            place.enter(None)
        except UserFacingError:
            _log.exception("The sign-out could not be logged.")
        finally:
            place.close()

    def _want_help(self, topic: str) -> None:
        """Keep it until the help page shows it: the page may be built only now."""
        self.help_topic = topic

    def _want_import(self, path: Path) -> None:
        """Keep it until the gallery's page takes it: the page may be built only now."""
        self._wanted_import = path
        self.page_requested.emit("gallery")

    def _workplace(self, lane: Lane) -> Workplace:
        """The lane's workplace; called in its thread."""
        if lane not in self._workplaces:
            self._workplaces[lane] = self._open_workplace(self._library_folder, self._bundle_folder)
        return self._workplaces[lane]

    def _leave_workplaces(self) -> None:
        self.tasks.cancel_all()
        self.tasks.in_every_lane(self._close_workplace)
        self.tasks.drain()

    def _close_workplace(self, lane: Lane) -> None:
        if workplace := self._workplaces.pop(lane, None):
            workplace.close()
