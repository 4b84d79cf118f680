"""The candidates at the left: rank, thumbnail, what was decided; any number of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.records import Candidate
from forensic_id.core.review import Decision, ReviewContent
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.review.recorder import ReviewRecorder
from forensic_id.gui.review.wording import decision_name
from forensic_id.gui.theme.tokens import RADIUS, SPACE, Colours
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.tables import NO_PARENT, Index

BOOKMARKED = "bookmarked"
_ROW_HEIGHT = 58
_THUMBNAIL = 48


def decision_colour(decision: Decision, colours: Colours) -> str:
    """The colour of a decision; its word always stands beside it."""
    return {
        Decision.UNDECIDED: colours.muted,
        Decision.POSSIBLE: colours.success,
        Decision.EXCLUDED: colours.danger,
        Decision.INCONCLUSIVE: colours.warning,
    }[decision]


class CandidateModel(QAbstractListModel):
    """The candidates whose reviews pass the filter: a decision, bookmarked, or everything for an empty text."""

    def __init__(self, recorder: ReviewRecorder, parent: QWidget) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._all: tuple[Candidate, ...] = ()
        self._shown: list[Candidate] = []
        self._rows: dict[int, int] = {}
        self._filter = ""
        recorder.changed.connect(self._repaint)

    def open(self, candidates: tuple[Candidate, ...]) -> None:
        """Show another list."""
        self._all = candidates
        self.show_only(self._filter)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The whole list, in whatever way it is filtered."""
        return self._all

    def show_only(self, wanted: str) -> None:
        """Filter anew; what changes later stays listed until then: nothing vanishes under one's hands."""
        self.beginResetModel()
        self._filter = wanted
        self._shown = [each for each in self._all if self._passes(self._recorder.content(each.rank))]
        self._rows = {candidate.rank: row for row, candidate in enumerate(self._shown)}
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        candidate = self._shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return candidate
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            content = self._recorder.content(candidate.rank)
            return self.tr("Rank {}: {}").format(counted(candidate.rank), decision_name(content.decision))
        return None

    def row_of(self, rank: int) -> int | None:
        """Where the candidate at this rank is shown."""
        return self._rows.get(rank)

    def neighbour(self, rank: int, step: int) -> int | None:
        """The rank before or after this one among those shown."""
        ranks = [each.rank for each in self._shown if (each.rank - rank) * step > 0]
        return (min(ranks) if step > 0 else max(ranks)) if ranks else None

    def next_undecided(self, rank: int) -> int | None:
        """The next rank of the whole list without a decision, from the top again after the last."""
        open_ = [each.rank for each in self._all if self._recorder.content(each.rank).decision is Decision.UNDECIDED]
        return next((each for each in open_ if each > rank), open_[0] if open_ else None)

    def _passes(self, content: ReviewContent) -> bool:
        if not self._filter:
            return True
        return content.bookmarked if self._filter == BOOKMARKED else content.decision == self._filter

    def _repaint(self, rank: int) -> None:
        if (row := self._rows.get(rank)) is not None:
            self.dataChanged.emit(self.index(row), self.index(row))


class CandidateDelegate(QStyledItemDelegate):
    """Paints a row: rank, thumbnail, decision, bookmark."""

    def __init__(self, desk: Desk, recorder: ReviewRecorder, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._recorder = desk, recorder

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(100, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        candidate: Candidate = index.data(Qt.ItemDataRole.UserRole)
        content = self._recorder.content(candidate.rank)
        colours = self._desk.appearance.colours
        room = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(room.adjusted(2, 1, -2, -1), RADIUS["m"], RADIUS["m"])
        self._paint_thumbnail(painter, candidate, room)
        left = room.left() + SPACE["s"] + _THUMBNAIL + SPACE["s"]
        text = QRect(left, room.top() + SPACE["s"], room.right() - left - SPACE["s"], room.height() - 2 * SPACE["s"])
        self._paint_words(painter, candidate, content, text)
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, candidate: Candidate, room: QRect) -> None:
        place = QRect(room.left() + SPACE["s"], room.top() + 5, _THUMBNAIL, _THUMBNAIL)
        pixmap = self._desk.thumbnails.get(candidate.photo_id)
        if pixmap is None or pixmap.isNull():
            painter.setPen(QPen(QColor(self._desk.appearance.colours.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, RADIUS["s"], RADIUS["s"])
            return
        side = min(pixmap.width(), pixmap.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap, QRect((pixmap.width() - side) // 2, 0, side, side))

    def _paint_words(self, painter: QPainter, candidate: Candidate, content: ReviewContent, room: QRect) -> None:
        colours = self._desk.appearance.colours
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, top | Qt.AlignmentFlag.AlignLeft, counted(candidate.rank))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(decision_colour(content.decision, colours)))
        name = painter.fontMetrics().elidedText(
            decision_name(content.decision), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, bottom | Qt.AlignmentFlag.AlignLeft, name)
        if content.bookmarked:
            icon: QIcon = self._desk.appearance.icon("bookmark-filled", colours.accent)
            icon.paint(painter, QRect(room.right() - 16, room.top(), 16, 16))


class CandidateList(QWidget):
    """The list with its filter."""

    chosen = Signal(int)
    """The user chose the candidate at this rank."""
    undecided_requested = Signal()
    """The next candidate without a decision is wanted."""
    report_requested = Signal()
    """The report of this search is wanted."""

    def __init__(self, desk: Desk, recorder: ReviewRecorder) -> None:
        super().__init__()
        self.model = CandidateModel(recorder, self)
        self.filter = QComboBox()
        self.filter.addItem(self.tr("All candidates"), "")
        for decision in Decision:
            self.filter.addItem(decision_name(decision), decision.value)
        self.filter.addItem(self.tr("Bookmarked"), BOOKMARKED)
        self.filter.setAccessibleName(self.tr("Which candidates are listed"))
        self.filter.currentIndexChanged.connect(self._filter_anew)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CandidateDelegate(desk, recorder, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Candidates"))
        self.view.selectionModel().currentChanged.connect(self._choose)
        desk.thumbnails.loaded.connect(self._repaint)
        desk.appearance.changed.connect(self._repaint)
        self.progress = label("", "small", wrap=True)
        undecided = QPushButton(self.tr("Next undecided"))
        undecided.setToolTip(self.tr("Next candidate without a decision (Shift+N)"))
        undecided.clicked.connect(self.undecided_requested)
        self.report = QPushButton(self.tr("Rep&ort"))
        self.report.setToolTip(self.tr("Look at the report of this search, and export it (Ctrl+E)"))
        self.report.clicked.connect(self.report_requested)
        self._current: int | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.progress)
        layout.addWidget(undecided)
        layout.addWidget(self.report)
        self.setMinimumWidth(164)

    def offer(self, candidates: tuple[Candidate, ...]) -> None:
        """List these; the candidate in front stays marked."""
        if candidates != self.model.candidates:
            self.model.open(candidates)
            if self._current is not None:
                self.mark(self._current)

    def mark(self, rank: int) -> None:
        """Show which candidate is in front; it is not told as a choice."""
        self._current = rank
        row = self.model.row_of(rank)
        if row is None:
            self.view.clearSelection()
            return
        index = self.model.index(row)
        if self.view.currentIndex() != index:
            self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _filter_anew(self, _index: int) -> None:
        self.model.show_only(str(self.filter.currentData()))
        if self._current is not None:
            self.mark(self._current)

    def _repaint(self) -> None:
        self.view.viewport().update()

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            candidate: Candidate = current.data(Qt.ItemDataRole.UserRole)
            if candidate.rank != self._current:
                self._current = candidate.rank
                self.chosen.emit(candidate.rank)
