"""What waits for whoever is signed in: second reviews to be made blind, and those asked for that need a look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.page import Page
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.waiting.model import WaitingModel
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.tables import RowTable
from forensic_id.services.second_review import Waiting, asked_reviews, waiting_reviews

_WIDTHS = (96, 68, 104, 134, 130, 200)
_STRETCHED = 5


class WaitingPage(Page):
    """Two tables, or a sentence where both are empty; opening a row leads to the review of its search."""

    help_topic = "review"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.mine, self.asked = WaitingModel(self, asked=False), WaitingModel(self, asked=True)
        self.mine_table = RowTable(self.mine, self.tr("Second reviews to be made by me"))
        self.asked_table = RowTable(self.asked, self.tr("Second reviews that I asked for"))
        self._build()
        self.add_shortcut("Return", self.tr("Open the review in the current row"))
        desk.reviews_changed.connect(self._load_if_seen)
        desk.library_changed.connect(self._load_if_seen)
        desk.cases_changed.connect(self._load_if_seen)
        desk.access_changed.connect(self._load_if_seen)

    def shown(self) -> None:
        """Read both lists; the focus goes to the first that has something."""
        self._load()

    def open(self, waiting: Waiting) -> None:
        """Go to the review of this search; a second examiner finds it blind."""
        self.desk.choose_case(waiting.record.case_number)
        self.desk.open_search(waiting.record.search_id, page="review")

    def _build(self) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        column.setSpacing(SPACE["s"])
        self.problem = Banner("")
        self.problem.hide()
        column.addWidget(self.problem)
        self._parts: dict[WaitingModel, QWidget] = {}
        for model, table, title, sentence in (
            (
                self.mine,
                self.mine_table,
                self.tr("To be reviewed by me"),
                self.tr("You see sketch, photos and checklist, and nothing of what the first examiner found."),
            ),
            (
                self.asked,
                self.asked_table,
                self.tr("Asked for by me"),
                self.tr("Not submitted yet, or submitted with differences on which both examiners have to agree."),
            ),
        ):
            column.addWidget(self._part(model, table, title, sentence), 1)
        column.addStretch(0)
        self._stack = QStackedWidget()
        self.empty = EmptyState(
            self.desk.appearance.icon("check", self.desk.appearance.colours.muted),
            self.tr("Nothing waits for you"),
            self.tr(
                "When an examiner asks you for a second review, it appears here, and so do those that you asked for "
                "until they are submitted and both agree."
            ),
        )
        self._stack.addWidget(lists)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _part(self, model: WaitingModel, table: RowTable, title: str, sentence: str) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, SPACE["m"])
        layout.setSpacing(SPACE["xs"])
        layout.addWidget(label(title, "lead"))
        layout.addWidget(label(sentence, "muted", wrap=True))
        name = "mine" if model is self.mine else "asked"
        table.remember_columns(self.desk.preferences, f"waiting/{name}", _WIDTHS, _STRETCHED)
        table.opened.connect(lambda row: self.open(model.at(row)))
        layout.addWidget(table, 1)
        button = QPushButton(self.tr("&Begin the review") if model is self.mine else self.tr("&Open the review"))
        if model is self.mine:
            button.setProperty("role", "primary")
        button.clicked.connect(lambda: table.opened.emit(table.row) if table.row >= 0 else None)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._parts[model] = part
        return part

    def _load_if_seen(self) -> None:
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: (waiting_reviews(place.library()), asked_reviews(place.library())),
            owner=self,
            on_done=self._show,
            on_failed=lambda error: self._fail(sentence_for(error)),
        )

    def _show(self, found: tuple[tuple[Waiting, ...], tuple[Waiting, ...]]) -> None:
        self.problem.say("")
        for model, table, rows in zip(
            (self.mine, self.asked), (self.mine_table, self.asked_table), found, strict=True
        ):
            model.show_rows(rows)
            self._parts[model].setVisible(bool(rows))
            if rows:
                table.choose(0)
        self._stack.setCurrentIndex(0 if any(found) else 1)
        (self.mine_table if found[0] else self.asked_table).setFocus()

    def _fail(self, sentence: str) -> None:
        self.problem.say(sentence)
        self._stack.setCurrentIndex(0)
