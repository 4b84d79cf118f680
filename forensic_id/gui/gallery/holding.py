"""Holds on several people at once: placed and lifted with one reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from forensic_id.core.retention import Hold
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.numbers import counted
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_subjects import hold_subjects, release_subjects


class Holding(QObject):
    """The button with its menu, shown while several people are chosen."""

    changed = Signal(str)
    """Holds were placed or lifted; what to tell of it."""
    refused = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, chosen: Callable[[], list[int]]) -> None:
        """`chosen` gives the numbers of the people chosen in the list."""
        super().__init__(page)
        self._desk, self._page, self._chosen = desk, page, chosen
        self.button = QPushButton(self.tr("&Hold"))
        menu = QMenu(self.button)
        self.place_action = menu.addAction(self.tr("&Place a hold on the people chosen…"))
        self.lift_action = menu.addAction(self.tr("&Lift the holds of the people chosen…"))
        self.button.setMenu(menu)
        self.place_action.triggered.connect(self.ask_to_place)
        self.lift_action.triggered.connect(self.ask_to_lift)
        desk.rights.guard(self.button, Right.HOLD)
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def ask_to_place(self) -> None:
        """Hold the people chosen if the user gives a reason."""
        ids = self._chosen()
        dialog = HoldDialog(
            self.tr("Place a hold"),
            self.tr(
                "People chosen: {}. While they are on hold, they can be neither purged nor expunged nor removed, "
                "whatever their retention date says."
            ).format(counted(len(ids))),
            self.tr("&Place the hold"),
            self._page,
        )
        dialog.accepted.connect(lambda: self.place(ids, dialog.reason.text(), dialog.reference.text()))
        self._open(dialog)

    def ask_to_lift(self) -> None:
        """Lift the holds of the people chosen if the user gives a reason."""
        ids = self._chosen()
        dialog = HoldDialog(
            self.tr("Lift holds"),
            self.tr(
                "People chosen: {}. All holds on these people themselves are lifted. A hold on a case stays and goes "
                "on to keep everybody on its candidate lists."
            ).format(counted(len(ids))),
            self.tr("&Lift the holds"),
            self._page,
        )
        dialog.accepted.connect(lambda: self.lift(ids, dialog.reason.text(), dialog.reference.text()))
        self._open(dialog)

    def place(self, ids: list[int], reason: str, reference: str) -> None:
        """Place one hold a person."""
        self._run(
            lambda place, _task: hold_subjects(place.library(), ids, reason=reason, reference=reference),
            self.tr("Holds placed: {}."),
        )

    def lift(self, ids: list[int], reason: str, reference: str) -> None:
        """Lift the holds on these people themselves."""
        self._run(
            lambda place, _task: release_subjects(place.library(), ids, reason=reason, reference=reference),
            self.tr("Holds lifted: {}. Holds on cases stay."),
        )

    def _run(self, work: Callable[[Workplace, Task], tuple[Hold, ...]], told: str) -> None:
        def done(holds: tuple[Hold, ...]) -> None:
            self.changed.emit(told.format(counted(len(holds))))

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=done, on_failed=self.refused.emit)

    def _open(self, dialog: HoldDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _paint(self) -> None:
        self.button.setIcon(self._desk.appearance.icon("pause"))
