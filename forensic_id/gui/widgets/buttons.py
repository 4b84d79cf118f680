"""Push buttons that do one thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


def push_button(text: str, pressed: Callable[[], None]) -> QPushButton:
    """A button with its text and what a press does."""
    button = QPushButton(text)
    button.clicked.connect(pressed)
    return button
