"""Dialogs that ask for the name and password of an account."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forensic_id.core.rights import Principal
from forensic_id.gui.access.password_rules import PasswordRules
from forensic_id.gui.desk import Desk
from forensic_id.gui.encryption.secret_dialog import FORM_WIDTH, SecretDialog
from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.workplace import Workplace
from forensic_id.services.sign_in import change_own_password, sign_in, unlock


class SignInDialog(SecretDialog):
    """Accepted: `principal` acts in every thread of this program."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            self.tr("Sign in"),
            self.tr("The library “{}” has accounts.").format(desk.library_folder.name),
            SecretForm([("name", self.tr("&Name")), ("password", self.tr("&Password"))], plain=("name",)),
            self.tr("&Sign in"),
            parent,
        )
        self._desk = desk
        self.principal: Principal | None = None
        self.leave.setText(self.tr("&Close the program"))

    def begin(self) -> bool:
        name, password = self.form.text("name"), self.form.text("password")

        def work(place: Workplace, _task: Task) -> Principal:
            principal = sign_in(place.library(), name, password, place.passwords)
            place.enter(principal.name)
            return principal

        self._desk.run(Lane.BROWSE, work, owner=self, on_done=self._signed_in, on_failed=self.fail)
        return True

    def _signed_in(self, principal: Principal) -> None:
        self.principal = principal
        self.finish()


class UnlockSessionDialog(SecretDialog):
    """Accepted: whoever signed in goes on. Rejected: sign out; the escape key alone does nothing."""

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Session locked"),
            self.tr("{} is signed in. Nothing that was begun is lost.").format(name),
            [("password", self.tr("&Password"))],
            self.tr("&Unlock"),
            parent,
        )
        self._desk = desk
        self.leave.setText(self.tr("Sign &out"))

    def begin(self) -> bool:
        password = self.form.text("password")
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: unlock(place.library(), password, place.passwords),
            owner=self,
            on_done=self.finish,
            on_failed=self.fail,
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


class ChangePasswordDialog(SecretDialog):
    """Accepted: whoever is signed in has another password."""

    def __init__(self, desk: Desk, parent: QWidget, *, demanded: bool) -> None:
        why = (
            self.tr("Your password was set by an administrator. Choose one that only you know.")
            if demanded
            else self.tr(
                "From the next sign-in on, the new password holds. The change is logged, the password is not."
            )
        )
        super().__init__(
            self.tr("Choose a password"),
            why,
            [
                ("old", self.tr("&Present password")),
                ("new", self.tr("&New password")),
                ("again", self.tr("New password a&gain")),
            ],
            self.tr("&Change"),
            parent,
        )
        self._desk = desk
        PasswordRules(self.form, lambda: desk.access.principal.name if desk.access else "", width=FORM_WIDTH)

    def begin(self) -> bool:
        old, new = self.form.text("old"), self.form.text("new")
        if new != self.form.text("again"):
            self.form.say(self.tr("The two passwords differ."))
            return False
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: change_own_password(place.library(), old, new, place.passwords),
            owner=self,
            on_done=self.finish,
            on_failed=self.fail,
        )
        return True
