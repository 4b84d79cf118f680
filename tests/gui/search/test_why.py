"""Seeing why: the three figures of a stored search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.core.occlusion import PatchGrid
from forensic_id.core.records import SearchRecord
from forensic_id.gui.desk import Desk
from forensic_id.gui.search.why_step import WhyStep
from forensic_id.services import explain_search
from tests.gui.conftest import PATIENCE
from tests.gui.search.conftest import Search

Settled = Callable[[Desk], None]


@pytest.fixture(autouse=True)
def _few_patches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain_search, "PATCHES", PatchGrid(size=112, side=56, step=28))


@pytest.fixture
def record(search: Search) -> SearchRecord:
    return search(top=10)


@pytest.fixture
def why(desk: Desk, qtbot: QtBot, record: SearchRecord) -> WhyStep:
    step = WhyStep(desk)
    qtbot.addWidget(step)
    step.resize(1000, 640)
    step.show()
    step.show_record(record)
    return step


def drawn(qtbot: QtBot, why: WhyStep) -> None:
    cards = (why.plane, why.curve, why.occlusion)
    qtbot.waitUntil(lambda: all(card.save_button.isEnabled() for card in cards), timeout=PATIENCE)


def test_three_figures_are_drawn_each_with_what_it_shows_and_does_not(qtbot: QtBot, why: WhyStep, theme: str) -> None:
    drawn(qtbot, why)
    assert why.strip.text == "Candidate at rank 1 of 10"
    for card in (why.plane, why.curve, why.occlusion):
        meaning, caveat = card.sentences
        assert meaning
        assert caveat
    assert "% of the differences" in why.plane.sentences[1]
    assert (why.plane_plot.chosen, why.curve_plot.chosen) == (1, 1)


def test_a_click_on_a_point_chooses_its_candidate_in_all_figures(qtbot: QtBot, why: WhyStep) -> None:
    drawn(qtbot, why)
    place = why.plane_plot.place_of(1)
    assert place is not None
    why.choose(2)
    with qtbot.waitSignal(why.candidate_selected, timeout=PATIENCE) as chosen:
        QTest.mouseClick(why.plane_plot.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert chosen.args == [1]
    assert (why.rank, why.plane_plot.chosen, why.curve_plot.chosen) == (1, 1, 1)


def test_the_neighbours_are_reached_by_buttons_and_a_map_once_made_is_kept(qtbot: QtBot, why: WhyStep) -> None:
    drawn(qtbot, why)
    assert not why.strip.before.isEnabled()
    why.strip.after.click()
    assert why.rank == 2
    assert not why.occlusion.save_button.isEnabled()
    drawn(qtbot, why)
    assert "rank 2" in why.occlusion.sentences[0]
    why.strip.before.click()
    assert why.occlusion.save_button.isEnabled()


def test_a_click_on_the_curve_chooses_the_nearest_rank(qtbot: QtBot, why: WhyStep) -> None:
    drawn(qtbot, why)
    box = why.curve_plot.getPlotItem().getViewBox()
    place = why.curve_plot.mapFromScene(box.mapViewToScene(QPointF(4.2, why.curve_plot.chosen - 15)))
    QTest.mouseClick(why.curve_plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert why.rank == 4


def test_a_figure_is_saved_with_its_sentences_and_logged(
    desk: Desk, qtbot: QtBot, why: WhyStep, library: Path, tmp_path: Path, settled: Settled
) -> None:
    drawn(qtbot, why)
    why.plane.save_button.click()
    dialog = why.plane.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "plane.png"))
    dialog.close()
    settled(desk)
    assert QImage(str(tmp_path / "plane.png")).width() == why.plane.width()
    assert "plane.png" in why.outcome.text
    place = Workplace(library=library)
    assert "figure.export" in [entry.action for entry in place.library().audit.entries()]
    place.close()


def test_leaving_stops_the_computation(desk: Desk, qtbot: QtBot, why: WhyStep, settled: Settled) -> None:
    why.hide()
    settled(desk)
    assert not why.plane.save_button.isEnabled()
    why.show()
    why.refresh()
    drawn(qtbot, why)


def test_the_search_of_another_model_says_so_in_place_of_the_figures(
    desk: Desk, qtbot: QtBot, record: SearchRecord, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    def another(_self: object) -> str:
        return "f" * 64

    monkeypatch.setattr("forensic_id.inference.encoder.OnnxEncoder.bundle_id", property(another))
    step = WhyStep(desk)
    qtbot.addWidget(step)
    step.show()
    step.show_record(record)
    qtbot.waitUntil(lambda: "Choose that model" in step.occlusion.status, timeout=PATIENCE)
    assert "Choose that model" in step.plane.status
    assert step.curve.save_button.isEnabled()  # the curve needs the record alone
    settled(desk)


def test_the_tip_of_a_point_shows_the_photo(desk: Desk, qtbot: QtBot, why: WhyStep, record: SearchRecord) -> None:
    drawn(qtbot, why)
    qtbot.waitUntil(lambda: "<img" in why._tooltip(record.candidates[0]), timeout=PATIENCE)
    why.plane_plot.candidate_hovered.emit(1, QPointF(5, 5))
    why.plane_plot.candidate_hovered.emit(0, QPointF())
