"""One candidate under both examiners: decisions, reasons, notes, components; and what both agree on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from forensic_id.core.moments import shown_time
from forensic_id.core.review import Decision, Finding, ReviewContent
from forensic_id.core.rights import Right
from forensic_id.core.second_review import Comparison
from forensic_id.gui.desk import Desk
from forensic_id.gui.review.wording import component_name, decision_name, finding_name
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import Role, label

Typed = tuple[Decision | None, str]
"""What was chosen and written for an agreed conclusion that is not recorded yet."""


class DifferenceCard(QFrame):
    """Two columns, first and second examiner; below them the agreed conclusion where the decisions differ."""

    resolved = Signal(int, Decision, str)
    """An agreed conclusion is to be recorded: rank, decision, reason."""
    rank_requested = Signal(int)

    def __init__(self, desk: Desk, comparison: Comparison) -> None:
        super().__init__()
        self.rank = comparison.rank
        self._comparison = comparison
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE["l"], SPACE["m"], SPACE["l"], SPACE["m"])
        self._layout.setSpacing(SPACE["s"])
        self._layout.addLayout(self._head())
        self._layout.addLayout(self._columns())
        self.decision = QComboBox()
        self.reason = QLineEdit()
        self.record = QPushButton(self.tr("Record as agreed"))
        if comparison.open:
            self._layout.addLayout(self._form(desk))
        elif comparison.resolution is not None:
            agreed = comparison.resolution
            told = self.tr("Agreed: {decision}. {reason} ({by}, {at})").format(
                decision=decision_name(agreed.decision), reason=agreed.reason, by=agreed.by, at=shown_time(agreed.at)
            )
            self._layout.addWidget(_text(told, "success"))

    @property
    def typed(self) -> Typed | None:
        """What was begun and not recorded."""
        chosen = self._chosen()
        if not self._comparison.open or (chosen is None and not self.reason.text()):
            return None
        return chosen, self.reason.text()

    def bring_back(self, typed: Typed) -> None:
        """Go on with what was begun."""
        decision, reason = typed
        if self._comparison.open:
            self.decision.setCurrentIndex(max(0, self.decision.findData(str(decision or ""))))
            self.reason.setText(reason)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        differ = self._comparison.decisions_differ
        told = self.tr("Rank {}: the decisions differ") if differ else self.tr("Rank {}: the same decision")
        head.addWidget(label(told.format(self.rank), "lead"), 1)
        show = QPushButton(self.tr("Show the candidate"))
        show.setAccessibleName(self.tr("Show the candidate at rank {}").format(self.rank))
        show.clicked.connect(lambda: self.rank_requested.emit(self.rank))
        head.addWidget(show)
        return head

    def _columns(self) -> QGridLayout:
        each = self._comparison
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE["l"])
        grid.setVerticalSpacing(SPACE["xs"])
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        rows: list[tuple[str, str, str, Role]] = [
            (
                "",
                self.tr("First: {}").format(each.first.examiner),
                self.tr("Second: {}").format(each.examiner),
                "muted",
            ),
            (self.tr("Decision"), *self._both(lambda content: decision_name(content.decision)), "body"),
            (self.tr("Reason"), *self._both(lambda content: content.reason), "body"),
            (self.tr("Notes"), *self._both(lambda content: content.notes), "body"),
        ]
        rows += [
            (component_name(key), finding_name(mine), finding_name(theirs), self._weight(mine, theirs))
            for key, mine, theirs in each.features
        ]
        for row, (title, mine, theirs, role) in enumerate(row for row in rows if row[1] or row[2]):
            grid.addWidget(label(title, "small"), row, 0, alignment=Qt.AlignmentFlag.AlignTop)
            for column, text in ((1, mine), (2, theirs)):
                grid.addWidget(_text(text or "-", role), row, column, alignment=Qt.AlignmentFlag.AlignTop)
        return grid

    def _both(self, part: Callable[[ReviewContent], str]) -> tuple[str, str]:
        return part(self._comparison.first.content), part(self._comparison.second)

    def _weight(self, mine: Finding, theirs: Finding) -> Role:
        """What one of them left out is no contradiction."""
        return "muted" if Finding.NOT_SET in {mine, theirs} else "body"

    def _form(self, desk: Desk) -> QHBoxLayout:
        self.decision.addItem(self.tr("Agreed decision…"), "")
        for each in (Decision.POSSIBLE, Decision.EXCLUDED, Decision.INCONCLUSIVE):
            self.decision.addItem(decision_name(each), str(each))
        self.decision.setAccessibleName(self.tr("Agreed decision at rank {}").format(self.rank))
        self.reason.setPlaceholderText(self.tr("The reason on which both agree"))
        self.reason.setAccessibleName(self.tr("Reason of the agreed decision at rank {}").format(self.rank))
        self.record.setProperty("role", "primary")
        self.record.setEnabled(False)
        self.decision.currentIndexChanged.connect(self._enable)
        self.reason.textChanged.connect(self._enable)
        self.reason.returnPressed.connect(self.record.click)
        self.record.clicked.connect(self._record)
        row = QHBoxLayout()
        row.setSpacing(SPACE["s"])
        row.addWidget(self.decision)
        row.addWidget(self.reason, 1)
        row.addWidget(self.record)
        for control in (self.decision, self.reason, self.record):
            desk.rights.guard(control, Right.REVIEW)
        return row

    def _chosen(self) -> Decision | None:
        data = self.decision.currentData()
        return Decision(data) if data else None

    def _enable(self) -> None:
        self.record.setEnabled(self._chosen() is not None and bool(self.reason.text().strip()))

    def _record(self) -> None:
        decision = self._chosen()
        if decision is not None:
            self.record.setEnabled(False)
            self.resolved.emit(self.rank, decision, self.reason.text().strip())


def _text(text: str, role: Role) -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
