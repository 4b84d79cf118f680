"""What a page of the main window is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from forensic_id.gui.desk import Desk


class Page(QWidget):
    """A page gets the desk, builds its widgets, and loads what it shows when it is first shown or told of a change.

    Text is wrapped in `self.tr`; a page is built anew when the language changes, so it needs no retranslation.
    """

    help_topic = "start"
    """The topic of the in-app help that F1 opens here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def shown(self) -> None:
        """The page came to the front: load what is out of date, put the focus where work begins."""

    def may_leave(self) -> bool:
        """Whether the user agrees to leave (unsaved input)."""
        return True
