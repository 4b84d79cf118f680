"""What narrows the audit log down: action, person, time, text."""

from __future__ import annotations

from PySide6.QtCore import QDate, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from forensic_id.core.audit_filter import AuditFilter
from forensic_id.gui.audit.words import action_text
from forensic_id.gui.desk import Desk
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.services.browse_audit import AuditChoices

_TYPING_PAUSE = 300
"""Milliseconds after the last key until the log is searched."""
_BETWEEN = "between"
_DATE = "yyyy-MM-dd"


class FilterBar(QWidget):
    """Emits when the user has changed a filter and paused."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pause = QTimer(self, interval=_TYPING_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.changed)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Find in person, action, subject and details"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self.text.returnPressed.connect(self._now)
        self.action = self._box(self.tr("Action"), self.tr("All actions"))
        self.actor = self._box(self.tr("Person"), self.tr("All people"))
        self.time = QComboBox()
        self.time.setAccessibleName(self.tr("Time"))
        for name, days in (
            (self.tr("Any time"), ""),
            (self.tr("Today"), 0),
            (self.tr("Last 7 days"), 6),
            (self.tr("Last 30 days"), 29),
            (self.tr("Last 365 days"), 364),
            (self.tr("Between…"), _BETWEEN),
        ):
            self.time.addItem(name, days)
        self.time.currentIndexChanged.connect(self._time_chosen)
        self.since, self.until = self._date(self.tr("From")), self._date(self.tr("To"))
        self.clear = QToolButton()
        self.clear.setToolTip(self.tr("Remove all filters"))
        self.clear.setAccessibleName(self.clear.toolTip())
        self.clear.clicked.connect(self.reset)
        self._build()
        desk.appearance.changed.connect(self._paint)
        self._paint()

    @property
    def wanted(self) -> AuditFilter:
        """What the user wants to see."""
        since, until = self._span()
        return AuditFilter(
            action=self.action.currentData() or "",
            actor=self.actor.currentData() or "",
            since=since,
            until=until,
            text=self.text.text().strip(),
        )

    def offer(self, choices: AuditChoices) -> None:
        """Offer what occurs in the log; what is chosen stays chosen."""
        for box, values in (
            (self.action, [(action_text(action), action) for action in choices.actions]),
            (self.actor, [(actor, actor) for actor in choices.actors]),
        ):
            chosen = box.currentData()
            with QSignalBlocker(box):
                while box.count() > 1:
                    box.removeItem(1)
                for text, value in values:
                    box.addItem(text, value)
                box.setCurrentIndex(max(0, box.findData(chosen)))

    def reset(self) -> None:
        """Show everything."""
        for box in (self.action, self.actor, self.time):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        with QSignalBlocker(self.text):
            self.text.clear()
        self._show_dates()
        self._now()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE["s"])
        first.addWidget(self.text, 1)
        for widget in (self.action, self.actor, self.time, self.clear):
            first.addWidget(widget)
        self._dates = QWidget()
        second = QHBoxLayout(self._dates)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(SPACE["s"])
        second.addStretch(1)
        for title, date in ((self.tr("From"), self.since), (self.tr("to"), self.until)):
            second.addWidget(label(title, "muted"))
            second.addWidget(date)
        second.addWidget(label(self.tr("(whole days, UTC)"), "small"))
        self._dates.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(first)
        layout.addWidget(self._dates)

    def _box(self, name: str, everything: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(everything, "")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._now)
        return box

    def _date(self, name: str) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate())
        give_room(edit)
        edit.setDisplayFormat(_DATE)
        edit.setCalendarPopup(True)
        edit.setAccessibleName(name)
        edit.dateChanged.connect(lambda _date: self._pause.start())
        return edit

    def _span(self) -> tuple[str, str]:
        chosen = self.time.currentData()
        if chosen == "":
            return "", ""
        if chosen == _BETWEEN:
            return self.since.date().toString(_DATE), self.until.date().addDays(1).toString(_DATE)
        return QDate.currentDate().addDays(-int(chosen)).toString(_DATE), ""

    def _time_chosen(self) -> None:
        self._show_dates()
        self._now()

    def _show_dates(self) -> None:
        self._dates.setVisible(self.time.currentData() == _BETWEEN)

    def _now(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _paint(self) -> None:
        self.clear.setIcon(self._desk.appearance.icon("close"))
