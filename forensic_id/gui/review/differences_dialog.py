"""Both examiners' conclusions side by side: those that differ first, each with what was agreed or the form for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.review import Decision
from forensic_id.core.second_review import Comparison
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.review.difference_card import DifferenceCard
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner, lead_banner
from forensic_id.gui.widgets.labels import label
from forensic_id.services.second_review import resolve_difference

_SIZE = (820, 620)


class DifferencesDialog(QDialog):
    """Candidates on which both agree are folded away; an agreed conclusion needs a decision and a reason."""

    changed = Signal()
    """An agreed conclusion was recorded."""
    rank_requested = Signal(int)

    def __init__(self, desk: Desk, search_id: int, comparisons: Sequence[Comparison], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._search_id = desk, search_id
        self.cards: list[DifferenceCard] = []
        self.setWindowTitle(self.tr("Both conclusions"))
        self.resize(*_SIZE)
        self.problem = Banner("")
        self.problem.hide()
        self.state = label("", "lead", wrap=True)
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.toggled.connect(self._fold)
        self._differing, self._agreeing = QVBoxLayout(), QWidget()
        QVBoxLayout(self._agreeing).setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(SPACE["m"])
        column.addLayout(self._differing)
        column.addWidget(self.fold)
        column.addWidget(self._agreeing)
        column.addStretch(1)
        area.setWidget(content)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["s"])
        for widget in (lead_banner(), self.state, self.problem):
            layout.addWidget(widget)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        self.show_comparisons(comparisons)

    def show_comparisons(self, comparisons: Sequence[Comparison]) -> None:
        """Show these; what was typed for candidates that are still open is kept."""
        typed = {card.rank: card.typed for card in self.cards if card.typed is not None}
        for card in self.cards:
            card.setParent(None)
            card.deleteLater()
        self.cards = [self._card(each) for each in comparisons]
        for card in self.cards:
            if card.rank in typed:
                card.bring_back(typed[card.rank])
        agreed = [each for each in comparisons if not each.decisions_differ]
        open_ones = [counted(each.rank) for each in comparisons if each.open]
        self.fold.setText(
            self.tr("1 candidate on which both agree")
            if len(agreed) == 1
            else self.tr("{} candidates on which both agree").format(counted(len(agreed)))
        )
        self.fold.setVisible(bool(agreed))
        self.state.setText(
            self.tr("To be agreed on, by rank: {}.").format(", ".join(open_ones))
            if open_ones
            else self.tr("Nothing is left to agree on.")
        )
        self._fold()

    def _card(self, comparison: Comparison) -> DifferenceCard:
        card = DifferenceCard(self._desk, comparison)
        card.resolved.connect(self._resolve)
        card.rank_requested.connect(self._show_rank)
        column = self._differing if comparison.decisions_differ else self._agreeing.layout()
        assert column is not None  # noqa: S101 - made with the widget
        column.addWidget(card)
        return card

    def _fold(self) -> None:
        shown = self.fold.isChecked()
        self._agreeing.setVisible(shown)
        self.fold.setIcon(self._desk.appearance.icon("chevron-up" if shown else "chevron-down"))

    def _show_rank(self, rank: int) -> None:
        self.rank_requested.emit(rank)
        self.accept()

    def _resolve(self, rank: int, decision: Decision, reason: str) -> None:
        search_id = self._search_id
        self._desk.run(
            Lane.BROWSE,
            lambda place, _task: resolve_difference(
                place.library(), search_id, rank, decision=decision, reason=reason
            ),
            owner=self,
            on_done=lambda _review: self.changed.emit(),
            on_failed=lambda error: self.problem.say(sentence_for(error)),
        )
