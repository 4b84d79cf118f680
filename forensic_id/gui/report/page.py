"""The report of the search that was opened: a preview of the real pages, options, export, print."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forensic_id.core.errors import UserFacingError
from forensic_id.core.rights import Right
from forensic_id.gui.desk import Desk
from forensic_id.gui.numbers import counted
from forensic_id.gui.page import Page
from forensic_id.gui.report.make_report import Preview, make_preview, now, print_pages, write_pdf
from forensic_id.gui.report.options_panel import OptionsPanel
from forensic_id.gui.report.page_view import PageView
from forensic_id.gui.report.signing import Signing
from forensic_id.gui.report.standing_card import StandingCard
from forensic_id.gui.report.view_bar import ViewBar
from forensic_id.gui.save_dialog import ask_where_to_save
from forensic_id.gui.sentences import sentence_for
from forensic_id.gui.tasks import Lane, Task
from forensic_id.gui.theme.tokens import SPACE
from forensic_id.gui.widgets.banner import Banner
from forensic_id.gui.widgets.empty_state import EmptyState
from forensic_id.gui.widgets.labels import label
from forensic_id.gui.widgets.saved_bar import SavedBar
from forensic_id.services.build_report import ReportRequest
from forensic_id.services.export_candidates import export_candidates

_SIDE_WIDTH = 284


class ReportPage(Page):
    """Shows the report of `desk.search_id`; made anew when the search, its review or an option changes."""

    help_topic = "report"
    main_right = Right.REPORT

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.preview: Preview | None = None
        self._search_id: int | None = None
        self._outdated = False
        self._making: Task | None = None
        self.signing = Signing(
            desk,
            self,
            ask_where=lambda title, then: self._ask(title, "pdf", "PDF (*.pdf)", then),
            request=self._request,
        )
        self._build()
        self.signing.written.connect(self._tell_saved)
        self.signing.refused.connect(self._tell)
        self.options.changed.connect(self._make)
        self.standing.changed.connect(self._make)
        self.bar.search_requested.connect(self._find)
        self.add_shortcut("Ctrl+E", self.tr("Export the report as PDF"), self.ask_where_to_export, right=Right.REPORT)
        self.add_shortcut("Ctrl+Shift+K", self.tr("Check a signed report"), self.signing.choose_report)
        self.add_shortcut("Ctrl+P", self.tr("Print the report"), self.ask_for_printer, right=Right.REPORT)
        self.add_shortcut("Ctrl+F", self.tr("Find in the report"), self.bar.text.setFocus)
        self.add_shortcut("F3", self.tr("Next place of the text"), self.bar.next_hit)
        self.add_shortcut("Shift+F3", self.tr("Place before"), self.bar.previous_hit)
        for keys, text in (
            ("PgDown", self.tr("Next page")),
            ("PgUp", self.tr("Page before")),
            ("Home", self.tr("First page")),
            ("End", self.tr("Last page")),
            ("+", self.tr("Larger")),
            ("-", self.tr("Smaller")),
            ("0", self.tr("Full width")),
        ):
            self.add_shortcut(keys, text)
        desk.reviews_changed.connect(self._outdate)
        desk.gallery_changed.connect(self._outdate_shown)
        desk.cases_changed.connect(self._outdate_shown)
        desk.case_chosen.connect(self._forget)
        desk.library_changed.connect(self._forget)
        desk.closing.connect(self._forget)

    def shown(self) -> None:
        """Make the report of the search that was opened last."""
        wanted = self.desk.search_id
        if wanted is None:
            self._forget()
            return
        if wanted != self._search_id or self._outdated or self.preview is None:
            if wanted != self._search_id:
                self._forget()
            self._search_id = wanted
            self._make()
        self.view.setFocus()

    def ask_where_to_export(self) -> None:
        """Write the PDF to a file of the user's choice; the dialog asks before an older one is replaced."""
        self._ask(self.tr("Export the report"), "pdf", "PDF (*.pdf)", self.export)

    def ask_where_to_export_list(self) -> None:
        """Write the record as JSON or the list as CSV."""
        kinds = self.tr("Candidate list (*.csv)") + ";;" + self.tr("Whole record (*.json)")
        self._ask(self.tr("Export the search"), "csv", kinds, self.export_list)

    def export(self, path: Path) -> None:
        """Write the PDF."""
        if self._search_id is None:
            return
        request = self.options.request(self._search_id, now(), final_reason=self.standing.final_reason)
        self.desk.run(
            Lane.SEARCH,
            lambda place, _task: write_pdf(place, request, path),
            owner=self,
            on_done=lambda written: self._tell_saved(written.path),
            on_failed=self._tell,
            title=self.tr("Exporting the report"),
        )

    def export_list(self, path: Path) -> None:
        """Write CSV or JSON, as the file's ending says."""
        if self._search_id is None:
            return
        search_id = self._search_id
        self.desk.run(
            Lane.SEARCH,
            lambda place, _task: export_candidates(place.library(), search_id, path),
            owner=self,
            on_done=lambda written: self._tell_saved(written.path),
            on_failed=self._tell,
            title=self.tr("Exporting the search"),
        )

    def ask_for_printer(self) -> None:
        """Print the pages that are shown."""
        if self.preview is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._file_name(""))
        self._fit_paper(printer, self.preview)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self.preview.pages.sizes))
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog hides it behind an overload with a receiver

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages that are shown on this printer."""
        preview = self.preview
        if preview is None:
            return
        self._fit_paper(printer, preview)
        self.desk.run(
            Lane.SEARCH,
            lambda place, task: print_pages(place, preview, printer, task),
            owner=self,
            on_done=self._tell_printed,
            on_failed=self._tell,
            title=self.tr("Printing the report"),
        )

    def _build(self) -> None:
        appearance = self.desk.appearance
        self.view = PageView(self.desk)
        self.bar = ViewBar(self.desk, self.view)
        self.options = OptionsPanel(self.desk.preferences)
        self.standing = StandingCard(self.desk)
        self.problem = Banner("")
        self.problem.hide()
        self.saved = SavedBar(self.desk)
        self.state = label("", "muted", wrap=True)
        empty = EmptyState(
            appearance.icon("document", appearance.colours.muted),
            self.tr("No search opened"),
            self.tr(
                "A report is made of a stored search. Choose one on the page of its case. A signed report can be "
                "dropped here to check it (Ctrl+Shift+K)."
            ),
            self.tr("Go to the cases"),
        )
        empty.action_requested.connect(lambda: self.desk.page_requested.emit("cases"))
        pages = QWidget()
        layout = QVBoxLayout(pages)
        layout.setContentsMargins(SPACE["l"], SPACE["s"], SPACE["s"], SPACE["l"])
        layout.setSpacing(SPACE["s"])
        above: tuple[QWidget, ...] = (self.problem, self.saved, self.bar)
        for widget in above:
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        self._content = QWidget()
        columns = QHBoxLayout(self._content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(pages, 1)
        columns.addWidget(self._side())
        self._stack = QStackedWidget()
        self._empty = empty
        self._stack.addWidget(self._content)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        appearance.changed.connect(self._paint)
        self._paint()

    def _side(self) -> QWidget:
        self.export_button = QPushButton(self.tr("&Export as PDF…"))
        self.export_button.setProperty("role", "primary")
        self.export_button.clicked.connect(self.ask_where_to_export)
        self.print_button = QPushButton(self.tr("P&rint…"))
        self.print_button.clicked.connect(self.ask_for_printer)
        self.list_button = QPushButton(self.tr("List or &record as CSV, JSON…"))
        self.list_button.clicked.connect(self.ask_where_to_export_list)
        for button in (self.export_button, self.print_button, self.list_button):
            self.desk.rights.guard(button, Right.REPORT)
        back = QPushButton(self.tr("&Back to the search"))
        back.clicked.connect(lambda: self.desk.page_requested.emit("search"))
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(SPACE["s"], SPACE["s"], SPACE["l"], SPACE["l"])
        layout.setSpacing(SPACE["s"])
        layout.addWidget(self._cards(), 1)
        for button in (self.export_button, self.print_button, self.list_button):
            layout.addWidget(button)
        layout.addWidget(self.signing.button)
        layout.addWidget(self.state)
        layout.addWidget(back)
        return side

    def _cards(self) -> QWidget:
        """How the report stands and its options; they scroll where a window is low."""
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["s"])
        column.addWidget(self.standing)
        column.addWidget(self.options)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(cards)
        return area

    def _make(self) -> None:
        if self._search_id is None:
            return
        if self._making is not None:
            self._making.cancel()
        self._outdated = False
        self._stack.setCurrentWidget(self._content)
        self.state.setText(self.tr("Making the report…"))
        request = self.options.request(self._search_id, now(), final_reason=self.standing.final_reason)
        self._making = self.desk.run(
            Lane.SEARCH,
            lambda place, _task: make_preview(place, request),
            owner=self,
            on_done=self._show,
            on_failed=self._tell,
        )

    def _show(self, preview: Preview) -> None:
        self._making = None
        before, self.preview = self.preview, preview
        self.problem.say("")
        self.standing.show_standing(preview.standing)
        self.view.show_pages(preview.pages)
        self.bar.pages_shown()
        if before is not None:
            before.pages.close()
        self._enable()
        self.state.setText(self.tr("This is a preview. Export and print are recorded in the audit log."))

    def _request(self) -> ReportRequest | None:
        if self._search_id is None:
            return None
        return self.options.request(self._search_id, now(), final_reason=self.standing.final_reason)

    def _find(self, text: str) -> None:
        preview = self.preview
        if preview is not None:
            self.desk.run(
                Lane.PICTURES,
                lambda _place, _task: preview.pages.find(text),
                owner=self,
                on_done=self.bar.show_found,
            )

    def _forget(self) -> None:
        """Nothing is shown, not even a report of another case."""
        if self._making is not None:
            self._making.cancel()
            self._making = None
        self._search_id = None
        self.standing.forget()
        self.view.show_pages(None)
        if self.preview is not None:
            self.preview.pages.close()
            self.preview = None
        self.saved.hide()
        self.problem.say("")
        self._stack.setCurrentWidget(self._empty)
        self._enable()

    def _outdate(self, search_id: int | None) -> None:
        if search_id is not None and search_id == self._search_id:
            self._outdated = True
            if self.isVisible():
                self._make()

    def _outdate_shown(self) -> None:
        self._outdate(self._search_id)

    def _ask(self, title: str, ending: str, kinds: str, then: Callable[[Path], None]) -> None:
        if self._search_id is None:
            return
        name = self._file_name(f".{ending}")
        ask_where_to_save(self, self.desk.preferences, title, name=name, kinds=kinds, then=then)

    def _file_name(self, ending: str) -> str:
        """Case and search, without what file names may not hold on any system."""
        case = self.preview.case_number if self.preview else ""
        plain = re.sub(r"[^\w.-]+", "_", f"case {case} search {self._search_id}").strip("._")
        return f"{plain}{ending}"

    def _fit_paper(self, printer: QPrinter, preview: Preview) -> None:
        size = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}[preview.paper]
        printer.setPageSize(QPageSize(size))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))

    def _tell_saved(self, path: Path) -> None:
        self.problem.say("")
        self.saved.say(self.tr("Written: {}").format(path.name), path)

    def _tell_printed(self, pages: int) -> None:
        told = self.tr("1 page was printed.") if pages == 1 else self.tr("{} pages were printed.")
        self.state.setText(told.format(counted(pages)))

    def _tell(self, error: Exception) -> None:
        self._making = None
        self.state.setText("")
        if isinstance(error, UserFacingError):
            self.problem.say(sentence_for(error))
        else:
            self.desk.tasks.failed.emit(error)

    def _enable(self) -> None:
        self.signing.button.set_ready(ready=self.preview is not None)
        for button in (self.export_button, self.print_button):
            button.setEnabled(self.preview is not None)

    def _paint(self) -> None:
        appearance = self.desk.appearance
        self.export_button.setIcon(appearance.icon("export", appearance.colours.on_accent))
        self.print_button.setIcon(appearance.icon("print"))
        self.list_button.setIcon(appearance.icon("list"))
