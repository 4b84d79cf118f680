"""Page number, zoom and text search of the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QToolButton, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted, measured
from forensic_id.gui.report.page_view import PageView
from forensic_id.gui.report.pdf_pages import FoundText
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.spin_boxes import give_room

_FIELD_WIDTH = 180
_NUMBER_WIDTH = 64


class ViewBar(QWidget):
    """Stands above the pages: in one line where that has room for a field to write in, else in two."""

    search_requested = Signal(str)

    def __init__(self, desk: Desk, view: PageView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._found: Sequence[FoundText] = ()
        self._current, self._one_line = -1, True
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
        self.text.setMinimumWidth(_FIELD_WIDTH)
        self.text.returnPressed.connect(self._search)
        self.text.textChanged.connect(self._text_changed)
        self._hits = label("", "muted")
        self._build()
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        desk.appearance.changed.connect(self._paint)
        self._paint()
        self._allow_moves()

    def pages_shown(self) -> None:
        """Another document is in the view."""
        count = max(1, self._view.count)
        self.number.setRange(1, count)
        self._of.setText(self.tr("of {}").format(counted(count)))
        self._show_page(self._view.page)
        self._show_zoom(self._view.scale)
        self._found, self._current = (), -1
        self._hits.setText("")
        self._allow_moves()
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

    def minimumSizeHint(self) -> QSize:
        """What two lines need; the bar never keeps a window from becoming narrow."""
        first, second = self._pages.minimumSizeHint(), self._finding.minimumSizeHint()
        return QSize(max(first.width(), second.width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._pages.sizeHint().width() + self._lines.horizontalSpacing() + self._finding.sizeHint().width()
        if (self.width() >= needed) != self._one_line:
            self._one_line = not self._one_line
            self._lines.removeWidget(self._finding)
            if self._one_line:
                self._lines.addWidget(self._finding, 0, 1)
            else:
                self._lines.addWidget(self._finding, 1, 0, 1, 2)

    def _move(self, step: int) -> None:
        if self._found:
            self._current = (self._current + step) % len(self._found)
            self._tell_hits()

    def _tell_hits(self) -> None:
        if self._found:
            self._hits.setText(self.tr("{} of {}").format(counted(self._current + 1), counted(len(self._found))))
        else:
            self._hits.setText(self.tr("not found"))
        self._allow_moves()
        self._view.show_found(self._found, self._current)

    def _allow_moves(self) -> None:
        for button in (self._before, self._next):
            button.setEnabled(bool(self._found))

    def _search(self) -> None:
        if self._found:
            self.next_hit()
        elif text := self.text.text().strip():
            self.search_requested.emit(text)

    def _text_changed(self) -> None:
        self._found, self._current = (), -1
        self._hits.setText("")
        self._allow_moves()
        self._view.show_found((), -1)

    def _build(self) -> None:
        view = self._view
        self._pages = _in_line(
            label(self.tr("Page"), "muted"),
            self.number,
            self._of,
            self._button("zoom-out", self.tr("Smaller (-)"), view.zoom_out),
            self._button("zoom-in", self.tr("Larger (+)"), view.zoom_in),
            self._button("fit", self.tr("Whole page"), view.fit_page),
            self._button("document", self.tr("Full width (0)"), lambda: view.set_zoom(0)),
            self._percent,
        )
        self._before = self._button("chevron-left", self.tr("Place before (Shift+F3)"), self.previous_hit)
        self._next = self._button("chevron-right", self.tr("Next place (F3)"), self.next_hit)
        self._finding = _in_line(self.text, self._hits, self._before, self._next)
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(SPACE["l"])
        self._lines.setVerticalSpacing(SPACE["xs"])
        self._lines.setColumnStretch(0, 1)
        self._lines.addWidget(self._pages, 0, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(self._finding, 0, 1)

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
        self._percent.setText(measured(scale / logical, ".0%"))

    def _paint(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._desk.appearance.icon(icon))


def _in_line(*widgets: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE["xs"])
    for widget in widgets:
        layout.addWidget(widget)
    return line
