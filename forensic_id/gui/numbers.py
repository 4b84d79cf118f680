"""Numbers as people write them in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def counted(number: int) -> str:
    """A whole number with its thousands set apart."""
    between = QCoreApplication.translate("Numbers", ",")
    return f"{number:,}".replace(",", between)
