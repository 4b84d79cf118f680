"""A dialog that asks for secrets, runs a service with them, and stays open while the service says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.encryption.secret_form import SecretForm
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

T = TypeVar("T")
Failed = Callable[[Exception], None]
_WIDTH = 480
FORM_WIDTH = _WIDTH - 2 * SPACE["xl"]
"""Pixels that a form has."""


class SecretDialog(QDialog):
    """`begin` is what the button does; it ends with `finish` or `fail`."""

    def __init__(
        self,
        title: str,
        sentence: str,
        rows: Sequence[tuple[str, str]] | SecretForm,
        action: str,
        parent: QWidget,
    ) -> None:
        """`rows`: name and title of each field, or a form of one's own."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        self.form = rows if isinstance(rows, SecretForm) else SecretForm(rows)
        self.form.edited.connect(lambda: self.form.say(""))
        self.further = QPushButton(action)
        self.further.setDefault(True)
        self.further.setProperty("role", "primary")
        self.further.clicked.connect(self._start)
        self.leave = QPushButton(self.tr("&Cancel"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.leave)
        self.buttons.addWidget(self.further)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        said = label(sentence, "muted", wrap=True)
        said.setMinimumHeight(said.heightForWidth(FORM_WIDTH))
        layout.addWidget(said)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(self.buttons)
        self.finished.connect(self.form.clear)
        self._focus()

    def begin(self) -> bool:
        """Ask for the work; False when what was typed is not usable, which the form says by itself."""
        raise NotImplementedError

    def finish(self, _result: object = None) -> None:
        """The work is done."""
        self.accept()

    def fail(self, error: Exception) -> None:
        """The work was refused: say why, and let somebody try again."""
        self._set_busy(busy=False)
        self.form.say(error)
        self.form.problem.setMinimumHeight(self.form.problem.heightForWidth(FORM_WIDTH))
        self.adjustSize()
        self._focus()

    def add_below_form(self, widget: QWidget) -> None:
        """Something more below the form; what is wrong is told below it."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made above
        column.insertWidget(2, widget)
        column.insertWidget(3, self.form.problem)

    def _focus(self) -> None:
        for field in [*self.form.fields.values()][:1]:
            field.setFocus()
            field.selectAll()

    def _start(self) -> None:
        self.form.say("")
        self._set_busy(busy=True)
        if not self.begin():
            self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.form.setEnabled(not busy)
        self.further.setEnabled(not busy)
