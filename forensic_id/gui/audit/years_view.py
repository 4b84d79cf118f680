"""What annual reports ask for, year by year, with its export beside it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.audit.counts_table import counts_table, fill_counts
from forensic_id.gui.audit.words import action_text
from forensic_id.gui.numbers import counted
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.summarise_years import YearCount


class YearsView(QWidget):
    """One year at a time, the newest first."""

    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[YearCount, ...] = ()
        self.year = QComboBox()
        self.year.setAccessibleName(self.tr("Year"))
        self.year.currentTextChanged.connect(self._show_year)
        title = QLabel(self.tr("&Year (UTC)"))
        title.setBuddy(self.year)
        self.export_button = QPushButton(self.tr("Export annual &figures…"))
        self.export_button.setToolTip(self.tr("All years, as CSV or JSON"))
        self.export_button.clicked.connect(self.export_requested)
        heads = (self.tr("Of what"), self.tr("Which"), self.tr("Count"))
        self.table = counts_table(self.tr("Annual figures"), heads, words=2)
        head = QHBoxLayout()
        head.setSpacing(SPACE["s"])
        head.addWidget(title)
        head.addWidget(self.year)
        explained = self.tr("Purposes, examiners, outcomes, decisions, exports and erasures, for annual reports")
        head.addWidget(label(explained, "muted", wrap=True), 1)
        head.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE["m"], 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addLayout(head)
        layout.addWidget(self.table, 1)

    def show_counts(self, counts: tuple[YearCount, ...]) -> None:
        """Show other counts; the year that was chosen stays chosen where there is one."""
        self._counts = counts
        years = list(dict.fromkeys(each.year for each in counts))
        chosen = self.year.currentText()
        with QSignalBlocker(self.year):
            self.year.clear()
            self.year.addItems(years)
            self.year.setCurrentIndex(max(0, self.year.findText(chosen)))
        self._show_year(self.year.currentText())

    def _show_year(self, year: str) -> None:
        rows = [(self._kind(each.kind), self._name(each), counted(each.count)) for each in self._of(year)]
        fill_counts(self.table, rows)

    def _of(self, year: str) -> tuple[YearCount, ...]:
        return tuple(each for each in self._counts if each.year == year)

    def _kind(self, kind: str) -> str:
        return {
            "searches": self.tr("Searches"),
            "outcome": self.tr("Searches by outcome"),
            "purpose": self.tr("Searches by purpose"),
            "examiner": self.tr("Searches by examiner"),
            "decision": self.tr("Candidates by decision"),
            "second review": self.tr("Second reviews"),
            "export": self.tr("Exports"),
            "erasure": self.tr("Erasures"),
        }.get(kind, kind)

    def _name(self, count: YearCount) -> str:
        """What was counted; purposes and people have the names that somebody gave them."""
        if count.kind in {"export", "erasure"}:
            return action_text(count.name)
        if count.kind in {"purpose", "examiner"}:
            return count.name
        return {
            "all": self.tr("All"),
            "erased since": self.tr("Erased since"),
            "somebody stands out": self.tr("Somebody stands out"),
            "nobody stands out": self.tr("Nobody stands out"),
            "not assessed": self.tr("Not assessed"),
            "asked for": self.tr("Asked for"),
            "submitted": self.tr("Submitted"),
            "withdrawn": self.tr("Withdrawn"),
            "candidates concluded differently": self.tr("Candidates concluded differently"),
            "of these agreed on": self.tr("Of these agreed on"),
            "possible": self.tr("Possible"),
            "excluded": self.tr("Excluded"),
            "inconclusive": self.tr("Inconclusive"),
            "undecided": self.tr("Undecided"),
        }.get(count.name, count.name)
