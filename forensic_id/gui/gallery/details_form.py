"""Recorded fields that are edited in place: saved when the field is left, taken back with Esc, refused in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from forensic_id.core.rights import Right
from forensic_id.gui.access.guards import Rights
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of a form: the field's name, what it is called (with a mnemonic), what to write into it."""

    name: str
    title: str
    hint: str = ""


class FieldLine(QLineEdit):
    """A line that knows what is stored."""

    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stored = ""
        self.tried = ""
        """What was emitted last: a text that was refused is not offered a second time."""

    def show_stored(self, text: str) -> None:
        """Show what is stored now, unless the user is writing something else."""
        if not self.isModified() or not self.hasFocus():
            self.setText(text)
        self.stored = self.tried = text

    def event(self, event: QEvent) -> bool:
        """Esc is the line's own, not the page's, while there is something to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text() != self.stored
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was written; once more, and it belongs to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self.stored:
            self.setText(self.stored)
            self.tried = self.stored
            self.taken_back.emit()
            return
        super().keyPressEvent(event)


class DetailsForm(QWidget):
    """Emits `edited` when a field was left with another text than the stored one."""

    edited = Signal(str, str)
    """The field's name and the text."""

    def __init__(self, fields: Iterable[Field]) -> None:
        super().__init__()
        self.lines: dict[str, FieldLine] = {}
        self._messages: dict[str, QLabel] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(SPACE["xs"])
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in fields:
            layout.addRow(field.title, self._row(field))

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is stored; complaints are forgotten."""
        for name, line in self.lines.items():
            line.show_stored(values[name])
            self._say(name, "")

    def refuse(self, name: str, sentence: str) -> None:
        """Tell under a field why its text was not stored; the text stays to be mended."""
        self._say(name, sentence)

    def fault(self, name: str) -> str:
        """Why a field's text was not stored; empty when it was."""
        return self._messages[name].text()

    def guard(self, rights: Rights, right: Right) -> None:
        """Have the fields only read by whoever lacks a right."""
        for line in self.lines.values():
            rights.guard(line, right)

    def complete(self, name: str, texts: Iterable[str]) -> None:
        """Offer what is recorded of others while something is written."""
        completer = QCompleter(sorted(texts), self.lines[name])
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.lines[name].setCompleter(completer)

    def save(self) -> None:
        """Emit what was written and not left yet."""
        for name in self.lines:
            self._leave(name)

    def _row(self, field: Field) -> QWidget:
        line = FieldLine()
        line.setPlaceholderText(field.hint)
        line.setAccessibleName(field.title.replace("&", ""))
        line.editingFinished.connect(lambda: self._leave(field.name))
        line.taken_back.connect(lambda: self._say(field.name, ""))
        message = label("", "danger", wrap=True)
        message.hide()
        self.lines[field.name], self._messages[field.name] = line, message
        row = QWidget()
        row.setFocusProxy(line)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(line)
        layout.addWidget(message)
        return row

    def _leave(self, name: str) -> None:
        line = self.lines[name]
        text = line.text().strip()
        if text not in (line.stored, line.tried):
            line.tried = text
            line.setModified(False)
            self.edited.emit(name, text)

    def _say(self, name: str, sentence: str) -> None:
        line, message = self.lines[name], self._messages[name]
        message.setText(sentence)
        message.setVisible(bool(sentence))
        line.setProperty("invalid", bool(sentence))
        line.style().unpolish(line)
        line.style().polish(line)
