"""Page number, zoom and text search of the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QToolButton, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.report.page_view import PageView
from forensic_id.gui.report.pdf_pages import FoundText
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room

_FIELD_WIDTHS = (72, 200)
_NUMBER_WIDTH = 64


class ViewBar(QWidget):
    """Stands above the pages."""

    search_requested = Signal(str)

    def __init__(self, desk: Desk, view: PageView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._found: Sequence[FoundText] = ()
        self._current = -1
        self._icons: list[tuple[QToolButton, str]] = []
        self.number = QSpinBox()
        give_room(self.number)
        self.number.setRange(1, 1)
        self.number.setKeyboardTracking(False)
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.valueChanged.connect(lambda value: view.go_to(value - 1))
        self._of = label("", "muted")
        self._percent = label("", "muted")
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Find in the report"))
        self.text.setAccessibleName(self.text.placeholderText())
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(_FIELD_WIDTHS[0])
        self.text.setMaximumWidth(_FIELD_WIDTHS[1])
        self.text.returnPressed.connect(self._search)
        self.text.textChanged.connect(self._text_changed)
        self._hits = label("", "muted")
        self._build()
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        desk.appearance.changed.connect(self._paint)
        self._paint()

    def pages_shown(self) -> None:
        """Another document is in the view."""
        count = max(1, self._view.count)
        self.number.setRange(1, count)
        self._of.setText(self.tr("of {}").format(count))
        self._show_page(self._view.page)
        self._show_zoom(self._view.scale)
        self._found, self._current = (), -1
        self._hits.setText("")
        if self.text.text().strip():
            self._search()

    def show_found(self, found: Sequence[FoundText]) -> None:
        """The places of the text that was asked for."""
        self._found, self._current = found, 0 if found else -1
        self._tell_hits()

    def next_hit(self) -> None:
        """Go to the next place of the text."""
        self._move(1)

    def previous_hit(self) -> None:
        """Go to the place before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        if self._found:
            self._current = (self._current + step) % len(self._found)
            self._tell_hits()

    def _tell_hits(self) -> None:
        if self._found:
            self._hits.setText(self.tr("{} of {}").format(self._current + 1, len(self._found)))
        else:
            self._hits.setText(self.tr("not found"))
        self._view.show_found(self._found, self._current)

    def _search(self) -> None:
        if self._found:
            self.next_hit()
        elif text := self.text.text().strip():
            self.search_requested.emit(text)

    def _text_changed(self) -> None:
        self._found, self._current = (), -1
        self._hits.setText("")
        self._view.show_found((), -1)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        view = self._view
        layout.addWidget(label(self.tr("Page"), "muted"))
        layout.addWidget(self.number)
        layout.addWidget(self._of)
        layout.addSpacing(SPACE["m"])
        layout.addWidget(self._button("zoom-out", self.tr("Smaller (-)"), view.zoom_out))
        layout.addWidget(self._button("zoom-in", self.tr("Larger (+)"), view.zoom_in))
        layout.addWidget(self._button("fit", self.tr("Whole page"), view.fit_page))
        layout.addWidget(self._button("document", self.tr("Full width (0)"), lambda: view.set_zoom(0)))
        layout.addWidget(self._percent)
        layout.addStretch(1)
        layout.addWidget(self._hits)
        layout.addWidget(self.text)
        layout.addWidget(self._button("chevron-left", self.tr("Place before (Shift+F3)"), self.previous_hit))
        layout.addWidget(self._button("chevron-right", self.tr("Next place (F3)"), self.next_hit))

    def _button(self, icon: str, name: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked=False: action())
        self._icons.append((button, icon))
        return button

    def _show_page(self, page: int) -> None:
        self.number.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.number.setValue(page + 1)
        self.number.blockSignals(False)  # noqa: FBT003

    def _show_zoom(self, scale: float) -> None:
        logical = self._view.logicalDpiX() / 72
        self._percent.setText(f"{round(100 * scale / logical)} %")

    def _paint(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._desk.appearance.icon(icon))
