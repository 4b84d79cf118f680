"""The first page: all cases, and the page of one case."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QStackedWidget, QVBoxLayout

from forensic_id.core.errors import LibraryError, NotFoundError, UserFacingError
from forensic_id.core.retention import Hold
from forensic_id.core.rights import Right
from forensic_id.core.summaries import CaseSummary
from forensic_id.gui.cases.case_list import CaseList
from forensic_id.gui.cases.case_packages import CasePackages
from forensic_id.gui.cases.case_view import CaseView
from forensic_id.gui.cases.recent_cases import RecentCases
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.erasure import Erasure
from forensic_id.gui.open_case_dialog import OpenCaseDialog
from forensic_id.gui.page import Page
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.workplace import Workplace
from forensic_id.services.keep_subjects import list_holds
from forensic_id.services.manage_cases import close_case, summarise_case, summarise_cases


class CasesPage(Page):
    """The list; a case that is opened is put on the desk and shown in place of it."""

    help_topic = "cases"
    main_right = Right.MANAGE_CASES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._recent = RecentCases(desk.preferences)
        self._outdated = True
        self.list = CaseList(desk)
        self.view = CaseView(desk)
        self.packages = CasePackages(desk, self)
        self.erasure = Erasure(desk, self)
        self.told = Banner("")
        for told in (self.erasure.said, self.erasure.complained):
            told.connect(self.told.say)
        self.told.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.told)
        layout.addWidget(self._stack)
        self.list.case_opened.connect(self.open_case)
        self.list.new_case_requested.connect(self.ask_for_case)
        self.list.check_requested.connect(self.packages.choose)
        self.view.package_requested.connect(self.packages.ask_to_make)
        self.view.back_requested.connect(self.show_list)
        self.view.close_requested.connect(self.ask_to_close)
        self.view.erasure_requested.connect(self.erasure.ask_for_case)
        self.add_shortcut("Ctrl+N", self.tr("Open a new case"), self.ask_for_case, right=Right.MANAGE_CASES)
        self.add_shortcut("Ctrl+F", self.tr("Find a case"), self._find)
        self.add_shortcut("Ctrl+Shift+P", self.tr("Check a case package"), self.packages.choose)
        self.add_shortcut("Escape", self.tr("Back to all cases"), self.show_list)
        self.add_shortcut("Return", self.tr("Open the case or search in the current row"))
        desk.library_changed.connect(self._library_changed)
        desk.cases_changed.connect(self._case_changed)
        desk.cases_erased.connect(self._forget_erased)
        desk.reviews_changed.connect(self._case_changed)
        desk.searches_changed.connect(self._case_changed)

    def shown(self) -> None:
        """Load what changed; the focus goes where work begins."""
        if self._outdated:
            self._load()
        if self._stack.currentWidget() is self.view:
            self.view.table.setFocus()
        else:
            self.list.table.setFocus()

    def open_case(self, number: str) -> None:
        """Put a case on the desk and show it."""
        self.told.say("")
        self.desk.choose_case(number)
        self._recent.add(self.desk.library_folder, number)
        self._load_case(number)

    def show_list(self) -> None:
        """Go back to all cases; the case stays on the desk."""
        self._stack.setCurrentWidget(self.list)
        self._load()
        self.list.table.setFocus()

    def ask_for_case(self) -> None:
        """Show the form that opens a case."""
        dialog = OpenCaseDialog(self.desk, self, self.list.model.offences())
        dialog.case_opened.connect(self.open_case)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_to_close(self, number: str) -> None:
        """Close a case if the user agrees."""
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Close the case"),
            self.tr("Close the case {}?").format(number),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setInformativeText(
            self.tr(
                "From then on searches under it are refused, and it cannot be opened again. "
                "Its searches and reports stay."
            )
        )
        box.addButton(self.tr("Close the case"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._close(number))
        box.finished.connect(box.deleteLater)
        box.open()

    def _close(self, number: str) -> None:
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: close_case(place.library(), number),
            owner=self,
            on_done=lambda _case: self.desk.cases_changed.emit(),
        )

    def _load(self) -> None:
        self._outdated = False
        self.desk.run(
            Lane.BROWSE,
            lambda place, _task: (summarise_cases(place.library()), list_holds(place.library())),
            owner=self,
            on_done=self._show_cases,
            on_failed=self._tell,
        )

    def _show_cases(self, found: tuple[tuple[CaseSummary, ...], tuple[Hold, ...]]) -> None:
        cases, holds = found
        self._recent.keep(self.desk.library_folder, {each.case.number for each in cases})
        held = frozenset(hold.case_number for hold in holds if hold.case_number)
        self.list.set_cases(cases, self._recent.numbers(self.desk.library_folder), held)

    def _tell(self, error: Exception) -> None:
        """A library that is not there yet or cannot be opened is told in place of the list."""
        self._outdated = True
        if isinstance(error, LibraryError | UserFacingError):
            self.list.say(sentence_for(error))
        else:
            self.desk.tasks.failed.emit(error)

    def _load_case(self, number: str) -> None:
        def read(place: Workplace, _task: Task) -> tuple[CaseSummary, tuple[Hold, ...]]:
            summary, holds = summarise_case(place.library(), number), list_holds(place.library())
            return summary, tuple(hold for hold in holds if hold.case_number == summary.case.number)

        self.desk.run(
            Lane.BROWSE,
            read,
            owner=self,
            on_done=self._show_case,
            on_failed=self._lost,
        )

    def _show_case(self, found: tuple[CaseSummary, tuple[Hold, ...]]) -> None:
        summary, holds = found
        if summary.case.number == self.desk.case_number:
            self.view.show_case(summary, holds)
            self._stack.setCurrentWidget(self.view)
            self.take_keys(self.view.table)

    def _lost(self, error: Exception) -> None:
        self.show_list()
        if not isinstance(error, NotFoundError):
            self.desk.tasks.failed.emit(error)

    def _library_changed(self) -> None:
        self.told.say("")
        self._stack.setCurrentWidget(self.list)
        self._reload()

    def _forget_erased(self, numbers: frozenset[str]) -> None:
        """The page of such a case gives way to the list, which is read at once: what was remembered of it goes."""
        if self.view.number in numbers:
            self.view.model.show_case("", 0)
            self._stack.setCurrentWidget(self.list)
        self._load()

    def _case_changed(self) -> None:
        if self._stack.currentWidget() is self.view:
            self._load_case(self.view.number)
        self._reload()

    def _reload(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._load()

    def _find(self) -> None:
        self.show_list()
        self.list.search.setFocus()
        self.list.search.selectAll()
