"""Fields for passphrases and recovery keys, unseen until somebody wants to see them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


class SecretForm(QWidget):
    """Fields by name, one below the other, and a box that shows what is typed."""

    edited = Signal()
    """Something was typed."""

    def __init__(self, rows: Sequence[tuple[str, str]], *, plain: Collection[str] = ()) -> None:
        """`rows`: name and title of each field; `plain`: names of those that hold no secret and are always seen."""
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        self._plain = frozenset(plain)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE["xs"])
        layout.addLayout(self._rows)
        self.shown = QCheckBox(self.tr("&Show what is typed"))
        self.shown.toggled.connect(self._show)
        layout.addWidget(self.shown)
        self.problem = label("", "danger", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        self.add_rows(rows)

    def add_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Add fields below those that are there."""
        for name, title in rows:
            self._rows.addLayout(self._titled(name, title))
        self.shown.setVisible(bool(self.fields.keys() - self._plain))

    def add_pair(self, first: tuple[str, str], second: tuple[str, str]) -> None:
        """Add two fields side by side, below those that are there."""
        row = QHBoxLayout()
        row.setSpacing(SPACE["m"])
        for name, title in (first, second):
            row.addLayout(self._titled(name, title))
        self._rows.addLayout(row)
        self.shown.setVisible(True)

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.fields[name].text()

    def add_below(self, widget: QWidget) -> None:
        """Something more at the end of the form."""
        self._layout.addWidget(widget)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self.fields.values():
            field.clear()

    def are_alike(self, first: str, second: str) -> bool:
        """Whether two fields hold the same; says so when they do not."""
        if self.text(first) == self.text(second):
            return True
        self.say(self.tr("The two passphrases differ."))
        return False

    def say(self, problem: Exception | str) -> None:
        """Tell what is wrong; empty: nothing any more."""
        self.problem.setText(sentence_for(problem))
        self.problem.setVisible(bool(problem))

    def _titled(self, name: str, title: str) -> QVBoxLayout:
        """A new field below its title."""
        field = QLineEdit()
        field.setEchoMode(self._echo(name))
        field.setAccessibleName(title.replace("&", ""))
        field.textEdited.connect(self.edited)
        said = QLabel(title)
        said.setBuddy(field)
        self.fields[name] = field
        field.ensurePolished()
        field.setMinimumHeight(field.sizeHint().height())  # a low dialog squeezes something else
        titled = QVBoxLayout()
        titled.setSpacing(SPACE["xs"])
        titled.addWidget(said)
        titled.addWidget(field)
        titled.addSpacing(SPACE["s"])
        return titled

    def _show(self) -> None:
        for name, field in self.fields.items():
            field.setEchoMode(self._echo(name))

    def _echo(self, name: str) -> QLineEdit.EchoMode:
        seen = name in self._plain or self.shown.isChecked()
        return QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
