"""Cases go by term and by order, as the plan showed it, and nothing of them stays on a page."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.policy import Policy
from forensic_id.core.progress import CancelCheck, Progress, ProgressListener
from forensic_id.core.records import SearchRecord
from forensic_id.gui.audit.page import AuditPage
from forensic_id.gui.batch.page import BatchPage
from forensic_id.gui.cases.page import CasesPage
from forensic_id.gui.cases.recent_cases import RecentCases
from forensic_id.gui.desk import Desk
from forensic_id.gui.erasing.case_order_dialog import CaseOrderDialog
from forensic_id.gui.erasing.erasure_dialog import ErasureDialog
from forensic_id.gui.erasing.erasure_work import plan_purges
from forensic_id.gui.gallery.page import GalleryPage
from forensic_id.gui.main_window import MainWindow
from forensic_id.gui.other_programs import OtherPrograms
from forensic_id.gui.report.page import ReportPage
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.search.page import SearchPage
from forensic_id.gui.settings import erasure_card
from forensic_id.gui.settings.erasure_card import ErasureCard
from forensic_id.gui.settings.page import SettingsPage
from forensic_id.services.choose_policy import choose_policy
from forensic_id.services.erase_cases import carry_out_cases, plan_case_expungement
from forensic_id.services.identify import IdentifyRequest, SearchTools, identify
from forensic_id.services.identify import search as search_service
from forensic_id.services.keep_subjects import lift_hold, place_hold
from forensic_id.services.manage_cases import close_case
from forensic_id.services.match_folder import MatchFolderRequest
from forensic_id.services.remember_batches import (
    BatchOutcome,
    RememberedBatch,
    remember_batch,
    remembered_batches,
)
from forensic_id.services.search_pool import SearchPool, load_pool
from forensic_id.services.sketch_states import SketchStage
from tests.gui.conftest import DEMO, PATIENCE
from tests.gui.demo_library import CASE
from tests.gui.stored_searches import add_searches

Settled = Callable[[Desk], None]


@pytest.fixture
def closed(library: Path) -> Workplace:
    """The library with its case closed under a term, a search and a batch in it, and a hold on it."""
    add_searches(library, CASE)
    place = Workplace(library=library, actor="examiner")
    opened = place.library()
    choose_policy(opened, Policy(case_retention_days=30))
    request = MatchFolderRequest(folder=library / "sketches", out=library.parent / "out", case_number=CASE)
    remember_batch(opened, library, RememberedBatch(request=request, outcome=BatchOutcome.PAUSED, total=1))
    close_case(opened, CASE)
    place_hold(opened, case_number=CASE, reason="appeal")
    return place


def open_everywhere(window: MainWindow, settled: Settled) -> None:
    window.show_page("cases")
    cases = window.page
    assert isinstance(cases, CasesPage)
    cases.open_case(CASE)
    settled(window.desk)
    window.show_page("gallery")
    gallery = window.page
    assert isinstance(gallery, GalleryPage)
    gallery.show_external_id("D-0003")
    settled(window.desk)
    assert gallery.pane._searches.count() == 1
    window.desk.open_search(1, page="review")
    for name in ("review", "report", "search", "batch"):
        window.show_page(name)
        settled(window.desk)
    window.show_page("search")
    search = window.page
    assert isinstance(search, SearchPage)
    search.again.prepare(1)
    settled(window.desk)
    assert search.record is not None
    assert search.workbench.inputs()


def erasure_of(window: MainWindow) -> ErasureCard:
    window.show_page("settings")
    page = window.page
    assert isinstance(page, SettingsPage)
    return page.erasure


def plan_of(card: QWidget, qtbot: QtBot) -> ErasureDialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in card.findChildren(ErasureDialog)), timeout=PATIENCE)
    return next(each for each in card.findChildren(ErasureDialog) if each.isVisible())


def told(card: ErasureCard, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: text in card.result.text(), timeout=PATIENCE)


def nothing_left(window: MainWindow, settled: Settled) -> None:
    settled(window.desk)
    assert (window.desk.case_number, window.desk.search_id) == ("", None)
    for name in ("gallery", "review", "report", "search", "batch", "cases"):
        window.show_page(name)
        page = window.page
        if isinstance(page, GalleryPage):
            assert not page._has_pane or page.pane._searches.count() == 0
        settled(window.desk)
        if isinstance(page, ReviewPage | SearchPage):
            assert page.record is None
        if isinstance(page, SearchPage):
            assert page.workbench.inputs() == ()
            assert (page.run.running, page.run_bar.running, page.run_bar.problem) == (False, False, "")
        if isinstance(page, ReportPage):
            assert page.preview is None
        if isinstance(page, BatchPage):
            assert (page.chooser.count(), page.batch.table.rowCount()) == (0, 0)
            assert page.form.isVisible()
        if isinstance(page, CasesPage):
            assert page.list.isVisible()
            assert page.view.model.rowCount() == 0


def test_cases_go_by_term_and_by_order_and_nothing_of_them_stays_on_a_page(
    closed: Workplace, desk: Desk, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = date(2099, 1, 1)
    monkeypatch.setattr(erasure_card, "plan_purges", lambda place, **_today: plan_purges(place, today=later))
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    open_everywhere(window, settled)
    card = erasure_of(window)
    card.purge_button.click()
    dialog = plan_of(card, qtbot)
    assert f"Case {CASE}: Kept by hold 1" in dialog.refused.item(0).text()
    assert not dialog.typed.isEnabled()
    dialog.reject()

    lift_hold(closed.library(), 1, reason="decided")
    card.purge_button.click()
    dialog = plan_of(card, qtbot)
    cells = [dialog.cases.item(0, column) for column in (0, 1, 2)]
    assert [cell.text() for cell in cells if cell] == [CASE, "1", "1"]
    assert dialog.table.rowCount() == 0
    dialog.typed.setText(dialog.word)
    dialog.erase_button.click()
    told(card, qtbot, "Cases erased: 1, with searches: 1. Refused: 0.")
    nothing_left(window, settled)
    assert closed.library().cases.search_ids() == ()

    desk.choose_case(CASE)
    card = erasure_of(window)
    card.case_button.click()
    order = card.findChildren(CaseOrderDialog)[0]
    assert order.number.text() == CASE
    assert not order.further.isEnabled()
    order.reference.setText("court order 12/2099")
    order.further.click()
    dialog = plan_of(card, qtbot)
    place_hold(closed.library(), case_number=CASE, reason="another appeal")
    dialog.typed.setText(dialog.word)
    dialog.erase_button.click()
    told(card, qtbot, f"Case {CASE}: Kept by hold 2")
    assert desk.case_number == CASE
    lift_hold(closed.library(), 2, reason="decided")
    settled(desk)
    window.show_page("cases")
    cases = window.page
    assert isinstance(cases, CasesPage)
    cases.open_case(CASE)
    settled(desk)
    cases.view.erase_button.click()
    (order,) = cases.findChildren(CaseOrderDialog)
    assert order.number.text() == CASE
    order.reference.setText("court order 12/2099")
    order.further.click()
    dialog = plan_of(cases, qtbot)
    dialog.typed.setText(dialog.word)
    dialog.erase_button.click()
    qtbot.waitUntil(lambda: "Cases erased: 1, with searches: 0." in cases.told.text, timeout=PATIENCE)
    assert cases.list.isVisible()
    nothing_left(window, settled)
    assert closed.library().cases.cases() == ()
    assert RecentCases(desk.preferences).numbers(desk.library_folder) == []
    closed.close()
    window.close()


def test_a_search_and_a_batch_that_run_while_their_case_is_erased_end_and_leave_nothing(
    library: Path, desk: Desk, tmp_path: Path, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_searches(library, CASE)
    erased = threading.Event()

    def late(*given: Any, **named: Any) -> SearchRecord:
        assert erased.wait(PATIENCE / 1000)
        return search_service(*given, **named)

    def later(*given: Any) -> SearchPool:
        assert erased.wait(PATIENCE / 1000)
        return load_pool(*given)

    monkeypatch.setattr("forensic_id.services.match_folder.search", late)
    monkeypatch.setattr("forensic_id.services.identify.load_pool", later)
    (tmp_path / "sketches").mkdir()
    shutil.copy(DEMO / "sketches" / "S-01.jpg", tmp_path / "sketches")
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    window.show_page("batch")
    batch = window.page
    assert isinstance(batch, BatchPage)
    batch.form.take_files([tmp_path / "sketches"])
    batch.form.start()
    window.show_page("search")
    search = window.page
    assert isinstance(search, SearchPage)
    search.again.prepare(1)
    qtbot.waitUntil(search.run_bar.search_button.isEnabled, timeout=PATIENCE)
    search.search()
    qtbot.waitUntil(lambda: batch.batch.table.count(SketchStage.SEARCHING) == 1, timeout=PATIENCE)
    assert search.run.running

    card = erasure_of(window)
    card.erasure.expunge_case(CASE, "order 1")
    dialog = plan_of(card, qtbot)
    dialog.typed.setText(dialog.word)
    dialog.erase_button.click()
    told(card, qtbot, "Cases erased: 1")
    assert (search.run.running, batch.batch.table.rowCount()) == (False, 0)
    erased.set()
    nothing_left(window, settled)
    place = Workplace(library=library, actor="examiner")
    assert (place.library().cases.cases(), place.library().cases.search_ids()) == ((), ())
    assert remembered_batches(place.library(), library) == ()
    place.close()
    window.close()


def expunge_elsewhere(library: Path) -> None:
    """Another program erases the case."""
    place = Workplace(library=library, actor="clerk")
    opened = place.library()
    carry_out_cases(opened, plan_case_expungement(opened, [CASE], reference="order 1"), library)
    place.close()


def test_a_case_that_another_program_erases_ends_its_search_and_leaves_all_pages(
    library: Path, desk: Desk, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(
        request: IdentifyRequest, tools: SearchTools, *, progress: ProgressListener, cancelled: CancelCheck
    ) -> SearchRecord:
        def step(told: Progress) -> None:
            progress(told)
            if told.stage == "Searching":
                expunge_elsewhere(library)

        return identify(request, tools, progress=step, cancelled=cancelled)

    monkeypatch.setattr("forensic_id.gui.search.search_run.identify", meanwhile)
    add_searches(library, CASE)
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    watch = OtherPrograms(desk, window)
    watch.look()
    settled(desk)
    open_everywhere(window, settled)
    search = window.page
    assert isinstance(search, SearchPage)
    failed: list[str] = []
    search.run.failed.connect(failed.append)
    search.search()
    assert search.run.running
    settled(desk)
    assert len(failed) == 1
    assert f"There is no case '{CASE}'" in failed[0]
    watch.look()
    nothing_left(window, settled)
    assert "erased by another program" in window.statusBar().currentMessage()
    place = Workplace(library=library, actor="examiner")
    assert place.library().cases.search_ids() == ()
    place.close()
    window.close()


def entries_shown(page: AuditPage, settled: Settled) -> str:
    page.model.entry_at(0)
    settled(page.desk)
    return " ".join(str(page.model.index(row, column).data()) for row in range(8) for column in range(6))


def test_what_is_written_on_a_case_that_another_program_erases_is_dropped_and_the_log_is_read_anew(
    library: Path, desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    add_searches(library, CASE)
    window, audit = MainWindow(desk), AuditPage(desk)
    for widget in (window, audit):
        qtbot.addWidget(widget)
        widget.show()
    watch = OtherPrograms(desk, window)
    watch.look()
    audit.shown()
    window.show_page("review")
    desk.open_search(1, page="review")
    settled(desk)
    assert CASE in entries_shown(audit, settled)
    review = window.page
    assert isinstance(review, ReviewPage)
    review.panel.notes.setPlainText("a scar on the chin")
    expunge_elsewhere(library)
    review.recorder.flush()
    settled(desk)
    assert review.recorder.unsaved() == (1,)
    watch.look()
    settled(desk)
    assert (review.record, review.recorder.unsaved(), desk.case_number) == (None, (), "")
    assert "erased by another program" in window.statusBar().currentMessage()
    assert CASE not in entries_shown(audit, settled)
    window.close()
