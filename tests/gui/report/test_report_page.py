"""The report page: the real pages are previewed, options change them, exports and prints are logged."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.errors import BundleRefusedError, DefectError
from forensic_id.core.records import AuditEntry
from forensic_id.gui.desk import Desk
from forensic_id.gui.report import make_report
from forensic_id.gui.report.page import ReportPage
from forensic_id.gui.report.pdf_pages import PdfPages
from tests.gui.demo_library import CASE
from tests.gui.stored_searches import add_searches

Settled = Callable[[Desk], None]


@pytest.fixture(scope="module")
def searched_library(demo_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("searched") / "library"
    shutil.copytree(demo_library, folder)
    add_searches(folder, CASE, count=1, top=6)
    return folder


@pytest.fixture
def library(searched_library: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    shutil.copytree(searched_library, folder)
    return folder


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot, settled: Settled) -> ReportPage:
    page = ReportPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    desk.open_search(1, page="report")
    page.show()
    page.shown()
    settled(desk)
    page.grab()
    settled(desk)
    return page


def log_of(library: Path) -> list[AuditEntry]:
    place = Workplace(library=library, actor="auditor")
    try:
        return list(place.library().audit.entries())
    finally:
        place.close()


def hash_in(path: Path) -> str:
    keywords = PdfReader(path).metadata["/Keywords"]  # type: ignore[index]
    return str(keywords).removeprefix("document-sha256:")


def test_the_real_pages_are_previewed_paged_and_zoomed_without_an_entry_in_the_log(
    theme: str, desk: Desk, library: Path, shown: ReportPage, settled: Settled, qtbot: QtBot
) -> None:
    view, bar = shown.view, shown.bar
    assert view.count > 5
    qtbot.waitUntil(lambda: view.is_drawn(0), timeout=30_000)
    assert not view.is_drawn(view.count - 1)
    assert bar._of.text() == f"of {view.count}"
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.page, bar.number.value()) == (1, 2)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.count - 1
    settled(desk)
    QTest.keyClick(view, Qt.Key.Key_Home)
    bar.number.setValue(3)
    assert view.page == 2
    before = view.scale
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale > before
    view.fit_page()
    assert view.scale < before
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale == before
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert log_of(library)[-1].action == "search.add"


def test_control_and_wheel_zoom(shown: ReportPage) -> None:
    before = shown.view.scale
    middle = QPointF(shown.view.viewport().rect().center())
    for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        shown.view.wheelEvent(event)
        assert (shown.view.scale > before) is (modifiers is Qt.KeyboardModifier.ControlModifier)


def test_text_is_found_in_the_pages_and_stepped_through(
    desk: Desk, shown: ReportPage, qtbot: QtBot, settled: Settled
) -> None:
    bar = shown.bar
    finding, pages = bar.text.parentWidget(), bar.number.parentWidget()
    assert finding is not None
    assert pages is not None
    shown.resize(760, 700)
    qtbot.waitUntil(lambda: finding.y() > pages.y())
    assert bar.text.width() >= 180
    shown.resize(1100, 700)
    qtbot.waitUntil(lambda: finding.y() == pages.y())
    assert bar.text.width() >= 180
    bar.text.setFocus()
    assert not bar._next.isEnabled()
    QTest.keyClicks(bar.text, "log density")
    QTest.keyClick(bar.text, Qt.Key.Key_Return)
    settled(desk)
    first, count = bar._hits.text().split(" of ")
    assert (first, int(count) > 3) == ("1", True)
    QTest.keyClick(bar.text, Qt.Key.Key_Return)
    assert bar._hits.text() == f"2 of {count}"
    assert bar._next.isEnabled()
    bar.previous_hit()
    bar.previous_hit()
    assert bar._hits.text() == f"{count} of {count}"
    assert shown.view.page > 1
    shown.grab()
    bar.text.setText("no such words")
    QTest.keyClick(bar.text, Qt.Key.Key_Return)
    settled(desk)
    assert bar._hits.text() == "not found"
    bar.next_hit()


def test_changed_options_make_the_pages_anew(desk: Desk, shown: ReportPage, settled: Settled, qtbot: QtBot) -> None:
    before = shown.preview
    assert before is not None
    shown.options.plates.setValue(0)
    shown.options.paper.setCurrentIndex(shown.options.paper.findData("letter"))
    shown.options.parts["validation figures"].setChecked(False)
    qtbot.waitUntil(lambda: shown.preview is not before, timeout=30_000)
    settled(desk)
    after = shown.preview
    assert after is not None
    assert after.request.left_out == {"validation figures"}
    assert len(after.pages.sizes) < len(before.pages.sizes)
    assert after.pages.sizes[0] == pytest.approx((612, 792))
    assert before.pages.render(0, 1.0).isNull()
    assert before.pages.find("case") == []
    assert desk.preferences.text("report/paper") == "letter"


def test_the_report_is_exported_under_a_sensible_name_and_logged(
    desk: Desk,
    library: Path,
    shown: ReportPage,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    QTest.keyClick(shown.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = shown.findChildren(QFileDialog)
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    (name,) = dialog.selectedFiles()
    assert Path(name).name == f"case_{CASE}_search_1.pdf"
    path = tmp_path / "report.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settled(desk)
    entry = log_of(library)[-1]
    assert (entry.action, entry.details["document_sha256"]) == ("report.export", hash_in(path))
    assert shown.saved.text.text() == "Written: report.pdf"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    shown.saved.open_file.click()
    shown.saved.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))]


def test_the_pages_are_printed_on_their_paper_and_logged(
    desk: Desk, library: Path, shown: ReportPage, settled: Settled, tmp_path: Path
) -> None:
    assert shown.preview is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setFromTo(1, 2)
    shown.print_to(printer)
    settled(desk)
    pages = PdfReader(tmp_path / "paper.pdf").pages
    assert len(pages) == 2
    assert (float(pages[0].mediabox.width), float(pages[0].mediabox.height)) == pytest.approx((595, 842), abs=1)
    assert "2 pages were printed" in shown.state.text()
    entry = log_of(library)[-1]
    assert (entry.action, entry.details["document_sha256"]) == ("report.print", shown.preview.document_sha256)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_the_print_dialog_prints_and_a_printer_that_refuses_is_told(
    desk: Desk, library: Path, shown: ReportPage, settled: Settled, tmp_path: Path
) -> None:
    QTest.keyClick(shown.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = shown.findChildren(QPrintDialog)
    assert dialog.maxPage() == shown.view.count
    dialog.reject()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "paper.pdf"))
    shown.print_to(printer)
    settled(desk)
    assert "printer does not take the report" in shown.problem.text
    assert log_of(library)[-1].action == "search.add"


def test_record_and_list_are_exported_beside_it(
    desk: Desk, library: Path, shown: ReportPage, settled: Settled, tmp_path: Path
) -> None:
    shown.list_button.click()
    (dialog,) = shown.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "record.json"))
    dialog.reject()
    settled(desk)
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["case_number"] == CASE
    shown.export_list(tmp_path / "list.xlsx")
    settled(desk)
    assert "list.xlsx" in shown.problem.text
    assert [entry.action for entry in log_of(library)[-2:]] == ["search.add", "list.export"]


def test_a_report_that_cannot_be_written_is_told(
    desk: Desk, shown: ReportPage, settled: Settled, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    shown.export(tmp_path / "file" / "report.pdf")
    settled(desk)
    assert "cannot be written" in shown.problem.text


def test_a_saved_review_makes_the_preview_anew(desk: Desk, shown: ReportPage, settled: Settled, qtbot: QtBot) -> None:
    before = shown.preview
    desk.reviews_changed.emit(2)
    settled(desk)
    assert shown.preview is before
    desk.reviews_changed.emit(1)
    settled(desk)
    assert shown.preview is not before
    shown.hide()
    again = shown.preview
    desk.gallery_changed.emit()
    settled(desk)
    assert shown.preview is again
    shown.show()
    shown.shown()
    settled(desk)
    assert shown.preview is not again


def test_nothing_is_shown_before_a_search_is_opened_or_after_another_case_was_chosen(
    desk: Desk, shown: ReportPage, settled: Settled, tmp_path: Path
) -> None:
    desk.choose_case("")
    assert shown.preview is None
    assert shown.view.count == 0
    asked: list[str] = []
    desk.page_requested.connect(asked.append)
    shown.shown()
    shown._empty.action_requested.emit()
    assert asked == ["cases"]
    shown.ask_where_to_export()
    shown.ask_for_printer()
    shown.export(tmp_path / "report.pdf")
    shown.export_list(tmp_path / "list.csv")
    shown.print_to(QPrinter())
    shown.bar.search_requested.emit("x")
    shown.options.changed.emit()
    settled(desk)
    assert list(tmp_path.glob("*.pdf")) == []
    assert not shown.findChildren(QFileDialog)


def test_an_unknown_search_is_told_and_a_mistake_of_ours_reaches_its_dialog(
    desk: Desk, shown: ReportPage, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_search(99, page="report")
    shown.shown()
    settled(desk)
    assert "no search" in shown.problem.text

    def broken(*_given: object, **_more: object) -> None:
        raise DefectError("Ours.")

    monkeypatch.setattr(make_report, "preview_report", broken)
    with qtbot.waitSignal(desk.tasks.failed):
        shown.options.changed.emit()
    settled(desk)


def test_a_report_is_made_without_a_usable_model_too(
    desk: Desk, shown: ReportPage, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_place: Workplace) -> None:
        raise BundleRefusedError("The model is broken.")

    monkeypatch.setattr(Workplace, "model_facts", refused)
    before = shown.preview
    shown.options.changed.emit()
    settled(desk)
    assert shown.preview is not before


def test_pages_can_be_closed_twice(shown: ReportPage, tmp_path: Path, desk: Desk, settled: Settled) -> None:
    shown.export(tmp_path / "report.pdf")
    settled(desk)
    pages = PdfPages((tmp_path / "report.pdf").read_bytes())
    assert not pages.render(0, 0.5).isNull()
    pages.close()
    pages.close()
    shown.view.event(QEvent(QEvent.Type.FontChange))
