"""Step 1: where the library lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog

from forensic_id.core.errors import LibraryLockedError
from forensic_id.core.sealing import is_encrypted
from forensic_id.core.settings import holds_library
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.set_up_dialog import SetUpDialog
from forensic_id.gui.encryption.unlock_dialog import UnlockDialog
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
        self.encrypt = QCheckBox(self.tr("&Encrypt the library with a passphrase"))
        self._advice = label(
            self.tr(
                "Without it, keep the drive encrypted (BitLocker, FileVault, LUKS): whoever takes the computer could "
                "read everything otherwise. It can be encrypted later in the settings."
            ),
            "small",
            wrap=True,
        )
        self.body.addWidget(self.encrypt)
        self.body.addWidget(self._advice)
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
        self._desk.open_library(whole, owner=self, on_done=lambda: self._opened(folder), on_failed=self._failed)

    def _opened(self, folder: Path) -> None:
        if not self.found_one:
            self._made = folder
        self.say_problem("")
        if self.found_one or not self.encrypt.isChecked() or is_encrypted(folder.expanduser()):
            self.completed.emit()
            return
        self._ask(SetUpDialog(self._desk, self), self.completed.emit)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LibraryLockedError) or self.field.folder is None:
            self.say_problem(error)
            return
        self.say_problem("")
        whole = self.field.folder.expanduser().absolute()
        self._ask(UnlockDialog(self._desk, whole, self), self.perform)

    def _ask(self, dialog: QDialog, then: Callable[[], None]) -> None:
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look(self, folder: Path) -> None:
        self.say_problem("")
        self.found_one = folder != self._made and holds_library(folder.expanduser())
        if folder == self._made:
            self._note.setText(self.tr("The library was made in this folder."))
            return
        found = self.tr("There is a library in this folder already: it will be opened as it is.")
        made = self.tr("The folder will be made if it is missing. It must be empty.")
        self._note.setText(found if self.found_one else made)
        self.encrypt.setVisible(not self.found_one)
        self._advice.setVisible(not self.found_one)
