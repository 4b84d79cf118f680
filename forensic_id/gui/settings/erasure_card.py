"""Purging who and what is past the term, expunging people by a list and a case by its number; looked at before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton

from forensic_id.core.case_retention import DueCase
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.numbers import counted
from forensic_id.gui.settings.card import Card
from forensic_id.gui.settings.case_order_dialog import CaseOrderDialog
from forensic_id.gui.settings.due_dialog import DueDialog
from forensic_id.gui.settings.erasure_dialog import ErasureDialog
from forensic_id.gui.settings.erasure_work import Plans, Reports, carry_out_plans, plan_case_order, plan_purges
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.erase_cases import CaseErasureReport
from forensic_id.services.erase_subjects import ErasureReport, plan_expungement, read_expungement_list


class ErasureCard(Card):
    """Nothing goes without a list that was shown and a word that was typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Retention"))
        self._desk = desk
        self._lists = LastFolder(desk.preferences, "expungement lists")
        self.due_button = QPushButton(self.tr("Sho&w…"))
        self.purge_button = QPushButton(self.tr("&Purge…"))
        self.expunge_button = QPushButton(self.tr("E&xpunge a list…"))
        self.case_button = QPushButton(self.tr("Expun&ge a case…"))
        self.result = label("", wrap=True)
        self.result.hide()
        self.add_row(
            self.tr("Due dates and holds"),
            self.tr("Who is due by a day of your choice, and which holds are in force. Nothing is erased."),
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
        self.case_button.clicked.connect(self._ask_for_case)

    def show_due(self) -> None:
        """Show who is due by a day, and the holds."""
        dialog = DueDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def purge(self) -> None:
        """Show who and which cases are past the date."""
        today = datetime.now().astimezone().date()
        self._plan(lambda place, _task: plan_purges(place, today=today))

    def expunge(self, path: Path, reference: str) -> None:
        """Show who is on a list."""

        def work(place: Workplace, _task: Task) -> Plans:
            return Plans(people=plan_expungement(place.library(), read_expungement_list(path), reference=reference))

        self._plan(work)

    def expunge_case(self, number: str, reference: str) -> None:
        """Show what of a case would go."""
        self._plan(lambda place, _task: plan_case_order(place, number, reference))

    def erase(self, plans: Plans) -> None:
        """Carry plans out."""
        planned = plans.cases.cases if plans.cases is not None else ()

        def stopped() -> None:
            self._say(self.tr("Stopped. What was erased until then is gone; what was not is still there."))
            self._change(plans, planned)

        def failed(error: Exception) -> None:
            self._refuse(error)
            self._change(plans, planned)

        def done(reports: Reports) -> None:
            self._tell(reports)
            self._change(plans, reports.cases.erased if reports.cases is not None else ())

        self._say(self.tr("Erasing…"))
        self._desk.run(
            Lane.WORK,
            lambda place, task: carry_out_plans(place, plans, task),
            owner=self,
            on_done=done,
            on_failed=failed,
            on_cancelled=stopped,
            title=self.tr("Erasing"),
        )

    def _plan(self, work: Callable[[Workplace, Task], Plans]) -> None:
        self.result.hide()
        self._desk.run(
            Lane.WORK,
            work,
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def _show(self, plans: Plans) -> None:
        if not (plans.erases or plans.refused):
            self._say(self.tr("Nobody is past the retention date, and no closed case is past its term."))
            return
        dialog = ErasureDialog(plans, self)
        dialog.accepted.connect(lambda: self.erase(plans))
        dialog.open()

    def _tell(self, reports: Reports) -> None:
        told: list[str] = []
        if reports.people is not None:
            told.append(self._people_told(reports.people))
        if reports.cases is not None:
            told += self._cases_told(reports.cases)
        told += reports.remnants
        self._say("\n".join(told), wrong=bool(reports.remnants))

    def _people_told(self, report: ErasureReport) -> str:
        photos = sum(len(each.photo_ids) for each in report.erased)
        return self.tr("Erased: {subjects} people, {photos} photos. Refused: {refused}.").format(
            subjects=counted(len(report.erased)), photos=counted(photos), refused=counted(len(report.refused))
        )

    def _cases_told(self, report: CaseErasureReport) -> list[str]:
        searches = sum(len(each.search_ids) for each in report.erased)
        first = self.tr("Cases erased: {cases}, with searches: {searches}. Refused: {refused}.").format(
            cases=counted(len(report.erased)), searches=counted(searches), refused=counted(len(report.refused))
        )
        refusal = self.tr("Case {number}: {reason}")
        return [first, *(refusal.format(number=each.number, reason=each.reason) for each in report.refused)]

    def _change(self, plans: Plans, cases: tuple[DueCase, ...]) -> None:
        """Nobody and nothing that is gone stays on a screen.

        `cases` are those erased, or all planned where it is not known how far erasing came.
        """
        self._desk.thumbnails.clear()
        self._desk.let_go_of_cases(cases)
        if plans.people is not None:
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

    def _ask_for_case(self) -> None:
        dialog = CaseOrderDialog(self._desk.case_number, self)
        dialog.accepted.connect(lambda: self.expunge_case(dialog.number.text(), dialog.reference.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
