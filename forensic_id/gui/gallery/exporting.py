"""People of the gallery as files for another system: of those chosen in the list, or of all that are listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QPushButton, QWidget

from forensic_id.core.errors import UserFacingError
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.numbers import counted
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.saved_bar import SavedBar
from forensic_id.gui.workplace import Workplace
from forensic_id.services.export_gallery import (
    MOST_AGENCY,
    ExportedGallery,
    export_table,
    export_transactions,
    listed_subjects,
)

People = Callable[[], list[int]]
"""Numbers of subjects, as they are at the moment."""
_AGENCY = "exchange/agency"


class Scope(QMenu):
    """Whom an export is of, and the forms it can have."""

    def __init__(self, title: str, people: People, parent: QWidget) -> None:
        """`title` has a place for how many there are."""
        super().__init__(parent)
        self.people, self._title = people, title
        self.table_action = self.addAction(self.tr("As &CSV or JSON…"))
        self.photos_action = self.addAction(self.tr("As CSV or JSON, with &photos beside it…"))
        self.transaction_action = self.addAction(self.tr("As &Type-10 transactions (ANSI/NIST-ITL)…"))

    def count(self) -> None:
        """Tell how many there are; nobody cannot be exported."""
        number = len(self.people())
        self.setTitle(self._title.format(counted(number)))
        self.setEnabled(number > 0)


class Exporting(QObject):
    """Asks in which form and where to, and has the service write; exports run among the tasks."""

    def __init__(self, desk: Desk, page: QWidget, *, chosen: People, listed: People) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._folders = LastFolder(desk.preferences, "exports")
        self.saved = SavedBar(desk)
        self.problem = Banner("")
        self.problem.hide()
        self.button = QPushButton(self.tr("E&xport"))
        menu = QMenu(self.button)
        self.scopes = (
            Scope(self.tr("People &chosen ({})"), chosen, menu),
            Scope(self.tr("All people &listed ({})"), listed, menu),
        )
        for scope in self.scopes:
            menu.addMenu(scope)
            menu.aboutToShow.connect(scope.count)
            self._connect(scope)
        self.button.setMenu(menu)
        desk.rights.guard(self.button, Right.EXCHANGE)
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def write_table(self, ids: list[int], path: Path, *, photos: bool = False) -> None:
        """Write CSV or JSON, as the file's ending says."""

        def work(place: Workplace, task: Task) -> ExportedGallery:
            library = place.library()
            chosen = listed_subjects(library, ids)
            return export_table(library, path, chosen, photos=photos, progress=task.report, cancelled=task.cancelled)

        self._run(work)

    def write_transactions(self, ids: list[int], folder: Path, agency: str) -> None:
        """Write a transaction a person into a folder."""

        def work(place: Workplace, task: Task) -> ExportedGallery:
            library = place.library()
            return export_transactions(
                library,
                folder,
                listed_subjects(library, ids),
                place.transaction_writer,
                agency=agency,
                date=f"{datetime.now().astimezone():%Y-%m-%d}",
                progress=task.report,
                cancelled=task.cancelled,
            )

        self._run(work)

    def _connect(self, scope: Scope) -> None:
        scope.table_action.triggered.connect(lambda: self._ask_for_table(scope.people(), photos=False))
        scope.photos_action.triggered.connect(lambda: self._ask_for_table(scope.people(), photos=True))
        scope.transaction_action.triggered.connect(lambda: self._ask_for_transactions(scope.people()))

    def _run(self, work: Callable[[Workplace, Task], ExportedGallery]) -> None:
        self.problem.say("")
        self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=self._tell,
            on_failed=self._refuse,
            title=self.tr("Exporting people"),
        )

    def _tell(self, done: ExportedGallery) -> None:
        told = self.tr("Written: {name} (people: {people}, photos: {photos})")
        name, people, photos = done.path.name, counted(done.subjects), counted(done.photos)
        self.saved.say(told.format(name=name, people=people, photos=photos), done.path)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.problem.say(sentence_for(error))
        else:
            self._desk.tasks.failed.emit(error)

    def _ask_for_table(self, ids: list[int], *, photos: bool) -> None:
        ask_where_to_save(
            self._page,
            self._desk.preferences,
            self.tr("Export people"),
            name="people.csv",
            kinds=self.tr("Table (*.csv)") + ";;" + self.tr("Records (*.json)"),
            then=lambda path: self.write_table(ids, path, photos=photos),
        )

    def _ask_for_transactions(self, ids: list[int]) -> None:
        name = QFileDialog.getExistingDirectory(
            self._page, self.tr("Folder for the transactions, a file a person"), str(self._folders.folder())
        )
        if not name:
            return
        self._folders.remember(Path(name) / "transaction")
        agency, agreed = QInputDialog.getText(
            self._page,
            self.tr("Export people"),
            self.tr("The agency that sends (field 1.008), at most {} characters:").format(MOST_AGENCY),
            text=self._desk.preferences.text(_AGENCY),
        )
        if agreed:
            self._desk.preferences.set_text(_AGENCY, agency)
            self.write_transactions(ids, Path(name), agency)

    def _paint(self) -> None:
        self.button.setIcon(self._desk.appearance.icon("export"))
