"""Through which day a subject is kept, and holds that keep the subject whatever the date says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.retention import Hold, SubjectRetention
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.details_form import DetailsForm, Field
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_subjects import lift_hold, place_hold, retention_of, set_retention


class RetentionPanel(QWidget):
    """Date and holds of the subject shown; each change is saved at once and logged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject_id = 0
        self.kept: SubjectRetention | None = None
        self.state = label("", "muted", wrap=True)
        self.holds = label("", "warning", wrap=True)
        self.form = DetailsForm([Field(name="until", title=self.tr("Keep all until"), hint=self.tr("YYYY-MM-DD"))])
        self.hold_button = QPushButton(self.tr("Place a hold…"))
        self.lift_button = QPushButton(self.tr("Lift the hold…"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        for widget in (self.state, self.holds, self.form, self.hold_button, self.lift_button):
            layout.addWidget(widget)
        self.form.guard(desk.rights, Right.PURGE)
        for button in (self.hold_button, self.lift_button):
            desk.rights.guard(button, Right.HOLD)
        self.form.edited.connect(lambda _name, text: self.set_day(text))
        self.hold_button.clicked.connect(self._ask_hold)
        self.lift_button.clicked.connect(self._ask_lift)

    def show_subject(self, subject_id: int) -> None:
        """Read and show what keeps a subject."""
        self._subject_id = subject_id
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: retention_of(place.library(), subject_id),
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def set_day(self, text: str) -> None:
        """Keep all photos through a day; an empty text leaves it to each of them."""
        if self.kept is None:
            return
        external_id = self.kept.external_id
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: set_retention(place.library(), external_id, text),
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    def place(self, reason: str) -> None:
        """Place a hold on the subject."""
        if self.kept is None:
            return
        external_id = self.kept.external_id
        self._change(lambda place, _task: place_hold(place.library(), external_id=external_id, reason=reason))

    def lift(self, hold: Hold, reason: str) -> None:
        """Lift a hold."""
        self._change(lambda place, _task: lift_hold(place.library(), hold.hold_id, reason=reason))

    def _change(self, work: Callable[[Workplace, Task], Hold]) -> None:
        subject_id = self._subject_id
        self._desk.run(
            Lane.BROWSE,
            work,
            owner=self,
            on_done=lambda _hold: self.show_subject(subject_id),
            on_failed=self._refuse,
        )

    def _show(self, kept: SubjectRetention) -> None:
        if kept.subject_id != self._subject_id:
            return
        self.kept = kept
        self.form.show_values({"until": kept.until})
        days = kept.kept_until
        self.state.setText(self.tr("Kept until {}.").format(days) if days else self.tr("Kept without end."))
        set_role(self.state, "muted")
        self.holds.setText("\n".join(self._told(hold) for hold in kept.holds))
        self.holds.setVisible(bool(kept.holds))
        self.lift_button.setVisible(self._own_hold() is not None)

    def _told(self, hold: Hold) -> str:
        on = self.tr("this person") if hold.subject_id is not None else self.tr("case {}").format(hold.case_number)
        reason = f"{hold.reason}, {hold.reference}" if hold.reference else hold.reason
        return self.tr("On hold since {date}, {on}: {reason}").format(date=hold.placed_at[:10], on=on, reason=reason)

    def _own_hold(self) -> Hold | None:
        holds = self.kept.holds if self.kept else ()
        return next((hold for hold in holds if hold.subject_id is not None), None)

    def _refuse(self, error: Exception) -> None:
        self.state.setText(sentence_for(error))
        set_role(self.state, "danger")

    def _ask_hold(self) -> None:
        reason, agreed = QInputDialog.getText(
            self, self.tr("Place a hold"), self.tr("Why? The reason stands in the audit log:")
        )
        if agreed:
            self.place(reason)

    def _ask_lift(self) -> None:
        hold = self._own_hold()
        if hold is None:
            return
        reason, agreed = QInputDialog.getText(
            self, self.tr("Lift the hold"), self.tr("Why? The reason stands in the audit log:")
        )
        if agreed:
            self.lift(hold, reason)
