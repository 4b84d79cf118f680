"""Step 1: where the library lies."""

from __future__ import annotations

from pathlib import Path

from forensic_id.core.settings import holds_library
from forensic_id.gui.desk import Desk
from forensic_id.gui.first_start.step import Step
from forensic_id.gui.widgets.folder_field import FolderField
from forensic_id.gui.widgets.labels import label


class LibraryStep(Step):
    """Makes the library, or opens one that is there already."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            self.tr("Where should the library be kept?"),
            self.tr(
                "A library is a folder on this computer. It holds the photos of the gallery, the cases with their "
                "searches, and the audit log. Nothing of it leaves this computer."
            ),
        )
        self._desk = desk
        self.found_one = False
        self._made: Path | None = None
        self.field = FolderField(self.tr("Folder of the library"))
        self.field.folder = desk.library_folder
        self.field.folder_changed.connect(self._look)
        self._note = label("", "muted", wrap=True)
        self.body.addWidget(self.field)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self._look(desk.library_folder)

    def begin(self) -> None:
        self.field.setFocus()
        if self.field.folder is not None:
            self._look(self.field.folder)

    def perform(self) -> None:
        """Open or make the library in the folder; folders of others are refused by the service's own sentence."""
        folder = self.field.folder
        if folder is None:
            self.say_problem(self.tr("Name a folder."))
            return
        self.setEnabled(False)
        whole = folder.expanduser().absolute()
        self._desk.open_library(whole, owner=self, on_done=lambda: self._opened(folder), on_failed=self.say_problem)

    def _opened(self, folder: Path) -> None:
        if not self.found_one:
            self._made = folder
        self.say_problem("")
        self.completed.emit()

    def _look(self, folder: Path) -> None:
        self.say_problem("")
        self.found_one = folder != self._made and holds_library(folder.expanduser())
        if folder == self._made:
            self._note.setText(self.tr("The library was made in this folder."))
            return
        found = self.tr("There is a library in this folder already: it will be opened as it is.")
        made = self.tr("The folder will be made if it is missing. It must be empty.")
        self._note.setText(found if self.found_one else made)
