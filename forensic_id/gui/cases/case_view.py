"""The page of one case: what it is, and all its searches."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.moments import shown_time
from forensic_id.core.retention import Hold
from forensic_id.core.rights import Right
from forensic_id.core.summaries import CaseSummary
from forensic_id.gui.cases.case_holds import CaseHolds
from forensic_id.gui.cases.search_model import THUMBNAIL, SearchTableModel
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.gui.widgets.tables import RowTable

_WIDTHS = (THUMBNAIL + 20, 60, 150, 128, 78, 104, 78, 162)
_STRETCHED = 2


class CaseView(QWidget):
    """Shows one case; the pages that are wanted are told to the desk."""

    back_requested = Signal()
    close_requested = Signal(str)
    """The case of that number is to be closed."""
    erasure_requested = Signal(str)
    """The case of that number is to be erased by order."""
    package_requested = Signal(str)
    """A package of the case of that number is to be made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._summary: CaseSummary | None = None
        self._held_by: tuple[Hold, ...] = ()
        self.holds = CaseHolds(desk, self)
        self.model = SearchTableModel(desk, self)
        self._build()
        desk.appearance.changed.connect(self._paint)
        self._paint()

    @property
    def number(self) -> str:
        """The number of the case that is shown, empty for none."""
        return self._summary.case.number if self._summary else ""

    def show_case(self, summary: CaseSummary, holds: tuple[Hold, ...] = ()) -> None:
        """Show a case with the holds on it, and load its searches."""
        self._summary, self._held_by = summary, holds
        self.hold_note.say(self.holds.sentence(holds))
        self.hold_button.setText(self.tr("Lift the &hold…") if holds else self.tr("&Hold…"))
        case = summary.case
        closed = case.closed_at is not None
        self._title.setText(self.tr("Case {}").format(case.number))
        self._state.setText(self.tr("Closed") if closed else self.tr("Open"))
        set_role(self._state, "muted" if closed else "success")
        values = (
            case.offence,
            case.authority,
            case.requester,
            shown_time(case.opened_at),
            shown_time(case.closed_at) if case.closed_at else self.tr("not closed: it takes searches"),
        )
        for value, text in zip(self._values, values, strict=True):
            value.setText(text)
        self.search_button.setEnabled(not closed)
        self.close_button.setVisible(not closed)
        self._stack.setCurrentWidget(self._searches if summary.searches else self._empty)
        self._empty.setEnabled(not closed)
        self.model.show_case(case.number, summary.searches)
        self._heading.setText(self._counted(summary.searches))
        self._enable()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addLayout(self._bar())
        self.hold_note = Banner("")
        layout.addWidget(self.hold_note)
        layout.addWidget(self._facts())
        layout.addLayout(self._search_bar())
        self.table = RowTable(self.model, self.tr("Searches of this case"), row_height=THUMBNAIL + 8)
        self.table.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.table.remember_columns(self._desk.preferences, "cases/searches-by-whom", _WIDTHS, _STRETCHED)
        self.table.opened.connect(lambda _row: self._open("search"))
        self.table.selectionModel().currentChanged.connect(lambda *_rows: self._enable())
        self.model.rowsInserted.connect(self._choose_first)
        self._searches = self.table
        self._empty = EmptyState(
            self._desk.appearance.icon("search", self._desk.appearance.colours.muted),
            self.tr("No search yet"),
            self.tr("Search a sketch under this case; its record appears here and stays as it is."),
            self.tr("Start a search"),
        )
        self._empty.action_requested.connect(lambda: self._desk.page_requested.emit("search"))
        self._guard()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._searches)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)

    def _guard(self) -> None:
        guard = self._desk.rights.guard
        guard(self.close_button, Right.MANAGE_CASES)
        guard(self.search_button, Right.SEARCH)
        if self._empty.button is not None:
            guard(self._empty.button, Right.SEARCH)

    def _bar(self) -> QHBoxLayout:
        self.back_button = QToolButton()
        self.back_button.setToolTip(self.tr("Back to all cases (Esc)"))
        self.back_button.setAccessibleName(self.tr("Back to all cases"))
        self.back_button.clicked.connect(self.back_requested)
        self._title = label("", "display")
        self._state = label("", "success")
        self.close_button = QPushButton(self.tr("&Close the case…"))
        self.close_button.clicked.connect(lambda: self.close_requested.emit(self.number))
        self.search_button = QPushButton(self.tr("&Start a search"))
        self.search_button.setProperty("role", "primary")
        self.search_button.clicked.connect(lambda: self._desk.page_requested.emit("search"))
        bar = QHBoxLayout()
        bar.setSpacing(SPACE["s"])
        bar.addWidget(self.back_button)
        bar.addWidget(self._title)
        bar.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignBottom)
        bar.addStretch(1)
        bar.addWidget(self.close_button)
        bar.addWidget(self.search_button)
        return bar

    def _facts(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        grid.setHorizontalSpacing(SPACE["xl"])
        grid.setVerticalSpacing(SPACE["xs"])
        titles = (
            self.tr("Offence or purpose"),
            self.tr("Legal authority"),
            self.tr("Requested by"),
            self.tr("Opened"),
            self.tr("Closed"),
        )
        self._values: list[QLabel] = []
        for place, title in enumerate(titles):
            value = label("", wrap=True)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            value.setAccessibleName(title)
            self._values.append(value)
            grid.addWidget(label(title, "small"), 0, place)
            grid.addWidget(value, 1, place, alignment=Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        self.package_button = QPushButton(self.tr("Pac&kage…"))
        self.package_button.setToolTip(self.tr("Make one signed file of everything that the case rests on"))
        self.package_button.clicked.connect(lambda: self.package_requested.emit(self.number))
        self.hold_button = QPushButton(self.tr("&Hold…"))
        self.hold_button.setToolTip(self.tr("A case on hold keeps everybody on its candidate lists"))
        self.hold_button.clicked.connect(self._ask_about_hold)
        self.erase_button = QPushButton(self.tr("Expun&ge…"))
        self.erase_button.setToolTip(
            self.tr("Erase the case by an order, with its sketches, searches and reviews; you see first what goes")
        )
        self.erase_button.clicked.connect(lambda: self.erasure_requested.emit(self.number))
        self._desk.rights.guard(self.erase_button, Right.PURGE)
        self._desk.rights.guard(self.package_button, Right.REPORT)
        self._desk.rights.guard(self.hold_button, Right.HOLD)
        actions = QVBoxLayout()
        actions.setSpacing(SPACE["xs"])
        for button in (self.package_button, self.hold_button, self.erase_button):
            actions.addWidget(button)
        grid.addLayout(actions, 0, len(titles), 3, 1)
        return card

    def _search_bar(self) -> QHBoxLayout:
        self._heading = label("", "lead")
        self.open_button = QPushButton(self.tr("Op&en"))
        self.open_button.setToolTip(self.tr("Show the search with its candidates (Enter)"))
        self.review_button = QPushButton(self.tr("Re&view"))
        self.report_button = QPushButton(self.tr("Re&port"))
        bar = QHBoxLayout()
        bar.setSpacing(SPACE["s"])
        bar.addWidget(self._heading, 1)
        for button, page in (
            (self.open_button, "search"),
            (self.review_button, "review"),
            (self.report_button, "report"),
        ):
            button.clicked.connect(lambda _checked=False, page=page: self._open(page))
            bar.addWidget(button)
        return bar

    def _ask_about_hold(self) -> None:
        if self._held_by:
            self.holds.ask_to_lift(self._held_by[0])
        else:
            self.holds.ask_to_place(self.number)

    def _open(self, page: str) -> None:
        if self.table.row >= 0:
            self._desk.open_search(self.model.search_at(self.table.row).search_id, page=page)

    def _choose_first(self) -> None:
        if self.table.row < 0:
            self.table.choose(0)

    def _enable(self) -> None:
        for button in (self.open_button, self.review_button, self.report_button):
            button.setEnabled(self.table.row >= 0)

    def _counted(self, searches: int) -> str:
        return self.tr("1 search") if searches == 1 else self.tr("{} searches").format(counted(searches))

    def _paint(self) -> None:
        appearance = self._desk.appearance
        self.back_button.setIcon(appearance.icon("chevron-left"))
        self.close_button.setIcon(appearance.icon("lock"))
        self.package_button.setIcon(appearance.icon("export"))
        self.hold_button.setIcon(appearance.icon("pause"))
        self.erase_button.setIcon(appearance.icon("trash"))
        self.search_button.setIcon(appearance.icon("search", appearance.colours.on_accent))
        self.open_button.setIcon(appearance.icon("eye"))
        self.review_button.setIcon(appearance.icon("compare"))
        self.report_button.setIcon(appearance.icon("document"))
