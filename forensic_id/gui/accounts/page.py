"""The page of accounts: who may work in the library, in which roles, and whether they can sign in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from forensic_id.core.errors import UserFacingError
from forensic_id.core.rights import Right, Role
from forensic_id.gui.access.account_dialogs import (
    NewAccountDialog,
    PersonDialog,
    RolesDialog,
    SetPasswordDialog,
)
from forensic_id.gui.access.words import role_meaning, role_name
from forensic_id.gui.accounts.account_model import AccountModel, Column
from forensic_id.gui.desk import Desk
from forensic_id.gui.page import Page
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.tables import RowTable, short_time
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_accounts import (
    AccountState,
    disable_account,
    enable_account,
    list_accounts,
    unlock_account,
)

_WIDTHS = (110, 120, 150, 190, 175)


class AccountsPage(Page):
    """Opened from the settings; every change holds at once."""

    help_topic = "accounts"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted = ""
        self.model = AccountModel(self)
        self._build()
        self._connect()
        self.add_shortcut("Ctrl+N", self.tr("A new account"), self.ask_for_account, right=Right.MANAGE_ACCOUNTS)
        self.add_shortcut("Return", self.tr("Change the roles of the account in the current row"))
        self.add_shortcut("Escape", self.tr("Back to the settings"), self._go_back)

    @property
    def chosen(self) -> AccountState | None:
        """The account in the current row."""
        row = self.table.row
        return self.model.accounts[row] if 0 <= row < len(self.model.accounts) else None

    def shown(self) -> None:
        """Read the accounts anew: a lock may have ended meanwhile."""
        self._load()
        self.table.setFocus()

    def ask_for_account(self) -> None:
        """Have another account made."""
        dialog = NewAccountDialog(self.desk, self)
        self._open(dialog, lambda: self._changed(dialog.name, self.tr("{} has an account.").format(dialog.name)))

    def ask_for_roles(self) -> None:
        """Have the roles of the chosen account changed."""
        if (account := self.chosen) is not None and self.desk.rights.permit(Right.MANAGE_ACCOUNTS):
            told = self.tr("The roles of {} were changed.").format(account.name)
            self._open(RolesDialog(self.desk, account, self), lambda: self._changed(account.name, told))

    def ask_for_person(self) -> None:
        """Have it told how reports name the owner of the chosen account."""
        if (account := self.chosen) is not None:
            told = self.tr("Reports name {} as you said.").format(account.name)
            self._open(PersonDialog(self.desk, account, self), lambda: self._changed(account.name, told))

    def ask_for_password(self) -> None:
        """Have a password set for the chosen account."""
        if (account := self.chosen) is not None:
            told = self.tr("{} has a password that has to be replaced at the next sign-in.").format(account.name)
            self._open(SetPasswordDialog(self.desk, account.name, self), lambda: self._changed(account.name, told))

    def disable_or_enable(self) -> None:
        """Keep the chosen account's owner out, or let them in again."""
        if (account := self.chosen) is None:
            return
        if account.disabled:
            told = self.tr("{} may sign in again.").format(account.name)
            self._run(lambda place: enable_account(place.library(), account.name), account.name, told)
        else:
            told = self.tr("{} is disabled. What was done under the account stays.").format(account.name)
            self._run(lambda place: disable_account(place.library(), account.name), account.name, told)

    def unlock(self) -> None:
        """Forget the wrong passwords of the chosen account."""
        if (account := self.chosen) is not None:
            told = self.tr("{} may try again.").format(account.name)
            self._run(lambda place: unlock_account(place.library(), account.name), account.name, told)

    def _open(self, dialog: QDialog, then: Callable[[], None]) -> None:
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(self, work: Callable[[Workplace], None], name: str, told: str) -> None:
        self.problem.say("")
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: work(place),
            owner=self,
            on_done=lambda _nothing: self._changed(name, told),
            on_failed=self._tell,
        )

    def _changed(self, name: str, told: str) -> None:
        """Show what came of it; whoever changed the own account goes on with its new rights."""
        self._wanted = name
        self.problem.say("")
        self.said.setText(told)
        access = self.desk.access
        if access is not None and access.principal.name == name:
            self.desk.gate(self._load)
        else:
            self._load()

    def _load(self) -> None:
        if reason := self.desk.rights.reason(Right.MANAGE_ACCOUNTS):
            self.problem.say(reason)
            return
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: list_accounts(place.library(), place.passwords),
            owner=self,
            on_done=self._show,
            on_failed=self._tell,
        )

    def _show(self, accounts: tuple[AccountState, ...]) -> None:
        wanted = self._wanted or (self.chosen.name if self.chosen else "")
        self._wanted = ""
        self.model.show(accounts)
        if accounts:
            self.table.choose(max(0, self.model.row_of(wanted)))
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        account = self.chosen
        for button in self._of_one:
            button.setEnabled(account is not None)
        self._card.setVisible(account is not None)
        if account is None:
            return
        self.lock_button.setText(self.tr("&Enable") if account.disabled else self.tr("&Disable"))
        self.unlock_button.setVisible(bool(account.locked_until) and not account.disabled)
        self._name.setText(account.name)
        self._since.setText(self.tr("Account since {} UTC").format(short_time(account.created_at)))
        self._person.setText(account.details.shown(self.tr("No full name, qualification or unit is told.")))
        held = [role for role in Role if role in account.roles]
        self._meaning.setText("\n".join(f"• {role_name(role)}: {role_meaning(role)}" for role in held))

    def _tell(self, error: Exception) -> None:
        self.said.setText("")
        if isinstance(error, UserFacingError):
            self.problem.say(sentence_for(error))
        else:
            self.desk.tasks.failed.emit(error)

    def _go_back(self) -> None:
        self.desk.page_requested.emit("settings")

    def _build(self) -> None:
        self.back_button = QToolButton()
        self.back_button.setToolTip(self.tr("Back to the settings (Esc)"))
        self.back_button.setAccessibleName(self.tr("Back to the settings"))
        self.new_button = QPushButton(self.tr("&New account…"))
        self.new_button.setProperty("role", "primary")
        self.roles_button = QPushButton(self.tr("Change &roles…"))
        self.person_button = QPushButton(self.tr("Na&me and qualification…"))
        self.password_button = QPushButton(self.tr("Set a &password…"))
        self.unlock_button = QPushButton(self.tr("&Unlock"))
        self.lock_button = QPushButton(self.tr("&Disable"))
        self._of_one = (
            self.unlock_button,
            self.person_button,
            self.roles_button,
            self.password_button,
            self.lock_button,
        )
        self.problem = Banner("")
        self.problem.hide()
        self.said = label("", "success", wrap=True)
        self.table = RowTable(self.model, self.tr("Accounts of this library"))
        self.table.remember_columns(self.desk.preferences, "accounts/columns-without-since", _WIDTHS, Column.ROLES)
        self._name, self._since = label("", "lead"), label("", "muted")
        self._person = label("", wrap=True)
        self._meaning = label("", "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE["s"])
        head.addWidget(self.back_button)
        explained = self.tr("Who may work in this library. No account is ever removed: records go on naming it.")
        head.addWidget(label(explained, "muted", wrap=True), 1)
        head.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addLayout(head)
        layout.addWidget(self.problem)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._chosen_card())
        layout.addWidget(self.said)

    def _chosen_card(self) -> QFrame:
        self._card = QFrame()
        self._card.setProperty("role", "card")
        texts = QVBoxLayout()
        texts.setSpacing(SPACE["xs"])
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(self._since)
        texts.addLayout(first)
        texts.addWidget(self._person)
        texts.addWidget(self._meaning)
        row = QHBoxLayout()
        row.setSpacing(SPACE["s"])
        for button in self._of_one:
            row.addWidget(button)
        row.addStretch(1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        inside.setSpacing(SPACE["s"])
        inside.addLayout(texts)
        inside.addLayout(row)
        self._card.hide()
        return self._card

    def _connect(self) -> None:
        for button, action in (
            (self.new_button, self.ask_for_account),
            (self.person_button, self.ask_for_person),
            (self.roles_button, self.ask_for_roles),
            (self.password_button, self.ask_for_password),
            (self.unlock_button, self.unlock),
            (self.lock_button, self.disable_or_enable),
        ):
            button.clicked.connect(action)
            self.desk.rights.guard(button, Right.MANAGE_ACCOUNTS)
        self.back_button.clicked.connect(self._go_back)
        self.table.opened.connect(self.ask_for_roles)
        self.table.selectionModel().currentChanged.connect(self._tell_chosen)
        self.desk.appearance.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        appearance = self.desk.appearance
        self.back_button.setIcon(appearance.icon("chevron-left"))
        self.new_button.setIcon(appearance.icon("plus", appearance.colours.on_accent))
