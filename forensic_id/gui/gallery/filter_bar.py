"""Narrowing down the list by what is recorded: sex, ethnicity, source, year of birth, booking date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forensic_id.core.browsing import RecordedValues
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.filters import check_filter
from forensic_id.core.records import Filter
from forensic_id.core.retention import SOON_DAYS
from forensic_id.gui.gallery.listing import Kept
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

_TEXTS = ("sex", "ethnicity", "source")


class FilterBar(QFrame):
    """Emits `changed` with filters that can be used; what cannot is marked and told, and the list stays as it is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.filters: tuple[Filter, ...] = ()
        self.kept: Kept = ""
        self._is_clearing = False
        self.retention = self._retention()
        self.texts = {name: self._combo(title) for name, title in zip(_TEXTS, self._titles(), strict=True)}
        self.years = self._range(self.tr("Born from"), self.tr("Born until"), "1970", "1990", 56)
        self.dates = self._range(
            self.tr("Booked from"), self.tr("Booked until"), self.tr("YYYY-MM-DD"), self.tr("YYYY-MM-DD"), 110
        )
        self._message = label("", "danger", wrap=True)
        self._message.hide()
        self.clear_button = QPushButton(self.tr("C&lear"))
        self.clear_button.setToolTip(self.tr("Remove all filters"))
        self.clear_button.clicked.connect(self.clear)
        self._lay_out()

    @property
    def fault(self) -> str:
        """Why what was written is no filter; empty when all can be used."""
        return self._message.text()

    def offer(self, values: RecordedValues) -> None:
        """Offer the values that are recorded; what is chosen stays."""
        recorded: tuple[Sequence[str], ...] = (values.sexes, values.ethnicities, values.sources)
        for combo, texts in zip(self.texts.values(), recorded, strict=True):
            chosen = combo.currentData()
            blocked = combo.blockSignals(True)  # noqa: FBT003 - Qt's
            combo.clear()
            combo.addItem(self.tr("Any"), "")
            for text in dict.fromkeys([*texts, *([chosen] if chosen else [])]):
                combo.addItem(text, text)
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
            combo.setEnabled(combo.count() > 1)
            combo.blockSignals(blocked)
        if values.birth_years:
            for line, year in zip(self.years, values.birth_years, strict=True):
                line.setPlaceholderText(str(year))

    def clear(self) -> None:
        """Remove all filters."""
        self._is_clearing = True
        for combo in (*self.texts.values(), self.retention):
            combo.setCurrentIndex(0)
        for line in (*self.years, *self.dates):
            line.clear()
        self._is_clearing = False
        self._read()

    def _read(self) -> None:
        if self._is_clearing:
            return
        given = [
            Filter(name=name, low=combo.currentData(), high=combo.currentData())
            for name, combo in self.texts.items()
            if combo.currentData()
        ]
        told = ""
        for name, lines in (("birth_year", self.years), ("booking_date", self.dates)):
            low, high = (line.text().strip() for line in lines)
            sentence = ""
            if low or high:
                filter_ = Filter(name=name, low=low, high=high)
                sentence = _fault(filter_)
                given.append(filter_)
            for line in lines:
                _mark(line, invalid=bool(sentence))
            told = told or sentence
        self._message.setText(told)
        self._message.setVisible(bool(told))
        kept = cast("Kept", self.retention.currentData())
        if not told and (tuple(given), kept) != (self.filters, self.kept):
            self.filters, self.kept = tuple(given), kept
            self.changed.emit()

    @property
    def count(self) -> int:
        """How many filters hold."""
        return len(self.filters) + bool(self.kept)

    def _retention(self) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self.tr("Retention"))
        for kept, text in (
            ("", self.tr("Any")),
            ("held", self.tr("On hold")),
            ("past", self.tr("Past the date")),
            ("soon", self.tr("Due within {} days").format(SOON_DAYS)),
        ):
            combo.addItem(text, kept)
        combo.currentIndexChanged.connect(self._read)
        return combo

    def _titles(self) -> tuple[str, str, str]:
        return self.tr("Sex"), self.tr("Ethnicity"), self.tr("Source")

    def _combo(self, title: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(title)
        combo.addItem(self.tr("Any"), "")
        combo.setMinimumContentsLength(4)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.currentIndexChanged.connect(self._read)
        return combo

    def _range(self, low: str, high: str, low_hint: str, high_hint: str, width: int) -> tuple[QLineEdit, QLineEdit]:
        lines = (QLineEdit(), QLineEdit())
        for line, name, hint in zip(lines, (low, high), (low_hint, high_hint), strict=True):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            line.setFixedWidth(width)
            line.editingFinished.connect(self._read)
        return lines

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(SPACE["s"])
        for title, combo in zip(self._titles(), self.texts.values(), strict=True):
            fields.addLayout(_titled(title, combo))
        fields.addLayout(_titled(self.tr("Born"), *self.years))
        fields.addLayout(_titled(self.tr("Booked"), *self.dates))
        fields.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(SPACE["s"])
        below.addWidget(label(self.tr("Retention"), "small"))
        below.addWidget(self.retention)
        below.addWidget(self._message, 1)
        below.addStretch(1)
        below.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["m"], SPACE["s"])
        layout.addLayout(fields)
        layout.addLayout(below)


def _titled(title: str, *widgets: QWidget) -> QVBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE["xs"])
    for number, widget in enumerate(widgets):
        if number:
            line.addWidget(QLabel("-"))
        line.addWidget(widget)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(title, "small"))
    column.addLayout(line)
    return column


def _fault(filter_: Filter) -> str:
    try:
        check_filter(filter_)
    except InvalidInputError as error:
        return sentence_for(error)
    return ""


def _mark(line: QLineEdit, *, invalid: bool) -> None:
    if bool(line.property("invalid")) != invalid:
        line.setProperty("invalid", invalid)
        line.style().unpolish(line)
        line.style().polish(line)
