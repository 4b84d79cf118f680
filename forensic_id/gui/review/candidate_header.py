"""Who is in front: rank, subject as recorded, where the density stands in the list; the subject's photos."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.records import Candidate, Photo, SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.sentences import translated, translated_values
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.elided_label import ElidedLabel
from forensic_id.gui.widgets.labels import label
from forensic_id.services.report_candidates import KnownCandidate

_MOST_TICKS = 200
_STRIP_HEIGHT = 78
_THUMBNAIL = QSize(40, 42)


class DensityAxis(QWidget):
    """The list's log densities from the last candidate at the left to the first at the right, one marked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._values: list[float] = []
        self._marked = 0.0
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Log densities of the list"))
        desk.appearance.changed.connect(self.update)

    def show_list(self, candidates: tuple[Candidate, ...]) -> None:
        """Another list; of a long one an even part is drawn."""
        step = max(1, len(candidates) // _MOST_TICKS)
        self._values = [each.log_density for each in candidates[::step]]
        if candidates:
            self._values.append(candidates[-1].log_density)
        self.update()

    def mark(self, value: float) -> None:
        """Mark a candidate's log density."""
        self._marked = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self._values:
            return
        colours = self._desk.appearance.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(self._x(min(self._values)), middle), QPointF(self._x(max(self._values)), middle))
        painter.setPen(QPen(QColor(colours.muted), 1))
        for value in self._values:
            painter.drawLine(QPointF(self._x(value), middle - 3), QPointF(self._x(value), middle + 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(self._x(self._marked), middle), 4.5, 4.5)

    def _x(self, value: float) -> float:
        low, high = min(self._values), max(self._values)
        share = (value - low) / (high - low) if high > low else 0.5
        return 6 + share * (self.width() - 12)


class CandidateHeader(QWidget):
    """Rank and subject, with the buttons that step on and mark."""

    previous_requested = Signal()
    next_requested = Signal()
    bookmark_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bookmarked = False
        self.title = label("", "title")
        self.subject = ElidedLabel()
        self.density = ElidedLabel("", "small")
        self.axis = DensityAxis(desk)
        self._buttons = {
            self._button(self.tr("Candidate before (P)"), self.previous_requested): "chevron-left",
            self._button(self.tr("Next candidate (N)"), self.next_requested): "chevron-right",
        }
        self.bookmark_button = self._button(self.tr("Bookmark (B)"), self.bookmark_requested)
        self.bookmark_button.setCheckable(True)
        first = QHBoxLayout()
        first.setSpacing(SPACE["xs"])
        first.addWidget(self.title, 1)
        for button in (self.bookmark_button, *self._buttons):
            first.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(first)
        layout.addWidget(self.subject)
        second = QHBoxLayout()
        second.setSpacing(SPACE["s"])
        second.addWidget(self.density, 5)
        second.addWidget(self.axis, 2)
        layout.addLayout(second)
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def show_candidate(self, record: SearchRecord, candidate: Candidate, known: KnownCandidate | None) -> None:
        """Another candidate; `known` None: the gallery is still being read."""
        self.title.setText(self.tr("Rank {} of {}").format(counted(candidate.rank), counted(len(record.candidates))))
        if known is None:
            self.subject.say("…")
        else:
            held = (known.identity, known.name) if known.subject else map(translated, (known.identity, known.name))
            facts = (*held, *map(translated_values, (known.recorded, known.photo_text)))
            self.subject.say(" · ".join(fact for fact in facts if fact))
        self.density.say(self._density_text(record, candidate))
        self.axis.mark(candidate.log_density)

    def show_bookmark(self, bookmarked: bool) -> None:  # noqa: FBT001 - what is shown
        """Whether the candidate is marked."""
        self._bookmarked = bookmarked
        self._paint()

    def _density_text(self, record: SearchRecord, candidate: Candidate) -> str:
        value, listed = candidate.log_density, record.candidates
        below = listed[0].log_density - value
        parts = [self.tr("Log density {}").format(measured(value, ".4f"))]
        if candidate.rank > 1:
            parts.append(self.tr("{} below the first").format(measured(below, ".4f")))
        if candidate.rank < len(listed):
            parts.append(
                self.tr("{} above the next").format(measured(value - listed[candidate.rank].log_density, ".4f"))
            )
        return " · ".join(parts)

    def _button(self, name: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(signal)
        return button

    def _paint(self) -> None:
        appearance = self._desk.appearance
        for button, icon in self._buttons.items():
            button.setIcon(appearance.icon(icon))
        self.bookmark_button.setChecked(self._bookmarked)
        filled = appearance.icon("bookmark-filled", appearance.colours.accent)
        self.bookmark_button.setIcon(filled if self._bookmarked else appearance.icon("bookmark"))


class PhotoStrip(QListWidget):
    """All photos of the subject; the one nearest to the sketch is marked, and another can be looked at."""

    photo_chosen = Signal(Photo)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._photos: tuple[Photo, ...] = ()
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setIconSize(_THUMBNAIL)
        self.setFixedHeight(_STRIP_HEIGHT)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setAccessibleName(self.tr("Photos of this subject"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._choose)
        desk.thumbnails.loaded.connect(self._thumbnail_loaded)
        self.hide()

    def show_photos(self, photos: tuple[Photo, ...], nearest: int, shown: int) -> None:
        """The photos of a subject; hidden where there is but one."""
        blocked = QSignalBlocker(self)
        self.clear()
        self._photos = photos
        for photo in photos:
            item = QListWidgetItem(self._icon(photo), self._caption(photo, nearest=photo.photo_id == nearest))
            item.setToolTip(photo.file_name)
            self.addItem(item)
            if photo.photo_id == shown:
                self.setCurrentItem(item)
        blocked.unblock()
        self.setVisible(len(photos) > 1)

    def _caption(self, photo: Photo, *, nearest: bool) -> str:
        when = photo.details.booking_date or photo.file_name
        return self.tr("✓ nearest, {}").format(when) if nearest else when

    def _icon(self, photo: Photo) -> QIcon:
        pixmap = self._desk.thumbnails.get(photo.photo_id)
        icon = QIcon()
        if pixmap is not None:
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a chosen face is not tinted
                icon.addPixmap(pixmap, mode)
        return icon

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._photos):
            self.photo_chosen.emit(self._photos[row])

    def _thumbnail_loaded(self, photo_id: int) -> None:
        for row, photo in enumerate(self._photos):
            if photo.photo_id == photo_id:
                self.item(row).setIcon(self._icon(photo))
