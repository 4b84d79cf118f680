"""Who and which cases are due by a day, and which holds are in force; nothing is erased here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.case_retention import DueCase
from forensic_id.core.retention import SOON_DAYS, DueSubject, Hold
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.listing_table import fill_table, listing_table
from forensic_id.gui.exchange.hold_dialog import HoldDialog
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_subjects import lift_hold, list_due, list_due_cases, list_holds, place_hold

_SIZE = (900, 600)
_DAY_WIDTH = 150
Due = DueSubject | DueCase


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What was read."""

    people: tuple[DueSubject, ...] = ()
    cases: tuple[DueCase, ...] = ()
    holds: tuple[Hold, ...] = ()


class DueDialog(QDialog):
    """Reads anew when another day is chosen, or when a hold was placed or lifted."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Due dates and holds"))
        self.resize(*_SIZE)
        self._desk = desk
        self._task: Task | None = None
        self._state = _State()
        self._due: tuple[Due, ...] = ()
        self._holds: tuple[Hold, ...] = ()
        self.day = self._day_line()
        self.kind = QComboBox()
        self.kind.addItems([self.tr("People and cases"), self.tr("People only"), self.tr("Cases only")])
        self.kind.setAccessibleName(self.tr("Show"))
        self.kind.currentIndexChanged.connect(lambda _index: self._list())
        self.due_count, self.hold_count = label("", "lead", wrap=True), label("", "lead")
        self.due = listing_table(
            self.tr("Due"),
            (
                self.tr("Person or case"),
                self.tr("Name or offence"),
                self.tr("What is held"),
                self.tr("What goes"),
                self.tr("Kept until"),
                self.tr("On hold"),
            ),
        )
        self.holds = listing_table(
            self.tr("Holds in force"),
            (self.tr("On"), self.tr("Reason"), self.tr("Reference"), self.tr("Placed by"), self.tr("Since")),
        )
        self.hold_button = self._button(self.tr("&Hold…"), self._ask_to_hold)
        self.hold_button.setToolTip(self.tr("Keep the person or case in the current row, whatever the date says"))
        self.lift_button = self._button(self.tr("&Lift the hold…"), self._ask_to_lift)
        for table in (self.due, self.holds):
            table.itemSelectionChanged.connect(self._enable)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        self._lay_out()
        self._enable()
        self.load()

    def load(self) -> None:
        """Read who and what is due by the day, and all holds."""
        if self._task is not None:
            self._task.cancel()
        chosen = self.day.date()
        after = date(chosen.year(), chosen.month(), chosen.day())

        def read(place: Workplace, _task: Task) -> _State:
            library = place.library()
            return _State(
                people=list_due(library, after), cases=list_due_cases(library, after), holds=list_holds(library)
            )

        self._task = self._desk.run(Lane.BROWSE, read, owner=self, on_done=self._show, on_failed=self._refuse)

    def _show(self, state: _State) -> None:
        self._task = None
        self._state = state
        self.problem.hide()
        self._list()

    def _list(self) -> None:
        """Show what the filter lets through."""
        people, cases = self.kind.currentIndex() != 2, self.kind.currentIndex() != 1  # noqa: PLR2004 - in their order
        state = self._state
        self._due = (*(state.cases if cases else ()), *(state.people if people else ()))
        self._holds = tuple(each for each in state.holds if (cases if each.subject_id is None else people))
        self.due_count.setText(self._counted(people=people, cases=cases))
        self.hold_count.setText(self.tr("Holds in force: {}").format(counted(len(self._holds))))
        fill_table(self.due, [self._due_row(each) for each in self._due])
        fill_table(self.holds, [self._hold_row(each) for each in self._holds])
        self._enable()

    def _counted(self, *, people: bool, cases: bool) -> str:
        told = []
        if people:
            told.append(
                self.tr("People past their date by then: {due}, of whom kept by a hold: {held}.").format(
                    due=counted(len(self._state.people)), held=counted(_held(self._state.people))
                )
            )
        if cases:
            told.append(
                self.tr("Closed cases past their term by then: {due}, of which kept by a hold: {held}.").format(
                    due=counted(len(self._state.cases)), held=counted(_held(self._state.cases))
                )
            )
        return " ".join(told)

    def _due_row(self, each: Due) -> tuple[str, ...]:
        held = self.tr("yes") if each.holds else ""
        if isinstance(each, DueCase):
            holds = self.tr("searches: {}").format(counted(len(each.search_ids)))
            goes = self.tr("sketches, searches and reviews")
            return self.tr("case {}").format(each.number), each.offence, holds, goes, each.until, held
        goes = self.tr("everything") if each.whole else self.tr("these photos only")
        photos = self.tr("photos: {}").format(counted(len(each.photo_ids)))
        return each.external_id, each.name, photos, goes, each.until, held

    def _hold_row(self, each: Hold) -> tuple[str, ...]:
        on = each.external_id or self.tr("case {}").format(each.case_number)
        return on, each.reason, each.reference, each.placed_by, each.placed_at[:10]

    def _ask_to_hold(self) -> None:
        due = self._due[self.due.currentRow()]
        case = due.number if isinstance(due, DueCase) else ""
        person = "" if isinstance(due, DueCase) else due.external_id
        sentence = self.tr("While {} is on hold, nothing of it is purged or expunged, whatever the date says.")
        dialog = HoldDialog(
            self.tr("Place a hold"), sentence.format(self._due_row(due)[0]), self.tr("&Place the hold"), self
        )
        self._open(
            dialog,
            lambda place, reason, reference: place_hold(
                place.library(), external_id=person, case_number=case, reason=reason, reference=reference
            ),
        )

    def _ask_to_lift(self) -> None:
        hold = self._holds[self.holds.currentRow()]
        on = self._hold_row(hold)[0]
        sentence = self.tr("The hold on {} is lifted; what it kept goes by its own dates again.").format(on)
        dialog = HoldDialog(self.tr("Lift the hold"), sentence, self.tr("&Lift the hold"), self)
        self._open(
            dialog,
            lambda place, reason, reference: lift_hold(
                place.library(), hold.hold_id, reason=reason, reference=reference
            ),
        )

    def _open(self, dialog: HoldDialog, change: Callable[[Workplace, str, str], Hold]) -> None:
        dialog.accepted.connect(lambda: self._change(change, dialog.reason.text(), dialog.reference.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, change: Callable[[Workplace, str, str], Hold], reason: str, reference: str) -> None:
        def done(_hold: Hold) -> None:
            self.load()
            self._desk.cases_changed.emit()

        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: change(place, reason, reference),
            owner=self,
            on_done=done,
            on_failed=self._refuse,
        )

    def _refuse(self, error: Exception) -> None:
        self._task = None
        self.problem.setText(sentence_for(error))
        set_role(self.problem, "danger")
        self.problem.show()

    def _enable(self) -> None:
        self.hold_button.setEnabled(0 <= self.due.currentRow() < len(self._due))
        self.lift_button.setEnabled(0 <= self.holds.currentRow() < len(self._holds))

    def _day_line(self) -> QDateEdit:
        day = QDateEdit(QDate.currentDate().addDays(SOON_DAYS))
        give_room(day)
        day.setDisplayFormat("yyyy-MM-dd")
        day.setCalendarPopup(True)
        day.setMinimumWidth(_DAY_WIDTH)
        day.setAccessibleName(self.tr("Day"))
        day.dateChanged.connect(lambda _day: self.load())
        return day

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        self._desk.rights.guard(button, Right.HOLD)
        return button

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Past the retention date on the &day"))
        title.setBuddy(self.day)
        show = QLabel(self.tr("&Show"))
        show.setBuddy(self.kind)
        first = QHBoxLayout()
        first.setSpacing(SPACE["s"])
        for widget in (title, self.day, show, self.kind):
            first.addWidget(widget)
        first.insertSpacing(2, SPACE["l"])
        first.addStretch(1)
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        last = QHBoxLayout()
        for button in (self.hold_button, self.lift_button):
            last.addWidget(button)
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


def _held(due: tuple[DueSubject, ...] | tuple[DueCase, ...]) -> int:
    return sum(1 for each in due if each.holds)
