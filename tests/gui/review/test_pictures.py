"""How the pictures are compared: locked views, layers, tones, other photos, prefetching, tampered originals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forensic_id.core.records import Candidate
from forensic_id.gui.desk import Desk
from forensic_id.gui.pixels import to_pixels
from forensic_id.gui.review.comparison_bar import Source
from forensic_id.gui.review.layered_view import LayeredView, Mode
from forensic_id.gui.review.page import ReviewPage
from forensic_id.gui.review.tone import Tone

Settled = Callable[[Desk], None]


def test_locked_pictures_move_together_and_unlocked_ones_alone(page: ReviewPage) -> None:
    comparison = page.comparison
    sketch, photo = comparison.sketch.view, comparison.photo.view
    sketch.setFocus()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Right):
        QTest.keyClick(sketch, key)
    assert photo.state == sketch.state
    assert photo.state.zoom > 1
    page.comparison.turn(5)
    page.comparison.mirror()
    assert (photo.state.angle, photo.state.mirrored) == (5, True)
    comparison.bar.toggle_lock()
    photo.setFocus()
    comparison.zoom(1)
    assert photo.state.zoom > sketch.state.zoom
    comparison.bar.toggle_lock()
    assert photo.state == sketch.state
    comparison.zoom(0)
    assert sketch.state.zoom == 1


def test_stepping_keeps_how_one_looks(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    page.comparison.zoom(1)
    before = page.comparison.photo.view.state
    page.step(1)
    settled(desk)
    assert page.comparison.photo.view.state == before


def test_laid_over_each_other_the_aligned_pictures_are_shown_at_full_resolution(
    page: ReviewPage, desk: Desk, settled: Settled
) -> None:
    page.comparison.next_mode()
    assert page.comparison.mode is Mode.OVERLAY
    layers = page.comparison.layers
    assert layers.scene().itemsBoundingRect().width() == 896
    page.comparison.bar.set_share(0.2)
    assert layers.share == 0.2
    page.comparison.bar.set_source(Source.CROP)
    settled(desk)
    assert layers.scene().itemsBoundingRect().width() == 112


def test_the_curtain_can_be_dragged_and_moved_with_the_slider(page: ReviewPage) -> None:
    page.comparison.bar.set_mode(Mode.CURTAIN)
    layers: LayeredView = page.comparison.layers
    middle = layers.viewport().rect().center()
    left, none, further = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle + QPoint(40, 0)
    QTest.mousePress(layers.viewport(), left, none, middle)
    QTest.mouseMove(layers.viewport(), further)
    QTest.mouseRelease(layers.viewport(), left, none, further)
    assert layers.share > 0.5
    assert page.comparison.bar.share == round(layers.share, 2)
    page.comparison.bar.set_share(0.25)
    assert layers.share == 0.25
    layers.grab()


def test_blinking_shows_the_photo_in_turn_and_stops_when_nobody_looks(page: ReviewPage, qtbot: QtBot) -> None:
    page.comparison.bar.set_mode(Mode.BLINK)
    layers = page.comparison.layers
    page.comparison.bar._amount.setValue(30)
    assert layers.blinking
    qtbot.waitUntil(lambda: not layers.photo_visible, timeout=3000)
    qtbot.waitUntil(lambda: layers.photo_visible, timeout=3000)
    page.hide()
    assert not layers.blinking
    page.show()
    assert layers.blinking
    page.comparison.bar.set_mode(Mode.SIDE_BY_SIDE)
    assert not layers.blinking


def test_tones_change_what_is_seen_and_nothing_else(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    view = page.comparison.photo.view
    before = view.grab().toImage()
    page.comparison.bar.tones._sliders[2].setValue(60)
    settled(desk)
    assert view.grab().toImage() != before
    page.comparison.bar.tones.reset()
    settled(desk)
    assert view.grab().toImage() == before


def test_brightness_and_contrast_do_what_they_say() -> None:
    grey = QImage(4, 4, QImage.Format.Format_RGB32)
    grey.fill(0xFF646464)
    assert Tone().applied(grey) is grey
    assert to_pixels(Tone(brightness=50).applied(grey)).mean() > 100
    assert to_pixels(Tone(contrast=50).applied(grey)).mean() < 100
    np.testing.assert_array_equal(to_pixels(Tone(contrast=100).applied(grey)), 0)


def test_neighbours_are_at_hand_before_one_steps_to_them(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    assert page.record is not None
    following = page.record.candidates[1]
    assert page.pictures.face(following.photo_id) is not None
    page.show_rank(11)
    page.show_rank(5)
    settled(desk)
    for rank in (4, 5, 6):
        assert page.pictures.known(rank) is not None
    assert page.pictures.known(10) is None


def test_another_photo_of_the_subject_can_be_looked_at(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    assert page.strip.isVisible()
    labels = [page.strip.item(row).text() for row in range(page.strip.count())]
    assert sum(text.startswith("✓ nearest") for text in labels) == 1
    other = next(row for row, text in enumerate(labels) if "✓" not in text)
    page.strip.setCurrentRow(other)
    settled(desk)
    assert "not the nearest one" in page.comparison.photo.caption.text()
    page.step(1)
    settled(desk)
    assert "not the nearest one" not in page.comparison.photo.caption.text()


def test_a_tampered_original_is_told_and_the_review_goes_on(
    desk: Desk, library: Path, open_page: Callable[[Desk], ReviewPage], settled: Settled
) -> None:
    for path in (library / "originals").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(path.read_bytes() + b"x")
    page = open_page(desk)
    assert page.comparison.photo.problem.isVisible()
    assert "was altered" in page.comparison.photo.problem.text
    assert "was altered" in page.comparison.sketch.problem.text
    assert not page.comparison.photo.view.has_image
    page.comparison.bar.set_source(Source.CROP)
    assert page.comparison.photo.view.has_image
    page.step(1)
    settled(desk)
    assert page.candidate is not None
    assert page.candidate.rank == 2


def test_a_change_of_the_gallery_reads_the_pictures_anew(page: ReviewPage, desk: Desk, settled: Settled) -> None:
    page.pictures.photo_loaded.connect(loaded := _Heard())
    desk.gallery_changed.emit()
    settled(desk)
    assert loaded.heard


class _Heard:
    def __init__(self) -> None:
        self.heard: list[int] = []

    def __call__(self, photo_id: int) -> None:
        self.heard.append(photo_id)


def test_ten_thousand_candidates_are_listed_and_stepped_through(page: ReviewPage) -> None:
    many = tuple(Candidate(rank=rank, subject_id=1, photo_id=1, log_density=-rank) for rank in range(1, 10_001))
    page.list.model.open(many)
    assert page.list.model.rowCount() == 10_000
    assert page.list.model.neighbour(5_000, 1) == 5_001
    assert page.list.model.neighbour(1, -1) is None
    assert page.list.model.next_undecided(9_999) == 10_000
    page.list.mark(9_000)
    page.list.grab()
    page.header.axis.show_list(many)
    page.header.axis.grab()
