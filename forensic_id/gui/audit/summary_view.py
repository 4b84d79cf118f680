"""What the library was used for, month by month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.audit.counts_table import counts_table, fill_counts
from forensic_id.gui.audit.words import action_text
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.summarise_audit import AuditSummary, MonthOfUse, Tally


class SummaryView(QWidget):
    """Months above; purposes, actions and people of the chosen month below."""

    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._months: tuple[MonthOfUse, ...] = ()
        self.months = counts_table(
            self.tr("Months"),
            (
                self.tr("Month (UTC)"),
                self.tr("Searches"),
                self.tr("Somebody stands out"),
                self.tr("Nobody stands out"),
                self.tr("Not assessed"),
                self.tr("Audit entries"),
            ),
        )
        self.months.currentCellChanged.connect(lambda row, *_rest: self._show_month(row))
        self.purposes = counts_table(self.tr("Purposes"), (self.tr("Purpose (offence)"), self.tr("Searches")))
        self.deeds = counts_table(self.tr("Actions"), (self.tr("Action"), self.tr("Entries")))
        self.people = counts_table(self.tr("People"), (self.tr("Who"), self.tr("Entries")))
        self._caption = label("", "lead")
        self.export_button = QPushButton(self.tr("Export the &summary…"))
        self.export_button.clicked.connect(self.export_requested)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Searches, their purposes and outcomes"), "lead"), 1)
        head.addWidget(self.export_button)
        below = QHBoxLayout()
        below.setSpacing(SPACE["m"])
        for table in (self.purposes, self.deeds, self.people):
            below.addWidget(table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE["m"], 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(head)
        layout.addWidget(self.months, 1)
        layout.addWidget(self._caption)
        layout.addLayout(below, 1)

    def show_summary(self, summary: AuditSummary) -> None:
        """Show the months; the newest is chosen."""
        self._months = summary.months
        rows = [
            (
                month.month,
                *(counted(count) for count in (
                    month.searches, month.informative, month.uninformative, month.not_assessed,
                    sum(action.count for action in month.actions),
                )),
            )
            for month in summary.months
        ]  # fmt: skip
        fill_counts(self.months, rows)
        self.months.setCurrentCell(0, 0)
        self._show_month(0)

    def _show_month(self, row: int) -> None:
        month = self._months[row] if 0 <= row < len(self._months) else None
        self._caption.setText(month.month if month else "")
        fill_counts(self.purposes, _rows(month.purposes if month else ()))
        actions = [(action_text(name), count) for name, count in _rows(month.actions if month else ())]
        fill_counts(self.deeds, actions)
        fill_counts(self.people, _rows(month.people if month else ()))


def _rows(tallies: Sequence[Tally]) -> list[tuple[str, str]]:
    return [(tally.name, counted(tally.count)) for tally in tallies]
