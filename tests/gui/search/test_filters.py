"""Filters as chips and the pool they leave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from forensic_id.core.filters import parse_filter
from forensic_id.core.records import Filter, RecordedValue, SearchParameters
from forensic_id.gui.desk import Desk
from forensic_id.gui.search.fields import filter_text
from forensic_id.gui.search.pool_step import PoolStep
from forensic_id.gui.search.range_dialog import RangeDialog
from forensic_id.services.preview_pool import FieldChoice
from tests.gui.conftest import PATIENCE

Settled = Callable[[Desk], None]


@pytest.fixture
def pool(desk: Desk, qtbot: QtBot, settled: Settled) -> PoolStep:
    step = PoolStep(desk)
    qtbot.addWidget(step)
    step.show()
    step.load()
    settled(desk)
    return step


def counted(qtbot: QtBot, step: PoolStep, change: Callable[[], None]) -> None:
    with qtbot.waitSignal(step.preview_changed, timeout=PATIENCE):
        change()


def values_of(action: QAction) -> list[QAction]:
    values = action.menu()
    return values.actions() if isinstance(values, QMenu) else []


def open_menu(step: PoolStep) -> dict[str, list[str]]:
    """What the menu offers: field to values."""
    step.filter_editor.menu.aboutToShow.emit()
    return {
        action.text(): [each.text() for each in values_of(action)] for action in step.filter_editor.menu.actions()
    }


def test_only_recorded_values_are_offered_with_their_people(pool: PoolStep) -> None:
    offered = open_menu(pool)
    assert set(offered) == {"Sex", "Ethnicity", "Source", "Year of birth…", "Booking date…"}
    assert [text.split("\t")[0] for text in offered["Sex"]] == ["female", "male"]
    assert sum(int(text.split("\t")[1].split()[0]) for text in offered["Sex"]) == 120


def test_a_chosen_value_becomes_a_chip_and_the_pool_is_counted_at_once(qtbot: QtBot, pool: PoolStep) -> None:
    open_menu(pool)
    sexes = next(values_of(a) for a in pool.filter_editor.menu.actions() if a.text() == "Sex")
    counted(qtbot, pool, sexes[0].trigger)
    assert [chip.text() for chip in pool.filter_editor.chips] == ["Sex: female"]
    assert pool.preview is not None
    assert 0 < pool.preview.pool.subjects < pool.preview.gallery.subjects == 120
    assert pool.parameters.filters == (Filter(name="sex", low="female", high="female"),)


def test_another_value_of_a_field_takes_the_place_of_the_first(qtbot: QtBot, pool: PoolStep) -> None:
    counted(qtbot, pool, lambda: pool.filter_editor.choose(parse_filter("sex=male")))
    counted(qtbot, pool, lambda: pool.filter_editor.choose(parse_filter("sex=female")))
    assert [each.low for each in pool.filter_editor.filters] == ["female"]


def test_a_chip_is_removed_by_keyboard_and_everybody_is_searched_again(qtbot: QtBot, pool: PoolStep) -> None:
    counted(qtbot, pool, lambda: pool.filter_editor.choose(parse_filter("sex=male")))
    counted(qtbot, pool, lambda: QTest.keyClick(pool.filter_editor.chips[0], Qt.Key.Key_Space))
    assert pool.filter_editor.chips == []
    assert pool.preview is not None
    assert pool.preview.pool == pool.preview.gallery


def test_excluding_more_than_nine_in_ten_is_warned_of(qtbot: QtBot, pool: PoolStep) -> None:
    counted(qtbot, pool, lambda: pool.filter_editor.choose(parse_filter("birth_year=1980..1981")))
    assert pool.preview is not None
    assert "more than nine in ten" in pool.preview.warnings[0]
    assert pool._warning.isVisible()
    counted(qtbot, pool, lambda: pool.filter_editor.remove("birth_year"))
    assert not pool._warning.isVisible()


def test_filters_that_leave_nobody_say_what_to_do(qtbot: QtBot, pool: PoolStep) -> None:
    counted(qtbot, pool, lambda: pool.filter_editor.choose(parse_filter("sex=unknown")))
    assert "Widen or remove a filter" in pool._warning.text


def test_parameters_of_another_search_are_filled_in(qtbot: QtBot, pool: PoolStep) -> None:
    wanted = SearchParameters(
        top=7, samples=3, seed=2**64 - 1, fusion="mean", filters=(parse_filter("birth_year=1980..1990"),)
    )
    counted(qtbot, pool, lambda: pool.set_parameters(wanted))
    assert pool.parameters == wanted


def test_defaults_come_from_the_preferences_where_they_can_be_used(desk: Desk, qtbot: QtBot) -> None:
    for key, value in (("top", "25"), ("samples", "many"), ("fusion", "mean")):
        desk.preferences.set_text(f"search/{key}", value)
    step = PoolStep(desk)
    qtbot.addWidget(step)
    assert step.parameters == SearchParameters(top=25, samples=10, fusion="mean")


def test_a_new_seed_is_another_one_and_an_empty_one_is_nought(pool: PoolStep) -> None:
    before = pool.parameters.seed
    pool.form._new_seed.click()
    assert pool.parameters.seed != before or pool.parameters.seed < 1_000_000
    pool.form._seed.clear()
    assert pool.parameters.seed == 0


def test_a_library_that_cannot_be_opened_is_told_in_place(
    make_desk: Callable[[Path], Desk], tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    desk = make_desk(tmp_path / "nowhere")
    step = PoolStep(desk)
    qtbot.addWidget(step)
    step.load()
    settled(desk)
    assert "There is no library" in step._warning.text
    assert step.preview is None


YEARS = FieldChoice(
    field="birth_year", values=(RecordedValue(value="1960", subjects=1), RecordedValue(value="1990", subjects=2))
)
DATES = FieldChoice(
    field="booking_date",
    values=(RecordedValue(value="2010-05-01", subjects=1), RecordedValue(value="2020-06-02", subjects=2)),
)


@pytest.mark.parametrize(("choice", "low", "high"), [(YEARS, "1970", "1980"), (DATES, "2012-01-01", "2013-12-31")])
def test_a_range_stays_within_what_is_recorded_and_never_runs_backwards(
    pool: PoolStep, qtbot: QtBot, choice: FieldChoice, low: str, high: str
) -> None:
    dialog = RangeDialog(choice, None, pool)
    assert dialog.chosen == Filter(name=choice.field, low=choice.values[0].value, high=choice.values[-1].value)
    dialog.set_ends(low, high)
    assert dialog.chosen == Filter(name=choice.field, low=low, high=high)
    dialog.set_ends(high, low)
    assert dialog.chosen.low == dialog.chosen.high
    assert isinstance(dialog._low, QSpinBox | QDateEdit)


def test_a_range_is_chosen_in_a_dialog_and_shown_as_a_chip(qtbot: QtBot, pool: PoolStep) -> None:
    open_menu(pool)
    next(a for a in pool.filter_editor.menu.actions() if a.text().startswith("Year")).trigger()
    dialog = pool.filter_editor.findChild(RangeDialog)
    assert dialog is not None
    dialog.set_ends("1970", "1980")
    counted(qtbot, pool, dialog.accept)
    assert [chip.text() for chip in pool.filter_editor.chips] == ["Year of birth: 1970 to 1980"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("sex=male", "Sex: male"),
        ("ethnicity=", "Ethnicity: not recorded"),
        ("birth_year=1970..", "Year of birth: from 1970"),
        ("booking_date=..2020-01-01", "Booking date: up to 2020-01-01"),
        ("birth_year=1970..1980", "Year of birth: 1970 to 1980"),
    ],
)
def test_a_filter_reads_like_a_sentence(written: str, shown: str) -> None:
    assert filter_text(parse_filter(written)) == shown
