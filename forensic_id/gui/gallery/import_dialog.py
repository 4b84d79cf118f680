"""Before an import: what the folder or file holds, and which column is which."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.errors import UserFacingError
from forensic_id.gui.desk import Desk
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.labels import label, set_role
from forensic_id.services.column_mapping import DATE_ORDERS, FIELDS, MANDATORY_FIELDS, ColumnMapping
from forensic_id.services.import_sources import SourcePreview, preview_source

_FIELDS_A_LINE = 3


class ImportDialog(QDialog):
    """Accepted with a `mapping` that can be used."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.path = desk, path
        self.preview: SourcePreview | None = None
        self.setWindowTitle(self.tr("Import photos"))
        self.resize(820, 520)
        self.combos: dict[str, QComboBox] = {}
        self._titles = self._field_titles()
        self._what = label(self.tr("Looking at {}…").format(path), wrap=True)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("The first rows"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(150)
        self.table.hide()
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(SPACE["l"])
        self._fields.setVerticalSpacing(SPACE["xs"])
        self.message = label("", "muted", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start_button = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start_button.setProperty("role", "primary")
        self.start_button.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE["m"])
        layout.addWidget(self._what)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._fields)
        layout.addWidget(self.message)
        layout.addStretch(0)
        layout.addWidget(self.buttons)
        desk.run(
            Lane.BROWSE,
            lambda place, _task: preview_source(path, transactions=place.transactions),
            owner=self,
            on_done=self._show,
            on_failed=self._refuse,
        )

    @property
    def mapping(self) -> ColumnMapping:
        """Which column is which, as chosen."""
        if not self.combos:
            return ColumnMapping()
        order = self._dates.currentIndex()
        columns = {name: combo.currentData() for name, combo in self.combos.items()}
        return ColumnMapping(columns=columns, dates=DATE_ORDERS[order])

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            self._desk.tasks.failed.emit(error)
            self.reject()
            return
        self._what.setText(sentence_for(error))
        set_role(self._what, "danger")

    def _show(self, preview: SourcePreview) -> None:
        self.preview = preview
        if preview.columns:
            self._what.setText(
                self.tr(
                    "{} names photos and people. Check which column holds what; the first rows are shown."
                ).format(self.path.name)
            )
            self._add_fields(preview)
            self._fill(preview.columns, preview.rows)
        else:
            self._what.setText(
                self.tr(
                    "{} is a folder. Photos in a folder of their own belong to the subject that it is named after; "
                    "photos that lie directly in it are subjects of their own, named after their files."
                ).format(self.path.name)
            )
            self._fill((self.tr("Subject"), self.tr("File")), preview.rows)
        self._check()
        self.start_button.setDefault(True)
        self.start_button.setFocus()

    def _fill(self, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        self.table.setColumnCount(len(columns))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(columns))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.table.setItem(number, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.table.resizeColumnsToContents()
        self.table.show()

    def _add_fields(self, preview: SourcePreview) -> None:
        for number, name in enumerate(FIELDS):
            combo = QComboBox()
            combo.addItem(self.tr("not in this file"), "")
            for column in preview.columns:
                combo.addItem(column, column)
            combo.setCurrentIndex(max(0, combo.findData(preview.guess.column(name))))
            combo.currentIndexChanged.connect(self._check)
            self.combos[name] = combo
            self._place(number, self._titles[name], combo)
        self._dates = QComboBox()
        self._dates.addItems(["2020-12-31", self.tr("31.12.2020 or 31/12/2020"), self.tr("12/31/2020")])
        self._place(len(FIELDS), self.tr("Dates are written"), self._dates)

    def _place(self, number: int, title: str, combo: QComboBox) -> None:
        line, column = divmod(number, _FIELDS_A_LINE)
        caption = QLabel(title)
        caption.setBuddy(combo)
        combo.setAccessibleName(title)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        self._fields.addWidget(caption, line, 2 * column)
        self._fields.addWidget(combo, line, 2 * column + 1)
        self._fields.setColumnStretch(2 * column + 1, 1)

    def _check(self) -> None:
        """Tell what is ignored or missing; mark the columns by what they hold."""
        assert self.preview is not None  # noqa: S101 - there are no fields before
        chosen = {name: combo.currentData() for name, combo in self.combos.items()}
        lacking = [self._titles[name] for name in MANDATORY_FIELDS if self.combos and not chosen[name]]
        taken = [column for column in chosen.values() if column]
        twice = sorted({column for column in taken if taken.count(column) > 1})
        ignored = [column for column in self.preview.columns if column not in taken]
        if lacking:
            told = self.tr("Choose the column for: {}.").format(", ".join(lacking))
        elif twice:
            told = self.tr("These columns are chosen twice: {}.").format(", ".join(twice))
        elif ignored:
            told = self.tr("These columns are ignored: {}.").format(", ".join(ignored))
        else:
            told = ""
        self.message.setText(told)
        set_role(self.message, "danger" if lacking or twice else "muted")
        self.start_button.setEnabled(not lacking and not twice)
        for number, column in enumerate(self.preview.columns):
            held = next((self._titles[name] for name, each in chosen.items() if each == column), self.tr("ignored"))
            self.table.setHorizontalHeaderItem(number, QTableWidgetItem(f"{column}\n{held}"))

    def _field_titles(self) -> dict[str, str]:
        return {
            "photo": self.tr("Photo file"),
            "external_id": self.tr("Subject id"),
            "name": self.tr("Name"),
            "sex": self.tr("Sex"),
            "birth_year": self.tr("Year or date of birth"),
            "ethnicity": self.tr("Ethnicity"),
            "booking_date": self.tr("Booking date"),
            "source": self.tr("Source"),
            "retention_date": self.tr("Keep until"),
        }
