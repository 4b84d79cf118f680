"""What a password has to be, told before somebody tries, and whether the one being typed is that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forensic_id.core.errors import InvalidInputError
from forensic_id.core.passwords import SHORTEST_PASSWORD, check_password, normal_password
from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role

_NOBODY = "\0"
"""Stands for the name of an account that has none yet: it is in no password."""


class PasswordRules(QWidget):
    """Stands below a form with a field `new`; `name` tells whose password it is to be."""

    def __init__(self, form: SecretForm, name: Callable[[], str], *, width: int) -> None:
        """`width` in pixels: text that wraps is given the height that it needs there."""
        super().__init__()
        self._form, self._name = form, name
        rules = label(
            self.tr(
                "At least {} characters of any kind, spaces too. Not the name of the account, and not mostly common "
                "words, rows of keys or repetitions: several words that do not belong together are good."
            ).format(SHORTEST_PASSWORD),
            "small",
            wrap=True,
        )
        self.verdict = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE["xs"], 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addWidget(rules)
        layout.addWidget(self.verdict)
        rules.ensurePolished()
        rules.setMinimumHeight(rules.heightForWidth(width))
        self.verdict.ensurePolished()
        self.verdict.setMinimumHeight(2 * self.verdict.fontMetrics().lineSpacing())
        form.fields["new"].setAccessibleDescription(rules.text())
        form.edited.connect(self._look)
        form.add_below(self)

    def _look(self) -> None:
        password = self._form.text("new")
        count = len(normal_password(password))
        if not count:
            self._say("", good=True)
        elif count < SHORTEST_PASSWORD:
            self._say(self.tr("{} of at least {} characters.").format(count, SHORTEST_PASSWORD), good=False)
        else:
            self._judge(password)

    def _judge(self, password: str) -> None:
        try:
            check_password(password, name=self._name().strip() or _NOBODY)
        except InvalidInputError as fault:
            self._say(sentence_for(fault), good=False)
        else:
            self._say(self.tr("This password can be used."), good=True)

    def _say(self, text: str, *, good: bool) -> None:
        self.verdict.setText(text)
        set_role(self.verdict, "success" if good else "warning")
