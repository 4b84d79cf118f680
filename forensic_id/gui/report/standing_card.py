"""Draft or final, and why; and the way to make it final without a second review, where the rules allow one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.reason_dialog import ReasonDialog
from forensic_id.services.tell_standing import ToldStanding


class StandingCard(QFrame):
    """Hidden until it is known how the report stands."""

    changed = Signal()
    """The report is to be made anew: `final_reason` is another one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.final_reason = ""
        self.dialog: ReasonDialog | None = None
        self.setProperty("role", "card")
        self.state = label("", "lead")
        self.why = label("", "small", wrap=True)
        self.review = QPushButton(self.tr("Go to the re&view"))
        self.review.clicked.connect(lambda: desk.page_requested.emit("review"))
        self.make_final = QPushButton(self.tr("&Make final without it…"))
        self.make_final.setToolTip(self.tr("Without a second review, for a reason that the report states"))
        self.make_final.clicked.connect(self._ask)
        self.back = QPushButton(self.tr("Back to the &draft"))
        self.back.clicked.connect(lambda: self._choose(""))
        for control in (self.make_final, self.back):
            desk.rights.guard(control, Right.REPORT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        layout.setSpacing(SPACE["s"])
        for widget in (self.state, self.why, self.review, self.make_final, self.back):
            layout.addWidget(widget)
        self.hide()

    def show_standing(self, told: ToldStanding) -> None:
        """Tell how the report stands."""
        standing = told.standing
        self.state.setText(self.tr("Final report") if standing.final else self.tr("Draft"))
        set_role(self.state, "success" if standing.final else "warning")
        self.why.setText(self._reason(told))
        self.review.setVisible(told.demanded and (not standing.final or bool(standing.override)))
        self.make_final.setVisible(told.reason_allowed and not standing.final)
        self.back.setVisible(bool(standing.override))
        self.show()

    def forget(self) -> None:
        """Another search: a reason given for the one before does not hold for it."""
        self.final_reason = ""
        self.hide()

    def _reason(self, told: ToldStanding) -> str:
        standing, why = told.standing, translated(told.standing.why)
        if standing.override:
            return self.tr("{} Made final without it: {}").format(why, standing.override)
        if standing.final or told.reason_allowed:
            return why
        return self.tr("{} The policy profile lets no reason replace the second examiner.").format(why)

    def _ask(self) -> None:
        dialog = ReasonDialog(
            self.tr("Make final without a second review"),
            self.tr("The report will say that no second review was made, and print this reason."),
            self.tr("&Make final"),
            self,
        )
        dialog.given.connect(self._choose)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _choose(self, reason: str) -> None:
        self.final_reason = reason
        self.changed.emit()

    def _forget_dialog(self) -> None:
        self.dialog = None
