"""Whether one person works in the library alone or several sign in; one's own password; the way to the accounts."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from forensic_id.core.accounts import LibraryMode
from forensic_id.core.rights import Right
from forensic_id.gui.access.account_dialogs import UseAccountsDialog, WorkAloneDialog
from forensic_id.gui.access.words import shown_principal
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.settings.card import Card
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_accounts import list_accounts, use_accounts
from forensic_id.services.sign_in import Access, look_at_access


class PeopleCard(Card):
    """Shows what can be done as things stand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("People"))
        self._desk = desk
        self.state = label("", wrap=True)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        self.manage = QPushButton(self.tr("Manage &accounts…"))
        self.password = QPushButton(self.tr("Change my pass&word…"))
        self.begin = QPushButton(self.tr("&Use accounts…"))
        self.end = QPushButton(self.tr("E&nd accounts…"))
        self.add_wide(self.state)
        self._for_several = (
            *self.add_row(
                self.tr("Accounts"),
                self.tr("Who may work here, in which roles; passwords that were forgotten, people who left."),
                self.manage,
            ),
            *self.add_row(
                self.tr("My password"),
                self.tr("Asks for the present one first. After five wrong ones the account is locked for a while."),
                self.password,
            ),
            *self.add_row(
                self.tr("Without accounts"),
                self.tr("For when one person is left: nobody signs in then, and every report says so."),
                self.end,
            ),
        )
        self._for_one = self.add_row(
            self.tr("With accounts"),
            self.tr(
                "Everybody signs in with a name and a password, does what the role allows, and stands in the audit "
                "log by name. A second examiner can review blind."
            ),
            self.begin,
        )
        self.add_wide(self.problem)
        self._connect()

    def load(self) -> None:
        """Look who works here."""
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: look_at_access(place.library()),
            owner=self,
            on_done=self._show,
            on_failed=self._say,
        )

    def _connect(self) -> None:
        for button in (self.manage, self.begin, self.end):
            self._desk.rights.guard(button, Right.MANAGE_ACCOUNTS)
        self.manage.clicked.connect(lambda: self._desk.page_requested.emit("accounts"))
        self.password.clicked.connect(self._desk.password_requested)
        self.begin.clicked.connect(self._begin)
        self.end.clicked.connect(lambda: self._ask(WorkAloneDialog(self._desk, self)))
        self._desk.library_changed.connect(self.load)
        self._hide(self._for_one, self._for_several)

    def _show(self, access: Access) -> None:
        alone = access.mode is LibraryMode.SINGLE_USER
        self._hide(self._for_several if alone else self._for_one)
        for widget in self._for_one if alone else self._for_several:
            widget.show()
        told = (
            self.tr("{} works in this library alone, without signing in. Every report says so.")
            if alone
            else self.tr("This library has accounts. {} is signed in.")
        )
        self.state.setText(told.format(shown_principal(access.principal)))

    def _hide(self, *rows: tuple[QWidget, ...]) -> None:
        for widget in (each for row in rows for each in row):
            widget.hide()

    def _begin(self) -> None:
        """Have the accounts of an earlier time hold again, or ask for the first administrator."""

        def known(place: Workplace, _task: Task) -> list[str]:
            return [each.name for each in list_accounts(place.library(), place.passwords) if each.administers]

        def done(administrators: list[str]) -> None:
            if administrators:
                self._ask_to_return(administrators)
            else:
                self._ask(UseAccountsDialog(self._desk, self))

        self._desk.run(Lane.BROWSE, known, owner=self, on_done=done, on_failed=self._say)

    def _ask_to_return(self, administrators: list[str]) -> None:
        question = self.tr("The accounts of before hold again, and somebody has to sign in. Administrators: {}.")
        chosen = QMessageBox.question(self, self.tr("Use accounts"), question.format(", ".join(administrators)))
        if chosen is QMessageBox.StandardButton.Yes:
            self._desk.run(
                Lane.BROWSE,
                lambda place, _task: use_accounts(place.library(), None, place.passwords),
                owner=self,
                on_done=lambda _principal: self._come_in(),
                on_failed=self._say,
            )

    def _ask(self, dialog: QDialog) -> None:
        dialog.accepted.connect(self._come_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _come_in(self) -> None:
        """Everybody comes in anew, by the mode that holds now."""
        self._desk.leave_library()
        self._desk.gate(self._desk.library_changed.emit)

    def _say(self, error: Exception) -> None:
        self.problem.setText(sentence_for(error))
        self.problem.show()
