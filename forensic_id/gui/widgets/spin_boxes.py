"""Room before the text of a spin box or date field: style sheets do not reach the line edit inside."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

_BEFORE_TEXT = 7
"""Pixels, as in other fields."""


def give_room(box: QAbstractSpinBox) -> None:
    """Keep the text off the left edge."""
    for line in box.findChildren(QLineEdit):
        line.setTextMargins(_BEFORE_TEXT, 0, 0, 0)
