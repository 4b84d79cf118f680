"""The list of all cases with what narrows it down."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.core.rights import Right
from forensic_id.core.summaries import CaseSummary
from forensic_id.gui.cases.case_model import CaseState, CaseTableModel
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.tables import RowTable

_WIDTHS = (120, 180, 140, 140, 90, 130)
_STRETCHED = 1
_TYPING_PAUSE = 120
"""Milliseconds after the last key until the list is narrowed down."""
_SEARCH_WIDTH, _WIDEST_SEARCH = 200, 420


class CaseList(QWidget):
    """Search box, state, table; recent cases as buttons above it."""

    case_opened = Signal(str)
    """The case of that number is to be worked on."""
    new_case_requested = Signal()
    check_requested = Signal()
    """A case package is to be checked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = CaseTableModel(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, offence, authority, requester"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.search.setMaximumWidth(_WIDEST_SEARCH)
        self.search.setAccessibleName(self.search.placeholderText())
        self._pause = QTimer(self, interval=_TYPING_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._to_table)
        self.state = QComboBox()
        for state, text in (("all", self.tr("All cases")), ("open", self.tr("Open")), ("closed", self.tr("Closed"))):
            self.state.addItem(text, state)
        self.state.setAccessibleName(self.tr("State of the cases"))
        self.state.currentIndexChanged.connect(self._narrow)
        self.new_button = QPushButton(self.tr("&Open a new case…"))
        self.new_button.setProperty("role", "primary")
        self.new_button.clicked.connect(self.new_case_requested)
        self.check_button = QPushButton(self.tr("Check a &package…"))
        self.check_button.setToolTip(self.tr("Of any library; a package can also be dropped here"))
        self.check_button.clicked.connect(self.check_requested)
        desk.rights.guard(self.new_button, Right.MANAGE_CASES)
        self._build()
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def set_cases(
        self, cases: tuple[CaseSummary, ...], recent: list[str], held: frozenset[str] = frozenset()
    ) -> None:
        """Show these cases; `recent` numbers as buttons, where they still exist; `held` are those on hold."""
        chosen = self.chosen
        self.model.set_cases(cases, held)
        known = {each.case.number for each in cases}
        self._show_recent([number for number in recent if number in known])
        self._stack.setCurrentWidget(self._content if cases else self._empty)
        self._choose(chosen or self._desk.case_number)
        self._tell_count()

    def say(self, sentence: str) -> None:
        """Show why there is no list."""
        self._problem_text.setText(sentence)
        self._stack.setCurrentWidget(self._problem)

    @property
    def chosen(self) -> str:
        """The number of the case in the current row, empty for none."""
        row = self.table.row
        return self.model.case_at(row).case.number if 0 <= row < self.model.rowCount() else ""

    def _build(self) -> None:
        self.table = RowTable(self.model, self.tr("Cases"))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.remember_columns(self._desk.preferences, "cases/columns", _WIDTHS, _STRETCHED)
        self.table.opened.connect(lambda row: self.case_opened.emit(self.model.case_at(row).case.number))
        self._count = label("", "small")
        bar = QHBoxLayout()
        bar.setSpacing(SPACE["s"])
        bar.addWidget(self.search, 1)
        bar.addWidget(self.state)
        bar.addWidget(self._count)
        bar.addStretch()
        bar.addWidget(self.check_button)
        bar.addWidget(self.new_button)
        self._recent = QHBoxLayout()
        self._recent.setSpacing(SPACE["s"])
        self._content = QWidget()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["m"])
        layout.addLayout(bar)
        layout.addLayout(self._recent)
        layout.addWidget(self.table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content)
        self._add_empty_states()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _add_empty_states(self) -> None:
        action = self.tr("Open a new case…")
        icon = self._desk.appearance.icon("folder", self._desk.appearance.colours.muted)
        self._empty = EmptyState(
            icon,
            self.tr("No case yet"),
            self.tr("A search needs a purpose: open a case with its number, offence, legal authority and requester."),
            action,
        )
        self._problem = QWidget()
        self._problem_text = label("", "muted", wrap=True)
        self._problem_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        again = QPushButton(action)
        again.clicked.connect(self.new_case_requested)
        layout = QVBoxLayout(self._problem)
        layout.setContentsMargins(SPACE["xxl"], SPACE["xxl"], SPACE["xxl"], SPACE["xxl"])
        layout.addStretch(1)
        layout.addWidget(self._problem_text)
        layout.addWidget(again, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._empty.action_requested.connect(self.new_case_requested)
        for button in (again, self._empty.button):
            if button is not None:
                self._desk.rights.guard(button, Right.MANAGE_CASES)
        for widget in (self._empty, self._problem):
            self._stack.addWidget(widget)

    def _show_recent(self, numbers: list[str]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        if not numbers:
            return
        self._recent.addWidget(label(self.tr("Recent"), "muted"))
        for number in numbers:
            button = QPushButton(number)
            button.setAccessibleName(self.tr("Recent case {}").format(number))
            button.clicked.connect(lambda _checked=False, number=number: self.case_opened.emit(number))
            self._recent.addWidget(button)
        self._recent.addStretch(1)

    def _narrow(self) -> None:
        chosen = self.chosen
        self.model.narrow(self.search.text(), cast("CaseState", self.state.currentData()))
        self._choose(chosen)
        self._tell_count()

    def _choose(self, number: str) -> None:
        row = self.model.row_of(number)
        if row >= 0 or self.model.rowCount():
            self.table.choose(max(0, row))

    def _to_table(self) -> None:
        self._pause.stop()
        self._narrow()
        self.table.setFocus()

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        self._count.setText(self.tr("1 case") if count == 1 else self.tr("{} cases").format(counted(count)))

    def _paint(self) -> None:
        appearance = self._desk.appearance
        self.check_button.setIcon(appearance.icon("check"))
        self.new_button.setIcon(appearance.icon("plus", appearance.colours.on_accent))
