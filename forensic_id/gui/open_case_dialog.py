"""The form that opens a case. Its fields are checked by the service; what it says stands at the field it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.errors import UserFacingError
from forensic_id.core.records import Case
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_cases import open_case

_WIDTH = 460


class OpenCaseDialog(QDialog):
    """Accepted once the case is stored. What was entered stays when the service refuses it."""

    case_opened = Signal(str)
    """The number of the case that was stored; the desk knows by then that the cases changed."""

    def __init__(self, desk: Desk, parent: QWidget, offences: Sequence[str] = ()) -> None:
        """`offences` used before are offered while one types."""
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Open a case"))
        self.setFixedWidth(_WIDTH)
        self.fields: dict[str, QLineEdit] = {}
        self._said: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        layout.setSpacing(SPACE["xs"])
        intro = self.tr("Every search belongs to a case. A case is never changed afterwards, only closed.")
        self._intro = label(intro, "muted", wrap=True)
        layout.addWidget(self._intro)
        layout.addSpacing(SPACE["s"])
        for name, title, example in self._rows():
            self._add_field(layout, name, title, example)
        completer = QCompleter(list(offences), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.fields["offence"].setCompleter(completer)
        self.said = label("", "danger", wrap=True)
        self.said.hide()
        layout.addWidget(self.said)
        layout.addWidget(label(self.tr("* mandatory"), "small"))
        layout.addSpacing(SPACE["s"])
        layout.addWidget(self._buttons())
        self.fields["number"].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A dialog is not made higher for text that wraps: its labels are told how high they are at their width."""
        for text in (self._intro, self.said, *self._said.values()):
            text.setMinimumHeight(max(0, text.heightForWidth(_WIDTH - 2 * SPACE["xl"])))  # -1 without text
        self.adjustSize()

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("number", self.tr("Case &number *"), self.tr("for example 2026-117")),
            ("offence", self.tr("&Offence or purpose *"), self.tr("for example robbery")),
            ("authority", self.tr("Legal &authority *"), self.tr("for example court order 12/2026")),
            ("requester", self.tr("&Requested by *"), self.tr("who asks for the search")),
        )

    def _add_field(self, layout: QVBoxLayout, name: str, title: str, example: str) -> None:
        field = QLineEdit()
        field.setPlaceholderText(example)
        field.textEdited.connect(lambda: self._say(name, ""))
        caption = QLabel(title)
        caption.setBuddy(field)
        said = label("", "danger", wrap=True)
        said.hide()
        self.fields[name], self._said[name] = field, said
        for widget in (caption, field, said):
            layout.addWidget(widget)
        layout.addSpacing(SPACE["s"])

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = QPushButton(self.tr("Open case"))
        self.accept_button.setDefault(True)
        self.accept_button.setProperty("role", "primary")
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        return buttons

    def _submit(self) -> None:
        given = {name: field.text() for name, field in self.fields.items()}
        for name in self.fields:
            self._say(name, "")
        self.said.hide()
        self._fit()
        self.accept_button.setEnabled(False)

        def store(place: Workplace, _task: Task) -> Case:
            return open_case(place.library(create=True), **given)

        self._desk.run(Lane.BROWSE, store, owner=self, on_done=self._stored, on_failed=self._refused)

    def _stored(self, case: Case) -> None:
        self.accept()
        self._desk.cases_changed.emit()
        self.case_opened.emit(case.number)

    def _refused(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        if not isinstance(error, UserFacingError):
            self._desk.tasks.failed.emit(error)
            return
        name = self._field_of(str(error))
        if name is None:
            self.said.setText(sentence_for(error))
            self.said.show()
            self._fit()
            return
        self._say(name, sentence_for(error))
        self._fit()
        self.fields[name].setFocus()
        self.fields[name].selectAll()

    def _field_of(self, sentence: str) -> str | None:
        """The field a refusal is about: the first empty one, as services check in this order, else the one named."""
        empty = next((name for name, field in self.fields.items() if not field.text().strip()), None)
        named = next((name for name in ("authority", "requester", "offence", "number") if name in sentence), None)
        return empty or named

    def _say(self, name: str, sentence: str) -> None:
        said, field = self._said[name], self.fields[name]
        said.setText(sentence)
        said.setVisible(bool(sentence))
        field.setProperty("invalid", bool(sentence))
        field.setAccessibleDescription(sentence)
        field.style().unpolish(field)
        field.style().polish(field)
