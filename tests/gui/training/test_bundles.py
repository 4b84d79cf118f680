"""Models on this computer: installed, refused, used, gone back to, and the gallery's features computed anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace, bundle_in_use, shipped_bundle
from forensic_id.core.errors import InvalidInputError
from forensic_id.gui.bundle_check import check_bundle
from forensic_id.gui.desk import Desk
from forensic_id.gui.tasks import Lane
from forensic_id.gui.training.bundles_view import BundlesView
from forensic_id.inference.bundle import load_bundle
from forensic_id.services.search_pool import load_pool
from tests.fakes.tiny_bundle import write_tiny_bundle
from tests.gui.conftest import PATIENCE

Settled = Callable[[Desk], None]
SHIPPED = load_bundle(shipped_bundle()).full_name


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORENSIC_ID_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def opened(desk: Desk, qtbot: QtBot, settled: Settled) -> BundlesView:
    view = BundlesView(desk)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.load()
    settled(desk)
    return view


def audit(library: Path) -> list[tuple[str, str, str]]:
    place = Workplace(library=library)
    try:
        entries = [each for each in place.library().audit.entries() if each.action.startswith("bundle.")]
        return [(each.action, each.details.get("before", "")[:4], each.subject) for each in entries]
    finally:
        place.close()


def test_a_model_is_installed_used_and_gone_back_to(
    desk: Desk, library: Path, tmp_path: Path, models: Path, theme: str, qtbot: QtBot, settled: Settled
) -> None:
    view = opened(desk, qtbot, settled)
    assert view.list.count() == 1
    assert "in use" in view.list.item(0).text()
    assert view.tree.topLevelItemCount() > 5
    shipped = desk.bundle_folder

    view.install(write_tiny_bundle(tmp_path / "download"))
    settled(desk)
    assert view.list.count() == 2
    assert view.chosen is not None
    assert view.chosen.folder.parent == models
    assert desk.bundle_folder == shipped

    view.use_button.click()
    settled(desk)
    assert desk.bundle_folder == view.chosen.folder == bundle_in_use()
    assert "have no feature of the model in use" in view.lacking.text
    refused: list[Exception] = []
    desk.run(
        Lane.SEARCH,
        lambda place, _task: load_pool(place.library().gallery, place.bundle_id, ()),
        owner=view,
        on_done=lambda _pool: None,
        on_failed=refused.append,
    )
    settled(desk)
    assert isinstance(refused[0], InvalidInputError)
    assert "Compute the features first" in str(refused[0])

    view.embed_button.click()
    settled(desk)
    assert view.lacking.text == ""
    assert not view.embed_button.isVisible()

    assert SHIPPED in view.back_button.text()
    view.back_button.click()
    settled(desk)
    assert desk.bundle_folder == shipped == bundle_in_use()
    assert view.lacking.text == ""
    assert [(action, subject) for action, _before, subject in audit(library)] == [
        ("bundle.install", "bundle tiny 1"),
        ("bundle.use", "bundle tiny 1"),
        ("bundle.use", f"bundle {SHIPPED}"),
    ]


def test_a_model_with_one_altered_byte_is_refused(
    desk: Desk, library: Path, tmp_path: Path, models: Path, qtbot: QtBot, settled: Settled
) -> None:
    source = write_tiny_bundle(tmp_path / "download")
    data = bytearray((source / "encoder.onnx").read_bytes())
    data[200] ^= 1
    (source / "encoder.onnx").write_bytes(data)
    view = opened(desk, qtbot, settled)
    view.install(source)
    settled(desk)
    assert "encoder.onnx" in view.problem.text
    assert "SHA-256 differs" in view.problem.text
    assert view.list.count() == 1
    assert audit(library) == []


def test_two_models_stand_side_by_side_and_lines_are_copied(
    desk: Desk, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    view = opened(desk, qtbot, settled)
    view.install(write_tiny_bundle(tmp_path / "download", measured={"cufs": {"recall_1": 0.5}}))
    settled(desk)
    view.compare_with(desk.bundle_folder)
    assert [view.tree.headerItem().text(column) for column in range(3)] == ["Figure", "tiny 1", SHIPPED]
    assert view.measure.isVisible()
    with qtbot.waitSignal(view.compare_requested):
        view.measure.click()
    group = view.tree.topLevelItem(0)
    assert group is not None
    line = group.child(0)
    assert line is not None
    line.setSelected(True)
    view.tree.copy()
    assert QGuiApplication.clipboard().text() == f"Name and version\ttiny 1\t{SHIPPED}"


def test_an_installed_model_is_removed_after_a_question(
    desk: Desk, tmp_path: Path, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened(desk, qtbot, settled)
    assert not view.remove_button.isEnabled()
    view.install(write_tiny_bundle(tmp_path / "download"))
    settled(desk)
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_given: answers.pop(0))
    for left in (2, 1):
        view.remove_button.click()
        settled(desk)
        assert view.list.count() == left


def test_computing_features_is_stopped_and_gone_on_with(
    desk: Desk, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    view = opened(desk, qtbot, settled)
    view.install(write_tiny_bundle(tmp_path / "download"))
    settled(desk)
    view.use_button.click()
    settled(desk)
    before = view.lacking.text
    view.embed()
    view.embed()
    settled(desk)
    assert view.embed_button.isVisible()
    assert "Compute" in view.embed_button.text()
    assert view.lacking.text == before


def test_a_model_that_was_altered_since_is_replaced_by_the_shipped_one_and_that_is_told(
    make_desk: Callable[[Path], Desk], library: Path, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    desk = make_desk(library)
    chosen = write_tiny_bundle(tmp_path / "chosen")
    (chosen / "encoder.onnx").write_bytes(b"altered")
    desk.use_bundle(chosen)
    with qtbot.waitSignal(desk.tasks.failed, timeout=PATIENCE) as told:
        check_bundle(desk, fallback=shipped_bundle())
    settled(desk)
    assert desk.bundle_folder == shipped_bundle()
    assert "came with the program is used instead" in str(told.args[0])


def test_a_sound_model_stays_in_use(make_desk: Callable[[Path], Desk], library: Path, settled: Settled) -> None:
    desk = make_desk(library)
    check_bundle(desk, fallback=Path("elsewhere"))
    settled(desk)
    assert desk.bundle_folder == shipped_bundle()
