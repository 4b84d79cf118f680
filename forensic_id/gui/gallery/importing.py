"""The ways into an import: buttons, dropping, pasting, another page's wish; its dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from forensic_id.core.rights import Right
from forensic_id.core.transactions import TRANSACTION_ENDINGS
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.import_dialog import ImportDialog
from forensic_id.gui.gallery.import_results import ImportResults
from forensic_id.gui.gallery.import_run import ImportRun
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.widgets.image_intake import ImageIntake


class Importing(QObject):
    """Asks what is which and starts the desk's import."""

    subject_requested = Signal(str)
    """The subject with this external id is to be shown."""

    def __init__(self, desk: Desk, run: ImportRun, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._run, self._page = desk, run, page
        self._last = LastFolder(desk.preferences, "photos", QStandardPaths.StandardLocation.PicturesLocation)
        self.dialog: ImportDialog | None = None
        self.results: ImportResults | None = None
        self.intake = ImageIntake(page)
        self.intake.files_given.connect(lambda paths: self.ask(paths[0]))
        desk.import_requested.connect(self.take_wanted)

    def choose_folder(self) -> None:
        """Let the user choose a folder of photos."""
        if not self._desk.rights.permit(Right.IMPORT):
            return
        name = QFileDialog.getExistingDirectory(
            self._page, self.tr("Import a folder of photos"), str(self._last.folder())
        )
        if name:
            self.ask(Path(name))

    def choose_file(self) -> None:
        """Let the user choose a metadata file."""
        if not self._desk.rights.permit(Right.IMPORT):
            return
        kinds = self.tr("Tables (*.csv *.jsonl *.json *.ndjson);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Import a CSV or JSON Lines file"), str(self._last.folder()), kinds
        )
        if name:
            self.ask(Path(name))

    def choose_transaction(self) -> None:
        """Let the user choose an ANSI/NIST-ITL file; a folder of them is imported like a folder of photos."""
        endings = " ".join(f"*{each}" for each in TRANSACTION_ENDINGS)
        kinds = self.tr("Transactions ({});;All files (*)").format(endings)
        name, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Import a Type-10 transaction"), str(self._last.folder()), kinds
        )
        if name:
            self.ask(Path(name))

    def take_wanted(self) -> None:
        """Ask about what another page wants to be imported."""
        path = self._desk.take_wanted_import()
        if path is not None:
            self.ask(path)

    def ask(self, path: Path) -> None:
        """Show what a folder or file holds, and import it when the user agrees."""
        if not self._desk.rights.permit(Right.IMPORT):
            return
        if self._run.is_active:
            self._tell_busy()
            return
        self._last.remember(path)
        dialog = self.dialog = ImportDialog(self._desk, path, self._page)
        dialog.accepted.connect(lambda: self._run.start(dialog.path, dialog.mapping))
        dialog.finished.connect(self._close_dialog)
        dialog.open()

    def show_results(self) -> None:
        """Show what became of each file."""
        results = self.results = ImportResults(self._desk, self._run, self._page)
        results.subject_requested.connect(self.subject_requested)
        results.finished.connect(self._close_results)
        results.show()

    def _tell_busy(self) -> None:
        sentence = self.tr("{} is being imported. Wait until it is finished, or stop it.")
        box = QMessageBox(parent=self._page)
        box.setWindowTitle(self.tr("Import"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence.format(self._run.path.name))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _close_dialog(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
        self.dialog = None

    def _close_results(self) -> None:
        if self.results:
            self.results.deleteLater()
        self.results = None
