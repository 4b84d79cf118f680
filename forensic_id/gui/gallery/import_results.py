"""What became of every file of an import: failures with their reason, near duplicates side by side, the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.import_run import ImportRun
from forensic_id.gui.numbers import counted
from forensic_id.gui.sentences import sentence_for, translated
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.tables import NO_PARENT, Index
from forensic_id.services.import_outcomes import NearDuplicate, write_outcomes

_THUMBNAIL = QSize(160, 160)


class OutcomeModel(QAbstractTableModel):
    """Files with what is to say of them; `reasons`: why they failed."""

    def __init__(
        self, titles: tuple[str, str], rows: list[tuple[str, str]], parent: QWidget, *, reasons: bool = False
    ) -> None:
        super().__init__(parent)
        self._titles, self._rows, self._reasons = titles, rows, reasons

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._rows[index.row()][index.column()]
            return translated(text) if self._reasons and index.column() == 1 else text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None


class NearDuplicates(QSplitter):
    """A list of pairs, and the pair chosen side by side."""

    def __init__(self, desk: Desk, pairs: list[NearDuplicate]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._pairs = desk, pairs
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Photos that look almost alike"))
        for pair in pairs:
            self.list.addItem(QListWidgetItem(f"{Path(pair.path).name} · {pair.like_file}"))
        self.pictures = (QLabel(), QLabel())
        self._captions = (label("", "small", wrap=True), label("", "small", wrap=True))
        side_by_side = QWidget()
        layout = QGridLayout(side_by_side)
        for column, (picture, caption) in enumerate(zip(self.pictures, self._captions, strict=True)):
            picture.setFixedSize(_THUMBNAIL)
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(picture, 0, column)
            layout.addWidget(caption, 1, column)
        layout.setRowStretch(2, 1)
        self.addWidget(self.list)
        self.addWidget(side_by_side)
        self.setStretchFactor(0, 1)
        self.list.currentRowChanged.connect(self._show)
        desk.thumbnails.loaded.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, _changed: int) -> None:
        if self.list.currentRow() < 0:
            return
        pair = self._pairs[self.list.currentRow()]
        for picture, photo_id in zip(self.pictures, (pair.photo_id, pair.like_photo_id), strict=True):
            picture.setPixmap(self._desk.thumbnails.get(photo_id) or QPixmap())
        self.pictures[0].setAccessibleName(Path(pair.path).name)
        self.pictures[1].setAccessibleName(pair.like_file)
        self._captions[0].setText(self.tr("Imported now: {}").format(Path(pair.path).name))
        self._captions[1].setText(
            self.tr("Enrolled before: {file} of subject {subject}").format(
                file=pair.like_file, subject=pair.like_subject
            )
        )


class ImportResults(QDialog):
    """The results of an import as they were when the dialog was opened."""

    subject_requested = Signal(str)
    """The subject with this external id is to be shown."""

    def __init__(self, desk: Desk, run: ImportRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._run = desk, run
        self._outcomes = list(run.log.outcomes)
        self.setWindowTitle(self.tr("Results of the import of {}").format(run.path.name))
        self.resize(820, 520)
        self.tabs = QTabWidget()
        self._add_tabs()
        self.message = label(translated(" ".join(run.notes)), "muted", wrap=True)
        self.message.setVisible(bool(run.notes))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.export_button = buttons.addButton(self.tr("&Export as CSV…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.export_button.clicked.connect(self._ask_for_file)
        self.retry_button = buttons.addButton(self.tr("&Retry failures"), QDialogButtonBox.ButtonRole.ActionRole)
        self.retry_button.setToolTip(
            self.tr("Try what failed of {} once more; what is enrolled is left alone").format(run.path.name)
        )
        self.retry_button.setEnabled(bool(run.log.counts["failed"]) and not run.is_active)
        self.retry_button.clicked.connect(self._retry)
        desk.rights.guard(self.retry_button, Right.IMPORT)
        for button in (self.export_button, self.retry_button):  # Enter closes, it does not start an import
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.message)
        layout.addWidget(buttons)

    def export(self, path: Path) -> None:
        """Write the results as a table."""
        outcomes = self._outcomes
        self._desk.run(
            Lane.BROWSE,
            lambda _place, _task: write_outcomes(path, outcomes),
            owner=self,
            on_done=lambda _nothing: self._say(self.tr("Written to {}.").format(path)),
            on_failed=lambda error: self._say(sentence_for(error)),
        )

    def _add_tabs(self) -> None:
        failed = [(each.path, each.reason) for each in self._outcomes if each.kind == "failed"]
        pairs = [near for each in self._outcomes for near in each.near]
        self._add_table(self.tr("Not usable ({})"), (self.tr("File"), self.tr("Reason")), failed, reasons=True)
        self.near = NearDuplicates(self._desk, pairs)
        self.tabs.addTab(self.near, self.tr("Near duplicates ({})").format(counted(len(pairs))))
        self.tabs.setTabEnabled(1, bool(pairs))
        titles = (self.tr("File"), self.tr("Subject"))
        self._add_table(self.tr("Enrolled ({})"), titles, self._by_subject("enrolled"))
        self._add_table(self.tr("Known already ({})"), titles, self._by_subject("known"))
        first = next((number for number in range(self.tabs.count()) if self.tabs.isTabEnabled(number)), 0)
        self.tabs.setCurrentIndex(first)

    def _by_subject(self, kind: str) -> list[tuple[str, str]]:
        return [(each.path, each.subject) for each in self._outcomes if each.kind == kind]

    def _add_table(
        self, title: str, columns: tuple[str, str], rows: list[tuple[str, str]], *, reasons: bool = False
    ) -> None:
        named = title.format(counted(len(rows)))
        table = QTableView()
        table.setAccessibleName(named)
        table.setModel(OutcomeModel(columns, rows, self, reasons=reasons))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(0, 320)
        table.doubleClicked.connect(lambda index: self._request(columns[1], rows[index.row()][1]))
        self.tabs.addTab(table, named)
        self.tabs.setTabEnabled(self.tabs.count() - 1, bool(rows))

    def _request(self, column: str, text: str) -> None:
        if column == self.tr("Subject"):
            self.subject_requested.emit(text)

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export results"), f"{self._run.path.stem} import.csv", self.tr("CSV files (*.csv)")
        )
        if name:
            self.export(Path(name))

    def _retry(self) -> None:
        self._run.again()
        self.accept()

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()
