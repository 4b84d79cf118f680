"""Edits change a copy of the pixels, always in the same way, and move them to where core.edits says."""

from __future__ import annotations

import numpy as np
import pytest

from forensic_id.core.edits import (
    CleanBackground,
    Contrast,
    Crop,
    Edit,
    Levels,
    Mirror,
    Rotate,
    geometry_of,
)
from forensic_id.core.errors import InvalidInputError
from forensic_id.core.records import UInt8Array
from forensic_id.vision.enhancement import SketchEnhancer
from tests.unit.vision.drawn_face import drawn_face

EDITS: tuple[Edit, ...] = (
    Crop(x=10, y=20, width=101, height=90),
    Rotate(degrees=90),
    Rotate(degrees=-7.5),
    Mirror(),
    Levels(black=30, white=200, gamma=1.4),
    Contrast(amount=0.7),
    CleanBackground(strength=0.8),
)


def dotted(x: int, y: int) -> UInt8Array:
    """A grey picture with one bright dot."""
    pixels = np.full((60, 100, 3), 40, dtype=np.uint8)
    pixels[y - 1 : y + 2, x - 1 : x + 2] = 255
    return pixels


@pytest.mark.parametrize("edit", EDITS)
def test_the_same_input_gives_the_same_bytes_and_is_left_alone(edit: Edit) -> None:
    pixels = drawn_face()
    before = pixels.copy()
    first, second = SketchEnhancer().apply(pixels, edit), SketchEnhancer().apply(pixels.copy(), edit)
    assert first.tobytes() == second.tobytes()
    assert first.dtype == np.uint8
    assert first.flags.c_contiguous
    assert np.array_equal(pixels, before)
    assert not np.shares_memory(first, pixels)


@pytest.mark.parametrize("edit", [Crop(x=5, y=6, width=90, height=50), Rotate(degrees=90), Rotate(degrees=-90),
                                  Rotate(degrees=180), Rotate(degrees=33), Mirror()])  # fmt: skip
def test_pixels_go_where_the_geometry_says(edit: Edit) -> None:
    made = SketchEnhancer().apply(dotted(70, 20), edit)
    geometry = geometry_of((edit,), width=100, height=60)
    assert made.shape == (geometry.height, geometry.width, 3)
    rows, columns = np.nonzero(made[:, :, 0] > 200)
    np.testing.assert_allclose([columns.mean(), rows.mean()], geometry.matrix @ [70, 20, 1.0], atol=0.3)


def test_a_turn_fills_the_corners_with_the_colour_of_the_border() -> None:
    made = SketchEnhancer().apply(dotted(50, 30), Rotate(degrees=45))
    assert (made[0, 0] == 40).all()


def test_levels_map_black_and_white_to_the_ends_and_gamma_brightens_the_middle() -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    made = SketchEnhancer().apply(ramp, Levels(black=50, white=200, gamma=2.0))[0, :, 0]
    assert (made[50], made[200], made[255]) == (0, 255, 255)
    assert made[125] > 150


def test_local_contrast_grows_with_the_amount() -> None:
    flat = np.uint8(100) + drawn_face() // 8
    spreads = [SketchEnhancer().apply(flat, Contrast(amount=amount)).std() for amount in (0.2, 0.6, 1.0)]
    assert flat.std() < spreads[0] < spreads[1] < spreads[2]


def test_a_shaded_paper_becomes_white_and_lines_stay_dark() -> None:
    shade = np.linspace(120, 220, 300, dtype=np.float64)[None, :, None] * np.ones((200, 1, 3))
    shade[95:105, 40:260] = 30
    made = SketchEnhancer().apply(shade.astype(np.uint8), CleanBackground(strength=1.0))
    assert made[:60].min() > 235
    assert made[99:101, 60:240].max() < 90


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="beyond"):
        SketchEnhancer().apply(dotted(5, 5), Crop(x=0, y=0, width=101, height=20))
    with pytest.raises(InvalidInputError, match="too large"):
        SketchEnhancer().apply(np.zeros((16, 32_001, 3), dtype=np.uint8), Rotate(degrees=1))
