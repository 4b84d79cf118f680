"""The line for a decision's reason; the arrow down offers the reasons given before in this search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from forensic_id.gui.theme.appearance import Appearance


class ReasonEdit(QLineEdit):
    """Nothing is completed by itself: a reason is what its examiner wrote or chose."""

    reason_given = Signal(str)
    """The user typed or chose a reason."""

    def __init__(self, appearance: Appearance, earlier: Callable[[], list[str]]) -> None:
        """`earlier` gives the reasons to choose from."""
        super().__init__()
        self._appearance, self._earlier = appearance, earlier
        self.setAccessibleName(self.tr("Reason for the decision"))
        self._open = QAction(self.tr("Reasons given before (arrow down)"), self)
        self._open.triggered.connect(self._choose)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self.reason_given)
        appearance.changed.connect(self._paint)
        self._paint()

    def choices(self) -> QMenu:
        """A menu of the reasons given before."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for reason in self._earlier():
            entry = menu.addAction(reason.replace("&", "&&"))
            entry.triggered.connect(lambda _checked=False, reason=reason: self._take(reason))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self._earlier():
            self.choices().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, reason: str) -> None:
        self.setText(reason)
        self.reason_given.emit(reason)
        self.editingFinished.emit()

    def _paint(self) -> None:
        self._open.setIcon(self._appearance.icon("chevron-down"))
