"""The list of candidates: cards and table, keyboard, states, export."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from forensic_id.core.records import Candidate, SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.search.candidate_model import BOOKMARKED, ROW_ROLE, CandidateModel, CandidateStatus, Column
from forensic_id.gui.search.list_step import ListStep
from tests.gui.conftest import PATIENCE
from tests.gui.search.conftest import FLAT, Search

Settled = Callable[[Desk], None]


@pytest.fixture
def record(search: Search) -> SearchRecord:
    return search(top=30)


@pytest.fixture
def step(desk: Desk, qtbot: QtBot, settled: Settled, record: SearchRecord) -> ListStep:
    made = ListStep(desk)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.show_record(record)
    settled(desk)
    return made


def shown_ranks(model: CandidateModel) -> list[int]:
    return [model.index(row, 0).data(ROW_ROLE).candidate.rank for row in range(model.rowCount())]


def test_the_list_is_there_at_once_and_names_follow(
    desk: Desk, qtbot: QtBot, settled: Settled, record: SearchRecord, theme: str
) -> None:
    step = ListStep(desk)
    qtbot.addWidget(step)
    step.show()
    step.show_record(record)
    assert shown_ranks(step.model) == list(range(1, 31))
    assert step.model.index(0, Column.SUBJECT).data() == ""
    settled(desk)
    assert step.model.index(0, Column.SUBJECT).data() == "D-0003"
    assert step.views.grid.grab().width() > 0


def test_the_verdict_and_the_warnings_of_the_record_stand_above_the_list(step: ListStep, search: Search) -> None:
    assert "stands out" in step.verdict.text
    assert step.verdict.property("role") == "card"
    assert not step.warnings.isVisible()
    flat = replace(search(FLAT, top=5), warnings=("The picture is blurred.",))
    step.show_record(flat)
    assert step.verdict.text.startswith("Nothing stands out")
    assert step.verdict.property("role") == "notice"
    assert step.warnings.text == "The picture is blurred."


def test_arrows_move_and_enter_opens_the_candidate(qtbot: QtBot, step: ListStep) -> None:
    opened: list[int] = []
    step.candidate_activated.connect(opened.append)
    step.views.setFocus()
    QTest.keyClick(step.views.grid, Qt.Key.Key_Right)
    QTest.keyClick(step.views.grid, Qt.Key.Key_Return)
    step.toolbar.table_button.click()
    QTest.keyClick(step.views.table, Qt.Key.Key_Down)
    QTest.keyClick(step.views.table, Qt.Key.Key_Enter)
    assert opened == [2, 3]


def test_a_double_click_opens_the_candidate(qtbot: QtBot, step: ListStep) -> None:
    grid = step.views.grid
    place = grid.visualRect(step.model.index(0, 0)).center()
    with qtbot.waitSignal(step.candidate_activated, timeout=PATIENCE) as told:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [1]


def test_cards_and_table_share_the_candidate(step: ListStep) -> None:
    step.views.choose(7)
    step.toolbar.table_button.click()
    assert step.views.is_table
    assert step.views.rank == 7
    assert step.views.table.currentIndex().row() == 6
    assert not step.toolbar.size_slider.isEnabled()


def test_states_can_be_chosen_and_the_marked_candidate_stays_marked(step: ListStep) -> None:
    step.model.set_statuses(
        {
            2: CandidateStatus(decision="possible"),
            4: CandidateStatus(decision="excluded", bookmarked=True),
            5: CandidateStatus(decision="excluded"),
        }
    )
    step.views.choose(5)
    choose = step.toolbar.status_box
    choose.setCurrentIndex(choose.findData("excluded"))
    assert shown_ranks(step.model) == [4, 5]
    assert step.views.rank == 5
    assert "2 of 30" in step.toolbar.count.text()
    choose.setCurrentIndex(choose.findData(BOOKMARKED))
    assert shown_ranks(step.model) == [4]
    choose.setCurrentIndex(0)
    assert step.model.rowCount() == 30
    assert step.model.index(3, Column.STATUS).data() == "Excluded, bookmarked"


def test_the_list_can_be_ordered_by_what_is_recorded(step: ListStep) -> None:
    order = step.toolbar.sort_box
    order.setCurrentIndex(order.findData(int(Column.SUBJECT)))
    subjects = [step.model.index(row, Column.SUBJECT).data() for row in range(30)]
    assert subjects == sorted(subjects, key=str.casefold)
    step.views.table.sortByColumn(Column.DENSITY, Qt.SortOrder.DescendingOrder)
    assert shown_ranks(step.model) == list(range(1, 31))


def test_the_size_of_cards_and_the_kind_of_view_are_remembered(desk: Desk, qtbot: QtBot, step: ListStep) -> None:
    before = step.views.card_width
    step.toolbar.size_slider.setValue(220)
    step.toolbar.table_button.click()
    assert step.views.card_width == 220 != before
    again = ListStep(desk)
    qtbot.addWidget(again)
    assert again.views.card_width == 220
    assert again.views.is_table


def test_no_density_is_told_as_a_percentage(step: ListStep) -> None:
    model = step.model
    texts = [str(model.index(row, column).data()) for row in range(30) for column in Column]
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(30)]
    assert not any("%" in text for text in texts + tips)


def test_the_facts_of_the_record_unfold(step: ListStep, record: SearchRecord) -> None:
    assert not step.facts.isVisible()
    step.toolbar.facts_button.click()
    assert step.facts.isVisible()
    texts = " ".join(each.text() for each in step.facts.findChildren(QLabel))
    assert record.bundle_name in texts
    assert "Seed" in texts


@pytest.mark.parametrize("name", ["list.csv", "list.json"])
def test_the_list_is_exported_and_its_place_told(
    desk: Desk, settled: Settled, step: ListStep, tmp_path: Path, name: str
) -> None:
    step.toolbar.export_requested.emit()
    dialog = step.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    settled(desk)
    assert str(tmp_path / name) in step.outcome.text
    assert (tmp_path / name).exists()
    if name.endswith("csv"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == 30


def test_a_place_that_cannot_be_written_is_told(desk: Desk, settled: Settled, step: ListStep, tmp_path: Path) -> None:
    step.export_to(tmp_path / "missing" / "list.csv")
    settled(desk)
    assert "cannot be written" in step.outcome.text


def test_the_report_is_asked_for_by_its_search(
    desk: Desk, qtbot: QtBot, step: ListStep, record: SearchRecord
) -> None:
    with qtbot.waitSignal(desk.page_requested) as asked:
        step.toolbar.report_button.click()
    assert asked.args == ["report"]
    assert desk.search_id == record.search_id


def test_ten_thousand_candidates_stay_fluent(
    desk: Desk, qtbot: QtBot, settled: Settled, record: SearchRecord
) -> None:
    many = tuple(
        Candidate(rank=rank, subject_id=1 + rank % 120, photo_id=1 + rank % 297, log_density=-rank / 100)
        for rank in range(1, 10_001)
    )
    step = ListStep(desk)
    qtbot.addWidget(step)
    step.resize(1000, 640)
    step.show()
    painted: list[int] = []
    step.model.data = _counting(step.model.data, painted)  # type: ignore[method-assign]
    step.show_record(replace(record, candidates=many))
    step.views.grid.grab()
    assert step.model.rowCount() == 10_000
    assert len(painted) < 2_000  # cards out of sight are not asked for
    bar = step.views.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert step.views.grid.indexAt(QPoint(60, 300)).row() > 9_900
    step.show_record(None)
    settled(desk)


def _counting(data: Callable[..., object], painted: list[int]) -> Callable[..., object]:
    def counted(index: object, role: int = 0) -> object:
        painted.append(role)
        return data(index, role)

    return counted
