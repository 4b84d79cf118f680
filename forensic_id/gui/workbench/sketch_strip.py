"""The sketches on the bench as tabs, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QTabBar, QToolButton, QWidget

from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.workbench.bench import BenchState

_ICON = QSize(28, 28)


class SketchStrip(QWidget):
    """Shows what is on the bench and tells what the user wants."""

    chosen = Signal(int)
    add_requested = Signal()
    copy_requested = Signal()
    remove_requested = Signal(int)
    renamed = Signal(int, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._keys: list[int] = []
        self._thumbnails: dict[int, QPixmap] = {}
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Sketches"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setIconSize(_ICON)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.tabs.currentChanged.connect(self._choose)
        self.tabs.tabBarDoubleClicked.connect(lambda _index: self.ask_name())
        self.buttons = {
            "plus": self._button(self.tr("Add a sketch: another version, another witness")),
            "stack": self._button(self.tr("Copy as another version")),
            "edit": self._button(self.tr("Rename")),
            "trash": self._button(self.tr("Take the sketch off the bench")),
        }
        self.buttons["plus"].clicked.connect(self.add_requested)
        self.buttons["stack"].clicked.connect(self.copy_requested)
        self.buttons["edit"].clicked.connect(self.ask_name)
        self.buttons["trash"].clicked.connect(self._remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addWidget(self.tabs)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)
        appearance.changed.connect(self._paint)
        self._paint()

    def show_state(self, state: BenchState) -> None:
        """Show what lies on the bench."""
        self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's signature
        keys = [each.key for each in state.sketches]
        while self.tabs.count() > len(keys):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(keys):
            self.tabs.addTab("")
        self._keys = keys
        for index, each in enumerate(state.sketches):
            self.tabs.setTabText(index, each.title.replace("&", "&&"))
            self.tabs.setTabToolTip(index, each.sketch.path.name)
            self.tabs.setTabIcon(index, self._thumbnails.get(each.key, QPixmap()))
        if state.front in keys:
            self.tabs.setCurrentIndex(keys.index(state.front))
        self.tabs.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def show_thumbnail(self, key: int, image: QImage) -> None:
        """Show what a sketch looks like now."""
        mode = Qt.TransformationMode.SmoothTransformation
        self._thumbnails[key] = QPixmap.fromImage(image.scaled(_ICON * 2, Qt.AspectRatioMode.KeepAspectRatio, mode))
        if key in self._keys:
            self.tabs.setTabIcon(self._keys.index(key), self._thumbnails[key])

    def ask_name(self) -> None:
        """Ask what to call the sketch in front."""
        index = self.tabs.currentIndex()
        if index < 0:
            return
        key = self._keys[index]
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name on the bench (the record keeps the file's name):"))
        dialog.setTextValue(self.tabs.tabText(index).replace("&&", "&"))
        dialog.textValueSelected.connect(lambda text: self.renamed.emit(key, text.strip()) if text.strip() else None)
        dialog.open()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._keys):
            self.chosen.emit(self._keys[index])

    def _remove(self) -> None:
        if self.tabs.currentIndex() >= 0:
            self.remove_requested.emit(self._keys[self.tabs.currentIndex()])

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _paint(self) -> None:
        for icon, button in self.buttons.items():
            button.setIcon(self._appearance.icon(icon))
