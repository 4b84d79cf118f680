"""How far work is: a bar, and the line that says so."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from forensic_id.core.progress import Progress
from forensic_id.gui.numbers import done_of
from forensic_id.gui.sentences import translated


class ProgressBar(QProgressBar):
    """Has no text in it: what is done stands beside it."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader calls the bar."""
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)

    def wait(self) -> None:
        """Move to and fro until it is known how much there is to do."""
        self.setRange(0, 0)

    def show_progress(self, progress: Progress) -> None:
        """Fill the share that is done."""
        self.setRange(0, progress.total or 0)
        self.setValue(progress.done)


def progress_line(progress: Progress) -> str:
    """What is being done, and how much of it is done."""
    return f"{translated(progress.stage)}{done_of(progress)}"
