"""Who is due by a day, and which holds are in force; nothing is erased here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.retention import SOON_DAYS, DueSubject, Hold
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.numbers import counted
from forensic_id.gui.settings.listing_table import fill_table, listing_table
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_subjects import lift_hold, list_due, list_holds

_SIZE = (820, 580)
_DAY_WIDTH = 150
_State = tuple[tuple[DueSubject, ...], tuple[Hold, ...]]


class DueDialog(QDialog):
    """Reads anew when another day is chosen or a hold was lifted."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Due dates and holds"))
        self.resize(*_SIZE)
        self._desk = desk
        self._task: Task | None = None
        self._holds: tuple[Hold, ...] = ()
        self.day = QDateEdit(QDate.currentDate().addDays(SOON_DAYS))
        give_room(self.day)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        self.day.setMinimumWidth(_DAY_WIDTH)
        self.day.setAccessibleName(self.tr("Day"))
        self.day.dateChanged.connect(lambda _day: self.load())
        self.due_count, self.hold_count = label("", "lead", wrap=True), label("", "lead")
        self.due = listing_table(
            self.tr("Due"),
            (
                self.tr("Subject"),
                self.tr("Name"),
                self.tr("Photos"),
                self.tr("What goes"),
                self.tr("Kept until"),
                self.tr("On hold"),
            ),
        )
        self.holds = listing_table(
            self.tr("Holds in force"),
            (self.tr("On"), self.tr("Reason"), self.tr("Reference"), self.tr("Placed by"), self.tr("Since")),
        )
        self.lift_button = QPushButton(self.tr("&Lift the hold…"))
        self.lift_button.setAutoDefault(False)
        self.lift_button.clicked.connect(self._ask_to_lift)
        desk.rights.guard(self.lift_button, Right.HOLD)
        self.holds.itemSelectionChanged.connect(self._enable)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        self._lay_out()
        self._enable()
        self.load()

    def load(self) -> None:
        """Read who is due by the day, and all holds."""
        if self._task is not None:
            self._task.cancel()
        chosen = self.day.date()
        after = date(chosen.year(), chosen.month(), chosen.day())

        def read(place: Workplace, _task: Task) -> _State:
            return list_due(place.library(), after), list_holds(place.library())

        self._task = self._desk.run(Lane.BROWSE, read, owner=self, on_done=self._show, on_failed=self._refuse)

    def _show(self, state: _State) -> None:
        self._task = None
        due, self._holds = state
        held = sum(1 for each in due if each.holds)
        self.due_count.setText(
            self.tr("Due by then: {due} people, of whom {held} are kept by a hold.").format(
                due=counted(len(due)), held=counted(held)
            )
        )
        self.hold_count.setText(self.tr("Holds in force: {}").format(counted(len(self._holds))))
        fill_table(self.due, [self._due_row(each) for each in due])
        fill_table(self.holds, [self._hold_row(each) for each in self._holds])
        self.problem.hide()
        self._enable()

    def _due_row(self, each: DueSubject) -> tuple[str, ...]:
        goes = self.tr("everything") if each.whole else self.tr("these photos only")
        held = self.tr("yes") if each.holds else ""
        return each.external_id, each.name, str(len(each.photo_ids)), goes, each.until, held

    def _hold_row(self, each: Hold) -> tuple[str, ...]:
        on = each.external_id or self.tr("case {}").format(each.case_number)
        return on, each.reason, each.reference, each.placed_by, each.placed_at[:10]

    def _ask_to_lift(self) -> None:
        hold = self._holds[self.holds.currentRow()]
        on = self._hold_row(hold)[0]
        sentence = self.tr("The hold on {} is lifted; what it kept goes by its own dates again.").format(on)
        dialog = HoldDialog(self.tr("Lift the hold"), sentence, self.tr("&Lift the hold"), self)
        dialog.accepted.connect(lambda: self._lift(hold, dialog.reason.text(), dialog.reference.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lift(self, hold: Hold, reason: str, reference: str) -> None:
        def done(_hold: Hold) -> None:
            self.load()
            self._desk.cases_changed.emit()

        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: lift_hold(place.library(), hold.hold_id, reason=reason, reference=reference),
            owner=self,
            on_done=done,
            on_failed=self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        self._task = None
        self.problem.setText(str(error))
        set_role(self.problem, "danger")
        self.problem.show()

    def _enable(self) -> None:
        self.lift_button.setEnabled(0 <= self.holds.currentRow() < len(self._holds))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Past the retention date on the &day"))
        title.setBuddy(self.day)
        first = QHBoxLayout()
        first.setSpacing(SPACE["s"])
        first.addWidget(title)
        first.addWidget(self.day)
        first.addStretch(1)
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        last = QHBoxLayout()
        last.addWidget(self.lift_button)
        last.addStretch(1)
        last.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["s"])
        layout.addLayout(first)
        layout.addWidget(self.problem)
        layout.addWidget(self.due_count)
        layout.addWidget(self.due, 3)
        layout.addWidget(self.hold_count)
        layout.addWidget(self.holds, 2)
        layout.addLayout(last)
