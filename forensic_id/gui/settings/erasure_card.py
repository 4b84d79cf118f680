"""Purging who and what is past the term, expunging people by a list and a case by its number; looked at before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.due_dialog import DueDialog
from forensic_id.gui.erasing.erasure import Erasure
from forensic_id.gui.erasing.erasure_work import Plans, plan_purges
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Task
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.erase_subjects import plan_expungement, read_expungement_list


class ErasureCard(Card):
    """Nothing goes without a list that was shown and a word that was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Retention"))
        self._desk = desk
        self.erasure = Erasure(desk, self)
        self.erasure.said.connect(self._say)
        self.erasure.complained.connect(self._complain)
        self._lists = LastFolder(desk.preferences, "expungement lists")
        self.due_button = QPushButton(self.tr("Sho&w…"))
        self.purge_button = QPushButton(self.tr("&Purge…"))
        self.expunge_button = QPushButton(self.tr("E&xpunge a list…"))
        self.case_button = QPushButton(self.tr("Expun&ge a case…"))
        self.result = label("", wrap=True)
        self.result.hide()
        self.add_row(
            self.tr("Due dates and holds"),
            self.tr(
                "Who and which cases are due by a day of your choice, and which holds are in force. Nothing is "
                "erased."
            ),
            self.due_button,
        )
        self.add_row(
            self.tr("Past the retention date"),
            self.tr(
                "Erases photos and people whose date has passed today, and the searches of closed cases past their "
                "term, after you have seen the list."
            ),
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
        self.add_row(
            self.tr("A case by order"),
            self.tr("Erases a case with its sketches, searches and reviews, on the order whose reference you give."),
            self.case_button,
        )
        self.add_wide(self.result)
        self.due_button.clicked.connect(self.show_due)
        for button in (self.purge_button, self.expunge_button, self.case_button):
            desk.rights.guard(button, Right.PURGE)
        self.purge_button.clicked.connect(self.purge)
        self.expunge_button.clicked.connect(self._choose_list)
        self.case_button.clicked.connect(lambda: self.erasure.ask_for_case(desk.case_number))

    def show_due(self) -> None:
        """Show who is due by a day, and the holds."""
        dialog = DueDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def purge(self) -> None:
        """Show who and which cases are past the date."""
        today = datetime.now().astimezone().date()
        self.erasure.plan(lambda place, _task: plan_purges(place, today=today))

    def expunge(self, path: Path, reference: str) -> None:
        """Show who is on a list."""

        def work(place: Workplace, _task: Task) -> Plans:
            return Plans(people=plan_expungement(place.library(), read_expungement_list(path), reference=reference))

        self.erasure.plan(work)

    def _say(self, text: str) -> None:
        self._tell(text, "body")

    def _complain(self, text: str) -> None:
        self._tell(text, "danger")

    def _tell(self, text: str, role: Literal["body", "danger"]) -> None:
        self.result.setText(text)
        set_role(self.result, role)
        self.result.setVisible(bool(text))

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
