"""Erases what was planned, after the plan was shown and a word was typed, and has every page let go of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from forensic_id.core.case_retention import DueCase
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.case_order_dialog import CaseOrderDialog
from forensic_id.gui.erasing.erasure_dialog import ErasureDialog
from forensic_id.gui.erasing.erasure_work import Plans, Reports, carry_out_plans, plan_case_order
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.erase_cases import CaseErasureReport
from forensic_id.services.erase_subjects import ErasureReport


class Erasure(QObject):
    """Nothing goes without a list that was shown and a word that was typed; dialogs belong to `page`."""

    said = Signal(str)
    """What came of it; an empty text: nothing is to be said yet."""
    complained = Signal(str)
    """What went wrong, or is left to do."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask_for_case(self, number: str) -> None:
        """Ask which case an order has erased, `number` to begin with, and show what of it would go."""
        dialog = CaseOrderDialog(number, self._page)
        dialog.accepted.connect(lambda: self.expunge_case(dialog.number.text(), dialog.reference.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def expunge_case(self, number: str, reference: str) -> None:
        """Show what of a case would go."""
        self.plan(lambda place, _task: plan_case_order(place, number, reference))

    def plan(self, work: Callable[[Workplace, Task], Plans]) -> None:
        """Make a plan and show it."""
        self.said.emit("")
        self._desk.run(Lane.WORK, work, owner=self, on_done=self._show, on_failed=self._refuse)

    def erase(self, plans: Plans) -> None:
        """Carry plans out."""
        planned = plans.cases.cases if plans.cases is not None else ()

        def stopped() -> None:
            self.said.emit(self.tr("Stopped. What was erased until then is gone; what was not is still there."))
            self._change(plans, planned)

        def failed(error: Exception) -> None:
            self._refuse(error)
            self._change(plans, planned)

        def done(reports: Reports) -> None:
            self._tell(reports)
            self._change(plans, reports.cases.erased if reports.cases is not None else ())

        self.said.emit(self.tr("Erasing…"))
        self._desk.run(
            Lane.WORK,
            lambda place, task: carry_out_plans(place, plans, task),
            owner=self,
            on_done=done,
            on_failed=failed,
            on_cancelled=stopped,
            title=self.tr("Erasing"),
        )

    def _show(self, plans: Plans) -> None:
        if not (plans.erases or plans.refused):
            self.said.emit(self.tr("Nobody is past the retention date, and no closed case is past its term."))
            return
        dialog = ErasureDialog(plans, self._page)
        dialog.accepted.connect(lambda: self.erase(plans))
        dialog.open()

    def _tell(self, reports: Reports) -> None:
        told: list[str] = []
        if reports.people is not None:
            told.append(self._people_told(reports.people))
        if reports.cases is not None:
            told += self._cases_told(reports.cases)
        told += map(translated, reports.remnants)
        (self.complained if reports.remnants else self.said).emit("\n".join(told))

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
        return [
            first,
            *(refusal.format(number=each.number, reason=translated(each.reason)) for each in report.refused),
        ]

    def _change(self, plans: Plans, cases: tuple[DueCase, ...]) -> None:
        """Nobody and nothing that is gone stays on a screen.

        `cases` are those erased, or all planned where it is not known how far erasing came.
        """
        self._desk.thumbnails.clear()
        self._desk.let_go_of_cases(cases)
        if plans.people is not None:
            self._desk.gallery_changed.emit()

    def _refuse(self, error: Exception) -> None:
        self.complained.emit(sentence_for(error))


__all__ = ["Erasure"]
