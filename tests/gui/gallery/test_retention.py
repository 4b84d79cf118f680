"""Retention date and holds on the page of a subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.retention_panel import RetentionPanel
from tests.gui.conftest import PATIENCE


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> RetentionPanel:
    panel = RetentionPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_subject(1)
    qtbot.waitUntil(lambda: panel.kept is not None, timeout=PATIENCE)
    return panel


def test_a_date_is_set_refused_and_taken_away(
    panel: RetentionPanel, qtbot: QtBot, settled: Callable[[Desk], None], desk: Desk
) -> None:
    assert panel.state.text() == "Kept without end."
    panel.form.lines["until"].setText("2031-12-31")
    panel.form.save()
    qtbot.waitUntil(lambda: panel.state.text() == "Kept until 2031-12-31.", timeout=PATIENCE)
    panel.set_day("soon")
    qtbot.waitUntil(lambda: panel.state.property("role") == "danger", timeout=PATIENCE)
    assert "'soon' is no date" in panel.state.text()
    panel.set_day("")
    qtbot.waitUntil(lambda: panel.state.text() == "Kept without end.", timeout=PATIENCE)
    settled(desk)


def test_a_hold_is_placed_and_lifted_with_a_reason(
    panel: RetentionPanel,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    settled: Callable[[Desk], None],
    desk: Desk,
) -> None:
    assert not panel.lift_button.isVisible()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: ("appeal", True))
    panel.hold_button.click()
    qtbot.waitUntil(panel.lift_button.isVisible, timeout=PATIENCE)
    assert panel.holds.text().endswith("this person: appeal")
    panel.lift_button.click()
    qtbot.waitUntil(lambda: not panel.lift_button.isVisible(), timeout=PATIENCE)
    assert not panel.holds.isVisible()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: ("", True))
    panel.hold_button.click()
    qtbot.waitUntil(lambda: "Say why" in panel.state.text(), timeout=PATIENCE)
    settled(desk)
