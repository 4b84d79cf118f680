"""Name and first password of an account that is to be made."""

from __future__ import annotations

from collections.abc import Iterable

from forensic_id.core.rights import Role
from forensic_id.gui.access.password_rules import PasswordRules
from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.services.manage_accounts import NewAccount


class AccountForm(SecretForm):
    """Asks for the password twice, and says what it has to be."""

    def __init__(self, *, width: int) -> None:
        """`width` of the form in pixels."""
        super().__init__([], plain=("name",))
        self.add_rows([("name", self.tr("&Name, such as k.osei"))])
        self.add_pair(("new", self.tr("Pass&word")), ("again", self.tr("Password a&gain")))
        self.rules = PasswordRules(self, lambda: self.text("name"), width=width)

    def account(self, roles: Iterable[Role]) -> NewAccount | None:
        """What was asked for; None where the passwords differ, which the form says."""
        if self.text("new") != self.text("again"):
            self.say(self.tr("The two passwords differ."))
            return None
        return NewAccount(name=self.text("name"), password=self.text("new"), roles=frozenset(roles))
