"""The searches of the case on the desk: open one, verify it, or search again with changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.summaries import SearchSummary
from forensic_id.gui.desk import Desk
from forensic_id.gui.search.history_model import HistoryColumn, HistoryModel
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.gui.widgets.tables import RowTable
from forensic_id.gui.workplace import Workplace
from forensic_id.services.manage_cases import list_searches
from forensic_id.services.repeat_search import RepeatedSearch, repeat_search

T = TypeVar("T")
_ROW_HEIGHT = 60
_WIDTHS = (145, 66, 138, 88, 82, 80, 155)


class HistoryStep(QWidget):
    """Lists what was stored; nothing here changes a record."""

    open_requested = Signal(int)
    again_requested = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._verifying: Task | None = None
        self._case = ""
        self.model = HistoryModel(desk)
        self.model.setParent(self)
        self.table = RowTable(self.model, self.tr("Searches of this case"), row_height=_ROW_HEIGHT)
        self.table.setWordWrap(True)  # a row holds two lines
        self.table.setIconSize(QSize(_ROW_HEIGHT, _ROW_HEIGHT))
        self.table.remember_columns(desk.preferences, "search/history-columns", _WIDTHS, HistoryColumn.VERDICT)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.outcome = Banner("", "card")
        self.outcome.hide()
        self.open_button = QPushButton(self.tr("&Open"))
        self.open_button.setProperty("role", "primary")
        self.verify_button = QPushButton(self.tr("&Repeat and verify"))
        self.again_button = QPushButton(self.tr("Search again with &changes"))
        self.open_button.clicked.connect(self._open)
        self.verify_button.clicked.connect(self._verify)
        self.again_button.clicked.connect(self._again)
        self._lay_out()
        self._show_buttons()

    @property
    def search_id(self) -> int | None:
        """The search that is marked."""
        return self.model.search_id(self.table.currentIndex())

    def load(self, case_number: str) -> None:
        """Read the searches of a case."""
        self._case = case_number

        def work(place: Workplace, _task: Task) -> tuple[SearchSummary, ...]:
            return list_searches(place.library(), case_number)

        def wanted(then: Callable[[T], None]) -> Callable[[T], None]:
            """Another case may lie on the desk by then, or this one may be erased."""
            return lambda given: then(given) if case_number == self._case else None

        self._desk.run(
            Lane.BROWSE,
            work,
            owner=self,
            on_done=wanted(self._show),
            on_failed=wanted(lambda error: self.outcome.say(sentence_for(error))),
        )

    def forget(self) -> None:
        """Show nothing of the case before."""
        self._case = ""
        if self._verifying is not None:
            self._verifying.cancel()
            self._verifying = None
        self.outcome.say("")
        self._show(())

    def verify(self, search_id: int) -> None:
        """Search again as recorded, and say whether it comes out the same."""
        self.outcome.say(self.tr("Search {} is being repeated…").format(search_id))

        def work(place: Workplace, _task: Task) -> RepeatedSearch:
            return repeat_search(search_id, place.search_tools())

        self._verifying = self._desk.run(
            Lane.SEARCH,
            work,
            owner=self,
            on_done=self._tell_repeated,
            on_failed=lambda error: self.outcome.say(sentence_for(error)),
            on_cancelled=lambda: self.outcome.say(""),
            title=self.tr("Repeating search {}").format(search_id),
        )

    def _show(self, searches: tuple[SearchSummary, ...]) -> None:
        marked = self.search_id
        self.model.show_searches(searches)
        self._faces.setCurrentIndex(0 if searches else 1)
        places = [place for place, found in enumerate(searches) if found.search_id == marked]
        if searches:
            self.table.choose(places[0] if places else 0)
        self._show_buttons()

    def _tell_repeated(self, result: RepeatedSearch) -> None:
        self._verifying = None
        number = result.record.search_id
        if result.reproduced and not result.differences:
            text = self.tr("Search {} was repeated and came out exactly as recorded, to the last bit.").format(number)
        elif result.reproduced:
            text = self.tr("The ranking of search {} came out exactly as recorded.").format(number)
        else:
            text = self.tr("Search {} did NOT come out as recorded.").format(number)
        self.outcome.say("\n".join((text, *(translated(str(each)) for each in result.differences))))

    def _open(self) -> None:
        if self.search_id is not None:
            self.open_requested.emit(self.search_id)

    def _verify(self) -> None:
        if self.search_id is not None:
            self.verify(self.search_id)

    def _again(self) -> None:
        if self.search_id is not None:
            self.again_requested.emit(self.search_id)

    def _show_buttons(self) -> None:
        for button in (self.open_button, self.verify_button, self.again_button):
            button.setEnabled(self.search_id is not None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE["s"])
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.verify_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE["s"])
        inside.addWidget(self.table, 1)
        inside.addLayout(buttons)
        empty = EmptyState(
            self._desk.appearance.icon("search", self._desk.appearance.colours.muted),
            self.tr("No searches yet"),
            self.tr("Searches made under this case are kept here for good, each with its whole record."),
        )
        self._faces = QStackedWidget()
        self._faces.addWidget(listed)
        self._faces.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.outcome)
        layout.addWidget(self._faces, 1)
