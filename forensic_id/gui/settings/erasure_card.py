"""Purging whoever is past the retention date, and expunging people by a list, each looked at before it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.settings.card import Card
from forensic_id.gui.settings.due_dialog import DueDialog
from forensic_id.gui.settings.erasure_dialog import ErasureDialog
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.erase_subjects import (
    ErasurePlan,
    ErasureReport,
    carry_out,
    plan_expungement,
    plan_purge,
    read_expungement_list,
)


class ErasureCard(Card):
    """Nothing goes without a list that was shown and a word that was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Retention"))
        self._desk = desk
        self._lists = LastFolder(desk.preferences, "expungement lists")
        self.due_button = QPushButton(self.tr("Sho&w…"))
        self.purge_button = QPushButton(self.tr("&Purge…"))
        self.expunge_button = QPushButton(self.tr("E&xpunge a list…"))
        self.result = label("", wrap=True)
        self.result.hide()
        self.add_row(
            self.tr("Due dates and holds"),
            self.tr("Who is due by a day of your choice, and which holds are in force. Nothing is erased."),
            self.due_button,
        )
        self.add_row(
            self.tr("Past the retention date"),
            self.tr("Erases photos and people whose date has passed today, after you have seen the list."),
            self.purge_button,
        )
        self.add_row(
            self.tr("By order"),
            self.tr(
                "Erases the people that a court or an authority names: a CSV file with a column external_id, and the "
                "reference of the order."
            ),
            self.expunge_button,
        )
        self.add_wide(self.result)
        self.due_button.clicked.connect(self.show_due)
        for button in (self.purge_button, self.expunge_button):
            desk.rights.guard(button, Right.PURGE)
        self.purge_button.clicked.connect(self.purge)
        self.expunge_button.clicked.connect(self._choose_list)

    def show_due(self) -> None:
        """Show who is due by a day, and the holds."""
        dialog = DueDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def purge(self) -> None:
        """Show who is past the date."""
        today = datetime.now().astimezone().date()
        self._plan(lambda place, _task: plan_purge(place.library(), today=today))

    def expunge(self, path: Path, reference: str) -> None:
        """Show who is on a list."""
        self._plan(
            lambda place, _task: plan_expungement(place.library(), read_expungement_list(path), reference=reference)
        )

    def erase(self, plan: ErasurePlan) -> None:
        """Carry a plan out."""

        def work(place: Workplace, task: Task) -> ErasureReport:
            return carry_out(place.library(), plan, progress=task.report, cancelled=task.cancelled)

        self._say(self.tr("Erasing…"))
        self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=self._tell,
            on_failed=self._refuse,
            on_cancelled=self._change,
            title=self.tr("Erasing people"),
        )

    def _plan(self, work: Callable[[Workplace, Task], ErasurePlan]) -> None:
        self.result.hide()
        self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def _show(self, plan: ErasurePlan) -> None:
        if not (plan.subjects or plan.refused or plan.unfinished):
            self._say(self.tr("Nobody is past the retention date."))
            return
        dialog = ErasureDialog(plan, self)
        dialog.accepted.connect(lambda: self.erase(plan))
        dialog.open()

    def _tell(self, report: ErasureReport) -> None:
        photos = sum(len(each.photo_ids) for each in report.erased)
        told = [
            self.tr("Erased: {subjects} people, {photos} photos. Refused: {refused}.").format(
                subjects=len(report.erased), photos=photos, refused=len(report.refused)
            ),
            report.remnants,
        ]
        self._say("\n".join(filter(None, told)), wrong=bool(report.remnants))
        self._change()

    def _change(self) -> None:
        """Nobody who is gone stays on a screen."""
        self._desk.thumbnails.clear()
        self._desk.gallery_changed.emit()

    def _refuse(self, error: Exception) -> None:
        self._say(str(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.result.setText(text)
        set_role(self.result, "danger" if wrong else "body")
        self.result.show()

    def _choose_list(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("List of people to expunge"), str(self._lists.folder()), self.tr("Lists (*.csv *.jsonl)")
        )
        if not chosen:
            return
        self._lists.remember(Path(chosen))
        reference, agreed = QInputDialog.getText(
            self, self.tr("Expunge a list"), self.tr("Reference of the order, such as court order 12/2026:")
        )
        if agreed:
            self.expunge(Path(chosen), reference)
