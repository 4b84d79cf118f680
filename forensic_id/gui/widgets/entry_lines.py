"""Lines of a form that people type into."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit


def entry_line(name: str, hint: str) -> QLineEdit:
    """A line under its accessible name, with a hint as long as it is empty."""
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def entry_title(text: str, line: QLineEdit) -> QLabel:
    """The title beside a line; its mnemonic leads into the line."""
    title = QLabel(text)
    title.setBuddy(line)
    return title
