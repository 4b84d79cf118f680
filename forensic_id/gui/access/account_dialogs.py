"""Dialogs of whoever administers accounts; what the service refuses is told in them, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtWidgets import QCheckBox, QWidget

from forensic_id.core.accounts import PersonDetails
from forensic_id.core.rights import Role
from forensic_id.gui.access.account_form import AccountForm
from forensic_id.gui.access.password_rules import PasswordRules
from forensic_id.gui.access.role_choice import RoleChoice
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import FORM_WIDTH, SecretDialog
from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.gui.tasks import Lane
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_accounts import (
    AccountState,
    add_account,
    reset_password,
    set_details,
    set_roles,
    use_accounts,
    use_single_user,
)


class _AccountDialog(SecretDialog):
    """Runs a service and closes when it is done."""

    def _run(self, desk: Desk, work: Callable[[Workplace], object]) -> bool:
        desk.run(
            Lane.BROWSE,
            lambda place, _task: work(place),
            owner=self,
            on_done=self.finish,
            on_failed=self.fail,
        )
        return True


class NewAccountDialog(_AccountDialog):
    """Accepted: somebody has an account; `form` holds the name."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        form = AccountForm(width=FORM_WIDTH)
        super().__init__(
            self.tr("New account"),
            self.tr("Tell the password in person: its owner has to choose another one at the first sign-in."),
            form,
            self.tr("&Create"),
            parent,
        )
        self._desk, self._account = desk, form.account
        self.name = ""
        self.choice = RoleChoice((), width=FORM_WIDTH)
        self.add_below_form(self.choice)

    def begin(self) -> bool:
        new = self._account(self.choice.roles)
        if new is None:
            return False
        self.name = new.name.strip()
        return self._run(self._desk, lambda place: add_account(place.library(), new, place.passwords))


class RolesDialog(_AccountDialog):
    """Accepted: an account has other roles."""

    def __init__(self, desk: Desk, account: AccountState, parent: QWidget) -> None:
        super().__init__(
            self.tr("Roles of {}").format(account.name),
            self.tr("They hold at once. What was done in the roles before stays as it is."),
            [],
            self.tr("&Change"),
            parent,
        )
        self._desk, self._name = desk, account.name
        self.choice = RoleChoice(account.roles, width=FORM_WIDTH)
        self.add_below_form(self.choice)
        next(iter(self.choice.boxes.values())).setFocus()

    def begin(self) -> bool:
        name, roles = self._name, self.choice.roles
        return self._run(self._desk, lambda place: set_roles(place.library(), name, roles))


class PersonDialog(_AccountDialog):
    """Accepted: reports name the owner of an account in another way."""

    def __init__(self, desk: Desk, account: AccountState, parent: QWidget) -> None:
        form = SecretForm([], plain=("full_name", "qualification", "unit"))
        super().__init__(
            self.tr("Name and qualification of {}").format(account.name),
            self.tr(
                "Reports print this for an examiner, beside the account. All of it may stay empty; what was told "
                "before stays in the audit log."
            ),
            form,
            self.tr("&Save"),
            parent,
        )
        form.add_rows(
            [
                ("full_name", self.tr("Full &name, such as Dr Kofi Osei")),
                ("qualification", self.tr("&Qualification, as it is to be read in court")),
                ("unit", self.tr("&Unit or laboratory")),
            ]
        )
        self._desk, self._name = desk, account.name
        for name, value in asdict(account.details).items():
            form.fields[name].setText(value)
        self._focus()

    def begin(self) -> bool:
        name, details = self._name, PersonDetails(**{field: self.form.text(field) for field in self.form.fields})
        return self._run(self._desk, lambda place: set_details(place.library(), name, details))


class SetPasswordDialog(_AccountDialog):
    """Accepted: an account has a password that its owner has to replace, and is not locked."""

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Password of {}").format(name),
            self.tr("Tell it in person: its owner has to choose another one at the next sign-in. A lock is lifted."),
            [("new", self.tr("New pass&word")), ("again", self.tr("Password a&gain"))],
            self.tr("&Set"),
            parent,
        )
        self._desk, self._name = desk, name
        PasswordRules(self.form, lambda: name, width=FORM_WIDTH)

    def begin(self) -> bool:
        name, password = self._name, self.form.text("new")
        if password != self.form.text("again"):
            self.form.say(self.tr("The two passwords differ."))
            return False
        return self._run(self._desk, lambda place: reset_password(place.library(), name, password, place.passwords))


class UseAccountsDialog(_AccountDialog):
    """Accepted: everybody signs in from now on, and whoever was named acts in every thread of this program."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        form = AccountForm(width=FORM_WIDTH)
        super().__init__(
            self.tr("Use accounts"),
            self.tr("From now on everybody signs in. You become the first administrator, and add the others."),
            form,
            self.tr("&Use accounts"),
            parent,
        )
        self._desk, self._account = desk, form.account
        self.examines = QCheckBox(self.tr("I search and review, too (role examiner)"))
        self.add_below_form(self.examines)

    def begin(self) -> bool:
        new = self._account({Role.ADMINISTRATOR, *([Role.EXAMINER] if self.examines.isChecked() else [])})

        def work(place: Workplace) -> None:
            place.enter(use_accounts(place.library(), new, place.passwords).name)

        return new is not None and self._run(self._desk, work)


class WorkAloneDialog(_AccountDialog):
    """Accepted: nobody signs in any more."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            self.tr("Work without accounts"),
            self.tr(
                "From now on nobody signs in: whoever sits at this computer may do everything, except what takes two "
                "people, and every report says so. The accounts are kept, and can hold again."
            ),
            SecretForm([("reason", self.tr("&Why? The reason stands in the audit log"))], plain=("reason",)),
            self.tr("&End accounts"),
            parent,
        )
        self._desk = desk

    def begin(self) -> bool:
        reason = self.form.text("reason")

        def work(place: Workplace) -> None:
            use_single_user(place.library(), reason)
            place.enter(None)

        return self._run(self._desk, work)
