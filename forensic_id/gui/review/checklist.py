"""The feature checklist: one row a facial component, a mark for its finding, a remark."""

from __future__ import annotations

import html
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.review import COMPONENTS, ComponentFinding, Finding, ReviewContent
from forensic_id.gui.review.wording import component_name, finding_name
from forensic_id.gui.theme.appearance import Appearance
from forensic_id.gui.theme.tokens import SPACE, Colours
from forensic_id.gui.widgets.tables import NO_PARENT, Index

KEYS = list(COMPONENTS)
MARKS = (Finding.SIMILAR, Finding.DISSIMILAR, Finding.UNDETERMINED)
LETTERS = {Finding.SIMILAR: "S", Finding.DISSIMILAR: "D", Finding.UNDETERMINED: "U"}
"""The keys of the findings, in every language."""
COMPONENT, REMARK = 0, 1 + len(MARKS)
_MARK_WIDTH = 22
_ROW_HEIGHT = 26
_LETTER_KEYS = {
    Qt.Key.Key_S: Finding.SIMILAR,
    Qt.Key.Key_D: Finding.DISSIMILAR,
    Qt.Key.Key_U: Finding.UNDETERMINED,
    Qt.Key.Key_Delete: Finding.NOT_SET,
    Qt.Key.Key_Backspace: Finding.NOT_SET,
}


class ChecklistModel(QAbstractTableModel):
    """The findings of one review; changes are told, and shown once they come back."""

    finding_given = Signal(ComponentFinding)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = ReviewContent()

    def show(self, content: ReviewContent) -> None:
        """Show these findings."""
        if content.checklist != self._content.checklist:
            self._content = content
            self.dataChanged.emit(self.index(0, 0), self.index(len(KEYS) - 1, REMARK))

    def found(self, row: int) -> ComponentFinding:
        """What was found on the component in a row."""
        return self._content.found(KEYS[row])

    def give(self, row: int, finding: Finding) -> None:
        """Set a finding; the same one again takes it back."""
        found = self.found(row)
        chosen = Finding.NOT_SET if found.finding is finding else finding
        self.finding_given.emit(replace(found, finding=chosen))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(KEYS)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else REMARK + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            marks = [LETTERS[each] for each in MARKS]
            return (self.tr("Feature"), *marks, "")[section]
        if role == Qt.ItemDataRole.ToolTipRole and section > COMPONENT:
            return (*(finding_name(each) for each in MARKS), self.tr("Remark"))[section - 1]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.found(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{component_name(found.component)}: {finding_name(found.finding)}. {found.remark}"
        if role == Qt.ItemDataRole.DisplayRole and index.column() == COMPONENT:
            return component_name(found.component)
        if role == Qt.ItemDataRole.ToolTipRole and found.remark:
            return html.escape(found.remark)
        return None

    def remark(self, row: int, text: str) -> None:
        """Write a remark."""
        found = self.found(row)
        if text.strip() != found.remark:
            self.finding_given.emit(replace(found, remark=text.strip()))


class MarkDelegate(QStyledItemDelegate):
    """Paints the marks: a ring, or a filled disc with the finding's letter."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, ChecklistModel):
            return
        colours = self._appearance.colours
        room: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(colours.selection))
        disc = QRect(0, 0, 17, 17)
        disc.moveCenter(room.center())
        if index.column() == REMARK:
            if model.found(index.row()).remark:
                self._appearance.icon("note").paint(painter, disc)
            painter.restore()
            return
        finding = MARKS[index.column() - 1]
        if model.found(index.row()).finding is finding:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_finding_colour(finding, colours)))
            painter.drawEllipse(disc)
            painter.setPen(QColor(colours.surface))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, LETTERS[finding])
        else:
            painter.setPen(QPen(QColor(colours.muted), 1.4))
            painter.drawEllipse(disc.adjusted(3, 3, -3, -3))
        painter.restore()


class ChecklistView(QTableView):
    """Up and down choose a component; S, D, U set its finding and go on; Del takes it back; Enter: a remark."""

    remark_requested = Signal(int)
    """A remark is to be written on the component in this row."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.checklist = ChecklistModel(self)
        self._read_only = False
        self.setModel(self.checklist)
        self.setAccessibleName(self.tr("Feature checklist"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setObjectName("marks")
        header.setMinimumSectionSize(_MARK_WIDTH)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(COMPONENT, QHeaderView.ResizeMode.Stretch)
        delegate = MarkDelegate(appearance, self)
        for column in range(1, REMARK + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, _MARK_WIDTH)
            self.setItemDelegateForColumn(column, delegate)
        self.clicked.connect(self._click)
        appearance.changed.connect(self.viewport().update)
        self.selectRow(0)

    def setReadOnly(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own fields have it
        """Let the list only be read, or marked too."""
        self._read_only = read_only

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = max(0, self.currentIndex().row())
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not plain:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.remark_requested.emit(row)
        elif key in _LETTER_KEYS and not self._read_only:
            self._mark(row, _LETTER_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _mark(self, row: int, finding: Finding) -> None:
        if finding is not self.checklist.found(row).finding:
            self.checklist.give(row, finding)
        if finding is not Finding.NOT_SET and row + 1 < len(KEYS):
            self.selectRow(row + 1)

    def _click(self, index: QModelIndex) -> None:
        if index.column() == REMARK:
            self.remark_requested.emit(index.row())
        elif index.column() > COMPONENT and not self._read_only:
            self.checklist.give(index.row(), MARKS[index.column() - 1])


def _finding_colour(finding: Finding, colours: Colours) -> str:
    return {
        Finding.SIMILAR: colours.success,
        Finding.DISSIMILAR: colours.danger,
        Finding.UNDETERMINED: colours.warning,
    }[finding]


class Checklist(QWidget):
    """The list, and below it the remark on the component chosen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.view = ChecklistView(appearance)
        self.model = self.view.checklist
        self.remark = QLineEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE["xs"])
        layout.addWidget(self.view, 1)
        layout.addWidget(self.remark)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentRowChanged.connect(self._show_remark)
        self.model.dataChanged.connect(self._show_remark)
        self.view.remark_requested.connect(self._write_remark)
        self.remark.editingFinished.connect(self.keep_remark)
        self.remark.returnPressed.connect(self.view.setFocus)
        self._row = 0
        self._show_remark()

    def begin(self) -> None:
        """Another candidate is in front: the comparison begins with the first component."""
        self.view.selectRow(0)

    def keep_remark(self) -> None:
        """Take over what was typed."""
        self.model.remark(self._row, self.remark.text())

    def _show_remark(self) -> None:
        self._row = max(0, self.view.currentIndex().row())
        found = self.model.found(self._row)
        self.remark.setText(found.remark)
        name = self.tr("Remark on {}").format(component_name(found.component))
        self.remark.setPlaceholderText(self.tr("{} (Enter)").format(name))
        self.remark.setAccessibleName(name)

    def _write_remark(self, row: int) -> None:
        self.view.selectRow(row)
        self.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)
