"""All versions of a review, newest first; an earlier one can be brought back as a new version."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.moments import shown_time
from forensic_id.core.review import CandidateReview, Finding, ReviewContent
from forensic_id.gui.review.wording import decision_name
from forensic_id.gui.widgets.labels import label


class HistoryDialog(QDialog):
    """Lists versions; nothing in it can be changed."""

    restore_requested = Signal(ReviewContent)

    def __init__(self, versions: tuple[CandidateReview, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._versions = tuple(reversed(versions))
        self.setWindowTitle(self.tr("Versions of this review"))
        self.resize(760, 380)
        self.table = self._make_table()
        self.restore = QPushButton(self.tr("Bring this version back"))
        self.restore.setToolTip(self.tr("It is saved again as the newest version; nothing is lost."))
        self.restore.clicked.connect(self._restore)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("The newest version counts. Earlier ones are kept for good."), "muted"))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.currentCellChanged.connect(lambda row, *_rest: self.restore.setEnabled(row > 0))
        self.table.selectRow(0)
        self.restore.setEnabled(False)

    def _make_table(self) -> QTableWidget:
        heads = [
            self.tr("Version"),
            self.tr("Saved at"),
            self.tr("Examiner"),
            self.tr("Decision"),
            self.tr("Features"),
            self.tr("Reason and notes"),
        ]
        table = QTableWidget(len(self._versions), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(self.windowTitle())
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        for row, version in enumerate(self._versions):
            for column, text in enumerate(_cells(version)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        return table

    def _restore(self) -> None:
        self.restore_requested.emit(self._versions[self.table.currentRow()].content)
        self.accept()


def _cells(version: CandidateReview) -> tuple[str, ...]:
    content = version.content
    return (
        str(version.version),
        shown_time(version.at),
        version.examiner,
        decision_name(content.decision),
        str(sum(each.finding is not Finding.NOT_SET for each in content.checklist)),
        "\n".join(text for text in (content.reason, content.notes) if text),
    )
