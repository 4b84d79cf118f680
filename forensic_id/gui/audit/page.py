"""The audit log: find entries, check the whole library, export, and count what it was used for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from forensic_id.core.errors import UserFacingError
from forensic_id.core.ports import Library
from forensic_id.core.rights import Right
from forensic_id.gui.audit.checking import Checked, check_everything
from forensic_id.gui.audit.entry_model import EntryTableModel
from forensic_id.gui.audit.entry_pane import EntryPane
from forensic_id.gui.audit.entry_table import EntryTable
from forensic_id.gui.audit.filter_bar import FilterBar
from forensic_id.gui.audit.summary_view import SummaryView
from forensic_id.gui.audit.verdict_bar import VerdictBar
from forensic_id.gui.audit.years_view import YearsView
from forensic_id.gui.desk import Desk
from forensic_id.gui.last_folder import LastFolder
from forensic_id.gui.numbers import counted
from forensic_id.gui.page import Page
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.saved_bar import SavedBar
from forensic_id.gui.workplace import Workplace
from forensic_id.services.browse_audit import FoundEntries, audit_choices, find_entries
from forensic_id.services.export_audit import export_audit
from forensic_id.services.summarise_audit import export_summary, summarise_audit
from forensic_id.services.summarise_years import export_years, summarise_years

T = TypeVar("T")
_SPLIT = (760, 310)
_STATE = "audit/splitter"


class AuditPage(Page):
    """Entries in one tab, the summary by month and the annual figures in others."""

    help_topic = "audit"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = EntryTableModel(desk, self)
        self._search: Task | None = None
        self._check: Task | None = None
        self._build()
        self.filter.changed.connect(self._find)
        self.model.page_read.connect(self._show_current)
        self.model.read_failed.connect(self.problem.say)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_current())
        self.tabs.currentChanged.connect(lambda _tab: self._load())
        self.summary.export_requested.connect(self.ask_where_to_export_summary)
        self.years.export_requested.connect(self.ask_where_to_export_years)
        self.add_shortcut("Ctrl+F", self.tr("Find entries"), self._focus_filter)
        self.add_shortcut("F5", self.tr("Read the log again"), self._load)
        self.add_shortcut(
            "Ctrl+E", self.tr("Export the entries shown"), self.ask_where_to_export, right=Right.READ_AUDIT
        )
        self.add_shortcut("Ctrl+Shift+V", self.tr("Check everything"), self.verify, right=Right.READ_AUDIT)
        desk.library_changed.connect(self._library_changed)
        desk.cases_erased.connect(self._read_redacted)

    def shown(self) -> None:
        """The log grows with everything that is done: read it again."""
        self._load()
        self.table.setFocus()

    def choose_anchors(self) -> None:
        """Check everything, and the log against a file of anchors of the user's choice."""
        folders = LastFolder(self.desk.preferences, "anchors")
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Check against a file of anchors"),
            str(folders.folder()),
            self.tr("Anchors (*.jsonl);;All files (*)"),
        )
        if name:
            folders.remember(Path(name))
            self.verify(Path(name))

    def verify(self, anchors: Path | None = None) -> None:
        """Check the chain, the records of searches, the originals, and the anchors in this file or the one chosen."""
        if self._check is not None:
            return
        self.verify_button.setEnabled(False)
        self.anchors_button.setEnabled(False)
        self.verdict.hide()
        self._check = self.desk.run(
            Lane.WORK,
            lambda place, task: check_everything(place, task, anchors),
            owner=self,
            on_done=self._verified,
            on_failed=self._check_failed,
            on_cancelled=self._check_ended,
            title=self.tr("Checking the library"),
        )

    def ask_where_to_export(self) -> None:
        """Write the entries that are shown to a file of the user's choice."""
        self._ask(self.tr("Export the audit log"), "audit.csv", "CSV (*.csv);;JSON (*.json)", self.export)

    def ask_where_to_export_summary(self) -> None:
        """Write the summary to a file of the user's choice."""
        self._ask(self.tr("Export the summary"), "audit-summary.csv", "CSV (*.csv)", self.export_summary)

    def ask_where_to_export_years(self) -> None:
        """Write what annual reports ask for to a file of the user's choice."""
        kinds = "CSV (*.csv);;JSON (*.json)"
        self._ask(self.tr("Export the annual figures"), "annual-figures.csv", kinds, self.export_years)

    def export(self, path: Path) -> None:
        """Write the entries that are shown."""
        wanted = self.filter.wanted

        def write(place: Workplace, task: Task) -> int:
            return export_audit(place.library(), path, wanted=wanted, progress=task.report, cancelled=task.cancelled)

        def tell(count: int) -> None:
            self.saved.say(self.tr("Entries written: {}. File: {}").format(counted(count), path.name), path)
            self._load()

        self.desk.run(Lane.WORK, write, owner=self, on_done=tell, title=self.tr("Exporting the audit log"))

    def export_years(self, path: Path) -> None:
        """Write the annual figures."""

        def tell(count: int) -> None:
            self.saved.say(self.tr("Figures written: {}. File: {}").format(counted(count), path.name), path)

        self.desk.run(
            Lane.WORK,
            lambda place, _task: export_years(place.library(), path),
            owner=self,
            on_done=tell,
            title=self.tr("Exporting the annual figures"),
        )

    def export_summary(self, path: Path) -> None:
        """Write the summary."""

        def tell(count: int) -> None:
            self.saved.say(self.tr("Months written: {}. File: {}").format(counted(count), path.name), path)

        self.desk.run(
            Lane.WORK,
            lambda place, _task: export_summary(place.library(), path),
            owner=self,
            on_done=tell,
            title=self.tr("Exporting the summary"),
        )

    def _build(self) -> None:
        self.filter = FilterBar(self.desk)
        self.problem = Banner("")
        self.problem.hide()
        self.verdict = VerdictBar(self.desk)
        self.saved = SavedBar(self.desk)
        self.count = label("", "small")
        self.verify_button = QPushButton(self.tr("&Check everything"))
        self.verify_button.clicked.connect(lambda: self.verify())  # noqa: PLW0108 - without what clicked() passes
        self.anchors_button = QPushButton(self.tr("Against &anchors…"))
        self.anchors_button.setToolTip(
            self.tr("Check everything, and whether the log is still the one that the anchors in a file were made of")
        )
        self.anchors_button.clicked.connect(self.choose_anchors)
        self.desk.rights.guard(self.anchors_button, Right.READ_AUDIT)
        self.export_button = QPushButton(self.tr("&Export…"))
        self.export_button.clicked.connect(self.ask_where_to_export)
        for button in (self.verify_button, self.export_button):
            self.desk.rights.guard(button, Right.READ_AUDIT)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Audit log"))
        self.tabs.addTab(self._entries(), self.tr("Entries"))
        self.summary = SummaryView()
        self.years = YearsView()
        for button in (self.summary.export_button, self.years.export_button):
            self.desk.rights.guard(button, Right.READ_AUDIT)
        self.tabs.addTab(self.summary, self.tr("Summary"))
        self.tabs.addTab(self.years, self.tr("Annual figures"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["s"])
        for widget in (self.problem, self.verdict, self.saved):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        self.desk.appearance.changed.connect(self._paint)
        self._paint()

    def _entries(self) -> QWidget:
        self.table = EntryTable(self.model, self.tr("Entries of the audit log"), self.desk.preferences)
        self.pane = EntryPane()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.pane)
        self.splitter.setSizes(_SPLIT)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.restoreState(self.desk.preferences.state(_STATE))
        self.splitter.splitterMoved.connect(
            lambda *_place: self.desk.preferences.set_state(_STATE, self.splitter.saveState())
        )
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.anchors_button)
        foot.addWidget(self.verify_button)
        foot.addWidget(self.export_button)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, SPACE["m"], 0, 0)
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self.filter)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(foot)
        return content

    def _ask(self, title: str, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        ask_where_to_save(self, self.desk.preferences, title, name=name, kinds=kinds, then=then)

    def _load(self) -> None:
        if reason := self.desk.rights.reason(Right.READ_AUDIT):
            self.problem.say(reason)
            return
        if self.tabs.currentWidget() is self.summary:
            self._read(summarise_audit, self.summary.show_summary)
        elif self.tabs.currentWidget() is self.years:
            self._read(summarise_years, self.years.show_counts)
        else:
            self._read(audit_choices, self.filter.offer)
            self._find()

    def _read(self, service: Callable[[Library], T], then: Callable[[T], None]) -> None:
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: service(place.library()),
            owner=self,
            on_done=then,
            on_failed=self._tell,
        )

    def _find(self) -> None:
        if self._search is not None:
            self._search.cancel()
        wanted = self.filter.wanted
        self.problem.say("")
        self.count.setText(self.tr("Searching the log…"))
        self._search = self.desk.run(
            Lane.BROWSE,
            lambda place, _task: find_entries(place.library(), wanted),
            owner=self,
            on_done=self._show_found,
            on_failed=self._tell,
        )

    def _show_found(self, found: FoundEntries) -> None:
        self._search = None
        self.model.set_sequences(found.sequences)
        count = len(found.sequences)
        told = self.tr("{} of {} entries, the newest first").format(counted(count), counted(found.total))
        self.count.setText(told)
        if count:
            self.table.choose(0)
        self._show_current()

    def _show_current(self) -> None:
        row = self.table.row
        if 0 <= row < self.model.rowCount():
            self.pane.show_entry(self.model.entry_at(row), self.model.sequence_at(row))
        else:
            self.pane.show_entry(None, 0)

    def _verified(self, checked: Checked) -> None:
        self._check_ended()
        self.verdict.show_report(checked)

    def _check_failed(self, error: Exception) -> None:
        self._check_ended()
        self._tell(error)

    def _check_ended(self) -> None:
        self._check = None
        self.verify_button.setEnabled(True)
        self.anchors_button.setEnabled(True)

    def _tell(self, error: Exception) -> None:
        self.count.setText("")
        if isinstance(error, UserFacingError):
            self.problem.say(sentence_for(error))
        else:
            self.desk.tasks.failed.emit(error)

    def _library_changed(self) -> None:
        self.verdict.hide()
        self.saved.hide()
        self._check_ended()
        if self.isVisible():
            self._load()

    def _read_redacted(self, _numbers: frozenset[str]) -> None:
        """What the entries said of erased cases is gone from the log."""
        if self.isVisible():
            self._load()

    def _focus_filter(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.filter.text.setFocus()
        self.filter.text.selectAll()

    def _paint(self) -> None:
        icon = self.desk.appearance.icon
        self.verify_button.setIcon(icon("check"))
        self.anchors_button.setIcon(icon("chain"))
        self.export_button.setIcon(icon("export"))
