"""The settings: what is changed holds at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_id.core.errors import TamperedError
from forensic_id.gui.desk import Desk
from forensic_id.gui.settings import model_card
from forensic_id.gui.settings.page import SettingsPage
from forensic_id.gui.tasks import Lane
from tests.gui.conftest import PATIENCE


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[SettingsPage]:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.library.policy.count() == 3, timeout=PATIENCE)
    yield page
    desk.appearance.language.use("en", qapp)
    desk.appearance.apply("light", qapp)


def test_theme_and_language_hold_at_once_and_are_kept(theme: str, page: SettingsPage, desk: Desk) -> None:
    page.appearance.theme.setCurrentIndex(page.appearance.theme.findData("dark"))
    assert desk.appearance.dark
    assert desk.preferences.theme == "dark"
    page.appearance.language.setCurrentIndex(page.appearance.language.findData("de"))
    assert desk.appearance.language.code == "de"
    assert desk.preferences.language == "de"


def test_the_model_is_named_with_its_licence_and_figures_and_can_be_verified(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, settled: Callable[[Desk], None]
) -> None:
    qtbot.waitUntil(lambda: "SHA-256" in page.model.facts.text(), timeout=PATIENCE)
    assert "research" in page.model.facts.text()
    assert "0." in page.model.figures.text()
    assert "%" not in page.model.figures.text()
    page.model.verify.click()
    qtbot.waitUntil(page.model.verify.isEnabled, timeout=PATIENCE)
    assert page.model.verdict.property("role") == "success"

    def altered(*_given: object, **_named: object) -> int:
        raise TamperedError("The file encoder.onnx is not what its manifest says.")

    monkeypatch.setattr(model_card, "verify_bundle", altered)
    page.model.verify.click()
    qtbot.waitUntil(page.model.verify.isEnabled, timeout=PATIENCE)
    assert page.model.verdict.property("role") == "danger"
    assert "encoder.onnx" in page.model.verdict.text()


def test_another_profile_holds_at_once_and_its_rules_are_told(page: SettingsPage, desk: Desk, qtbot: QtBot) -> None:
    assert "10,000" in page.library.rules.text()
    page.library.policy.setCurrentIndex(1)
    page.library.policy.activated.emit(1)
    qtbot.waitUntil(lambda: "second examiner" in page.library.rules.text(), timeout=PATIENCE)
    names: list[str] = []
    desk.run(
        Lane.BROWSE, lambda place, _task: place.library().policies.current().name, owner=desk, on_done=names.append
    )
    qtbot.waitUntil(lambda: names == ["strict"], timeout=PATIENCE)


def test_a_profile_of_the_library_that_cannot_be_used_is_told_with_its_file(
    page: SettingsPage, library: Path, qtbot: QtBot
) -> None:
    (library / "policies").mkdir()
    (library / "policies" / "mine.toml").write_text("title = 3", encoding="utf-8")
    page.library.load()
    qtbot.waitUntil(lambda: "mine.toml" in page.library.problem.text(), timeout=PATIENCE)


def test_another_library_is_used_at_once_and_a_folder_of_others_changes_nothing(
    page: SettingsPage, desk: Desk, library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    foreign = tmp_path / "letters"
    foreign.mkdir()
    (foreign / "letter.txt").touch()
    page.library.use(foreign)
    qtbot.waitUntil(lambda: "letter.txt" in page.library.problem.text(), timeout=PATIENCE)
    assert desk.library_folder == library
    with qtbot.waitSignal(desk.library_changed, timeout=PATIENCE):
        page.library.use(tmp_path / "second")
    assert desk.library_folder == tmp_path / "second"
    qtbot.waitUntil(lambda: page.library.folder.text().endswith("second"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=PATIENCE)


def test_what_searches_and_reports_begin_with_is_kept(page: SettingsPage, desk: Desk) -> None:
    page.search.top.setValue(20)
    page.search.samples.setValue(30)
    page.search.fusion.setCurrentIndex(1)
    page.output.paper.setCurrentIndex(page.output.paper.findData("letter"))
    page.output.side.setValue(200)
    kept = [desk.preferences.text(key) for key in ("search/top", "search/samples", "search/fusion", "report/paper")]
    assert kept == ["20", "30", "mean", "letter"]
    assert desk.preferences.text("gallery/side") == "200"
