"""Backing the library up, restoring a backup, and looking the library over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QListWidget, QPushButton

from forensic_id.core.backup import Backup
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.backup_library import backup_is_due, backup_library, last_backup, restore_backup
from forensic_id.services.check_library import LibraryCheck, RepairTools, check_library, repair_library

_T = TypeVar("_T")
_SHOWN = 8
"""Findings seen without scrolling."""


class UpkeepCard(Card):
    """What takes long runs among the running tasks, where it can be stopped; results are told here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Backup and check"))
        self._desk = desk
        self._backups = LastFolder(desk.preferences, "backups")
        self.backup_button = QPushButton(self.tr("&Back up now…"))
        self.restore_button = QPushButton(self.tr("&Restore a backup…"))
        self.check_button = QPushButton(self.tr("&Check the library"))
        self.repair_button = QPushButton(self.tr("Repair &what can be derived"))
        self.age = label("", "small", wrap=True)
        self.result = label("", wrap=True)
        self.findings = QListWidget()
        self.findings.setAccessibleName(self.tr("What is wrong"))
        self.findings.setWordWrap(True)
        self._lay_out()
        self.backup_button.clicked.connect(self._choose_destination)
        self.restore_button.clicked.connect(self._choose_backup)
        self.check_button.clicked.connect(self.check)
        for button in (self.backup_button, self.restore_button, self.repair_button):
            desk.rights.guard(button, Right.BACKUP)
        desk.rights.guard(self.check_button, Right.READ_AUDIT)
        self.repair_button.clicked.connect(self.repair)
        desk.library_changed.connect(self.load)

    def load(self) -> None:
        """Tell how old the last backup is."""

        def read(place: Workplace, _task: Task) -> tuple[datetime | None, bool]:
            library = place.library()
            return last_backup(library), backup_is_due(library, datetime.now(UTC))

        self._desk.run(Lane.BROWSE, read, owner=self, on_done=self._tell_age, on_failed=self._say)

    def back_up(self, destination: Path) -> None:
        """Add a backup to a folder of backups."""

        def work(place: Workplace, task: Task) -> Backup:
            return backup_library(place.library(), destination, progress=task.report, cancelled=task.cancelled)

        def done(made: Backup) -> None:
            text = self.tr("Backed up and verified: {folder} ({photos} photos, {size} MB copied).").format(
                folder=made.folder, photos=counted(made.photos), size=measured(made.copied_bytes / 1e6, ",.1f")
            )
            if made.missing:
                lost = self.tr("The library itself has lost {} originals: check it.").format(
                    counted(len(made.missing))
                )
                text = f"{text}\n{lost}"
            self._end(text, sound=not made.missing)
            self.load()

        self._start(work, done, self.tr("Backing up the library"))

    def restore(self, backup: Path, folder: Path) -> None:
        """Make a new library of a backup."""

        def work(place: Workplace, task: Task) -> Backup:
            return restore_backup(
                backup,
                folder,
                restorer=place.restorer,
                actor=place.actor,
                progress=task.report,
                cancelled=task.cancelled,
            )

        def done(_restored: Backup) -> None:
            told = self.tr("Restored and verified: {}. Open this folder as the library above to work in it.")
            self._end(told.format(folder), sound=True)

        self._start(work, done, self.tr("Restoring a backup"))

    def check(self) -> None:
        """Look the library over."""

        def work(place: Workplace, task: Task) -> LibraryCheck:
            return check_library(
                place.library(), bundle_id=place.bundle_id, progress=task.report, cancelled=task.cancelled
            )

        self._start(work, self._show, self.tr("Checking the library"))

    def repair(self) -> None:
        """Derive anew what can be derived."""

        def work(place: Workplace, task: Task) -> LibraryCheck:
            tools = RepairTools(loader=place.loader, aligner=place.new_reader().aligner, encoder=place.encoder)
            return repair_library(place.library(), tools, progress=task.report, cancelled=task.cancelled)

        def done(found: LibraryCheck) -> None:
            self._show(found)
            self._desk.gallery_changed.emit()

        self._start(work, done, self.tr("Repairing the library"))

    def _show(self, found: LibraryCheck) -> None:
        for each in found.findings:
            self.findings.addItem(translated(f"{each.sentence} {each.advice}"))
        self.findings.setVisible(not found.sound)
        self.findings.setFixedHeight(min(_SHOWN, max(2, len(found.findings))) * 40)
        self.repair_button.setVisible(found.repairable)
        told = self.tr(
            "Checked: {entries} audit entries, {searches} searches, {originals} originals, {photos} photos."
        ).format(
            entries=counted(found.audit_entries),
            searches=counted(found.searches),
            originals=counted(found.originals),
            photos=counted(found.photos),
        )
        verdict = self.tr("Nothing is wrong.") if found.sound else self.tr("Something is wrong:")
        self._end(f"{told} {verdict}", sound=found.sound)

    def _tell_age(self, state: tuple[datetime | None, bool]) -> None:
        made, due = state
        told = self.tr("This library was never backed up.")
        if made is not None:
            told = self.tr("Last backup: {}.").format(f"{made.astimezone():%Y-%m-%d %H:%M}")
        self.age.setText(f"{told} {self.tr('It is time for a backup.')}" if due else told)
        set_role(self.age, "warning" if due else "small")

    def _start(self, work: Callable[[Workplace, Task], _T], done: Callable[[_T], None], title: str) -> None:
        for button in self._buttons():
            button.setEnabled(False)
        self.findings.clear()
        self.findings.hide()
        self.repair_button.hide()
        self.result.setText(title + "…")
        self.result.show()
        set_role(self.result, "body")
        self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=done,
            on_failed=self._say,
            on_cancelled=lambda: self._end(self.tr("Stopped."), sound=True),
            title=title,
        )

    def _say(self, error: Exception) -> None:
        self._end(sentence_for(error), sound=False)

    def _end(self, text: str, *, sound: bool) -> None:
        for button in self._buttons():
            button.setEnabled(True)
        self.result.setText(text)
        self.result.show()
        set_role(self.result, "body" if sound else "danger")

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.backup_button, self.restore_button, self.check_button, self.repair_button

    def _choose_destination(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of backups"), str(self._backups.folder()))
        if chosen:
            self._backups.remember(Path(chosen) / "backup")
            self.back_up(Path(chosen))

    def _choose_backup(self) -> None:
        title = self.tr("The backup, a folder named by its date")
        backup = QFileDialog.getExistingDirectory(self, title, str(self._backups.folder()))
        if not backup:
            return
        above = str(self._desk.library_folder.parent)
        folder = QFileDialog.getExistingDirectory(self, self.tr("A new, empty folder for the library"), above)
        if folder:
            self.restore(Path(backup), Path(folder))

    def _lay_out(self) -> None:
        self.add_row(
            self.tr("Back up"),
            self.tr(
                "Adds a verified backup to a folder of backups, best on another disk, while you go on working. Only "
                "new files are copied; a backup of an encrypted library is encrypted."
            ),
            self.backup_button,
        )
        self.add_wide(self.age)
        self.add_row(
            self.tr("Restore"),
            self.tr("Makes a new library of a backup, every file verified. The library in use is not touched."),
            self.restore_button,
        )
        self.add_row(
            self.tr("Check"),
            self.tr("Looks over database, audit log, searches, originals, features, pictures and files left behind."),
            self.check_button,
        )
        for widget in (self.result, self.findings, self.repair_button):
            widget.hide()
            self.add_wide(widget)
