"""Box and points stay on the drawing while it is edited; pasted pictures get a file."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from forensic_id.core.edits import Contrast, Crop, Mirror, Rotate
from forensic_id.core.errors import InvalidInputError, LibraryError
from forensic_id.core.records import Box
from forensic_id.services.prepare_sketch import (
    KEPT_DAYS,
    keep_picture,
    starting_box,
    starting_points,
    with_edits,
)
from forensic_id.services.probe import SketchInput

BOX = Box(x=40, y=20, width=40, height=40)
SKETCH = SketchInput(path=Path("sketch.png"), box=BOX, landmarks=starting_points(BOX))


def test_points_of_a_mirrored_face_change_sides_and_come_back() -> None:
    assert SKETCH.landmarks is not None
    mirrored = with_edits(SKETCH, (Mirror(),), width=200, height=100)
    assert mirrored.landmarks is not None
    assert mirrored.landmarks[0] == pytest.approx((199 - SKETCH.landmarks[1][0], SKETCH.landmarks[1][1]))
    assert mirrored.box == Box(x=199 - 80, y=20, width=40, height=40)
    back = with_edits(mirrored, (), width=200, height=100)
    np.testing.assert_allclose(np.asarray(back.landmarks), np.asarray(SKETCH.landmarks))
    assert back.edits == ()


def test_points_follow_a_crop_and_a_turn_and_are_kept_by_a_change_of_tone() -> None:
    assert SKETCH.landmarks is not None
    cropped = with_edits(SKETCH, (Crop(x=10, y=5, width=150, height=90),), width=200, height=100)
    np.testing.assert_allclose(np.asarray(cropped.landmarks), np.asarray(SKETCH.landmarks) - [10, 5])
    turned = with_edits(cropped, (*cropped.edits, Rotate(degrees=90), Contrast(amount=0.5)), width=200, height=100)
    np.testing.assert_allclose(
        np.asarray(turned.landmarks), np.asarray([(89 - y, x) for x, y in cropped.landmarks or ()])
    )
    assert turned.box is not None
    assert (turned.box.width, turned.box.height) == (40, 40)


def test_an_automatic_choice_stays_automatic_and_edits_that_do_not_fit_are_refused() -> None:
    plain = with_edits(SketchInput(path=Path("a.png")), (Mirror(),), width=200, height=100)
    assert (plain.box, plain.landmarks) == (None, None)
    with pytest.raises(InvalidInputError, match="beyond"):
        with_edits(SKETCH, (Crop(x=150, y=0, width=60, height=50),), width=200, height=100)


def test_a_starting_box_lies_in_the_middle_and_its_points_in_it() -> None:
    box = starting_box(width=200, height=100)
    assert box == Box(x=75, y=25, width=50, height=50)
    points = np.asarray(starting_points(box))
    assert (points > [75, 25]).all()
    assert (points < [125, 75]).all()


def test_a_picture_without_a_file_gets_one_and_old_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    first = keep_picture(b"one", "pasted.png", folder)
    assert first.read_bytes() == b"one"
    old = first.parent
    age = old.stat().st_mtime - (KEPT_DAYS + 1) * 86_400
    os.utime(old, (age, age))
    second = keep_picture(b"two", "pasted.png", folder)
    assert second.parent != old
    assert not old.exists()
    keep_picture(b"three", "pasted.png", folder)
    assert second.exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"a file")
    with pytest.raises(LibraryError, match="cannot be kept"):
        keep_picture(b"one", "pasted.png", tmp_path / "kept")
