"""Labels in the roles of the design language."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

Role = Literal["body", "title", "display", "lead", "muted", "small", "warning", "danger", "success", "keys"]


def label(text: str = "", role: Role = "body", *, wrap: bool = False) -> QLabel:
    """A label of plain text: what users and files bring along is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def set_role(widget: QLabel, role: Role) -> None:
    """Change a label's role."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
