"""The line below a search that is being prepared: what would be searched, the button, and the progress."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.progress import Progress
from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.progress_bar import ProgressBar

_BAR_WIDTH = 220


class RunBar(QWidget):
    """Asks for a search or for its end; knows nothing of either."""

    search_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._problem = Banner("")
        self._problem.hide()
        self._summary = label("", "muted", wrap=True)
        self.search_button = QPushButton(self.tr("&Search"))
        self.search_button.setProperty("role", "primary")
        self.search_button.setToolTip(self.tr("Search the sketch in the gallery (Ctrl+Return)"))
        self.search_button.clicked.connect(self.search_requested)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._stage = label()
        self._bar = ProgressBar(self.tr("Progress of the search"))
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._faces = QStackedWidget()
        self._faces.addWidget(_line(self._summary, self.search_button))
        self._faces.addWidget(_line(self._stage, self._bar, self.cancel_button))
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["s"])
        inside.addWidget(self._faces)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self._problem)
        layout.addWidget(card)
        self._show_icons()
        appearance.changed.connect(self._show_icons)

    @property
    def problem(self) -> str:
        """What went wrong last; empty when nothing did."""
        return self._problem.text

    @property
    def summary(self) -> str:
        """What is said of the search to be made."""
        return self._summary.text()

    @property
    def running(self) -> bool:
        """Whether progress is shown."""
        return self._faces.currentIndex() == 1

    def show_ready(self, summary: str, *, may_search: bool) -> None:
        """Say what would be searched, or what is missing."""
        self._summary.setText(summary)
        self.search_button.setEnabled(may_search)

    def show_running(self) -> None:
        """Show progress until told otherwise."""
        self._problem.say("")
        self._stage.setText(self.tr("Waiting for the search to begin"))
        self._bar.wait()
        self._faces.setCurrentIndex(1)
        self.cancel_button.setFocus()

    def show_progress(self, progress: Progress) -> None:
        """Name the stage."""
        self._stage.setText(translated(progress.stage))
        self._bar.show_progress(progress)

    def show_ended(self, problem: str = "") -> None:
        """Back to the button; `problem` says what went wrong."""
        self._faces.setCurrentIndex(0)
        self._problem.say(problem)

    def _show_icons(self) -> None:
        self.search_button.setIcon(self._appearance.icon("search", self._appearance.colours.on_accent))
        self.cancel_button.setIcon(self._appearance.icon("stop"))


def _line(first: QWidget, *others: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE["m"])
    layout.addWidget(first, 1)
    for widget in others:
        layout.addWidget(widget)
    return line
