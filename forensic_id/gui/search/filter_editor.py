"""Filters as chips: each one visible, removable, and chosen from what the gallery has recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from forensic_id.core.records import Filter
from forensic_id.gui.numbers import counted
from forensic_id.gui.search.fields import field_name, filter_text
from forensic_id.gui.search.flow_layout import FlowLayout
from forensic_id.gui.search.range_dialog import RangeDialog
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.services.preview_pool import RANGE_FIELDS, FieldChoice


class FilterEditor(QWidget):
    """At most one filter a field: two values of one field would leave nobody."""

    filters_changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._choices: tuple[FieldChoice, ...] = ()
        self._filters: dict[str, Filter] = {}
        self._none = label(self.tr("No filter: everybody in the gallery is searched."), "muted", wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=SPACE["s"])
        self._add = QPushButton(self.tr("&Add a filter"))
        self._menu = QMenu(self)
        self._menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self._menu.aboutToShow.connect(self._fill_menu)
        self._add.setMenu(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self._none)
        layout.addWidget(self._chips)
        layout.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_icons()
        self._show_chips()
        appearance.changed.connect(self._show_icons)
        appearance.changed.connect(self._show_chips)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters, in the order in which they were added."""
        return tuple(self._filters.values())

    def set_filters(self, filters: tuple[Filter, ...]) -> None:
        """Replace all filters."""
        self._filters = {each.name: each for each in filters}
        self._show_chips()
        self.filters_changed.emit()

    def set_choices(self, choices: tuple[FieldChoice, ...]) -> None:
        """Offer what the gallery has recorded."""
        self._choices = choices
        self._add.setEnabled(bool(choices))
        self._add.setToolTip("" if choices else self.tr("The gallery has recorded nothing to filter by."))

    def choose(self, filter_: Filter) -> None:
        """Add a filter, or put it in the place of another one of the same field."""
        self._filters[filter_.name] = filter_
        self._show_chips()
        self.filters_changed.emit()

    def remove(self, field: str) -> None:
        """Take a filter away; the focus goes to the one after it, or to the button that adds one."""
        fields = list(self._filters)
        place = fields.index(field)
        del self._filters[field]
        self._show_chips()
        chips = self.chips
        (chips[min(place, len(chips) - 1)] if chips else self._add).setFocus()
        self.filters_changed.emit()

    @property
    def chips(self) -> list[QToolButton]:
        """The buttons that stand for the filters."""
        return self._chips.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @property
    def menu(self) -> QMenu:
        """What can be added."""
        return self._menu

    def _show_icons(self) -> None:
        self._add.setIcon(self._appearance.icon("plus"))

    def _show_chips(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        for filter_ in self._filters.values():
            self._flow.addWidget(self._chip(filter_))
        self._chips.setVisible(bool(self._filters))
        self._none.setVisible(not self._filters)

    def _chip(self, filter_: Filter) -> QToolButton:
        chip = QToolButton(self._chips)
        chip.setProperty("role", "chip")
        chip.setText(filter_text(filter_))
        chip.setIcon(self._appearance.icon("close"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(self.tr("Remove this filter"))
        chip.setAccessibleName(self.tr("Remove the filter {}").format(filter_text(filter_)))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: self.remove(filter_.name))
        return chip

    def _fill_menu(self) -> None:
        self._menu.clear()
        for choice in self._choices:
            if choice.field in RANGE_FIELDS:
                action = self._menu.addAction(self.tr("{}…").format(field_name(choice.field)))
                action.triggered.connect(lambda _=False, each=choice: self._ask_range(each))
            else:
                self._add_values(choice)

    def _add_values(self, choice: FieldChoice) -> None:
        values = self._menu.addMenu(field_name(choice.field))
        for each in choice.values:
            people = self.tr("{} people").format(counted(each.subjects))
            if each.subjects == 1:
                people = self.tr("1 person")
            action = values.addAction(f"{each.value}\t{people}".replace("&", "&&"))
            filter_ = Filter(name=choice.field, low=each.value, high=each.value)
            action.triggered.connect(lambda _=False, chosen=filter_: self.choose(chosen))

    def _ask_range(self, choice: FieldChoice) -> None:
        dialog = RangeDialog(choice, self._filters.get(choice.field), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.choose(dialog.chosen))
        dialog.open()
