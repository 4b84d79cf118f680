"""Waiting for a window outside of a test: events go on meanwhile, and patience ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

_PATIENCE = 300_000


def wait_until(condition: Callable[[], object]) -> None:
    """Deliver events until the condition holds. Raises TimeoutError after five minutes."""
    deadline = QDeadlineTimer(_PATIENCE)
    while not condition():
        QApplication.processEvents()
        if deadline.hasExpired():
            raise TimeoutError("The window did not get ready.")
