"""Photos that lack a feature of the model in use, and the state of the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from forensic_id.composition import Workplace
from forensic_id.gui.desk import Desk
from forensic_id.gui.gallery.features import StateDialog
from forensic_id.gui.gallery.page import GalleryPage
from tests.gui.gallery.conftest import Settled, open_page


@pytest.fixture
def without_features(library: Path) -> Path:
    """The demo library as another model left it."""
    place = Workplace(library=library)
    with place.library()._database.transaction():
        place.library()._database.execute("DELETE FROM features WHERE photo_id <= 40")
    place.close()
    return library


def test_photos_without_a_feature_are_told_and_their_features_computed(
    without_features: Path, desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    page = open_page(desk, qtbot, settled)
    assert page.notice.text.startswith("Photos without a feature of the model in use: 40.")
    page.grab()
    page.notice.button.click()
    assert "Computing features" in page.notice.text
    settled(desk)
    assert page.notice.isHidden()


def test_computing_stops_when_told(without_features: Path, desk: Desk, qtbot: QtBot, settled: Settled) -> None:
    page = open_page(desk, qtbot, settled)
    page.notice.button.click()
    page.notice.button.click()
    settled(desk)
    assert page.features.task is None
    assert not page.notice.isHidden()


def test_the_state_names_counts_and_snapshot_and_computes_anew(
    page: GalleryPage, desk: Desk, settled: Settled
) -> None:
    page.toolbar.state_button.click()
    dialog = page.findChild(StateDialog)
    assert dialog is not None
    settled(desk)
    assert [value.text() for value in dialog.values.values()][:3] == ["120", "297", "0"]
    assert len(dialog.snapshot.text()) == 64
    dialog.rebuild_button.click()
    assert page.features.task is not None
    page.features.stop()
    settled(desk)


def test_a_model_that_cannot_be_used_is_told_above_the_list(
    page: GalleryPage, desk: Desk, settled: Settled, tmp_path: Path
) -> None:
    desk.use_bundle(tmp_path / "nothing")
    settled(desk)
    assert str(tmp_path / "nothing") in page.notice.text
    assert page.model.count == 120
