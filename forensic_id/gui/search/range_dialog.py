"""Asks for a range of years or dates, within what the gallery has recorded."""

from __future__ import annotations

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from forensic_id.core.filters import YEAR_FIELD
from forensic_id.core.records import Filter
from forensic_id.gui.search.fields import field_name
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room
from forensic_id.services.preview_pool import FieldChoice

_ISO = "yyyy-MM-dd"


class RangeDialog(QDialog):
    """From and to; the ends move each other so that a range never runs backwards."""

    def __init__(self, choice: FieldChoice, present: Filter | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = choice.field
        self.setWindowTitle(field_name(choice.field))
        first, last = choice.values[0].value, choice.values[-1].value
        low, high = (present.low or first, present.high or last) if present else (first, last)
        self._low, self._high = self._end(first, last, low), self._end(first, last, high)
        self._keep_order()
        form = QFormLayout()
        form.addRow(self.tr("&From"), self._low)
        form.addRow(self.tr("&To"), self._high)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        layout.addLayout(form)
        recorded = self.tr("Recorded in the gallery: {} to {}. Photos without a recorded value are left out.")
        layout.addWidget(label(recorded.format(first, last), "muted", wrap=True))
        layout.addWidget(buttons)

    @property
    def chosen(self) -> Filter:
        """The range as a filter."""
        return Filter(name=self._field, low=_text(self._low), high=_text(self._high))

    def set_ends(self, low: str, high: str) -> None:
        """Fill in both ends."""
        _set(self._high, high)
        _set(self._low, low)

    def _end(self, first: str, last: str, value: str) -> QSpinBox | QDateEdit:
        if self._field == YEAR_FIELD:
            years = QSpinBox()
            give_room(years)
            years.setRange(int(first), int(last))
            years.setValue(int(value))
            return years
        dates = QDateEdit()
        give_room(dates)
        dates.setDisplayFormat(_ISO)
        dates.setCalendarPopup(True)
        dates.setDateRange(QDate.fromString(first, _ISO), QDate.fromString(last, _ISO))
        dates.setDate(QDate.fromString(value, _ISO))
        return dates

    def _keep_order(self) -> None:
        low, high = self._low, self._high
        for end in (low, high):
            signal = end.valueChanged if isinstance(end, QSpinBox) else end.dateChanged
            signal.connect(lambda _value, moved=end: self._follow(moved))

    def _follow(self, moved: QSpinBox | QDateEdit) -> None:
        """The other end goes along where the range would run backwards."""
        if _text(self._low) > _text(self._high):
            _set(self._high if moved is self._low else self._low, _text(moved))


def _text(box: QSpinBox | QDateEdit) -> str:
    return str(box.value()) if isinstance(box, QSpinBox) else box.date().toString(_ISO)


def _set(box: QSpinBox | QDateEdit, value: str) -> None:
    if isinstance(box, QSpinBox):
        box.setValue(int(value))
    else:
        box.setDate(QDate.fromString(value, _ISO))
