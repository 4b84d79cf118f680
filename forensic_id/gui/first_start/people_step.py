"""Step 4: whom the library holds first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from forensic_id.core.progress import Progress
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.first_start.step import Step
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.progress_bar import ProgressBar, progress_line
from forensic_id.gui.workplace import Workplace
from forensic_id.services.import_gallery import ImportReport
from forensic_id.services.prepare_demo import DEMO_CASE, prepare_demo


class PeopleStep(Step):
    """A gallery of one's own, the demonstration, or nobody yet."""

    page_chosen = Signal(str)
    """The assistant is done, and work begins on this page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            self.tr("How do you want to begin?"),
            self.tr("The library is ready. A gallery can be imported at any time."),
        )
        self._desk = desk
        self.body.setSpacing(SPACE["xs"])
        self._task: Task | None = None
        self.gallery = self._choice("import", self.tr("&Import a gallery"), self._import)
        self._explain(self.tr("A folder of photos. A table in CSV or JSON Lines is imported on the page Gallery."))
        self.demo = self._choice("people", self.tr("Open the &demonstration"), self._prepare_demo)
        self._explain(self.tr("Invented people and sketches of them, with a case to search under. Takes a minute."))
        desk.rights.guard(self.gallery, Right.IMPORT)
        desk.rights.guard(self.demo, Right.IMPORT, Right.MANAGE_CASES)
        self.empty = self._choice("folder", self.tr("Start &empty"), lambda: self.page_chosen.emit("cases"))
        self._explain(self.tr("An empty library; open a case first, import later."))
        self.bar = ProgressBar(self.tr("Progress of the demonstration"))
        self.state = label("", "muted")
        self.bar.hide()
        self.body.addStretch(1)
        self.body.addWidget(self.state)
        self.body.addWidget(self.bar)

    def begin(self) -> None:
        self.gallery.setFocus()

    def stop(self) -> None:
        """Give up what runs; what was enrolled stays."""
        if self._task is not None:
            self._task.cancel()

    def _choice(self, icon: str, text: str, action: object) -> QPushButton:
        button = QPushButton(self._desk.appearance.icon(icon), text)
        button.setIconSize(QSize(20, 20))
        button.setProperty("role", "choice")
        button.setAutoDefault(True)
        button.clicked.connect(action)
        self.body.addWidget(button)
        return button

    def _explain(self, text: str) -> None:
        explained = label(text, "small", wrap=True)
        explained.setContentsMargins(0, 0, 0, SPACE["s"])
        self.body.addWidget(explained)

    def _import(self) -> None:
        last = LastFolder(self._desk.preferences, "photos", QStandardPaths.StandardLocation.PicturesLocation)
        title = self.tr("Import a folder of photos")
        folder = QFileDialog.getExistingDirectory(self, title, str(last.folder()))
        if folder:
            self.page_chosen.emit("gallery")
            self._desk.import_requested.emit(Path(folder))

    def _prepare_demo(self) -> None:
        people = self._desk.appearance.resources / "demo"

        def prepare(place: Workplace, task: Task) -> ImportReport:
            return prepare_demo(
                people,
                library=place.library(),
                loader=place.loader,
                aligner=place.aligner,
                encoder=place.encoder,
                requester=place.library().principal.name,
                progress=task.report,
                cancelled=task.cancelled,
            )

        self.say_problem("")
        self._set_busy(busy=True)
        self._task = self._desk.run(
            Lane.WORK,
            prepare,
            owner=self,
            on_done=self._prepared,
            on_failed=self._failed,
            on_cancelled=lambda: self._set_busy(busy=False),
            on_progress=self._tell,
        )

    def _prepared(self, _report: ImportReport) -> None:
        self._set_busy(busy=False)
        self._desk.gallery_changed.emit()
        self._desk.cases_changed.emit()
        self._desk.choose_case(DEMO_CASE)
        self.page_chosen.emit("search")

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.say_problem(error)

    def _tell(self, progress: Progress) -> None:
        self.bar.show_progress(progress)
        self.state.setText(progress_line(progress))

    def _set_busy(self, *, busy: bool) -> None:
        if busy:
            self.setFocus()  # else it goes on to the button that stops everything, a space bar away
        for button in (self.gallery, self.demo, self.empty):
            button.setEnabled(not busy)
        self.bar.wait()
        self.bar.setVisible(busy)
        self.state.setText(self.tr("Loading the model…") if busy else "")
