"""The chain of edits as a list: switch steps off and on, remove them, go back to an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from forensic_id.gui.sentences import translated
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.workbench.bench import ChainStep


class EditList(QWidget):
    """Shows a chain; tells which other chain the user wants."""

    steps_changed = Signal(str, object)
    """What the user did, for undoing, and the chain that comes of it."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[ChainStep, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Edits in the order in which they are made"))
        self.list.setMaximumHeight(132)
        self.list.setWordWrap(True)
        self.empty = label(self.tr("No edits: the sketch is searched as received."), "muted", wrap=True)
        self.remove_button = QPushButton(self.tr("&Remove step"))
        self.back_button = QPushButton(self.tr("&Go back to here"))
        self.back_button.setToolTip(self.tr("Switch off all steps after the selected one"))
        self.remove_button.clicked.connect(self._remove)
        self.back_button.clicked.connect(self._go_back)
        self.list.itemChanged.connect(self._switch)
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.list.itemActivated.connect(lambda _item: self._go_back())
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        for widget in (self.empty, self.list):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.show_steps(())

    def show_steps(self, steps: Sequence[ChainStep]) -> None:
        """Show another chain; the selection stays on its row."""
        row = self.list.currentRow()
        self._steps = tuple(steps)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for step in self._steps:
            item = QListWidgetItem(translated(str(step.edit)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if step.enabled else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._steps) - 1))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        for widget in (self.list, self.remove_button, self.back_button):
            widget.setVisible(bool(self._steps))
        self.empty.setVisible(not self._steps)
        self._allow()

    def _allow(self) -> None:
        for button in (self.remove_button, self.back_button):
            button.setEnabled(self.list.currentRow() >= 0)

    def _switch(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        enabled = item.checkState() is Qt.CheckState.Checked
        text = self.tr("Switch an edit on") if enabled else self.tr("Switch an edit off")
        changed = replace(self._steps[row], enabled=enabled)
        self.steps_changed.emit(text, (*self._steps[:row], changed, *self._steps[row + 1 :]))

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.steps_changed.emit(self.tr("Remove an edit"), (*self._steps[:row], *self._steps[row + 1 :]))

    def _go_back(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            kept = tuple(replace(step, enabled=True) for step in self._steps[: row + 1])
            later = tuple(replace(step, enabled=False) for step in self._steps[row + 1 :])
            self.steps_changed.emit(self.tr("Go back to an edit"), kept + later)
