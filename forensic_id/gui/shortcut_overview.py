"""The overview under `?`: every shortcut of the window, of the page in front and of the pages opened so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from forensic_id.gui.page import ShortcutInfo
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label

Section = tuple[str, Sequence[ShortcutInfo]]
_SIZE = (520, 560)


class ShortcutOverview(QDialog):
    """Stays open beside the window while one works, and follows it; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setModal(False)
        self.resize(*_SIZE)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Lay the sections out anew; those without shortcuts are left out."""
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["l"])
        grid.setHorizontalSpacing(SPACE["xl"])
        grid.setVerticalSpacing(SPACE["s"])
        grid.setColumnStretch(1, 1)
        row = 0
        for title, shortcuts in sections:
            if not shortcuts:
                continue
            if row:
                grid.setRowMinimumHeight(row, SPACE["m"])
                row += 1
            grid.addWidget(label(title, "lead"), row, 0, 1, 2)
            row += 1
            for info in shortcuts:
                keys = label(native_keys(info.keys), "keys")
                grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(info.text, wrap=True), row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        self._area.setWidget(content)


def native_keys(keys: str) -> str:
    """Portable keys as this system writes them; what is no single key sequence, such as `1 ... 9`, stays as it is."""
    sequence = QKeySequence(keys)
    if sequence.toString(QKeySequence.SequenceFormat.PortableText) != keys:
        return keys
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
