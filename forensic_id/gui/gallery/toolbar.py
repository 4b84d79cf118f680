"""The line above the list: search, filters, how many there are, table or pictures, state, import."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QSlider, QToolButton, QWidget

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.cards import USUAL
from forensic_id.gui.gallery.grid import LARGEST, SMALLEST
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

DEBOUNCE = 180
"""Milliseconds after the last key before the list is asked for."""
_VIEW, _SIDE = "gallery/view", "gallery/side"


class SearchLine(QLineEdit):
    """Searches while it is written in; Down goes to the list, Esc clears."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(self.tr("Search by subject id or name"))
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self._is_fresh = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: self._timer.start())

    def event(self, event: QEvent) -> bool:
        """Esc is the line's own, not the page's, while there is something to clear."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_fresh = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is still held from the shortcut that led here writes nothing."""
        if event.isAutoRepeat() and self._is_fresh:
            return
        self._is_fresh = False
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
            return
        super().keyPressEvent(event)


class Toolbar(QWidget):
    """Only signals; the page acts."""

    grid_chosen = Signal(bool)
    side_chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.search = SearchLine()
        self.filter_button = QPushButton()
        self.filter_button.setCheckable(True)
        self.count = label("", "muted")
        self.table_button, self.grid_button = self._view_buttons()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setSingleStep(8)
        self.slider.setPageStep(24)
        self.slider.setMinimumWidth(56)
        self.slider.setMaximumWidth(90)
        self.slider.setValue(int(desk.preferences.text(_SIDE, str(USUAL))))
        self.slider.setToolTip(self.tr("Size of the pictures"))
        self.slider.setAccessibleName(self.slider.toolTip())
        self.slider.valueChanged.connect(self._choose_side)
        self.state_button = QToolButton()
        self.state_button.setToolTip(self.tr("State of the gallery"))
        self.state_button.setAccessibleName(self.state_button.toolTip())
        self.import_button = QPushButton(self.tr("&Import…"))
        self.import_button.setProperty("role", "primary")
        self.folder_action = QAction(self.tr("A &folder of photos…"), self)
        self.file_action = QAction(self.tr("A &CSV or JSON Lines file…"), self)
        self.transaction_action = QAction(self.tr("A &Type-10 transaction (ANSI/NIST-ITL)…"), self)
        self._lay_out()
        self.set_filters(0)
        self._paint()
        desk.appearance.changed.connect(self._paint)
        is_grid = desk.preferences.text(_VIEW, "table") == "grid"
        (self.grid_button if is_grid else self.table_button).setChecked(True)
        self.slider.setVisible(is_grid)
        self.grid_button.toggled.connect(self._choose_view)

    @property
    def is_grid(self) -> bool:
        """Whether subjects are shown as pictures."""
        return self.grid_button.isChecked()

    def add_button(self, button: QPushButton) -> None:
        """Something more to do with the list, before the import."""
        self._row.insertWidget(self._row.count() - 1, button)

    def set_filters(self, count: int) -> None:
        """Tell how many filters hold."""
        self.filter_button.setText(self.tr("&Filters ({})").format(count) if count else self.tr("&Filters"))

    def _choose_view(self, grid: bool) -> None:  # noqa: FBT001 - what toggled() passes
        self._desk.preferences.set_text(_VIEW, "grid" if grid else "table")
        self.slider.setVisible(grid)
        self.grid_chosen.emit(grid)

    def _choose_side(self, side: int) -> None:
        self._desk.preferences.set_text(_SIDE, str(side))
        self.side_chosen.emit(side)

    def _view_buttons(self) -> tuple[QToolButton, QToolButton]:
        group = QButtonGroup(self)
        buttons = (QToolButton(), QToolButton())
        for button, name in zip(buttons, (self.tr("Table (Ctrl+T)"), self.tr("Pictures (Ctrl+G)")), strict=True):
            button.setCheckable(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            group.addButton(button)
        buttons[0].setShortcut("Ctrl+T")
        buttons[1].setShortcut("Ctrl+G")
        return buttons

    def _lay_out(self) -> None:
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["s"])
        self.search.setMinimumWidth(110)
        self.search.setMaximumWidth(340)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.filter_button)
        layout.addWidget(self.count)
        layout.addStretch()
        for widget in (self.slider, self.table_button, self.grid_button, self.state_button):
            layout.addWidget(widget)
        layout.addWidget(self.import_button)

    def _paint(self) -> None:
        icon = self._desk.appearance.icon
        self.filter_button.setIcon(icon("filter"))
        self.table_button.setIcon(icon("list"))
        self.grid_button.setIcon(icon("grid"))
        self.state_button.setIcon(icon("info"))
        self.import_button.setIcon(icon("import", self._desk.appearance.colours.on_accent))
        for button in (self.table_button, self.grid_button, self.state_button):
            button.setIconSize(QSize(18, 18))
