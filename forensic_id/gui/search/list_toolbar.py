"""The line above the candidates: how to look at them, which ones, and where to go from here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QMenu, QPushButton, QSlider, QToolButton, QWidget

from forensic_id.gui.search.candidate_delegate import LARGEST, SMALLEST
from forensic_id.gui.search.candidate_model import BOOKMARKED, UNDECIDED, Column
from forensic_id.gui.search.fields import decision_name
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_DECISIONS = (UNDECIDED, "possible", "excluded", "inconclusive")


class ListToolbar(QWidget):
    """Emits what is asked for; knows no list."""

    size_chosen = Signal(int)
    sort_chosen = Signal(int)
    status_chosen = Signal(str)
    facts_chosen = Signal(bool)
    report_requested = Signal()
    export_requested = Signal()
    again_requested = Signal()
    repeat_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.cards_button = self._toggle(self.tr("Cards"))
        self.table_button = self._toggle(self.tr("Table"))
        views = QButtonGroup(self)
        views.addButton(self.cards_button)
        views.addButton(self.table_button)
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(SMALLEST, LARGEST)
        self.size_slider.setFixedWidth(90)
        self.size_slider.setAccessibleName(self.tr("Size of the cards"))
        self.size_slider.setToolTip(self.tr("Size of the cards"))
        self.size_slider.valueChanged.connect(self.size_chosen)
        self.sort_box = self._sort_box()
        self.status_box = self._status_box()
        self.facts_button = self._toggle(self.tr("Record of this search"))
        self.facts_button.toggled.connect(self.facts_chosen)
        self.count = label("", "muted")
        self.report_button = QPushButton(self.tr("&Report"))
        self.report_button.clicked.connect(self.report_requested)
        self.more_button = QPushButton(self.tr("&More"))
        self.more_button.setMenu(self._more_menu())
        self._lay_out()
        self._show_icons()
        appearance.changed.connect(self._show_icons)

    def _sort_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Order of the candidates"))
        for column, text in (
            (Column.RANK, self.tr("By rank")),
            (Column.SUBJECT, self.tr("By subject")),
            (Column.NAME, self.tr("By name")),
            (Column.STATUS, self.tr("By status")),
        ):
            box.addItem(text, int(column))
        box.currentIndexChanged.connect(lambda: self.sort_chosen.emit(box.currentData()))
        return box

    def _status_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Which candidates are shown"))
        box.addItem(self.tr("All candidates"), "")
        for decision in _DECISIONS:
            box.addItem(decision_name(decision), decision)
        box.addItem(self.tr("Bookmarked"), BOOKMARKED)
        box.currentIndexChanged.connect(lambda: self.status_chosen.emit(box.currentData()))
        return box

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        self.export_action = menu.addAction(self.tr("&Export the list (CSV, JSON)…"))
        self.repeat_action = menu.addAction(self.tr("&Repeat and verify"))
        self.again_action = menu.addAction(self.tr("Search &again with changes"))
        for action, signal in (
            (self.export_action, self.export_requested),
            (self.repeat_action, self.repeat_requested),
            (self.again_action, self.again_requested),
        ):
            action.triggered.connect(lambda _=False, each=signal: each.emit())
        return menu

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        for widget in (self.cards_button, self.table_button, self.size_slider, self.sort_box, self.status_box):
            layout.addWidget(widget)
        layout.addWidget(self.count, 1)
        for button in (self.facts_button, self.more_button, self.report_button):
            layout.addWidget(button)

    def _toggle(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(QSize(18, 18))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _show_icons(self) -> None:
        icon = self._appearance.icon
        for button, name in (
            (self.cards_button, "grid"),
            (self.table_button, "list"),
            (self.facts_button, "info"),
            (self.report_button, "document"),
        ):
            button.setIcon(icon(name))
