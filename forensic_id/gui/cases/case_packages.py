"""Case packages on the cases page: made for the case in sight, checked wherever they come from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from forensic_id.gui.cases.package_check import PackageCheckDialog
from forensic_id.gui.cases.package_dialog import PackageDialog
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.widgets.image_intake import ImageIntake


class CasePackages(QObject):
    """A package that is dropped on the page, or pasted, is checked."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._last = LastFolder(desk.preferences, "packages")
        self.intake = ImageIntake(page)
        self.intake.files_given.connect(lambda paths: self.check(paths[0]))

    def ask_to_make(self, case_number: str) -> None:
        """Show what goes in, and make it when the user says so."""
        self._open(PackageDialog(self._desk, case_number, self._page))

    def choose(self) -> None:
        """Let the user choose a package to check."""
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Check a case package"),
            str(self._last.folder()),
            self.tr("Case packages (*.zip);;All files (*)"),
        )
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Check a package and show what is in it; no library is needed."""
        self._last.remember(path)
        self._open(PackageCheckDialog(self._desk, path, self._page))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
