"""Holds on cases: placed and lifted with a reason, and told in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from forensic_id.core.retention import Hold
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_subjects import lift_hold, place_hold


class CaseHolds(QObject):
    """Asks, has the service hold or release, and tells the desk that cases changed."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask_to_place(self, number: str) -> None:
        """Hold a case if the user gives a reason."""
        dialog = HoldDialog(
            self.tr("Hold the case"),
            self.tr(
                "While the case {} is on hold, nobody on the candidate lists of its searches can be purged, expunged "
                "or removed, whatever their retention date says. Searches go on."
            ).format(number),
            self.tr("&Place the hold"),
            self._page,
        )
        dialog.accepted.connect(lambda: self.place(number, dialog.reason.text(), dialog.reference.text()))
        self._open(dialog)

    def ask_to_lift(self, hold: Hold) -> None:
        """Lift a hold if the user gives a reason."""
        dialog = HoldDialog(
            self.tr("Lift the hold"),
            self.tr(
                "From then on the people on the candidate lists of the case {} are kept by their own dates and holds "
                "alone; those past their date go with the next purge."
            ).format(hold.case_number),
            self.tr("&Lift the hold"),
            self._page,
        )
        dialog.accepted.connect(lambda: self.lift(hold, dialog.reason.text(), dialog.reference.text()))
        self._open(dialog)

    def place(self, number: str, reason: str, reference: str) -> None:
        """Hold a case."""
        self._run(
            lambda place, _task: place_hold(place.library(), case_number=number, reason=reason, reference=reference)
        )

    def lift(self, hold: Hold, reason: str, reference: str) -> None:
        """Lift a hold."""
        self._run(lambda place, _task: lift_hold(place.library(), hold.hold_id, reason=reason, reference=reference))

    def sentence(self, holds: Sequence[Hold]) -> str:
        """What holds a case; empty: nothing."""
        if not holds:
            return ""
        told = [self._told(hold) for hold in holds]
        prevents = self.tr("Nobody on its candidate lists can be purged, expunged or removed.")
        return "\n".join([*told, prevents])

    def _told(self, hold: Hold) -> str:
        reason = f"{hold.reason}, {hold.reference}" if hold.reference else hold.reason
        return self.tr("On hold since {date} by {who}: {reason}.").format(
            date=hold.placed_at[:10], who=hold.placed_by, reason=reason.rstrip(".")
        )

    def _run(self, work: Callable[[Workplace, Task], Hold]) -> None:
        self._desk.run(Lane.BROWSE, work, owner=self, on_done=lambda _hold: self._desk.cases_changed.emit())

    def _open(self, dialog: HoldDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
