"""The two ways to look at the candidates, cards and table, over one model and one selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.search.candidate_delegate import STANDARD, CandidateDelegate
from forensic_id.gui.search.candidate_model import CandidateModel
from forensic_id.gui.search.candidate_table import CandidateTable

_VIEW = "search/view"
_WIDTH = "search/card"


class CandidateViews(QStackedWidget):
    """Which view is used and how large its cards are is remembered."""

    candidate_selected = Signal(int)
    """The rank that the user moved to."""
    candidate_activated = Signal(int)
    """Enter or a double click on the candidate of a rank."""

    def __init__(self, desk: Desk, model: CandidateModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self.table = CandidateTable(desk, model)
        self.grid = QListView()
        self.grid.setModel(model)
        self.grid.setSelectionModel(self.table.selectionModel())
        self.grid.setAccessibleName(self.tr("Candidates as cards"))
        self._delegate = CandidateDelegate(desk, self.grid)
        self._set_up_grid()
        self.addWidget(self.grid)
        self.addWidget(self.table)
        for view in (self.grid, self.table):
            view.installEventFilter(self)
            view.doubleClicked.connect(self._activate)
        self.table.selectionModel().currentChanged.connect(self._tell_selected)
        desk.thumbnails.loaded.connect(self._repaint)
        desk.appearance.changed.connect(self._repaint)
        self.set_card_width(int(desk.preferences.text(_WIDTH, str(STANDARD))))
        self.show_table(shown=desk.preferences.text(_VIEW) == "table")

    @property
    def card_width(self) -> int:
        """Width of a card in pixels."""
        return self._delegate.size.width()

    @property
    def is_table(self) -> bool:
        """Whether the table is in front."""
        return self.currentWidget() is self.table

    @property
    def rank(self) -> int | None:
        """Rank of the candidate that the user is on."""
        row = self._model.row(self.table.currentIndex())
        return row.candidate.rank if row else None

    def show_table(self, *, shown: bool) -> None:
        """Bring the table or the cards to the front; the candidate stays in sight."""
        self.setCurrentWidget(self.table if shown else self.grid)
        self._desk.preferences.set_text(_VIEW, "table" if shown else "cards")
        view: QAbstractItemView = self.table if shown else self.grid
        self.setFocusProxy(view)
        if view.currentIndex().isValid():
            view.scrollTo(view.currentIndex())

    def set_card_width(self, width: int) -> None:
        """Make the cards narrower or wider."""
        self._delegate.set_width(width)
        self._desk.preferences.set_text(_WIDTH, str(self.card_width))
        self.grid.setGridSize(self._delegate.size + QSize(2, 2))
        self.grid.scheduleDelayedItemsLayout()

    def choose(self, rank: int) -> None:
        """Move to the candidate of a rank, if it is shown."""
        index = self._model.index_of_rank(rank)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.grid.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens, on every platform."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._activate(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _set_up_grid(self) -> None:
        self.grid.setItemDelegate(self._delegate)
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setUniformItemSizes(True)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.setMouseTracking(True)

    def _activate(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.candidate_activated.emit(row.candidate.rank)

    def _tell_selected(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.candidate_selected.emit(row.candidate.rank)

    def _repaint(self) -> None:
        for view in (self.grid, self.table):
            view.viewport().update()
